import type { Doubt } from './add-section-result.ts';
import {
  enclosing,
  following,
  headingOf,
  nearest,
  preceding,
  type Search,
  siblings,
} from './template-neighbours.ts';

/** What speaks against a place that was found. */
export function doubtsAbout(
  search: Search,
  { before, level, isMoved }: { before: number; level: number; isMoved: boolean },
): Doubt[] {
  const { headings, parent, alignment } = search;
  const doubts: Doubt[] = [];
  const parentHeading = headingOf(search, parent);
  if (parent !== undefined && parentHeading === undefined) doubts.push('parent-missing');
  if (isUneven(search, level)) doubts.push('levels-differ');
  if (touchesDisorder(search)) doubts.push('out-of-order');
  if (isAmongUnknown(search)) doubts.push('among-unknown');
  if (parentHeading !== undefined && enclosing(headings, before, level) !== parentHeading)
    doubts.push('outside-parent');
  else if (isMoved) doubts.push('outside-parent');
  if (alignment.inOrder.filter(Boolean).length < 3) doubts.push('few-recognised');
  return doubts;
}

function isUneven(search: Search, level: number): boolean {
  const { sections, section, headings } = search;
  const neighbours = [nearest(search, preceding(search)), nearest(search, following(search))];
  return sections.some((other, index) => {
    const found = headings[headingOf(search, index) ?? -1]?.level;
    const counts = other.level === section.level || neighbours.includes(index);
    return counts && found !== undefined && found - other.level !== level - section.level;
  });
}

function isAmongUnknown(search: Search): boolean {
  const { headings, parent } = search;
  const heading = headingOf(search, parent);
  if (heading === undefined || nearest(search, siblings(search)) !== undefined) return false;
  return (headings[heading + 1]?.level ?? 0) > (headings[heading]?.level ?? 0);
}

function touchesDisorder(search: Search): boolean {
  const { alignment } = search;
  const isMoved = (other: number) =>
    alignment.anywhere[other] !== undefined && alignment.inOrder[other] === undefined;
  const around = siblings(search);
  const isThere = (other: number) => alignment.anywhere[other] !== undefined;
  const next = around.find((other) => other > search.index && isThere(other));
  const previous = around.findLast((other) => other < search.index && isThere(other));
  return [next, previous].some((other) => other !== undefined && isMoved(other));
}
