import { bestChain } from '../../alignment/best-chain.ts';
import { parentOf } from '../../markdown/heading.ts';
import type { TemplateSection } from '../../sections/template-sections.ts';
import { titleForms } from '../../titles/title-forms.ts';

/** Sections of two versions of a template that are one, by their indexes. */
export interface Pair {
  base: number;
  now: number;
  /** Whether another section may have come in its place. */
  isDoubtful?: boolean;
}

/** Pairs of the same name that stand in the same order in both. */
export function chainOf(old: readonly TemplateSection[], now: readonly TemplateSection[]): Pair[] {
  const parentName = (sections: readonly TemplateSection[], index: number) =>
    titleForms(sections[parentOf(sections, index) ?? -1]?.title ?? '').normal;
  const rows = now.map((section, index) => {
    const name = titleForms(section.title).normal;
    const parent = parentName(now, index);
    const same = old.flatMap((other, at) =>
      titleForms(other.title).normal === name && name !== ''
        ? [[at, { value: parentName(old, at) === parent ? 2 : 1 }] as const]
        : [],
    );
    return new Map(same);
  });
  return bestChain(rows).flatMap((base, index) => (base === undefined ? [] : { base, now: index }));
}

/** Pairs of the same name that stand in another order. */
export function elsewhere(
  old: readonly TemplateSection[],
  now: readonly TemplateSection[],
  kept: readonly Pair[],
): Pair[] {
  const pairs: Pair[] = [];
  now.forEach((section, index) => {
    if (kept.some((pair) => pair.now === index)) return;
    const { normal } = titleForms(section.title);
    const base = old.findIndex(
      (other, at) =>
        titleForms(other.title).normal === normal &&
        ![...kept, ...pairs].some((pair) => pair.base === at),
    );
    if (base >= 0 && normal !== '') pairs.push({ base, now: index });
  });
  return pairs;
}

/** The sections of the old version between those that stand around one of the new version in both. */
export function gapAround(
  pairs: readonly Pair[],
  index: number,
  length: number,
): [from: number, to: number] {
  const before = pairs.filter(({ now }) => now < index).map(({ base }) => base + 1);
  const after = pairs.filter(({ now }) => now > index).map(({ base }) => base);
  return [Math.max(0, ...before), Math.min(length, ...after)];
}

/** The one section of the old version that is gone from where one of the new version has come. */
export function onlyOneGone(
  old: readonly TemplateSection[],
  now: readonly TemplateSection[],
  { pairs, index, level }: { pairs: readonly Pair[]; index: number; level: number },
): string | undefined {
  const [from, to] = gapAround(pairs, index, old.length);
  const gone = old
    .slice(from, to)
    .filter(
      (section, at) => section.level === level && !pairs.some(({ base }) => base === from + at),
    );
  const [first, last] = [
    Math.max(-1, ...pairs.filter((pair) => pair.now < index).map((pair) => pair.now)),
    Math.min(now.length, ...pairs.filter((pair) => pair.now > index).map((pair) => pair.now)),
  ];
  const come = now.slice(first + 1, last).filter((section) => section.level === now[index]?.level);
  return gone.length === 1 && come.length === 1 ? gone[0]?.title : undefined;
}

/** How many levels deeper the nearest section before one, at its level, stands in the old version. */
export function shiftAt(
  old: readonly TemplateSection[],
  now: readonly TemplateSection[],
  pairs: readonly Pair[],
  index: number,
): number {
  const level = now[index]?.level ?? 0;
  const near = pairs.toSorted((a, b) => Math.abs(a.now - index) - Math.abs(b.now - index));
  const pair = near.find((each) => now[each.now]?.level === level) ?? near[0];
  return pair ? (old[pair.base]?.level ?? 0) - (now[pair.now]?.level ?? 0) : 0;
}

/** Whether a section stands in another one than it did. */
export function hasOtherParent(
  old: readonly TemplateSection[],
  now: readonly TemplateSection[],
  pair: Pair,
  pairs: readonly Pair[],
): boolean {
  const [base, present] = [parentOf(old, pair.base), parentOf(now, pair.now)];
  if (base === undefined && present === undefined) return false;
  return !pairs.some((each) => each.base === base && each.now === present);
}
