import { orUndefined } from '../../or-undefined.ts';
import { align } from '../alignment/align.ts';
import { withLinksMoved } from '../contents/anchor-links.ts';
import { contentsList, withContents } from '../contents/contents-list.ts';
import { spliced } from '../markdown/edits.ts';
import { type Heading, parentOf, subtreeEnd } from '../markdown/heading.ts';
import { anchorOf } from '../markdown/heading-anchor.ts';
import { stripMarker } from '../markdown/marker.ts';
import { DEEPEST_HEADING, outline } from '../markdown/outline.ts';
import { addSection } from '../sections/add-section.ts';
import { templateSections } from '../sections/template-sections.ts';
import { contentsFindings } from './document-findings.ts';
import { type Finding, type FindingCode, severityOf } from './finding.ts';
import { lineageOfDocument, sectionFindings, type TemplateOfDocument } from './section-findings.ts';

/** What is mended in documents, where it is certain. */
export const FIXABLE: ReadonlySet<FindingCode> = new Set([
  'marker-left',
  'heading-level',
  'section-missing',
  'contents-outdated',
]);

/**
 * A document with everything mended that is certain: markers in headings, levels, missing sections whose place is
 * certain, and the table of contents. Nothing else changes, and to mend it again changes nothing.
 * @param isWanted whether a finding is to be mended
 */
export function fixDocument(
  document: string,
  of: TemplateOfDocument,
  isWanted: (finding: Finding) => boolean,
): string {
  let fixed = document;
  // What is added may have to be mended itself.
  for (let before = ''; before !== fixed; ) {
    before = fixed;
    for (const fix of [withSection, withMarkerGone, atItsLevel])
      fixed = fixedBy(fix, fixed, of, isWanted);
  }
  const contents = contentsList(fixed);
  return contents && contentsFindings(contents).some(isWanted) ? withContents(fixed) : fixed;
}

type Fix = (document: string, finding: Finding, of: TemplateOfDocument) => string | undefined;

/** A document with one kind of finding mended; each changes where the others stand, so that they are looked for again. */
function fixedBy(
  fix: Fix,
  document: string,
  of: TemplateOfDocument,
  isWanted: (finding: Finding) => boolean,
): string {
  const tried = new Set<string>();
  for (let fixed = document; ; ) {
    const next = sectionFindings(fixed, of).find(
      (finding) => isWanted(finding) && !tried.has(keyOfFix(finding)),
    );
    if (!next) return fixed;
    tried.add(keyOfFix(next));
    fixed = fix(fixed, next, of) ?? fixed;
  }
}

function keyOfFix({ code, ...about }: Finding): string {
  return [code, 'heading' in about ? about.heading : '', 'id' in about ? about.id : ''].join('\0');
}

function withMarkerGone(document: string, finding: Finding): string | undefined {
  const heading = headingAt(document, finding.line);
  if (finding.code !== 'marker-left' || !heading) return undefined;
  const { start, bodyStart: end } = heading;
  const written = document.slice(start, end);
  const ending = /(?<![\r\n])[\r\n]*$/.exec(written)?.[0] ?? '';
  const line = stripMarker(written.slice(0, written.length - ending.length));
  const bare = spliced(document, [{ start, end, text: line + ending }]);
  // Two headings of one name would share an address.
  const name = headingAt(bare, heading.line + 1)?.title ?? '';
  const isTaken = outline(bare).some(
    ({ title, line: other }) => other !== heading.line && anchorOf(title) === anchorOf(name),
  );
  return isTaken ? undefined : withLinksTo(heading, bare);
}

/** A document with its own links to a heading leading to it under the name that it has now. */
function withLinksTo({ title, line }: Heading, document: string): string {
  const now = headingAt(document, line + 1)?.title ?? title;
  return withLinksMoved(document, title, now);
}

