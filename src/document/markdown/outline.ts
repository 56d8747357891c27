import { markdownLines, startsOf } from './blocks.ts';
import { type Heading, type Outline, subtreeEnd } from './heading.ts';
import { linesOf } from './lines.ts';
import { OutlineReader } from './outline-reader.ts';

/** The level of the deepest headings (CommonMark 0.31.2, section 4.2). */
export const DEEPEST_HEADING = 6;

/** The top-level headings of a Markdown document, in order. */
export function outline(text: string): Heading[] {
  return outlineOf(text).headings;
}

/** The outline of a document. Those of the last few documents are kept: one is asked for again and again. */
export function outlineOf(text: string): Outline {
  const at = recent.findIndex((each) => each.text === text);
  const known = recent[at] ?? {
    text,
    outline: new OutlineReader(markdownLines(text), startsOf(text), text.length).read(),
  };
  // Moved within the array: those that are put away in pieces keep every document in memory for long.
  for (let to = at < 0 ? recent.length - 1 : at; to > 0; to--) {
    const before = recent[to - 1];
    if (before) recent[to] = before;
  }
  recent[0] = known;
  return known.outline;
}

/** The latest first: a document, the templates it is compared with, and another one. */
const recent: { text: string; outline: Outline }[] = Array.from({ length: 4 }, () => ({
  text: '',
  outline: { headings: [], hiding: [], lines: [''], starts: [0] },
}));

/** The outline of a part of a document, which has no front matter. */
export function outlineOfPart(text: string): Outline {
  return new OutlineReader(linesOf(text), startsOf(text), text.length).read();
}

/**
 * Where the section of a heading ends: at the next heading of the same or a higher level, or at the end of the
 * document.
 */
export function sectionEnd(headings: readonly Heading[], index: number, length: number): number {
  return headings[subtreeEnd(headings, index)]?.start ?? length;
}
