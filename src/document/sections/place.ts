import type { Heading } from '../markdown/outline.ts';
import type { Beside, Doubt } from './add-section-result.ts';
import type { Alignment } from './align.ts';
import { doubtsAbout } from './doubts.ts';
import {
  following,
  headingOf,
  nearest,
  parentOf,
  preceding,
  type Search,
  siblings,
  subtreeEnd,
} from './template-neighbours.ts';
import type { TemplateSection } from './template-sections.ts';
import { titleForms } from './title-likeness.ts';

/** Where a section belongs: before the heading with this index (or at the end), at this level. */
export interface Place {
  before: number;
  level: number;
  doubts: Doubt[];
}

/**
 * The place of a section that is missing, by its surviving neighbours in the template: before the next sibling,
 * else after the previous one's whole subtree, else last in the parent.
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

/**
 * The place before a heading, or after its whole section, at its level.
 * @returns undefined when there is no such heading
 */
export function placeBeside(
  headings: readonly Heading[],
  level: number,
  { side, heading, line }: Beside,
): Place | undefined {
  const { normal } = titleForms(heading);
  const named = headings.filter(
    (other) => other.title === heading || titleForms(other.title).normal === normal,
  );
  const exact = named.find((other) => other.title === heading);
  const found = named.find((other) => other.line + 1 === line) ?? exact ?? named[0];
  if (!found) return undefined;
  const index = headings.indexOf(found);
  const before = side === 'before' ? index : subtreeEnd(headings, index);
  return { before, level: Math.max(Math.min(2, level), within(found.level, level)), doubts: [] };
}

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
 * Where the next heading would become a part of the new section, the end of the previous sibling is tried:
 * sub-sections of this one may have stayed behind, under another heading.
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
  return end < before ? end : before;
}

function wishedPlace(search: Search, level: number): number {
  const { headings } = search;
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
  // Where no sibling is there, the parent is the nearest, if it is there itself.
  const before = headingOf(search, nearest(search, preceding(search)));
  return before === undefined ? 0 : subtreeEnd(headings, before);
}

function within(level: number, wanted: number): number {
  return Math.max(1, Math.min(6, wanted + 1, Math.max(wanted - 1, level)));
}
