import { type Heading, parentOf } from '../markdown/heading.ts';
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
  const parent = sections[parentOf(sections, index) ?? -1];
  if (!around) return true;
  return parent ? isOfTemplate([parent], around) : !isOfTemplate(sections, around);
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

/** Whether a heading is that of any section. */
export function isOfTemplate(
  sections: readonly TemplateSection[],
  heading: Heading | undefined,
): boolean {
  if (!heading) return true;
  const own = titleForms(heading.title);
  return sections.some(({ title }) => likeness(titleForms(title), own) !== undefined);
}

/** Whether a heading is that of the section around another in the template: then it may join both. */
export function isParent(
  sections: readonly TemplateSection[],
  index: number,
  heading: Heading | undefined,
): boolean {
  const parent = sections[parentOf(sections, index) ?? -1];
  return parent !== undefined && heading !== undefined && isOfTemplate([parent], heading);
}

/** Whether a heading is the title of its document: the first one, and the only one at its level, above all sections. */
export function isTitle(
  headings: readonly Heading[],
  index: number,
  sections: readonly TemplateSection[],
): boolean {
  const [first, second] = headings;
  if (index > 0 || first?.level !== 1 || sections.some(({ level }) => level === 1)) return false;
  return second !== undefined && !headings.some(({ level }, at) => at > 0 && level === 1);
}
