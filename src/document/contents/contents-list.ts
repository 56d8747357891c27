import { spliced } from '../markdown/edits.ts';
import { anchorOf, anchorWords, decodedAnchor } from '../markdown/heading-anchor.ts';
import { lineEnding, lineStarts } from '../markdown/lines.ts';
import { outlineOf } from '../markdown/outline.ts';
import { isTableOfContents } from '../sections/template-sections.ts';
import { type ContentsEntry, contentsLines } from './contents-lines.ts';
import { rangeOfList } from './contents-range.ts';
import { type Anchored, ENTRY, labelOf, withAnchors } from './table-of-contents.ts';

/** The table of contents of a document, and how it differs from its headings. Lines are counted from 1. */
export interface ContentsList {
  from: number;
  to: number;
  missing: string[];
  /** Entries that lead nowhere, as they are called. */
  unknown: string[];
}

interface ReadContents {
  /** Lines, counted from 0. */
  range: { from: number; to: number };
  entries: ContentsEntry[];
  wanted: Anchored[];
}

/**
 * The table of contents of a document: a list of links to its own headings that stands below a heading Contents, a
 * generator's mark, or such a summary of what opens, or one of nearly all sections right above the first.
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
  // Without anything that says so, it has to be plain that all sections are listed.
  const listed = new Set(known);
  const top = all.filter(({ line, level }) => line > range.from && level === known[0]?.level);
  const isPlain =
    entries.length - known.length < 2 &&
    top.filter((each) => listed.has(each)).length * 4 >= top.length * 3;
  if (range.isBare && !isPlain) return undefined;
  return { range, entries, wanted: wantedHeadings(all, known, range.from) };
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
