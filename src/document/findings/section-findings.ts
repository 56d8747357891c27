import { type Alignment, align, isSure } from '../alignment/align.ts';
import { type Heading, type Outline, parentOf } from '../markdown/heading.ts';
import { outlineOf } from '../markdown/outline.ts';
import { FEW_CHARACTERS, isToCome } from '../sections/completeness.ts';
import { isRequired } from '../sections/required.ts';
import { sharesWord } from '../titles/likeness.ts';
import { isSameTitle, titleForms } from '../titles/title-forms.ts';
import { blocksIn, ownLines } from '../upgrade/guidance.ts';
import { type Lineage, lineageOf } from '../upgrade/versions/lineage.ts';
import type { MergedSection } from '../upgrade/versions/merge-templates.ts';
import type { Finding } from './finding.ts';
import { guidanceFindings, saysNothing } from './guidance-findings.ts';
import { headingFindings, misspelledShort } from './heading-findings.ts';
import { missingFindings } from './missing-sections.ts';

/** The template of a document, through its versions. */
export interface TemplateOfDocument {
  template: string;
  /** From the version that the document was made from on; none where that is not known. */
  versions: readonly string[];
}

/** What is to be said of the sections of a document: missing, empty, twice, or still the template's. */
export function sectionFindings(document: string, of: TemplateOfDocument): Finding[] {
  const outline = outlineOf(document);
  const lineage = lineageOfDocument(of);
  const alignment = align(lineage.sections, outline.headings);
  const near = misspelledShort(outline.headings, { lineage, alignment });
  const known = new Set(alignment.anywhere.map((match) => match?.heading));
  return [
    ...missingFindings(outline, { lineage, alignment, near, hasBase: of.versions.length > 0 }),
    ...lineage.sections.flatMap((section, index) => {
      const match = alignment.anywhere[index];
      if (!match || !section.now || !isSure(match.likeness)) return [];
      const isParent = isParentOfNext(lineage, alignment, index);
      return contentFindings(outline, match.heading, {
        section,
        lineage,
        isParent,
      });
    }),
    ...outline.headings.flatMap((_, at) => (known.has(at) ? [] : toCome(outline, at))),
    ...headingFindings(outline.headings, { lineage, alignment }, near),
  ];
}

/** The sections of a template through its versions; without another one, today's is the one whose words may be left. */
export function lineageOfDocument({ template, versions }: TemplateOfDocument): Lineage {
  return lineageOf(versions.length > 0 ? versions : alone(template), template);
}

/** A template as its only version: the same array for the same template, so that it is gone through once. */
function alone(template: string): readonly string[] {
  if (only[0] !== template) only = [template];
  return only;
}

let only: readonly string[] = [];

/** Whether the next heading is that of a section inside this one, which may stand at its level. */
function isParentOfNext({ sections }: Lineage, { anywhere }: Alignment, index: number): boolean {
  const next = (anywhere[index]?.heading ?? -2) + 1;
  const inside = anywhere.findIndex((match) => match?.heading === next);
  return inside >= 0 && parentOf(sections, inside) === index;
}

function contentFindings(
  outline: Outline,
  at: number,
  of: { section: MergedSection; lineage: Lineage; isParent: boolean },
): Finding[] {
  const { section, lineage, isParent } = of;
  const heading = outline.headings[at];
  if (!heading) return [];
  const blocks = blocksIn(ownLines(outline, at)).filter(
    ({ from, to }) => !saysNothing(outline.lines.slice(from, to)),
  );
  const hasParts = isParent || (outline.headings[at + 1]?.level ?? 0) > heading.level;
  const place = { line: heading.line + 1, column: 1 };
  const { title } = heading;
  if (blocks.length === 0) {
    return hasParts || ANSWERED.test(title) || goesOnBeside(outline.headings, at, of)
      ? []
      : [{ code: 'section-empty', heading: title, ...place }];
  }
  const coming = toCome(outline, at);
  if (coming.length > 0) return coming;
  const said = [
    ...(lineage.said.get(section.now?.start ?? -1) ?? []),
    lineage.saysNow.get(section.now?.start ?? -1) ?? [],
  ];
  return guidanceFindings(blocks, {
    lines: outline.lines,
    said,
    heading: title,
    hasParts,
    isRequired: isRequired(section),
  });
}

const ANSWERED =
  /[[(](?:omitted|skipped|none|n\/a|not applicable|entfällt|sans objet|no aplica)[\])]$|^~~[^~]*~~$/i;

/** Whether the next heading, which the template does not have, stands beside this one by mistake: it shares a word. */
function goesOnBeside(
  headings: readonly Heading[],
  at: number,
  { lineage }: { lineage: Lineage },
): boolean {
  const [own, next] = [headings[at], headings[at + 1]];
  if (!own || next?.level !== own.level) return false;
  const isKnown = lineage.sections.some((section) => isSameTitle(section.title, next.title));
  return !isKnown && sharesWord(titleForms(own.title), titleForms(next.title));
}

/** A section that says only that something will come, whether the template has it or not. */
function toCome(outline: Outline, at: number): Finding[] {
  const heading = outline.headings[at];
  if ((outline.headings[at + 1]?.level ?? 0) > (heading?.level ?? 0)) return [];
  const next = outline.headings[at + 1]?.start ?? Infinity;
  // What says that something is to come says little.
  if (!heading || (next !== Infinity && next - heading.bodyStart > FEW_CHARACTERS)) return [];
  const [only, ...more] = blocksIn(ownLines(outline, at));
  if (!only || more.length > 0 || !isToCome(only.words)) return [];
  const place = { line: only.from + 1, column: 1 };
  return [{ code: 'section-tbd', heading: heading.title, text: only.words, ...place }];
}
