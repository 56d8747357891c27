import { type Blocks, parseBlocks } from './blocks.ts';

/**
 * A heading at the top level of a document: not one in a quote, a list, a fence or a comment. Offsets are
 * UTF-16 units from the start of the document.
 */
export interface Heading {
  level: number;
  /** The text as written, inline markup included. */
  title: string;
  /** Line number, counted from 0, front matter included. */
  line: number;
  /** Where the heading's first line starts. */
  start: number;
  /** Where the line after the heading starts. */
  bodyStart: number;
}

/** The level of the deepest headings (CommonMark 0.31.2, section 4.2). */
export const DEEPEST_HEADING = 6;

/** The top-level headings of a Markdown document, in order. */
export function outline(text: string): Heading[] {
  return headingsOf(parseBlocks(text), text.length);
}

/** The top-level headings among parsed blocks of a text of the given length. */
export function headingsOf({ tokens, starts }: Blocks, length: number): Heading[] {
  const headings: Heading[] = [];
  tokens.forEach((token, index) => {
    if (token.type !== 'heading_open' || token.level !== 0 || !token.map) return;
    const [from, to] = token.map;
    headings.push({
      level: Number(token.tag.slice(1)),
      title: tokens[index + 1]?.content ?? '',
      line: from,
      start: starts[from] ?? length,
      bodyStart: starts[to] ?? length,
    });
  });
  return headings;
}

/**
 * Where the section of a heading ends: at the next heading of the same or a higher level, or at the end of the
 * document.
 */
export function sectionEnd(headings: readonly Heading[], index: number, length: number): number {
  const level = headings[index]?.level ?? 0;
  for (let at = index + 1; at < headings.length; at++) {
    const next = headings[at];
    if (next && next.level <= level) return next.start;
  }
  return length;
}
