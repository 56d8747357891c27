import { blankOutCode } from '../markdown/blank-code.ts';
import { linesOf } from '../markdown/lines.ts';
import { withoutMarker } from '../markdown/marker.ts';
import { outline } from '../markdown/outline.ts';
import { recounted } from './counted-entries.ts';
import { headingAnchors } from './heading-anchors.ts';

const LIST =
  /(?:^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[[^\n]{1,300}\]\(#[^()\s]*\)[ \t]*(?:\r?\n|$)){2,}/gm;

/** An entry of a table of contents: its indent, bullet or number, label and address. */
export const ENTRY = /^([ \t]*)((?:[-*+]|\d{1,9}[.)])[ \t]+)\[([^\n]*)\]\(#([^()\s]*)\)/;

interface Entry {
  line: string;
  indent: string;
  bullet: string;
  label: string;
  anchor: string;
}

/** A heading, with its address in the document. */
export interface Anchored {
  level: number;
  title: string;
  anchor: string;
  /** Counted from 0. */
  line: number;
}

/**
 * A new proposal with its table of contents, where the template has one, brought up to date: entries of
 * sections that were left out are removed, those that lost a marker are renamed, and new headings are added
 * after the one before them. Everything else in it stays.
 * @param skeleton the proposal while tokens stand for the author's words, so that no list of theirs is met
 */
export function mendContents(skeleton: string, document: string, template: string): string {
  if (!skeleton.includes('](#')) return skeleton;
  const before = withAnchors(template);
  const after = withAnchors(document);
  let mended = '';
  let from = 0;
  for (const { index, 0: blanked } of blankOutCode(skeleton).matchAll(LIST)) {
    const list = skeleton.slice(index, index + blanked.length);
    mended += skeleton.slice(from, index) + mendList(list, before, after);
    from = index + blanked.length;
  }
  return mended + skeleton.slice(from);
}

/** Marks of table-of-contents generators: mdtoc, doctoc, markdown-toc and all-in-one. */
const GENERATED = /<!--\s*(?:toc\b|START doctoc|mdtoc|vscode-markdown-toc)|^\[\[?_?TOC_?\]\]?$/i;

/**
 * The line, counted from 1, of a generated table of contents, which a new section makes stale; undefined when
 * there is none.
 */
export function generatedContents(document: string): number | undefined {
  const line = linesOf(document).findIndex(isGeneratedMark);
  return line < 0 ? undefined : line + 1;
}

/** Whether a line is the mark of a generator of tables of contents. */
export function isGeneratedMark(line: string): boolean {
  return GENERATED.test(line.trim());
}

/** What an entry calls a heading. */
export function labelOf({ title }: Anchored): string {
  return title.replace(/\[([^\]]{0,500})\]\([^)]{0,500}\)/g, '$1');
}

/** The headings of a document, with their addresses. */
export function withAnchors(text: string): Anchored[] {
  const anchors = headingAnchors(text);
  return outline(text).map(({ level, title, line }, index) => ({
    level,
    title,
    line,
    anchor: anchors[index] ?? '',
  }));
}

function mendList(list: string, before: readonly Anchored[], after: readonly Anchored[]): string {
  const eol = list.includes('\r\n') ? '\r\n' : '\n';
  const entries = list
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .flatMap(entryOf);
  const of = (headings: readonly Anchored[], { anchor }: Entry) =>
    headings.find((each) => each.anchor === anchor);
  const known = entries.filter((entry) => of(before, entry) ?? of(after, entry));
  if (known.length * 2 < entries.length) return list;
  const levels = known.flatMap((entry) => (of(after, entry) ?? of(before, entry))?.level ?? []);
  const lines = new Map<Anchored | Entry, string>();
  for (const entry of entries) {
    const old = of(before, entry);
    const now = old ? after.find((each) => isSameHeading(each, old)) : of(after, entry);
    if (now) lines.set(now, now.anchor === entry.anchor ? entry.line : lineFor(entry, now));
    else if (!old) lines.set(entry, entry.line);
  }
  for (const heading of missing(after, before, levels))
    insertBehind(lines, heading, { after, entries });
  const end = /\n$/.test(list) ? eol : '';
  return lines.size === 0 ? '' : recounted([...lines.values()], entries).join(eol) + end;
}

function missing(
  after: readonly Anchored[],
  before: readonly Anchored[],
  levels: readonly number[],
): Anchored[] {
  const lowest = levels.reduce((one, other) => Math.min(one, other), Infinity);
  const highest = levels.reduce((one, other) => Math.max(one, other), 0);
  return after.filter(
    (heading) =>
      heading.level >= lowest &&
      heading.level <= highest &&
      !before.some((old) => isSameHeading(heading, old)),
  );
}

function insertBehind(
  lines: Map<Anchored | Entry, string>,
  heading: Anchored,
  { after, entries }: { after: readonly Anchored[]; entries: readonly Entry[] },
): void {
  if (lines.has(heading)) return;
  const earlier = after.slice(0, after.indexOf(heading)).findLast((each) => lines.has(each));
  const model = lines.get(earlier ?? heading);
  if (!earlier || model === undefined) return;
  const [, indent = '', bullet = '- '] = ENTRY.exec(model) ?? [];
  const steps = heading.level - earlier.level;
  const step = stepOf(entries);
  const own =
    steps >= 0
      ? indent + step.repeat(steps)
      : indent.slice(0, Math.max(0, indent.length + steps * step.length));
  const all = [...lines];
  const at = all.findIndex(([key]) => key === earlier) + 1;
  lines.clear();
  for (const [key, line] of all.slice(0, at)) lines.set(key, line);
  lines.set(heading, `${own}${bullet}[${labelOf(heading)}](#${heading.anchor})`);
  for (const [key, line] of all.slice(at)) lines.set(key, line);
}

function lineFor({ indent, bullet }: Entry, heading: Anchored): string {
  return `${indent}${bullet}[${labelOf(heading)}](#${heading.anchor})`;
}

function isSameHeading(one: Anchored, other: Anchored): boolean {
  return one.level === other.level && withoutMarker(one.title) === withoutMarker(other.title);
}

function entryOf(line: string): Entry[] {
  const [, indent = '', bullet = '', label = '', anchor = ''] = ENTRY.exec(line) ?? [];
  return bullet === '' ? [] : [{ line, indent, bullet, label, anchor }];
}

function stepOf(entries: readonly Entry[]): string {
  const base = entries[0]?.indent ?? '';
  const nested = entries.find(({ indent }) => indent.length > base.length);
  return nested ? nested.indent.slice(base.length) : '  ';
}
