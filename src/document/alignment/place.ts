import { type Heading, parentOf, subtreeEnd } from '../markdown/heading.ts';
import type { Beside, Doubt } from '../sections/add-section-result.ts';
import type { TemplateSection } from '../sections/template-sections.ts';
import { titleForms } from '../titles/title-forms.ts';
import { type Alignment, isSure } from './align.ts';
import { doubtsAbout } from './doubts.ts';
import {
  following,
  headingOf,
  nearest,
  nextSibling,
  preceding,
  previousSibling,
  type Search,
  siblings,
} from './template-neighbours.ts';

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
  const ordered = beforeLater(search, clamped, level);
  const before = withoutAdopting(search, ordered, level);
  return {
    before,
    level,
    doubts: doubtsAbout(search, {
      before,
      level,
      isMoved: before !== ordered || clamped !== wished,
      isDisordered: ordered !== clamped,
    }),
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
  const { section, headings, parent, alignment } = search;
  const wanted = section.level + alignment.shift;
  const sibling = nearest(search, siblings(search));
  const found = headings[headingOf(search, sibling) ?? -1]?.level;
  const parentHeading = headings[headingOf(search, parent) ?? -1];
  const isRaised = found !== undefined && parentHeading && found <= parentHeading.level;
  const level = isRaised && areMostWithin(search, found) ? parentHeading.level + 1 : found;
  if (level !== undefined) return within(level, wanted);
  const step = section.level - (search.sections[parent ?? -1]?.level ?? section.level - 1);
  if (parentHeading) return within(parentHeading.level + step, wanted);
  return within(wanted, wanted);
}

/** Whether most sections that the template has at this one's level stand deeper than a level. */
function areMostWithin({ sections, section, headings, alignment }: Search, level: number): boolean {
  const cousins = sections.flatMap((other, index) => {
    const found = headings[alignment.inOrder[index]?.heading ?? -1]?.level;
    return other.level === section.level && found !== undefined ? found : [];
  });
  return cousins.filter((found) => found > level).length * 2 > cousins.length;
}

/**
 * Where the next heading would become part of the new section, the end of the previous sibling is tried:
 * sub-sections of this one may have stayed behind, under another heading.
 */
function withoutAdopting(search: Search, before: number, level: number): number {
  const { headings } = search;
  const adopts = (place: number) => (headings[place]?.level ?? 0) > level;
  const previous = headingOf(search, previousSibling(search));
  if (!adopts(before) || previous === undefined) return before;
  const end = subtreeEnd(headings, previous);
  return end < before && end >= firstPlace(search) ? end : before;
}

function wishedPlace(search: Search, level: number): number {
  const { headings } = search;
  const nextHeading = headingOf(search, nextSibling(search));
  if (nextHeading !== undefined && headings[nextHeading]?.level === level) return nextHeading;
  // Deeper headings at the place would become parts of what is put before them.
  return subtreeEnd(headings, firstPlace(search) - 1, level);
}

/** Before what comes later in the template and stands earlier than its neighbours, where that is behind all else. */
function beforeLater(search: Search, place: number, level: number): number {
  const { sections, headings, alignment, index } = search;
  const first = firstPlace(search);
  const later = alignment.anywhere.flatMap((match, other) => {
    if (!match || other < index || sections[other]?.isGone || !isSure(match.likeness)) return [];
    return match.heading >= first && match.heading < place ? match.heading : [];
  });
  const best = later.reduce((least, each) => Math.min(least, each), place);
  return headings[best]?.level === level ? best : place;
}

function firstPlace(search: Search): number {
  const { headings, parent } = search;
  const last = nearest(search, preceding(search));
  const ends = [last, previousSibling(search)].map((section) => {
    const heading = headingOf(search, section);
    return heading === undefined ? 0 : subtreeEnd(headings, heading);
  });
  // Where no sibling is there, the parent is the nearest, if it is there itself.
  return last === parent ? (ends[0] ?? 0) : Math.max(...ends);
}

function within(level: number, wanted: number): number {
  return Math.max(1, Math.min(6, wanted + 1, Math.max(wanted - 1, level)));
}
