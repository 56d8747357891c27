import { unclosedDetails } from '../html-tags.ts';
import { spliced } from '../markdown/edits.ts';
import { openBlock } from '../markdown/open-block.ts';
import { DEEPEST_HEADING, outlineOfPart } from '../markdown/outline.ts';

/** Why a section is not added whose text would be read as more than its own. */
export const TEXT_BREAKS_OUT = 'its text would change the outline';

/**
 * A place where an author's text would change the outline around it: a heading that starts a section of its
 * own, or a block that never closes and swallows the sections after it.
 */
export interface Breakout {
  kind: 'heading' | 'open block';
  /** Line number within the text, counted from 1. */
  line: number;
  text: string;
}

/** Where `text`, put under a heading of `level`, would not stay inside that section. */
export function breakouts(text: string, level: number): Breakout[] {
  const outline = outlineOfPart(text);
  const at = (kind: Breakout['kind'], line: number): Breakout => ({
    kind,
    line: line + 1,
    text: outline.lines[line] ?? '',
  });
  const found = outline.headings
    .filter((heading) => heading.level <= level)
    .map(({ line }) => at('heading', line));
  const open = openBlock(outline) ?? unclosedDetails(outline);
  return open ? [...found, at('open block', open.line)] : found;
}

/**
 * The text so that it stays inside a section of `level`: its headings all moved down by the same number of
 * levels, and an open block closed. A text without breakouts is returned as it is.
 */
export function contain(text: string, level: number): string {
  if (breakouts(text, level).length === 0) return text;
  const deeper = deepen(text, level);
  const outline = outlineOfPart(deeper);
  const closing =
    openBlock(outline)?.closing ?? (unclosedDetails(outline) ? '\n</details>' : undefined);
  return closing === undefined ? deeper : `${deeper.replace(/(?<!\n)\n+$/, '')}\n${closing}`;
}

function deepen(text: string, level: number): string {
  const { headings } = outlineOfPart(text);
  const highest = headings.reduce((least, heading) => Math.min(least, heading.level), Infinity);
  const shift = level + 1 - highest;
  if (headings.length === 0 || shift <= 0) return text;
  const edits = headings.map(({ start, bodyStart, level: own, title }) => {
    const lineEnd = /(?:\r\n|\n|\r)$/.exec(text.slice(start, bodyStart))?.[0] ?? '';
    const hashes = '#'.repeat(Math.min(DEEPEST_HEADING, own + shift));
    const line = title
      .split('\n')
      .map((each) => each.trim())
      .join(' ')
      .replace(/(?<!\S)(#+)$/, '\\$1');
    return { start, end: bodyStart, text: `${hashes} ${line}`.trimEnd() + lineEnd };
  });
  return spliced(text, edits);
}
