import { allSections, type TemplateSection } from '../../sections/template-sections.ts';
import { titleForms } from '../../titles/title-forms.ts';
import { renamedPairs } from './renamed-pairs.ts';
import {
  chainOf,
  elsewhere,
  hasOtherParent,
  onlyOneGone,
  type Pair,
  shiftAt,
} from './section-pairs.ts';

/** A section that a template has or had, at the level that a document made from the old one has it. */
export interface MergedSection extends TemplateSection {
  base: TemplateSection | undefined;
  now: TemplateSection | undefined;
  /** Whether it stands among others, or in another section, than it did. */
  isMoved: boolean;
  /** Whether it may be another section than the one that it takes the place of. */
  isDoubtful?: boolean;
  /** Earlier names of what may have been another section. */
  doubtfully?: readonly string[];
}

/**
 * The sections of two versions of a template in one order: that of the old one, where what is new stands behind what
 * it follows in the new one. With no old version, those of the new one.
 */
export function mergeTemplates(base: string | undefined, template: string): MergedSection[] {
  const now = allSections(template);
  if (base === undefined) {
    return now.map((section) => ({ ...section, base: undefined, now: section, isMoved: false }));
  }
  const old = allSections(base);
  const kept = chainOf(old, now);
  const moved = elsewhere(old, now, kept);
  const renamed = renamedPairs(old, now, [...kept, ...moved]);
  const pairs = [...kept, ...renamed].toSorted((a, b) => a.now - b.now);
  return inOneOrder(old, now, { pairs, moved });
}

function inOneOrder(
  old: readonly TemplateSection[],
  now: readonly TemplateSection[],
  { pairs, moved }: { pairs: readonly Pair[]; moved: readonly Pair[] },
): MergedSection[] {
  const both = (pair: Pair, isMoved: boolean): MergedSection[] => {
    const [own, present] = [old[pair.base], now[pair.now]];
    if (!own || !present) return [];
    const isRenamed = titleForms(own.title).normal !== titleForms(present.title).normal;
    const formerly = isRenamed ? { formerly: [own.title] } : {};
    const doubt = pair.isDoubtful ? { isDoubtful: true } : {};
    const known = { base: own, now: present, isMoved };
    return [{ ...present, level: own.level, ...formerly, ...known, ...doubt }];
  };
  const merged: MergedSection[] = [];
  let next = 0;
  const addOldUpTo = (end: number) => {
    for (; next < end; next++) {
      const section = old[next];
      const elsewhere = moved.find(({ base }) => base === next);
      if (elsewhere) merged.push(...both(elsewhere, true));
      else if (section && !pairs.some(({ base }) => base === next)) {
        merged.push({ ...section, isGone: true, base: section, now: undefined, isMoved: false });
      }
    }
  };
  now.forEach((section, index) => {
    const pair = pairs.find((each) => each.now === index);
    if (pair) {
      addOldUpTo(pair.base);
      next = Math.max(next, pair.base + 1);
      merged.push(...both(pair, hasOtherParent(old, now, pair, pairs)));
    } else if (!moved.some((each) => each.now === index)) {
      const level = section.level + shiftAt(old, now, pairs, index);
      const instead = onlyOneGone(old, now, { pairs: [...pairs, ...moved], index, level });
      const known = instead === undefined ? {} : { instead };
      merged.push({ ...section, ...known, level, base: undefined, now: section, isMoved: false });
    }
  });
  addOldUpTo(old.length);
  return merged;
}
