import { type Alignment, align, isSure } from '../alignment/align.ts';
import { parentOf } from '../alignment/template-neighbours.ts';
import type { Heading, Outline } from '../markdown/heading.ts';
import { markerOf } from '../markdown/marker.ts';
import { outlineOf } from '../markdown/outline.ts';
import { TO_COME } from '../sections/completeness.ts';
import { titleForms } from '../titles/title-forms.ts';
import { blocksIn, ownLines } from '../upgrade/guidance.ts';
import { asksForSomething, type Block, isSameBlock } from '../upgrade/guidance-blocks.ts';
import { type Lineage, lineageOf } from '../upgrade/lineage.ts';
import type { MergedSection } from '../upgrade/merge-templates.ts';
import type { Finding } from './finding.ts';

/** The template of a document, through its versions. */
export interface TemplateOfDocument {
  template: string;
  /** From the version that the document was made from on; none where that is not known. */
  versions: readonly string[];
}

/** What is to be said of the sections of a document: missing, empty, twice, or still the template's. */
export function sectionFindings(document: string, of: TemplateOfDocument): Finding[] {
  const outline = outlineOf(document);
  // Without another version, today's is the one whose words may be left.
  const lineage = lineageOf(of.versions.length > 0 ? of.versions : [of.template], of.template);
  const alignment = align(lineage.sections, outline.headings);
  return [
    ...missingFindings(lineage, alignment, of.versions.length > 0),
    ...lineage.sections.flatMap((section, index) => {
      const match = alignment.anywhere[index];
      if (!match || !section.now || !isSure(match.likeness)) return [];
      const isParent = isParentOfNext(lineage, alignment, index);
      return contentFindings(outline, match.heading, {
        section,
        lineage,
        template: of.template,
        isParent,
      });
    }),
    ...twice(outline.headings),
    ...outline.headings.flatMap(markerFinding),
  ];
}

function missingFindings(
  { sections }: Lineage,
  { anywhere }: Alignment,
  hasBase: boolean,
): Finding[] {
  const absent = sections.filter(
    ({ now, marker }, index) => now && marker === 'always' && anywhere[index] === undefined,
  );
  const isInside = (section: MergedSection) => {
    const before = sections.slice(0, sections.indexOf(section));
    const parent = before.findLast(({ level }) => level < section.level);
    return parent !== undefined && absent.includes(parent);
  };
  const own = absent.filter((section) => !isInside(section));
  const then = own.filter(({ base, level }) => base && hasBase && level <= 2);
  const since = own.filter(({ base }) => !base).map(({ title }) => title);
  return [
    ...then.map(
      ({ title, id }): Finding => ({
        code: 'section-missing',
        section: title,
        id,
        line: 1,
        column: 1,
      }),
    ),
    ...(since.length > 0 ? [{ code: 'behind' as const, sections: since, line: 1, column: 1 }] : []),
  ];
}

/** Whether the next heading is that of a section inside this one, which may stand at its level. */
function isParentOfNext({ sections }: Lineage, { anywhere }: Alignment, index: number): boolean {
  const next = (anywhere[index]?.heading ?? -2) + 1;
  const inside = anywhere.findIndex((match) => match?.heading === next);
  return inside >= 0 && parentOf(sections, inside) === index;
}

function contentFindings(
  outline: Outline,
  at: number,
  of: { section: MergedSection; lineage: Lineage; template: string; isParent: boolean },
): Finding[] {
  const { section, lineage, template, isParent } = of;
  const heading = outline.headings[at];
  if (!heading) return [];
  const blocks = blocksIn(ownLines(outline, at));
  const hasParts = isParent || (outline.headings[at + 1]?.level ?? 0) > heading.level;
  const place = { line: heading.line + 1, column: 1 };
  const { title } = heading;
  if (blocks.length === 0)
    return hasParts ? [] : [{ code: 'section-empty', heading: title, ...place }];
  const [only, ...more] = blocks;
  if (only && more.length === 0 && TO_COME.test(only.words)) {
    return [
      { code: 'section-to-come', heading: title, text: only.words, line: only.from + 1, column: 1 },
    ];
  }
  const said = [
    ...(lineage.said.get(section.now?.start ?? -1) ?? []),
    nowBlocks(template, section),
  ];
  return guidanceFindings(blocks, said, title, hasParts);
}

function nowBlocks(template: string, { now }: MergedSection): Block[] {
  const outline = outlineOf(template);
  const at = outline.headings.findIndex(({ start }) => start === now?.start);
  return at < 0 ? [] : blocksIn(ownLines(outline, at));
}

function guidanceFindings(
  blocks: readonly Block[],
  said: readonly (readonly Block[])[],
  heading: string,
  hasParts: boolean,
): Finding[] {
  const isLeft = (block: Block) =>
    asksForSomething(block) &&
    said.some((version) => version.some((other) => isSameBlock(block, other)));
  const left = blocks.filter(isLeft);
  const text = left.find(({ kind }) => kind !== 'comment');
  const first = text ?? left[0];
  if (!first) return [];
  const isWhole = text !== undefined && !hasParts && left.length === blocks.length;
  const where = isWhole ? 'whole' : text ? 'text' : 'comment';
  return [{ code: 'guidance-left', heading, where, line: first.from + 1, column: 1 }];
}

/** Headings of the same name at the same level in the same section. */
function twice(headings: readonly Heading[]): Finding[] {
  const open: { level: number; seen: Map<string, number> }[] = [{ level: 0, seen: new Map() }];
  return headings.flatMap(({ level, title, line }): Finding[] => {
    while ((open.at(-1)?.level ?? 0) >= level && open.length > 1) open.pop();
    const name = `${level} ${titleForms(title).normal}`;
    const around = open.at(-1);
    const first = around?.seen.get(name);
    if (first === undefined) around?.seen.set(name, line + 1);
    open.push({ level, seen: new Map() });
    return first === undefined
      ? []
      : [{ code: 'section-twice', heading: title, first, line: line + 1, column: 1 }];
  });
}

function markerFinding({ title, line }: Heading): Finding[] {
  return markerOf(title) === 'always'
    ? []
    : [{ code: 'marker-left', heading: title, line: line + 1, column: 1 }];
}
