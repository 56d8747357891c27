import { text as builtInText, sections, specification } from '../../templates/enhancement.md';
import {
  prepareSections,
  type TemplateSection,
  templateSections,
} from '../document/sections/template-sections.ts';
import { HiddenWords } from './hidden-words.ts';
import type { TemplateLocation } from './read-file.ts';
import type { Template } from './template.ts';
import { EMPTY_VALUES, PLACES } from './values.ts';

prepareSections(builtInText, sections);

/**
 * Loads a template: the built-in one, one with Handlebars expressions, or any other Markdown, which is adopted.
 * @throws Failure when it cannot be read or used
 */
export async function loadTemplate(location?: TemplateLocation): Promise<Template> {
  if (location) {
    const { loadFrom } = await import('./load.ts');
    return loadFrom(location);
  }
  const { default: Runtime } = await import('handlebars/runtime.js');
  const compiled = Runtime.template(specification);
  return {
    label: 'built-in',
    fill: (values) => compiled(values),
    places: new Set(PLACES),
    added: new Set(),
    own: [],
    text: builtInText,
    isAdopted: false,
    usesAuthor: false,
    companions: [],
  };
}

/**
 * The text of a template that authors see where there are no answers, with its markers.
 * @throws Failure when it cannot be read or used
 */
export async function loadTemplateText(location?: TemplateLocation): Promise<string> {
  if (!location) return builtInText;
  const { fill } = await loadTemplate(location);
  return fill(EMPTY_VALUES, new HiddenWords());
}

/**
 * The sections of a template. One that is made of proposals is nothing but these and a head, and is not adopted first.
 * @throws Failure when it cannot be read or used
 */
export async function sectionsOfTemplate(
  location?: TemplateLocation,
): Promise<readonly TemplateSection[]> {
  return templateSections(location?.text ?? (await loadTemplateText(location)));
}
