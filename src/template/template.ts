import { text as builtInText, specification } from '../../templates/enhancement.md';
import type { Fill } from './compile.ts';
import type { TemplateVariable } from './expressions.ts';
import { HiddenWords } from './hidden-words.ts';
import type { Companion } from './load.ts';
import type { TemplateLocation } from './read-file.ts';
import { EMPTY_VALUES, PLACES, type Place } from './values.ts';

/** A proposal template, ready to be filled. */
export interface Template {
  /** `built-in`, the name of a preset, or the path of the main document as the user knows it. */
  label: string;
  /** Fills the main document. */
  fill: Fill;
  /** The answers that the template has sections for. */
  places: ReadonlySet<Place>;
  /** Values of its own that it asks for. */
  own: readonly TemplateVariable[];
  /** The main document as it was written, for what it says about its values. */
  text: string;
  /** Whether an answer that it has no section for gets one. */
  isAdopted: boolean;
  /** Whether it says who writes. */
  usesAuthor: boolean;
  /** What lies beside the main document and comes along. */
  companions: readonly Companion[];
}

/**
 * Loads a template: the built-in one, one with Handlebars expressions, or any other Markdown, which is
 * adopted.
 *
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
    own: [],
    text: builtInText,
    isAdopted: false,
    usesAuthor: false,
    companions: [],
  };
}

/**
 * What a template says for the author when there are no answers, with its markers.
 *
 * @throws Failure when it cannot be read or used
 */
export async function loadTemplateText(location?: TemplateLocation): Promise<string> {
  if (!location) return builtInText;
  const { fill } = await loadTemplate(location);
  return fill(EMPTY_VALUES, new HiddenWords());
}
