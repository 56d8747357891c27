import type { Heading } from '../markdown/heading.ts';
import type { TemplateSection } from '../sections/template-sections.ts';
import { likeness } from '../titles/likeness.ts';
import { titleForms } from '../titles/title-forms.ts';

/**
 * Whether a heading stands in the section that the template has around it: another name at another level,
 * somewhere else, is another section.
 */
export function isInPlace(
  sections: readonly TemplateSection[],
  index: number,
  around: Heading | undefined,
): boolean {
  const level = sections[index]?.level ?? 0;
  const parent = sections.slice(0, index).findLast((other) => other.level < level);
  if (!around) return true;
  const isLike = (other: TemplateSection) =>
    likeness(titleForms(other.title), titleForms(around.title)) !== undefined;
  return parent ? isLike(parent) : !sections.some(isLike);
}

/** For each heading the one whose section it stands in. */
export function headingsAround(headings: readonly Heading[]): (Heading | undefined)[] {
  const open: Heading[] = [];
  return headings.map((heading) => {
    while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
    const around = open.at(-1);
    open.push(heading);
    return around;
  });
}
