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

/** The fence or block of HTML that a line, counted from 0, stands in. */
export function blockAround(
  { hiding }: Pick<Outline, 'hiding'>,
  line: number,
): HidingBlock | undefined {
  return hiding.find(({ from, to }) => from <= line && line < to);
}

/** Whether an offset, in UTF-16 units, lies in a fence. */
export function isInFence({ hiding, starts }: Outline, offset: number): boolean {
  return hiding.some(
    ({ type, from, to }) =>
      type === 'fence' && offset >= (starts[from] ?? 0) && offset < (starts[to] ?? Infinity),
  );
}

/** What stands at a level: a heading, or a section of a template. */
type Levelled = Pick<Heading, 'level'>;

/** The highest of the levels of headings, which is the smallest number; Infinity where there are none. */
export function highestLevel(all: Iterable<Levelled>): number {
  let top = Number.POSITIVE_INFINITY;
  for (const { level } of all) top = Math.min(top, level);
  return top;
}

/**
 * The index of what a place stands below: the nearest before it at a higher level.
 * @param level of the place, if it is not that of what stands there
 * @returns undefined at the top
 */
export function parentOf(
  all: readonly Levelled[],
  index: number,
  level = all[index]?.level ?? 0,
): number | undefined {
  for (let at = index - 1; at >= 0; at--) {
    if ((all[at]?.level ?? 0) < level) return at;
  }
  return undefined;
}

/** The index behind a heading and all that stands below it; the number of headings where nothing follows. */
export function subtreeEnd(
  all: readonly Levelled[],
  index: number,
  level = all[index]?.level ?? 0,
): number {
  let end = index + 1;
  while (end < all.length && (all[end]?.level ?? 0) > level) end++;
  return end;
}
