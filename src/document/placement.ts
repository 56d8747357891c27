import type { Alignment } from './alignment.ts';
import type { Heading } from './outline.ts';
import type { TemplateSection } from './sections.ts';

/** Why a place may not be the one that a maintainer would choose. */
export type Doubt =
  | 'parent-missing'
  | 'levels-differ'
  | 'out-of-order'
  | 'outside-parent'
  | 'few-recognised'
  | 'among-unknown';

/** Where a section belongs: before the heading with this index (or at the end), at this level. */
export interface Place {
  before: number;
  level: number;
  doubts: Doubt[];
}

/** What is known while a place is looked for. Indexes of sections and headings are told apart by name. */
interface Search {
  sections: readonly TemplateSection[];
  headings: readonly Heading[];
  alignment: Alignment;
  index: number;
  section: TemplateSection;
  parent: number | undefined;
}

/**
 * The place of a section that is missing, by its surviving neighbours in the template: before the next
 * sibling, else after the previous one's whole subtree, else last in the parent.
 *
 * @returns undefined when nothing of the template was recognised
 */
export function findPlace(
  sections: readonly TemplateSection[],
  index: number,
  { headings, alignment }: { headings: readonly Heading[]; alignment: Alignment },
): Place | undefined {
  const section = sections[index];
  if (!section || alignment.inOrder.every((match) => match === undefined)) return undefined;
  const search: Search = {
    sections,
    headings,
    alignment,
    index,
    section,
    parent: parentOf(sections, index),
  };
  const level = levelFor(search);
  const wished = wishedPlace(search, level);
  const limit = headingOf(search, nearest(search, following(search)));
  const clamped = limit === undefined ? wished : Math.min(wished, limit);
  const before = withoutAdopting(search, clamped, level);
  return {
    before,
    level,
    doubts: doubtsAbout(search, { before, level, isMoved: before !== wished }),
  };
}

/** Index of the heading that encloses a place of a level, undefined at the top. */
export function enclosing(
  headings: readonly Heading[],
  before: number,
  level: number,
): number | undefined {
  const found = headings.slice(0, before).findLastIndex((heading) => heading.level < level);
  return found < 0 ? undefined : found;
}

/** The level of the nearest surviving sibling, else one below the parent, else the parent's own. */
function levelFor(search: Search): number {
  const { section, headings, parent } = search;
  const sibling = nearest(search, siblings(search));
  const found = headings[headingOf(search, sibling) ?? -1]?.level;
  if (found !== undefined) return within(found, section.level);
  const parentHeading = headings[headingOf(search, parent) ?? -1];
  if (parentHeading) return within(parentHeading.level + 1, section.level);
  return section.level;
}

/**
 * Where the next heading would become a part of the new section, the end of the previous sibling is
 * tried: sub-sections of this one may have stayed behind, under another heading.
 */
function withoutAdopting(search: Search, before: number, level: number): number {
  const { headings, index } = search;
  const adopts = (place: number) => (headings[place]?.level ?? 0) > level;
  const previous = headingOf(
    search,
    nearest(
      search,
      siblings(search).filter((other) => other < index),
    ),
  );
  if (!adopts(before) || previous === undefined) return before;
  const end = subtreeEnd(headings, previous);
  return end < before && !adopts(end) ? end : before;
}

function wishedPlace(search: Search, level: number): number {
  const { headings, parent } = search;
  const around = siblings(search);
  const next = nearest(
    search,
    around.filter((other) => other > search.index),
  );
  const nextHeading = headingOf(search, next);
  if (nextHeading !== undefined && headings[nextHeading]?.level === level) return nextHeading;
  const previous = headingOf(
    search,
    nearest(
      search,
      around.filter((other) => other < search.index),
    ),
  );
  if (previous !== undefined) return subtreeEnd(headings, previous);
  const parentHeading = headingOf(search, parent);
  if (parentHeading !== undefined) return subtreeEnd(headings, parentHeading);
  const before = headingOf(search, nearest(search, preceding(search)));
  return before === undefined ? 0 : subtreeEnd(headings, before);
}

