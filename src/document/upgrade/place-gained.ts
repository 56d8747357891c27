import type { Alignment, Match } from '../alignment/align.ts';
import { findPlace, type Place } from '../alignment/place.ts';
import { similarHeading } from '../alignment/similar-heading.ts';
import type { Heading, Outline } from '../markdown/heading.ts';
import { obstacleAt } from '../sections/obstacle.ts';
import { titleForms } from '../titles/title-forms.ts';
import type { MergedSection } from './merge-templates.ts';
import type { Upgrade } from './upgrade.ts';

/** A section that a document is to gain. */
export interface Gained {
  section: MergedSection;
  /** Undefined where there is none. */
  place: Place | undefined;
  similar: Heading | undefined;
  /** Why there is no place. */
  reason: string | undefined;
  isInserted: boolean;
  /** The heading of the document that it comes before, by its index; the number of headings at the end. */
  before: number;
}

/** A document's headings while sections are put among them. */
export interface Standing {
  headings: (Heading & { gained?: Gained })[];
  alignment: Alignment;
}

/**
 * Finds places for what the template gained, each among those found before it.
 * @param isWanted whether a section is put in where nothing speaks against its place but these doubts
 */
export function placeGained(
  { outline, alignment, lineage: { sections }, past, hasBase }: Upgrade,
  isWanted: (section: MergedSection, isCertain: boolean) => boolean,
): { gained: Gained[]; standing: Standing } {
  const standing: Standing = { headings: [...outline.headings], alignment };
  const gained: Gained[] = [];
  sections.forEach((section, index) => {
    if (section.base || !section.now || standing.alignment.anywhere[index]) return;
    if (normalNames(section).some((name) => past.has(name))) return;
    const found = findOne(section, { sections, index, outline, standing });
    if (!hasBase) found.place?.doubts.push('unknown-base');
    const isCertain = found.place?.doubts.length === 0 && !found.similar;
    found.isInserted = found.reason === undefined && isWanted(section, isCertain);
    if (found.isInserted && found.place) insert(standing, index, found);
    gained.push(found);
  });
  return { gained, standing };
}

function normalNames({ title, formerly = [] }: MergedSection): string[] {
  return [title, ...formerly].map((name) => titleForms(name).normal);
}

function findOne(
  section: MergedSection,
  of: { sections: readonly MergedSection[]; index: number; outline: Outline; standing: Standing },
): Gained {
  const { sections, index, outline, standing } = of;
  const { headings } = standing;
  const place = findPlace(sections, index, standing);
  const like = place
    ? similarHeading(sections, index, { ...standing, before: place.before })
    : undefined;
  const instead = titleForms(section.instead ?? '').normal;
  const similar = like ?? headings.find(({ title }) => titleForms(title).normal === instead);
  const next = headings.slice(place?.before).find((heading) => !heading.gained);
  const before = next ? outline.headings.indexOf(next) : outline.headings.length;
  const reason = place
    ? (obstacleAt(outline, { before, level: place.level }) ?? adoptsAt(headings, place))
    : 'no template section was recognised in the document';
  return { section, place, similar, reason, isInserted: false, before };
}

/** Headings that were put in may be deeper than what comes before them. */
function adoptsAt(headings: Standing['headings'], { before, level }: Place): string | undefined {
  const next = headings[before];
  if (!next || next.level <= level) return undefined;
  return `"${next.title}" would become part of the new section`;
}

function insert(standing: Standing, index: number, gained: Gained): void {
  const { place, section } = gained;
  if (!place) return;
  const { before, level } = place;
  const heading = { level, title: section.title, line: -1, start: -1, bodyStart: -1, gained };
  standing.headings.splice(before, 0, heading);
  const moved = (match: Match | undefined) =>
    match && match.heading >= before ? { ...match, heading: match.heading + 1 } : match;
  const own: Match = { heading: before, likeness: 'exact' };
  const withOwn = (matches: readonly (Match | undefined)[]) => matches.map(moved).with(index, own);
  standing.alignment = {
    ...standing.alignment,
    inOrder: withOwn(standing.alignment.inOrder),
    anywhere: withOwn(standing.alignment.anywhere),
  };
}
