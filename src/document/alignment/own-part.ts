import { type Heading, parentOf, subtreeEnd } from '../markdown/heading.ts';
import type { TemplateSection } from '../sections/template-sections.ts';
import { titleForms } from '../titles/title-forms.ts';
import type { Alignment } from './align.ts';

/**
 * Whether a heading that is a section's stands deeper than that in a part of people's own, which holds no other section
 * of the template: the drawbacks of one option are not those of the proposal.
 * @param level that the section has in the template
 */
export function isInOwnPart(
  heading: Heading,
  level: number,
  { headings, alignment }: { headings: readonly Heading[]; alignment: Alignment },
): boolean {
  const at = headings.indexOf(heading);
  if (at < 0 || heading.level <= level + alignment.shift) return false;
  const parent = parentOf(headings, at) ?? -1;
  const taken = new Set(alignment.anywhere.map((match) => match?.heading));
  const around = headings[parent];
  if (parent < 1 || !around) return false;
  if (speaksOfOthers(around)) return true;
  if (taken.has(parent)) return false;
  const inside = headings.slice(parent + 1, subtreeEnd(headings, parent));
  return inside.filter((_, index) => taken.has(parent + 1 + index)).length === 1;
}

/** Whether the heading of a section's name is that of another one with the same name, in another section. */
export function isTakenByTwin(
  sections: readonly TemplateSection[],
  index: number,
  { anywhere, inOrder }: Alignment,
): boolean {
  const heading = anywhere[index]?.heading;
  const { title } = sections[index] ?? {};
  return (
    heading !== undefined &&
    inOrder[index] === undefined &&
    sections.some(
      (other, at) => at !== index && other.title === title && inOrder[at]?.heading === heading,
    )
  );
}

/** Whether what stands in a section is said of something else than the proposal: of its options, its tests, an old one. */
function speaksOfOthers({ title }: Heading): boolean {
  const { meaning } = titleForms(title);
  return meaning === 'alternatives' || meaning === 'tests' || /^(?:appendix|anhang)\b/i.test(title);
}
