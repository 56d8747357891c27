import type { Heading } from '../markdown/heading.ts';
import { lineStarts, linesOf } from '../markdown/lines.ts';
import { withoutMarker } from '../markdown/marker.ts';

const COMMENT_LINE = /^[ \t]*<!--(?:(?!-->).)*-->[ \t]*$/;

/** A line that belongs to the heading right below it: an anchor, a label of MyST, attributes, or a comment of one line. */
const ATTACHED = new RegExp(
  `^[ \\t]*<a\\s[^>]*>(?:</a>)?[ \\t]*$|^\\([\\w.:-]+\\)=[ \\t]*$|^\\{:[^{}]*\\}[ \\t]*$|${COMMENT_LINE.source}`,
);

/** An anchor belongs to the heading below it also with blank lines between them. */
const ANCHOR =
  /(?:^\uFEFF?|[\n\r])([ \t]*(?:<a\s+(?:id|name)=[^>]*>(?:<\/a>)?|\([\w.:-]+\)=)[ \t]*(?:(?:\r\n|\n|\r)[ \t]*)+(?:\r\n|\n|\r))$/;

/** A link or footnote definition (CommonMark 0.31.2, section 4.7). */
const DEFINITION = /^ {0,3}\[[^\]]+\]:\s*\S/;

/**
 * Where the text before a heading ends: before the anchors and comments that stand right above it. Without a
 * heading, at the end of the document, but before the definitions that close it.
 */
export function boundaryBefore(
  document: string,
  heading: Pick<Heading, 'start' | 'title'> | undefined,
): number {
  if (!heading) return Math.min(definitionsStart(document), closingStart(document));
  return (
    commentAbout(document, heading) ??
    detailsAround(document, heading.start) ??
    attachedStart(document, heading.start)
  );
}

/** Where a comment begins that names the heading below it, with blank lines between them, or sets a linter for it. */
function commentAbout(
  document: string,
  { start, title }: Pick<Heading, 'start' | 'title'>,
): number | undefined {
  const near = document.slice(Math.max(0, start - LONGEST_ATTACHED_LINE), start);
  if (!/-->[ \t]*\r?\n[ \t]*\r?\n\s*$/.test(near)) return undefined;
  const at = near.lastIndexOf('<!--');
  const above = near.slice(0, at);
  // Right below a heading, it is about that one.
  const isOwn =
    /\n[ \t]*\r?\n$/.test(above) && !HEADING_LINE.test(linesOf(above.trimEnd()).at(-1) ?? '');
  const words = near.slice(at).toLowerCase();
  const isMeant =
    words.includes(withoutMarker(title).toLowerCase()) || /^<!--\s*markdownlint-/.test(words);
  return at >= 0 && isOwn && isMeant ? start - near.length + at : undefined;
}

/** Where the block begins that folds a section away, of which the heading is the first that is in it. */
function detailsAround(document: string, start: number): number | undefined {
  const near = document.slice(Math.max(0, start - LONGEST_ATTACHED_LINE), start);
  const opening = OPENS_DETAILS.exec(near)?.[1];
  return opening === undefined ? undefined : start - opening.length;
}

const OPENS_DETAILS =
  /(?:^|[\n\r])([ \t]*<details\b[^<>]*>\s*(?:<summary>(?:(?!<\/summary>)[\s\S]){0,300}<\/summary>\s*)?)$/i;

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
  const isOfNote = footnoteLines(lines);
  const closes = (line: string, at: number) =>
    line.trim() === '' || isDefinition(line) || COMMENT_LINE.test(line) || isOfNote[at] === true;
  const last = lines.findLastIndex((line, at) => !closes(line, at));
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

/** Which lines go on a footnote: those that are indented below its first. */
function footnoteLines(lines: readonly string[]): boolean[] {
  let isOpen = false;
  return lines.map((line) => {
    const goesOn = isOpen && /^(?: {4}|\t)/.test(line);
    isOpen = /^ {0,3}\[\^[^\]]+\]:/.test(line) || (isOpen && (goesOn || line.trim() === ''));
    return goesOn;
  });
}

/** Where the lines begin that end a document as a whole: what closes a wrapper around all of it, or a footer below a rule. */
function closingStart(document: string): number {
  if (!CLOSES_DOCUMENT.test(document.slice(-LONGEST_ENDING))) return document.length;
  const lines = linesOf(document);
  const heading = lines.findLastIndex((line) => HEADING_LINE.test(line) && !RULE.test(line));
  const last = lines.findLastIndex((line) => line.trim() !== '');
  let first = last + 1;
  while (first - 1 > heading && closesWrapper(lines, heading, first - 1)) first--;
  while (lines[first]?.trim() === '') first++;
  const rule = lines.findLastIndex((line, at) => RULE.test(line) && lines[at - 1]?.trim() === '');
  const footer = lines.slice(rule + 1, last + 1).filter((line) => line.trim() !== '');
  const isFooter =
    rule > heading &&
    footer.length > 0 &&
    footer.length <= MOST_OF_FOOTER &&
    footer.every((line) => OF_FOOTER.test(line));
  if (isFooter) return lineStarts(document)[rule] ?? document.length;
  return first > last ? document.length : (lineStarts(document)[first] ?? document.length);
}

/** Whether a line closes what was opened above all sections, and neither in the last one nor around it alone. */
function closesWrapper(lines: readonly string[], heading: number, at: number): boolean {
  const line = lines[at] ?? '';
  if (line.trim() === '') return true;
  const [, tag, block] = CLOSES_WRAPPER.exec(line) ?? [];
  if ((tag ?? block) === undefined) return false;
  const [opens, closes] =
    tag === undefined ? [`{% ${block}`, `{% end${block}`] : [`<${tag}`, `</${tag}>`];
  let depth = 1;
  let opening = at;
  while (depth > 0 && --opening >= 0)
    depth += timesIn(lines[opening] ?? '', closes) - timesIn(lines[opening] ?? '', opens);
  const first = lines.findIndex((each) => SECTION_LINE.test(each));
  return opening < (first < 0 ? heading : first);
}

function timesIn(line: string, part: string): number {
  return line.split(part).length - 1;
}

const CLOSES_DOCUMENT =
  /(?:^|\n)[ \t]*(?:<\/\w+>|\{%-? end\w+ -?%\})\s*$|\n(?:-{3,}|\*{3,}|_{3,})[ \t]*\r?\n/;

const CLOSES_WRAPPER = /^[ \t]*(?:<\/(\w+)>|\{%-? end(\w+) -?%\})[ \t]*$/;

const RULE = /^(?:-{3,}|\*{3,}|_{3,})[ \t]*$/;

/** What a last line of a page is: in emphasis, a link, a table to sign, or words about the page. */
const OF_FOOTER =
  /^(?:[*_](?=\S)|\[|<|©|\||←|→|copyright\b|licen[sc]ed?\b|last (?:updated|modified|changed|reviewed)\b|(?:prev(?:ious)?|next|back)\b|generated\b)/i;

const MOST_OF_FOOTER = 6;

const LONGEST_ENDING = 1000;

const SECTION_LINE = /^ {0,3}#{2,6}[ \t]/;

const HEADING_LINE = /^ {0,3}#{1,6}(?:[ \t]|$)|^ {0,3}(?:=+|-+)[ \t]*$/;
