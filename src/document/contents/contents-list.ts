import { spliced } from '../markdown/edits.ts';
import { anchorOf, anchorWords, decodedAnchor } from '../markdown/heading-anchor.ts';
import { lineEnding, lineStarts } from '../markdown/lines.ts';
import { outlineOf } from '../markdown/outline.ts';
import { isTableOfContents } from '../sections/template-sections.ts';
import { type ContentsEntry, contentsLines } from './contents-lines.ts';
import {
  type Anchored,
  ENTRY,
  isGeneratedMark,
  labelOf,
  withAnchors,
} from './table-of-contents.ts';

/** The table of contents of a document, and how it differs from its headings. Lines are counted from 1. */
export interface ContentsList {
  from: number;
  /** The line behind it. */
  to: number;
  /** Headings that it should have. */
  missing: string[];
  /** Entries that lead nowhere, as they are called. */
  unknown: string[];
}

interface ReadContents {
  /** Lines, counted from 0. */
  range: { from: number; to: number };
  entries: ContentsEntry[];
  /** The headings that should be in it. */
  wanted: Anchored[];
}

/**
 * The table of contents of a document: a list of links to its own headings that stands below a heading Contents, a
 * generator's mark, or such a summary of what opens.
 * @returns undefined where there is none
 */
export function contentsList(document: string): ContentsList | undefined {
  const read = readContents(document);
  if (!read) return undefined;
  const { range, entries, wanted } = read;
  const listed = new Set(entries.map(({ heading }) => heading));
  return {
    from: range.from + 1,
    to: range.to + 1,
    missing: wanted.filter((each) => !listed.has(each)).map(labelOf),
    unknown: entries.filter(({ heading }) => !heading).map(({ label }) => label),
  };
}

/** A document with its table of contents brought up to date; entries that lead somewhere stay as they are. */
export function withContents(document: string): string {
  const read = readContents(document);
  if (!read) return document;
  const { range, entries, wanted } = read;
  const { lines } = outlineOf(document);
  return withList(
    document,
    range,
    contentsLines(lines.slice(range.from, range.to), entries, wanted),
  );
}

function readContents(document: string): ReadContents | undefined {
  if (!document.includes('](#')) return undefined;
  const { lines } = outlineOf(document);
  const range = rangeOfList(document, lines);
  if (!range) return undefined;
  const all = withAnchors(document);
  const entries = contentsEntries(lines.slice(range.from, range.to), all);
  const known = entries.flatMap(({ heading }) => heading ?? []);
  if (known.length < 2 || known.length * 2 < entries.length) return undefined;
  return { range, entries, wanted: wantedHeadings(all, known, range.from) };
}

function rangeOfList(
  document: string,
  lines: readonly string[],
): { from: number; to: number } | undefined {
  const { headings, hiding } = outlineOf(document);
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
    const isRaw = hiding.some((each) => each.from <= from && from < each.to);
    const { to, count } = entriesFrom(lines, from);
    if (count >= 2 && !isRaw && !goesOn(lines, to)) return { from, to };
  }
  return undefined;
}

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

/** What ends the search for a list below a mark: words, or another heading. */
function isOther(line: string): boolean {
  const isSetOff = /^\s*(?:<!--.*-->|[-=]+|<\/?(?:details|summary|nav|div)\b.*>)\s*$/i.test(line);
  return line.trim() !== '' && !isSetOff && !isGeneratedMark(line);
}

function contentsEntries(lines: readonly string[], all: readonly Anchored[]): ContentsEntry[] {
  // The first of those with the same address counts.
  const backwards = all.toReversed();
  const byAddress = new Map(backwards.map((each) => [each.anchor, each]));
  let byTitle: Map<string, Anchored> | undefined;
  return lines.flatMap((line) => {
    const [, indent = '', bullet = '', label = '', anchor = ''] = ENTRY.exec(line) ?? [];
    if (line.trim() === '') return [];
    let heading = byAddress.get(decodedAnchor(anchor));
    if (!heading) {
      // Generators have addresses of their own for code and links: what is called so is meant.
      byTitle ??= new Map(backwards.map((each) => [anchorOf(anchorWords(each.title)), each]));
      heading = byTitle.get(anchorOf(anchorWords(label)));
    }
    return { line, indent, bullet, label, heading };
  });
}

/** The headings below a list of the levels that it has as good as all of. */
function wantedHeadings(
  all: readonly Anchored[],
  known: readonly Anchored[],
  from: number,
): Anchored[] {
  const isMeant = (title: string) => !isTableOfContents(title) && !OMITTED.test(title);
  const below = all.filter(({ line, title }) => line > from && isMeant(title));
  const isFull = (level: number) => {
    const there = below.filter((each) => each.level === level).length;
    const listed = known.filter((each) => each.level === level).length;
    return there - listed <= Math.min(MOST_MISSING, listed / 2);
  };
  const full = new Set([...new Set(known.map(({ level }) => level))].filter(isFull));
  return below.filter(({ level }) => full.has(level));
}

/** What generators leave out a heading by: markdown-all-in-one and others. */
const OMITTED = /<!-- *omit (?:in|from) toc *-->/i;

/** A list that lacks more headings of a level than this leaves them out on purpose. */
const MOST_MISSING = 3;

function withList(
  document: string,
  { from, to }: { from: number; to: number },
  list: readonly string[],
): string {
  const starts = lineStarts(document);
  const eol = lineEnding(document);
  const [start, end] = [starts[from] ?? 0, starts[to] ?? document.length];
  const isLast = !/[\r\n]$/.test(document.slice(start, end));
  return spliced(document, [{ start, end, text: list.join(eol) + (isLast ? '' : eol) }]);
}
