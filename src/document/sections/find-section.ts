import { nearest } from '../../did-you-mean.ts';
import { sectionId } from '../markdown/marker.ts';
import { type TemplateSection, templateSections } from './template-sections.ts';

/** A section of a template among its others. */
export interface ChosenSection {
  sections: readonly TemplateSection[];
  index: number;
  section: TemplateSection;
  /** Its own text and deeper sub-headings, without the sections inside it. */
  text: string;
}

/**
 * Finds a section of a template by its id or title.
 *
 * @throws Error naming the known ids when there is none
 */
export function chooseSection(template: string, name: string): ChosenSection {
  const sections = templateSections(template);
  const id = sectionId(name);
  const index = sections.findIndex((section) => section.id === id);
  const section = sections[index];
  if (section) {
    const text = ownText(template, sections, index);
    if (/\{\{\s*(?:[#/^]|else\b)/.test(text)) {
      throw new Error(`the section "${name}" holds Handlebars blocks: fill the template first`);
    }
    return { sections, index, section, text };
  }
  const ids = sections.map((other) => other.id);
  const meant = nearest(id, ids);
  throw new Error(
    `there is no section "${name}"${meant ? `; did you mean ${meant}?` : '.'} Known: ${ids.join(', ')}`,
  );
}

function ownText(template: string, sections: readonly TemplateSection[], index: number): string {
  const { bodyStart = 0, end = 0 } = sections[index] ?? {};
  return template.slice(bodyStart, Math.min(end, sections[index + 1]?.start ?? end));
}
