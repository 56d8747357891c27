import { align } from '../alignment/align.ts';
import { headingLikeLine } from '../alignment/heading-like-lines.ts';
import { isInOwnPart, isTakenByTwin } from '../alignment/own-part.ts';
import { findPlace, type Place, placeBeside } from '../alignment/place.ts';
import { titleAmong } from '../alignment/section-number.ts';
import { similarHeading } from '../alignment/similar-heading.ts';
import { definitionsIn, missingDefinitions, withDefinitions } from '../markdown/definitions.ts';
import { spliced } from '../markdown/edits.ts';
import { type Heading, type Outline, parentOf } from '../markdown/heading.ts';
import { outlineOf, outlineOfPart } from '../markdown/outline.ts';
import { mergeTemplates } from '../upgrade/versions/merge-templates.ts';
import type { AddSectionOptions, AddSectionResult, Doubt } from './add-section-result.ts';
import { boundaryBefore } from './boundary.ts';
import { breakouts, contain, TEXT_BREAKS_OUT } from './containment.ts';
import { chooseSection } from './find-section.ts';
import { headingOfSection, headingsInHtml, openContainer } from './html-blocks.ts';
import { insertedText, sectionBlock, shiftHeadings } from './insertion.ts';
import { obstacleAt } from './obstacle.ts';
import type { TemplateSection } from './template-sections.ts';
import { openZone } from './zones.ts';

/**
 * Adds a section of a template to a document that people have edited since, without changing a byte of what
 * they wrote. A section that is already there, also renamed, at another level or joined with another, is left
 * alone.
 * @throws Error naming the known ids when the template has no such section
 */
export function addSection(document: string, options: AddSectionOptions): AddSectionResult {
  const { section, text, ...chosen } = chooseSection(options.template, options.section);
  const { sections, index } =
    options.base === undefined ? chosen : amongOld(section, options.base, options.template);
  const outline = outlineOf(document);
  const { headings } = outline;
  const alignment = align(sections, headings);
  const inHtml = headingsInHtml(outline);
  const found =
    headings[alignment.anywhere[index]?.heading ?? -1] ?? headingOfSection(inHtml, section.title);
  const isOwn = found && isInOwnPart(found, section.level, { headings, alignment });
  const own = isOwn ? found : undefined;
  if (found && !own && !isTakenByTwin(sections, index, alignment))
    return { status: 'present', heading: found.title, line: found.line + 1 };
  const place = options.beside
    ? placeBeside(headings, section.level, options.beside)
    : findPlace(sections, index, { headings, alignment });
  if (!place) return unplaced(whyNoPlace(options));
  const body = bodyFor(document, options, { text, from: section.level, to: place.level });
  const reason =
    whyNotBehind(place, headings, { inHtml, beside: options.beside }) ??
    obstacleAt(document, outline, place) ??
    whyNotText(body, place.level) ??
    whyNotLinks(body, document);
  if (reason !== undefined) return unplaced(reason);
  const like = similarHeading(sections, index, { headings, alignment, before: place.before });
  if (!options.beside) {
    const parent = alignment.anywhere[parentOf(sections, index) ?? -1]?.heading;
    place.doubts.push(...foldedDoubts(outline, parent), ...htmlDoubts(sections, inHtml));
  }
  const similar = options.beside
    ? undefined
    : (own ?? like ?? headingLikeLine(outline, section.title));
  const title = titleAmong(headings, section.title, { place, body });
  return write(document, outline, { title, body, place, similar });
}

/** The text of a section: the one that is given, or that of the template, with the definitions that it uses. */
function bodyFor(
  document: string,
  options: AddSectionOptions,
  { text, from, to }: { text: string; from: number; to: number },
): string {
  if (options.text !== undefined)
    return options.nestHeadings ? contain(options.text, to) : options.text;
  const used = missingDefinitions(text, { from: options.template, to: document });
  return withDefinitions(shiftHeadings(text, to - from), used);
}

