import type { Alignment, Match } from '../alignment/align.ts';
import { headingLikeLine } from '../alignment/heading-like-lines.ts';
import { isInOwnPart, isTakenByTwin } from '../alignment/own-part.ts';
import { findPlace, type Place } from '../alignment/place.ts';
import { similarHeading } from '../alignment/similar-heading.ts';
import type { Heading, Outline } from '../markdown/heading.ts';
import { headingOfSection, headingsInHtml } from '../sections/html-blocks.ts';
import { obstacleAt } from '../sections/obstacle.ts';
import { titleForms } from '../titles/title-forms.ts';
import { timesOfNames } from './fit.ts';
import { isRebuilt, standsInParts } from './rebuilt.ts';
import type { Upgrade } from './upgrade.ts';
import type { UpgradeDoubt } from './upgrade-result.ts';
import type { MergedSection } from './versions/merge-templates.ts';

/** A section that a document is to gain. */
export interface Gained {
  section: MergedSection;
  place: Place | undefined;
  similar: Heading | undefined;
  doubts: UpgradeDoubt[];
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
  upgrade: Upgrade,
  isWanted: (section: MergedSection, isCertain: boolean) => boolean,
): { gained: Gained[]; standing: Standing } {
  const { document, outline, alignment, lineage, past, hasBase } = upgrade;
  const { sections } = lineage;
  const standing: Standing = { headings: [...outline.headings], alignment };
  const ofAll: UpgradeDoubt[] = [
    ...(hasBase ? [] : (['unknown-base'] as const)),
    ...(isRebuilt(upgrade) ? (['template-rebuilt'] as const) : []),
  ];
  const inHtml = headingsInHtml(outline);
  const gained: Gained[] = [];
  sections.forEach((section, index) => {
    if (section.base || !section.now || headingOfSection(inHtml, section.title)) return;
    const lack = lackOf(section, { index, sections, standing, past });
    if (!lack) return;
    const found = findOne(section, { sections, index, document, outline, standing, own: lack.own });
    if (found.place) {
      found.doubts.push(...ofAll);
      if (standsInParts(section, upgrade)) found.doubts.push('parts-elsewhere');
    }
    found.isInserted = found.reason === undefined && isWanted(section, found.doubts.length === 0);
    if (found.isInserted && found.place) insert(standing, index, found);
    gained.push(found);
  });
  return { gained, standing };
}

/**
 * Whether a document lacks a section: undefined where it is there, and where its authors took it out.
 * @returns the heading of its name that stands in a part of people's own
 */
function lackOf(
  section: MergedSection,
  of: {
    index: number;
    sections: readonly MergedSection[];
    standing: Standing;
    past: ReadonlyMap<string, number>;
  },
): { own: Heading | undefined } | undefined {
  const { index, sections, standing, past } = of;
  const { headings, alignment } = standing;
  const found = alignment.anywhere[index];
  const heading =
    headings[found?.heading ?? headings.findIndex((each) => hasNameOf(each, section))];
  if (!heading) return isTakenOut(section, past) ? undefined : { own: undefined };
  if (!found || isInOwnPart(heading, section.level, standing)) return { own: heading };
  const isAnother = isTakenByTwin(sections, index, alignment);
  const { normal } = titleForms(section.title);
  const wasTwice = (past.get(normal) ?? 0) > (timesOfNames(headings).get(normal) ?? 0);
  return isAnother && !wasTwice ? { own: undefined } : undefined;
}

function hasNameOf({ title }: Heading, section: MergedSection): boolean {
  return titleForms(title).normal === titleForms(section.title).normal;
}

function isTakenOut(
  { title, formerly = [] }: MergedSection,
  past: ReadonlyMap<string, number>,
): boolean {
  return [title, ...formerly].some((name) => past.has(titleForms(name).normal));
}

function findOne(
  section: MergedSection,
  of: {
    sections: readonly MergedSection[];
    index: number;
    document: string;
    outline: Outline;
    standing: Standing;
    own: Heading | undefined;
  },
): Gained {
  const { sections, index, document, outline, standing, own } = of;
  const { headings } = standing;
  const place = findPlace(sections, index, standing);
  const like = place
    ? similarHeading(sections, index, { ...standing, before: place.before })
    : undefined;
  const instead = titleForms(section.instead ?? '').normal;
  const similar =
    own ??
    like ??
    headings.find(({ title }) => titleForms(title).normal === instead) ??
    headingLikeLine(outline, section.title);
  const next = headings.slice(place?.before).find((heading) => !heading.gained);
  const before = next ? outline.headings.indexOf(next) : outline.headings.length;
  const reason = place
    ? (obstacleAt(document, outline, { before, level: place.level }) ?? adoptsAt(headings, place))
    : 'no template section was recognised in the document';
  const doubts = [...(place?.doubts ?? []), ...(similar ? (['similar-heading'] as const) : [])];
  return { section, place, similar, doubts, reason, isInserted: false, before };
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