function doubtsAbout(
  search: Search,
  { before, level, isMoved }: { before: number; level: number; isMoved: boolean },
): Doubt[] {
  const { headings, parent, alignment } = search;
  const doubts: Doubt[] = [];
  const parentHeading = headingOf(search, parent);
  if (parent !== undefined && parentHeading === undefined) doubts.push('parent-missing');
  if (isUneven(search, level)) doubts.push('levels-differ');
  if (touchesDisorder(search)) doubts.push('out-of-order');
  if (isAmongUnknown(search)) doubts.push('among-unknown');
  if (parentHeading !== undefined && enclosing(headings, before, level) !== parentHeading)
    doubts.push('outside-parent');
  else if (isMoved) doubts.push('outside-parent');
  if (alignment.inOrder.filter(Boolean).length < 3) doubts.push('few-recognised');
  return doubts;
}

/** Whether a section of the same level, or a neighbour of any, was moved by other levels than this one. */
function isUneven(search: Search, level: number): boolean {
  const { sections, section, headings } = search;
  const neighbours = [nearest(search, preceding(search)), nearest(search, following(search))];
  return sections.some((other, index) => {
    const found = headings[headingOf(search, index) ?? -1]?.level;
    const counts = other.level === section.level || neighbours.includes(index);
    return counts && found !== undefined && found - other.level !== level - section.level;
  });
}

/** Whether the parent has sub-sections, and none of them is one of the template's. */
function isAmongUnknown(search: Search): boolean {
  const { headings, parent } = search;
  const heading = headingOf(search, parent);
  if (heading === undefined || nearest(search, siblings(search)) !== undefined) return false;
  return (headings[heading + 1]?.level ?? 0) > (headings[heading]?.level ?? 0);
}

/** Whether a neighbour in the template is in the document, but out of order. */
function touchesDisorder(search: Search): boolean {
  const { alignment } = search;
  const isMoved = (other: number) =>
    alignment.anywhere[other] !== undefined && alignment.inOrder[other] === undefined;
  const around = siblings(search);
  const isThere = (other: number) => alignment.anywhere[other] !== undefined;
  const next = around.find((other) => other > search.index && isThere(other));
  const previous = around.findLast((other) => other < search.index && isThere(other));
  return [next, previous].some((other) => other !== undefined && isMoved(other));
}

function siblings({ sections, index, section, parent }: Search): number[] {
  return sections.flatMap((other, at) =>
    at !== index && other.level === section.level && parentOf(sections, at) === parent ? [at] : [],
  );
}

function following({ sections, index }: Search): number[] {
  return sections.map((_, at) => at).filter((at) => at > index);
}

function preceding({ sections, index }: Search): number[] {
  return sections.map((_, at) => at).filter((at) => at < index);
}

/** The nearest in the template among sections that survive in the document. */
function nearest({ alignment, index }: Search, others: readonly number[]): number | undefined {
  const surviving = others.filter((other) => alignment.inOrder[other] !== undefined);
  return surviving.toSorted((a, b) => Math.abs(a - index) - Math.abs(b - index))[0];
}

function headingOf({ alignment }: Search, section: number | undefined): number | undefined {
  return section === undefined ? undefined : alignment.inOrder[section]?.heading;
}

function parentOf(sections: readonly TemplateSection[], index: number): number | undefined {
  const level = sections[index]?.level ?? 0;
  const found = sections.slice(0, index).findLastIndex((other) => other.level < level);
  return found < 0 ? undefined : found;
}

/** Index of the heading after a heading's whole section. */
function subtreeEnd(headings: readonly Heading[], index: number): number {
  const level = headings[index]?.level ?? 0;
  const next = headings.findIndex((heading, at) => at > index && heading.level <= level);
  return next < 0 ? headings.length : next;
}

/** A level within one of the template's, so that the section is recognised again. */
function within(level: number, wanted: number): number {
  return Math.max(1, Math.min(6, wanted + 1, Math.max(wanted - 1, level)));
}
