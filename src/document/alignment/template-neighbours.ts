import { type Heading, parentOf } from '../markdown/heading.ts';
import type { TemplateSection } from '../sections/template-sections.ts';
import type { Alignment } from './align.ts';

/** What is known while a place is looked for. Indexes of sections and headings are told apart by name. */
export interface Search {
  sections: readonly TemplateSection[];
  headings: readonly Heading[];
  alignment: Alignment;
  index: number;
  section: TemplateSection;
  parent: number | undefined;
}

export function siblings({ sections, index, section, parent }: Search): number[] {
  return sections.flatMap((other, at) =>
    at !== index && other.level === section.level && parentOf(sections, at) === parent ? [at] : [],
  );
}

export function following({ sections, index }: Search): number[] {
  return sections.map((_, at) => at).filter((at) => at > index);
}

export function preceding({ sections, index }: Search): number[] {
  return sections.map((_, at) => at).filter((at) => at < index);
}

/** The nearest sibling before the section that is there. */
export function previousSibling(search: Search): number | undefined {
  return nearest(
    search,
    siblings(search).filter((other) => other < search.index),
  );
}

/** The nearest sibling behind the section that is there. */
export function nextSibling(search: Search): number | undefined {
  return nearest(
    search,
    siblings(search).filter((other) => other > search.index),
  );
}

/** The nearest in the template among sections that survive in the document. */
export function nearest(
  { alignment, index }: Search,
  others: readonly number[],
): number | undefined {
  const surviving = others.filter((other) => alignment.inOrder[other] !== undefined);
  return surviving.toSorted((a, b) => Math.abs(a - index) - Math.abs(b - index))[0];
}

export function headingOf({ alignment }: Search, section: number | undefined): number | undefined {
  return section === undefined ? undefined : alignment.inOrder[section]?.heading;
}
