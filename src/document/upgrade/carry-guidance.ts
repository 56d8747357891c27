import type { TextEdit } from '../markdown/edits.ts';
import type { Outline } from '../markdown/heading.ts';
import { lineEnding } from '../markdown/lines.ts';
import { outlineOf } from '../markdown/outline.ts';
import { type GuidanceEdit, guidanceEdits, ownLines, type TextLines } from './guidance.ts';
import type { Upgrade } from './upgrade.ts';
import type { UpgradeChange } from './upgrade-result.ts';

/** Words of an old template in a document, and what becomes of them. */
export interface CarriedGuidance {
  change: UpgradeChange;
  edit: TextEdit;
}

/** Explanations of the old template that stand in the document, and what is said in their place today. */
export function carryGuidance(
  { document, outline, sections, alignment }: Upgrade,
  base: string,
  template: string,
): CarriedGuidance[] {
  const [old, now] = [outlineOf(base), outlineOf(template)];
  const eol = lineEnding(document);
  const linesAt = (of: Outline, start: number | undefined): TextLines | undefined => {
    const at = of.headings.findIndex((heading) => heading.start === start);
    return at < 0 ? undefined : ownLines(of, at);
  };
  const seen = new Set<number>();
  const found = sections.flatMap((section, index) => {
    const heading = alignment.anywhere[index]?.heading;
    const was = linesAt(old, section.base?.start);
    const is = linesAt(now, section.now?.start);
    if (heading === undefined || seen.has(heading) || !was || !is) return [];
    seen.add(heading);
    const title = { section: section.title, heading: outline.headings[heading]?.title ?? '' };
    return [{ title, edits: guidanceEdits(ownLines(outline, heading), was, is) }];
  });
  const heads = [undefined, 0].flatMap((at) => headEdits([outline, old, now], at));
  return [{ title: {}, edits: heads }, ...found].flatMap(({ title, edits }) =>
    edits.map(({ from, to, was, says }) => ({
      change: {
        kind: 'guidance' as const,
        ...title,
        certain: true,
        applied: true,
        from: was,
        ...(says !== '' && { to: says }),
      },
      edit: lineEdit(document, outline, { from, to, text: says.replaceAll('\n', eol) }),
    })),
  );
}

/** What stands before the first heading of each, and under it where it is the title. */
function headEdits(
  [document, base, now]: readonly [Outline, Outline, Outline],
  heading: number | undefined,
): GuidanceEdit[] {
  const isTitle = (of: Outline) => of.headings[0]?.level === 1 && of.headings[1]?.level !== 1;
  if (heading !== undefined && ![document, base, now].every(isTitle)) return [];
  return guidanceEdits(
    ownLines(document, heading),
    ownLines(base, heading),
    ownLines(now, heading),
  );
}

/** TextLines replaced by a text; what ends the last one stays, unless they are taken out. */
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
