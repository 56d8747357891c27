import type { Heading } from '../markdown/heading.ts';
import type { TemplateSection } from '../sections/template-sections.ts';
import { mayBe } from '../titles/likeness.ts';
import { titleForms } from '../titles/title-forms.ts';
import { type Alignment, FARTHEST_LEVEL } from './align.ts';
import { headingsAround, isInPlace } from './surroundings.ts';

/** The first heading, if any, that is no other section and may be this one under a name of its own. */
export function similarHeadings(
  sections: readonly TemplateSection[],
  index: number,
  { headings, alignment }: { headings: readonly Heading[]; alignment: Alignment },
): Heading[] {
  const section = sections[index];
  if (!section) return [];
  const taken = new Set(alignment.anywhere.map((match) => match?.heading));
  const around = headingsAround(headings);
  const own = titleForms(section.title);
  const found = headings.find(
    ({ title, level }, at) =>
      !taken.has(at) &&
      Math.abs(level - section.level - alignment.shift) <= FARTHEST_LEVEL &&
      mayBe(own, title) &&
      (level === section.level + alignment.shift || isInPlace(sections, index, around[at])),
  );
  return found ? [found] : [];
}
