import type { Heading } from '../markdown/heading.ts';
import { lineStarts, linesOf } from '../markdown/lines.ts';

const COMMENT_LINE = /^[ \t]*<!--(?:(?!-->).)*-->[ \t]*$/;

/** A line that belongs to the heading right below it: an anchor, or a comment of one line. */
const ATTACHED = new RegExp(`^[ \\t]*<a\\s[^>]*>(?:</a>)?[ \\t]*$|${COMMENT_LINE.source}`);

/** An anchor belongs to the heading below it also with blank lines between them. */
const ANCHOR =
  /(?:^\uFEFF?|[\n\r])([ \t]*<a\s+(?:id|name)=[^>]*>(?:<\/a>)?[ \t]*(?:(?:\r\n|\n|\r)[ \t]*)+(?:\r\n|\n|\r))$/;

/** A link or footnote definition (CommonMark 0.31.2, section 4.7). */
const DEFINITION = /^ {0,3}\[[^\]]+\]:\s*\S/;

/**
 * Where the text before a heading ends: before the anchors and comments that stand right above it. Without a
 * heading, at the end of the document, but before the definitions that close it.
 */
export function boundaryBefore(
  document: string,
  heading: Pick<Heading, 'start'> | undefined,
): number {
  return heading ? attachedStart(document, heading.start) : definitionsStart(document);
}

function attachedStart(document: string, start: number): number {
  const anchor = ANCHOR.exec(
    document.slice(Math.max(0, start - LONGEST_ATTACHED_LINE), start),
  )?.[1];
  let offset = start - (anchor?.length ?? 0);
  for (;;) {
    const before = document.slice(0, offset);
    const line = /(?:^\uFEFF?|[\n\r])([^\n\r]*)(?:\r\n|\n|\r)$/.exec(
      before.slice(-LONGEST_ATTACHED_LINE),
    );
    if (line?.[1] === undefined || !ATTACHED.test(line[1])) return offset;
    offset -= line[0].length - (/^[\n\r]/.test(line[0]) ? 1 : 0);
  }
}

const LONGEST_ATTACHED_LINE = 1000;

function definitionsStart(document: string): number {
  if (!/\]:/.test(document.slice(-LONGEST_ATTACHED_LINE))) return document.length;
  const lines = linesOf(document);
  const isDefinition = (line: string) => DEFINITION.test(line);
  const closes = (line: string) =>
    line.trim() === '' || isDefinition(line) || COMMENT_LINE.test(line);
  const last = lines.findLastIndex((line) => !closes(line));
  const behind = (from: number, is: (line: string) => boolean) =>
    lines.findIndex((line, index) => index > from && is(line));
  const definition = behind(last, isDefinition);
  // A comment right below a heading is the section's.
  const isOwn = HEADING_LINE.test(lines[last] ?? '');
  const first = isOwn ? definition : behind(last, (line) => line.trim() !== '');
  if (definition < 0 || first < 1 || lines[first - 1]?.trim() !== '') return document.length;
  const isAlone = behind(last, (line) => line.trim() !== '') === definition;
  if (isAlone && (isOwn || /:[ \t]*$/.test(lines[last] ?? ''))) return document.length;
  return lineStarts(document)[first] ?? document.length;
}

const HEADING_LINE = /^ {0,3}#{1,6}(?:[ \t]|$)|^ {0,3}(?:=+|-+)[ \t]*$/;
