import type { Heading } from '../markdown/heading.ts';
import type { TemplateSection } from '../sections/template-sections.ts';
import { mayBe, meansTheSame, sharesWord } from '../titles/likeness.ts';
import { titleForms } from '../titles/title-forms.ts';
import { type Alignment, FARTHEST_LEVEL } from './align.ts';
import { headingsAround, isInPlace, isTitle } from './surroundings.ts';

interface Headings {
  headings: readonly Heading[];
  alignment: Alignment;
  before: number;
}

/** The first heading, if any, that is no other section and may be this one under a name of its own. */
export function similarHeading(
  sections: readonly TemplateSection[],
  index: number,
  { headings, alignment, before }: Headings,
): Heading | undefined {
  const section = sections[index];
  if (!section) return undefined;
  const taken = new Set(alignment.anywhere.map((match) => match?.heading));
  const around = headingsAround(headings);
  const own = titleForms(section.title);
  const wanted = section.level + alignment.shift;
  return headings.find(({ title, level }, at) => {
    if (taken.has(at) || isTitle(headings, at, sections)) return false;
    // The very name at any level, a usual one below another section; others only where the section could be.
    const forms = titleForms(title);
    if (forms.normal === own.normal) return true;
    if (level === wanted + 1 && meansTheSame(own, forms)) return true;
    const isBeside = at === before || at === before - 1;
    if (isBeside && level === wanted && sharesWord(own, forms)) return true;
    const isNear = isBeside || level === wanted || isInPlace(sections, index, around[at]);
    return Math.abs(level - wanted) <= FARTHEST_LEVEL && isNear && mayBe(own, title);
  });
}
