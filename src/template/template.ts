import { text as builtInText, specification } from '../../templates/enhancement.md';
import type { Fill } from './compile.ts';
import type { OwnValue } from './expressions.ts';
import { Words } from './hidden-words.ts';
import type { Companion } from './load.ts';
import type { TemplateSource } from './read-file.ts';
import { EMPTY_VALUES, PLACES, type Place } from './values.ts';

/** A proposal template, ready to be filled. */
export interface Template {
  /** `built-in`, the name of a preset, or the path of the main document as the user knows it. */
  source: string;
  /** Fills the main document. */
  fill: Fill;
  /** The answers that the template has sections for. */
  places: ReadonlySet<Place>;
  /** Values of its own that it asks for. */
  own: readonly OwnValue[];
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
export async function loadTemplate(source?: TemplateSource): Promise<Template> {
  if (source) {
    const { loadSource } = await import('./load.ts');
    return loadSource(source);
  }
  const { default: Runtime } = await import('handlebars/runtime.js');
  const compiled = Runtime.template(specification);
  return {
    source: 'built-in',
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
export async function loadTemplateText(source?: TemplateSource): Promise<string> {
  if (!source) return builtInText;
  const { fill } = await loadTemplate(source);
  return fill(EMPTY_VALUES, new Words());
}
