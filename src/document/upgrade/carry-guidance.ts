import { missingDefinitions, withDefinitions } from '../markdown/definitions.ts';
import { overlaps, type TextEdit } from '../markdown/edits.ts';
import type { Outline } from '../markdown/heading.ts';
import { lineEnding } from '../markdown/lines.ts';
import { withoutMarker } from '../markdown/marker.ts';
import { outlineOf } from '../markdown/outline.ts';
import { type GuidanceEdit, guidanceEdits, ownLines } from './guidance.ts';
import type { Block } from './guidance-blocks.ts';
import type { Upgrade } from './upgrade.ts';
import type { UpgradeChange } from './upgrade-result.ts';
import { beginsWithTitle } from './versions/lineage.ts';

/** Words of an old template in a document, and what becomes of them. */
export interface CarriedGuidance {
  change: UpgradeChange;
  edit: TextEdit;
}

/** Explanations of earlier templates that stand in the document, and what is said in their place today. */
export function carryGuidance(upgrade: Upgrade): CarriedGuidance[] {
  const { template, outline, lineage, alignment, accepted } = upgrade;
  const now = outlineOf(template);
  const { sections, said, saidBefore, saidUnderTitle, today } = lineage;
  const carried: CarriedGuidance[] = [];
  const carry = (
    title: Pick<UpgradeChange, 'section' | 'heading'>,
    versions: readonly (readonly Block[])[],
    [own, fresh]: readonly [number | undefined, number | undefined],
  ) => {
    const [mine, lines] = [ownLines(outline, own), ownLines(now, fresh)];
    for (const old of versions) {
      const edits = guidanceEdits(mine, old, lines, today);
      for (const edit of edits) {
        const made = carriedBy(edit, title, upgrade);
        if (!carried.some((other) => overlaps(made.edit, other.edit))) carried.push(made);
      }
    }
  };
  carry({}, saidBefore, [undefined, undefined]);
  if (beginsWithTitle(outline) && beginsWithTitle(now)) carry({}, saidUnderTitle, [0, 0]);
  const seen = new Set<number>();
  sections.forEach((section, index) => {
    const heading = alignment.anywhere[index]?.heading;
    const fresh = now.headings.findIndex(({ start }) => start === section.now?.start);
    if (heading === undefined || seen.has(heading) || fresh < 0) return;
    seen.add(heading);
    const isOther = section.doubtfully?.includes(
      withoutMarker(outline.headings[heading]?.title ?? ''),
    );
    if (isOther && !accepted.has(section.title)) return;
    const title = { section: section.title, heading: outline.headings[heading]?.title ?? '' };
    carry(title, said.get(section.now?.start ?? -1) ?? [], [heading, fresh]);
  });
  return carried;
}

function carriedBy(
  { from, to, was, says, doubt }: GuidanceEdit,
  title: Pick<UpgradeChange, 'section' | 'heading'>,
  { document, template, outline, accepted }: Upgrade,
): CarriedGuidance {
  const rest = outline.lines.filter((_, line) => line < from || line >= to).join('\n');
  const own = outline.lines.slice(from, to).join('\n');
  const text = withDefinitions(says, [
    ...missingDefinitions(rest, { from: own, to: says }),
    ...missingDefinitions(says, { from: template, to: document }),
  ]).replaceAll('\n', lineEnding(document));
  return {
    change: {
      kind: 'guidance',
      ...title,
      certain: doubt === undefined,
      ...(doubt !== undefined && { doubts: [doubt] }),
      applied: doubt === undefined || accepted.has(was) || accepted.has(title.section ?? ''),
      from: was,
      ...(says !== '' && { to: says }),
    },
    edit: lineEdit(document, outline, { from, to, text }),
  };
}

/** Lines replaced by a text; what ends the last one stays, unless they are taken out. */
function lineEdit(
  document: string,
  { starts }: Outline,
  { from, to, text }: { from: number; to: number; text: string },
): TextEdit {
  const start = starts[from] ?? document.length;
  const end = starts[to] ?? document.length;
  if (text === '' && end === document.length) {
    // What was last leaves no blank lines behind.
    const kept = document.slice(0, start).trimEnd().length;
    const ending = /^[ \t]*(?:\r\n|\n|\r)?/.exec(document.slice(kept, start))?.[0].length ?? 0;
    return { start: kept + ending, end, text };
  }
  if (text === '') return { start, end, text };
  const ending = /(?:\r\n|\n|\r)$/.exec(document.slice(start, end))?.[0] ?? '';
  return { start, end: end - ending.length, text };
}
