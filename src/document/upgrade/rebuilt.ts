import { subtreeEnd } from '../markdown/heading.ts';
import type { Upgrade } from './upgrade.ts';
import type { MergedSection } from './versions/merge-templates.ts';

/**
 * Whether most of what a document has of the template that it was made from is gone from it, or stands in another
 * section: then what it gained belongs to another order than the document's.
 */
export function isRebuilt({ lineage: { sections }, alignment }: Upgrade): boolean {
  const had = sections.filter(({ base }, index) => base && alignment.anywhere[index]);
  const kept = had.filter(({ now, isMoved }) => now && !isMoved);
  return had.length > 2 * kept.length;
}

/** Whether a document has sections that belong in another one, which it does not have. */
export function standsInParts(
  { now }: MergedSection,
  { lineage: { sections }, alignment }: Upgrade,
): boolean {
  if (!now) return false;
  const behind = sections
    .flatMap((section, index) => (section.now ? [{ ...section.now, index }] : []))
    .filter(({ start }) => start > now.start)
    .toSorted((one, other) => one.start - other.start);
  const parts = behind.slice(0, subtreeEnd(behind, -1, now.level));
  return parts.some(({ index }) => alignment.anywhere[index]);
}
