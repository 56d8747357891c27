import { align } from '../alignment/align.ts';
import { missingDefinitions, withDefinitions } from '../markdown/definitions.ts';
import { spliced, type TextEdit } from '../markdown/edits.ts';
import { outlineOf } from '../markdown/outline.ts';
import { boundaryBefore } from '../sections/boundary.ts';
import { insertedText, sectionBlock } from '../sections/insertion.ts';
import { type CarriedGuidance, carryGuidance } from './carry-guidance.ts';
import { timesOfNames } from './fit.ts';
import { type Gained, placeGained } from './place-gained.ts';
import { renamedChange, renamingsOf } from './renamings.ts';
import { toldOf } from './told.ts';
import type { Upgrade } from './upgrade.ts';
import type { UpgradeChange, UpgradeDocumentResult, UpgradeOptions } from './upgrade-result.ts';
import { lineageOf } from './versions/lineage.ts';
import type { MergedSection } from './versions/merge-templates.ts';

/**
 * Carries over to a document what its template has become since: sections that it gained or renamed, and explanations
 * that are still the template's own words. What people have written stays, to the byte.
 */
export function upgradeDocument(document: string, options: UpgradeOptions): UpgradeDocumentResult {
  const { base, template, past = [] } = options;
  const lineage = lineageOf(
    options.versions ?? (base === undefined ? NO_VERSIONS : [base]),
    template,
  );
  const outline = outlineOf(document);
  const upgrade: Upgrade = {
    document,
    template,
    outline,
    lineage,
    alignment: align(lineage.sections, outline.headings),
    accepted: new Set(options.accepted),
    past: mostOften(past),
    hasBase: base !== undefined,
  };
  const words = carryGuidance(upgrade);
  const result = made(upgrade, words) ?? made(upgrade, []);
  const told = base === undefined ? [] : toldOf(upgrade, base, template);
  if (result) return { ...result, changes: [...result.changes, ...told] };
  // What was to be put in would be read as something else there: then only what is missing is told.
  const { gained } = placeGained(upgrade, () => false);
  return { document, changes: [...gained.map((each) => gainedChange(each, undefined)), ...told] };
}

function mostOften(texts: readonly string[]): Map<string, number> {
  const most = new Map<string, number>();
  for (const text of texts) {
    for (const [name, count] of timesOfNames(outlineOf(text).headings))
      most.set(name, Math.max(count, most.get(name) ?? 0));
  }
  return most;
}

const NO_VERSIONS: readonly string[] = [];

/** The document with all that is certain or accepted; undefined where its headings would not be read as meant. */
function made(
  upgrade: Upgrade,
  words: readonly CarriedGuidance[],
): UpgradeDocumentResult | undefined {
  const { document, accepted } = upgrade;
  const { sections } = upgrade.lineage;
  const skipped = new Set<MergedSection>();
  const { gained, standing } = placeGained(upgrade, (section, isCertain) => {
    const isPossible = !isWithin(skipped, section, sections);
    const isWanted = accepted.has(section.title) || (isCertain && section.marker === 'always');
    if (!isWanted || !isPossible) skipped.add(section);
    return isWanted && isPossible;
  });
  const renamings = renamingsOf(upgrade);
  const renamed = renamings.filter(({ isApplied }) => isApplied);
  const inserted = insertions(upgrade, gained);
  // A comment that says what the next section is for belongs to its heading.
  const carried = words.filter(
    ({ edit }) => !inserted.some(({ start }) => edit.start < start && start < edit.end),
  );
  const edits = [
    ...inserted,
    ...renamed.map(({ edit }) => edit),
    ...carried.filter(({ change }) => change.applied).map(({ edit }) => edit),
  ];
  const result = spliced(document, edits);
  const headings = outlineOf(result).headings;
  const expected = standing.headings.map((heading) => {
    const renaming = renamed.find((each) => each.heading === heading);
    const title = renaming?.becomes ?? heading.title;
    return `${heading.level} ${title}`;
  });
  const isAsMeant =
    headings.length === expected.length &&
    headings.every(({ level, title }, at) => `${level} ${title}` === expected[at]);
  if (!isAsMeant) return undefined;
  const lineAt = (at: number) => (headings[at]?.line ?? -1) + 1;
  return {
    document: result,
    changes: [
      // What belongs to a section that is not put in comes with it, or not at all.
      ...gained
        .filter(({ section }) => !isWithin(skipped, section, sections))
        .map((each) => {
          const at = standing.headings.findIndex((heading) => heading.gained === each);
          return gainedChange(each, at < 0 ? undefined : lineAt(at));
        }),
      ...renamings.map((each) =>
        renamedChange(each, lineAt(standing.headings.indexOf(each.heading))),
      ),
      ...carried.map(({ change, edit }) => ({
        ...change,
        line: lineAfter(result, edit.start + grownBefore(edits, edit)),
      })),
    ],
  };
}

function isWithin(
  skipped: ReadonlySet<MergedSection>,
  section: MergedSection,
  sections: readonly MergedSection[],
): boolean {
  const parent = parentIn(sections, section);
  return parent !== undefined && skipped.has(parent);
}

function parentIn(
  sections: readonly MergedSection[],
  section: MergedSection,
): MergedSection | undefined {
  const own = section.now;
  if (!own) return undefined;
  return sections
    .filter(({ now }) => now && now.start < own.start && now.level < own.level)
    .toSorted((one, other) => (other.now?.start ?? 0) - (one.now?.start ?? 0))
    .at(0);
}

function insertions(
  { document, template, outline }: Upgrade,
  gained: readonly Gained[],
): TextEdit[] {
  const blocks = new Map<number, string[]>();
  for (const { section, place, isInserted, before } of gained) {
    if (!isInserted || !place || !section.now) continue;
    const used = missingDefinitions(section.guidance, { from: template, to: document });
    const text = withDefinitions(section.guidance, used);
    const block = sectionBlock(section.title, place.level, text);
    blocks.set(before, [...(blocks.get(before) ?? []), block]);
  }
  return [...blocks].map(([before, texts]) => {
    const offset = boundaryBefore(document, outline.headings[before]);
    return { start: offset, end: offset, text: insertedText(document, offset, texts.join('\n\n')) };
  });
}

function gainedChange(
  { section, place, similar, doubts, reason, isInserted }: Gained,
  line: number | undefined,
): UpgradeChange {
  return {
    kind: 'gained',
    section: section.title,
    ...(line !== undefined && { heading: section.title, line }),
    ...(place && { level: place.level }),
    certain: doubts.length === 0 && reason === undefined,
    ...(doubts.length > 0 && { doubts }),
    ...(similar && { similar: { heading: similar.title, line: similar.line + 1 } }),
    ...(reason !== undefined && { reason }),
    ...(section.marker !== 'always' && { optional: true }),
    applied: isInserted && line !== undefined,
  };
}

function grownBefore(edits: readonly TextEdit[], edit: TextEdit): number {
  return edits
    .filter((each) => each !== edit && each.start <= edit.start)
    .reduce((sum, each) => sum + each.text.length - (each.end - each.start), 0);
}

function lineAfter(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\n|\r/).length;
}
