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

/** A fence or block of HTML at the top level, which hides what looks like a heading in it. */
export interface HidingBlock {
  type: 'fence' | 'html_block';
  /** Its first line, counted from 0, and the line behind it. */
  from: number;
  to: number;
  markup: string;
}

/** What a document is made of, as far as headings go. */
export interface Outline {
  headings: Heading[];
  hiding: HidingBlock[];
  lines: readonly string[];
  /** Offset, in UTF-16 units, at which each line starts. */
  starts: readonly number[];
}

/** Where the words of a heading begin: behind its marks, and the white space around them. */
export function titleStart(
  { start, line, title }: Heading,
  { lines }: Pick<Outline, 'lines'>,
): number {
  return start + Math.max(0, (lines[line] ?? '').indexOf(title));
}