/** A section with all that is in it at another level, where no other heading becomes part of something else. */
function atItsLevel(
  document: string,
  finding: Finding,
  of: TemplateOfDocument,
): string | undefined {
  const heading = headingAt(document, finding.line);
  if (finding.code !== 'heading-level' || !heading) return undefined;
  const headings = outline(document);
  const at = headings.indexOf(heading);
  const behind = subtreeEnd(headings, at);
  const own = headings.slice(at, behind);
  const by = finding.expected - heading.level;
  if (!isRoom(headings, { at, behind, expected: finding.expected })) return undefined;
  if (!isBelowParent(headings, at, finding.expected, of)) return undefined;
  if (own.some(({ level }) => level + by > DEEPEST_HEADING)) return undefined;
  const edits = own.map(({ start, bodyStart, level }) => {
    const written = document.slice(start, bodyStart);
    return {
      start,
      end: bodyStart,
      text: written.replace(/^( {0,3})#+/, `$1${'#'.repeat(level + by)}`),
    };
  });
  const moved = spliced(document, edits);
  return isOnlyMoved(document, moved, of) ? moved : undefined;
}

/** Whether the heading behind a section stays outside of it, and the one before it is where it belongs. */
function isRoom(
  headings: readonly Heading[],
  { at, behind, expected }: { at: number; behind: number; expected: number },
): boolean {
  const next = headings[behind];
  const around = headings[parentOf(headings, at, expected) ?? -1];
  return (!next || next.level <= expected) && (expected === 1 || around?.level === expected - 1);
}

function isBelowParent(
  headings: readonly Heading[],
  at: number,
  expected: number,
  of: TemplateOfDocument,
): boolean {
  const { sections } = lineageOfDocument(of);
  const { anywhere } = align(sections, headings);
  const section = anywhere.findIndex((match) => match?.heading === at);
  const parent = section < 0 ? undefined : parentOf(sections, section);
  const around = parentOf(headings, at, expected);
  const isTop = parent === undefined || sections[parent]?.level === 1;
  return isTop || anywhere[parent]?.heading === around;
}

function isOnlyMoved(before: string, after: string, of: TemplateOfDocument): boolean {
  const [was, is] = [outline(before), outline(after)];
  const isSame = was.length === is.length && was.every(({ title }, at) => title === is[at]?.title);
  // A section without parts may be called empty that was a section of parts before.
  const count = (text: string) =>
    sectionFindings(text, of).filter(({ code }) => !/^section-(?:empty|tbd)$/.test(code)).length;
  return isSame && count(after) < count(before);
}

function withSection(
  document: string,
  finding: Finding,
  of: TemplateOfDocument,
): string | undefined {
  if (finding.code !== 'section-missing') return undefined;
  const base = of.versions[0];
  const options = { template: of.template, ...(base !== undefined && { base }) };
  const own = templateSections(of.template).find(({ title }) => title === finding.section);
  // Braces that are none of ours cannot be filled.
  const added = own && orUndefined(() => addSection(document, { ...options, section: own.id }));
  if (added?.status !== 'added' || !added.certain) return undefined;
  if (isBesideUnknown(added.document, finding.section, of)) return undefined;
  return isWorse(added.document, document, of) ? undefined : added.document;
}

/** Whether a document has more of what is at another level, of errors, or of errors and warnings than before. */
function isWorse(after: string, before: string, of: TemplateOfDocument): boolean {
  const [now, then] = [after, before].map((text) => sectionFindings(text, of));
  const isError = (finding: Finding) => severityOf(finding) === 'error';
  const isBad = (finding: Finding) => severityOf(finding) !== 'note';
  const isMoved = ({ code }: Finding) => code === 'heading-level';
  const countOf = (all: readonly Finding[] = [], is: (finding: Finding) => boolean) =>
    all.filter(is).length;
  return [isMoved, isError, isBad].some((is) => countOf(now, is) > countOf(then, is));
}

/** Whether a section would stand beside one of people's own, which may be it under another name. */
function isBesideUnknown(document: string, title: string, of: TemplateOfDocument): boolean {
  const headings = outline(document);
  const { sections } = lineageOfDocument(of);
  const known = new Set(align(sections, headings).anywhere.map((match) => match?.heading));
  const at = headings.findIndex((heading) => heading.title === title);
  const level = headings[at]?.level ?? 0;
  const next = subtreeEnd(headings, at);
  const before = headings.findLastIndex((heading, index) => index < at && heading.level <= level);
  return [before, next].some((each) => headings[each]?.level === level && !known.has(each));
}

function headingAt(document: string, line: number): Heading | undefined {
  return outline(document).find((heading) => heading.line === line - 1);
}