/** A heading in HTML that a place behind a section would pass over. */
function whyNotBehind(
  { before }: Place,
  headings: readonly Heading[],
  { inHtml, beside }: { inHtml: readonly Heading[]; beside: AddSectionOptions['beside'] },
): string | undefined {
  if (beside?.side !== 'after') return undefined;
  const own = headings.slice(0, before).findLast(({ title }) => title === beside.heading);
  const to = headings[before]?.line ?? Infinity;
  const passed = own && inHtml.find(({ line }) => line > own.line && line < to);
  return passed && `"${passed.title}" (line ${passed.line + 1}) is a heading in HTML`;
}

/** No place in a block that closes is ever found, also where the section around it stands in one. */
function foldedDoubts(outline: Outline, parent: number | undefined): Doubt[] {
  const heading = outline.headings[parent ?? -1];
  const isFolded =
    heading && (openZone(outline, heading.start) ?? openContainer(outline, heading.start));
  return isFolded === undefined ? [] : ['outside-parent'];
}

/** Places are found among the other headings alone. */
function htmlDoubts(sections: readonly TemplateSection[], inHtml: readonly Heading[]): Doubt[] {
  return sections.some(({ title }) => headingOfSection(inHtml, title)) ? ['html-headings'] : [];
}

function amongOld(
  { start }: TemplateSection,
  base: string,
  template: string,
): { sections: readonly TemplateSection[]; index: number } {
  const sections = mergeTemplates(base, template);
  return { sections, index: sections.findIndex(({ now }) => now?.start === start) };
}

function whyNotText(text: string, level: number): string | undefined {
  const [first] = breakouts(text, level);
  return first && `${TEXT_BREAKS_OUT}: line ${first.line}, "${first.text.trim()}"`;
}

/** The first definition of a label counts: a second one would turn links that are there. */
function whyNotLinks(text: string, document: string): string | undefined {
  const own = definitionsIn(text);
  const known = own.size > 0 ? definitionsIn(document) : own;
  const isOther = (label: string, to: string) => known.has(label) && known.get(label)?.to !== to;
  const [label] = [...own].find(([each, { to }]) => isOther(each, to)) ?? [];
  return label && `its text defines [${label}], which the document defines as something else`;
}

function whyNoPlace({ beside }: AddSectionOptions): string {
  return beside
    ? `there is no heading "${beside.heading}"`
    : 'no template section was recognised in the document';
}

function unplaced(reason: string): AddSectionResult {
  return { status: 'unplaced', reason };
}

function write(
  document: string,
  outline: Outline,
  {
    title,
    body,
    place,
    similar,
  }: { title: string; body: string; place: Place; similar: Heading | undefined },
): AddSectionResult {
  const offset = boundaryBefore(document, outline.headings[place.before]);
  const text = insertedText(document, offset, sectionBlock(title, place.level, body));
  const result = spliced(document, [{ start: offset, end: offset, text }]);
  const line = keepsHeadings({ outline, before: place.before, result, offset, text, title });
  if (line === undefined) return unplaced('the surrounding text would change its meaning');
  const { level } = place;
  const doubts: Doubt[] = [...place.doubts, ...(similar ? ['similar-heading' as const] : [])];
  return {
    status: 'added',
    document: result,
    offset,
    text,
    heading: title,
    level,
    line: line + 1,
    certain: doubts.length === 0,
    doubts,
    ...(similar && { similar: { heading: similar.title, line: similar.line + 1 } }),
  };
}

/**
 * Reads the new text, and the heading after it: it as it was, and the new ones where they were put. Nothing is open at
 * a place, so what stands before it reads as before, and so does all behind that heading.
 * @returns the line, counted from 0, of the new heading; undefined when a heading changed
 */
function keepsHeadings(change: {
  outline: Outline;
  before: number;
  result: string;
  offset: number;
  text: string;
  title: string;
}): number | undefined {
  const { outline, before, result, offset, text, title } = change;
  const next = outline.headings[before];
  const { headings } = outlineOfPart(result.slice(offset, next && next.bodyStart + text.length));
  const [added] = headings;
  const kept = headings.filter(({ start }) => start >= text.length);
  const isSame =
    kept.length === (next ? 1 : 0) &&
    kept.every(({ level, title: own }) => level === next?.level && own === next.title);
  const line = outline.starts.findLastIndex((start) => start <= offset);
  return isSame && added?.title === title ? added.line + Math.max(0, line) : undefined;
}
