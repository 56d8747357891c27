import { blockAround } from '../markdown/heading.ts';
import { outlineOf } from '../markdown/outline.ts';
import { isTableOfContents } from '../sections/template-sections.ts';
import { ENTRY, isGeneratedMark } from './table-of-contents.ts';

/** The lines of a list of links, counted from 0; `to` is the line behind it. */
export interface ListRange {
  from: number;
  to: number;
  /** Whether nothing says that it is a table of contents. */
  isBare?: true;
}

/** Where a table of contents may stand: below what says so, else right above the first section. */
export function rangeOfList(document: string, lines: readonly string[]): ListRange | undefined {
  const outline = outlineOf(document);
  const { headings, hiding } = outline;
  const marks = [
    ...headings.filter(({ title }) => isTableOfContents(title)).map(({ line }) => line),
    ...hiding
      .filter(({ type, from, to }) => type === 'html_block' && isMark(lines.slice(from, to)))
      .map(({ to }) => to - 1),
  ].toSorted((a, b) => a - b);
  for (const mark of marks) {
    let from = mark + 1;
    while (from < lines.length && !ENTRY.test(lines[from] ?? '') && !isOther(lines[from] ?? ''))
      from++;
    const isRaw = blockAround(outline, from) !== undefined;
    const { to, count } = entriesFrom(lines, from);
    if (count >= 2 && !isRaw && !goesOn(lines, to)) return { from, to };
  }
  return rangeOnTop(document, lines);
}

/** A list right above the first section, as editors write it: nothing says what it is but what it links to. */
function rangeOnTop(document: string, lines: readonly string[]): ListRange | undefined {
  const outline = outlineOf(document);
  const [title, first] = outline.headings;
  if (title?.level !== 1 || !first || first.level === 1) return undefined;
  const from = lines.findIndex((line, at) => at > title.line && ENTRY.test(line));
  if (from < 0 || from > first.line) return undefined;
  const isRaw = blockAround(outline, from) !== undefined;
  const { to, count } = entriesFrom(lines, from);
  const isLast = lines
    .slice(to, first.line)
    .every((line) => /^[ \t]*(?:[-=*_]{3,})?[ \t]*$/.test(line));
  return count >= FEWEST_BARE && !isRaw && isLast ? { from, to, isBare: true } : undefined;
}

const FEWEST_BARE = 3;

/** The line behind the last entry, and how many there are; blank lines may stand between them. */
function entriesFrom(lines: readonly string[], from: number): { to: number; count: number } {
  let [to, count] = [from, 0];
  for (let line = from; line < lines.length; line++) {
    const text = lines[line] ?? '';
    if (ENTRY.test(text)) {
      to = line + 1;
      count++;
    } else if (text.trim() !== '') break;
  }
  return { to, count };
}

/** Whether a list goes on behind its entries in another form, which is not understood. */
function goesOn(lines: readonly string[], to: number): boolean {
  const next = lines.slice(to).find((line) => line.trim() !== '') ?? '';
  if (next === lines[to]) return /^[ \t]*(?:\d+[.)]|[-*+])[ \t]|^[ \t]+\S/.test(next);
  // Behind a blank line, only an item with the same mark belongs to the list (CommonMark 0.31.2, section 5.3).
  const markOf = (line: string) =>
    /^[ \t]*(?:\d{1,9}(?=[.)])|(?=[-*+]))([-*+.)])[ \t]/.exec(line)?.[1];
  const isBreak = /^[ \t]*([-*])(?:[ \t]*\1){2,}[ \t]*$/.test(next);
  return !isBreak && markOf(next) !== undefined && markOf(next) === markOf(lines[to - 1] ?? '');
}

/** Whether HTML says that a table of contents follows: by a generator's mark, or as the summary of what opens. */
function isMark(block: readonly string[]): boolean {
  const [, summary] = /<summary>(.*?)<\/summary>/i.exec(block.join(' ')) ?? [];
  const isSummary = summary !== undefined && isTableOfContents(summary.replace(/<[^<>]*>/g, ''));
  return isSummary || isGeneratedMark(block[0] ?? '');
}

function isOther(line: string): boolean {
  const isSetOff = /^\s*(?:<!--.*-->|[-=]+|<\/?(?:details|summary|nav|div)\b.*>)\s*$/i.test(line);
  return line.trim() !== '' && !isSetOff && !isGeneratedMark(line);
}
