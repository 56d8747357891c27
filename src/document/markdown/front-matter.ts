import { lineStarts, linesOf } from './lines.ts';

/**
 * The number of lines, from the first, that front matter in YAML, or in TOML between `+++`, takes up, with the blank lines or the one HTML
 * comment that may stand before it; 0 when there is none.
 *
 * A `---` that opens front matter is followed by a key, a comment or the closing line: a thematic break before
 * prose is none.
 */
export function frontMatterLines(lines: readonly string[]): number {
  const first = skipBlankAndComment(lines);
  const fence = FENCES.find(({ opens }) => opens.test(lines[first] ?? ''));
  if (!fence?.begins.test(lines[first + 1] ?? '')) return 0;
  const last = lines.findIndex((line, index) => index > first && fence.closes.test(line));
  return last + 1;
}

const FENCES = [
  {
    opens: /^---[ \t]*$/,
    begins: /^(?:[\p{L}\p{N}_"'-][^:]*:(?:\s|$)|#|---)/u,
    closes: /^(?:---|\.\.\.)[ \t]*$/,
  },
  {
    opens: /^\+\+\+[ \t]*$/,
    begins: /^(?:[\w"'.-]+[ \t]*=|#|\[|\+\+\+)/,
    closes: /^\+\+\+[ \t]*$/,
  },
];

/** The offset, in UTF-16 units, at which front matter ends; 0 when there is none. */
export function frontMatterEnd(text: string): number {
  if (!/^\uFEFF?\s*(?:<!--|---|\+\+\+)/.test(text)) return 0;
  const count = frontMatterLines(linesOf(text.replace(/^\uFEFF/, '')));
  return count === 0 ? 0 : (lineStarts(text)[count] ?? text.length);
}

function skipBlankAndComment(lines: readonly string[]): number {
  let line = skipBlank(lines, 0);
  if (!lines[line]?.startsWith('<!--')) return line;
  while (line < lines.length && !lines[line]?.includes('-->')) line++;
  return skipBlank(lines, line + 1);
}

function skipBlank(lines: readonly string[], from: number): number {
  let line = from;
  while (lines[line]?.trim() === '') line++;
  return line;
}
