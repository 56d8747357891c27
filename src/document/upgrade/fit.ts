import { outline } from '../markdown/outline.ts';
import { allSections } from '../sections/template-sections.ts';
import { titleForms } from '../titles/title-forms.ts';

/** How much better another version has to fit than the one that a document should have been made from. */
const CLEARLY = 0.2;

/** Less than this of a template is in any document by chance. */
const LEAST_FIT = 0.2;

/** The names of a text's headings, to be compared with those of many others. */
export type Names = ReadonlySet<string>;

export function namesOfDocument(text: string): Names {
  return new Set(outline(text).map(({ title }) => titleForms(title).normal));
}

export function namesOfTemplate(text: string): Names {
  return new Set(allSections(text).map(({ title }) => titleForms(title).normal));
}

/**
 * The version of a template that a document was made from.
 * @param expected the one that was there when the document was added
 * @param others those that it may have been made from instead
 * @returns undefined where none fits it
 */
export function fitting<T extends { names: Names }>(
  document: Names,
  expected: T,
  others: readonly T[],
): T | undefined {
  let best = expected;
  let most = fitOf(document, expected.names) + CLEARLY;
  for (const other of others) {
    const fit = fitOf(document, other.names);
    // What a document has of another version alone speaks for it; that it lacks what came since does not.
    const own = [...other.names].filter((name) => document.has(name) && !expected.names.has(name));
    if (fit > most && own.length > 1) [best, most] = [other, fit];
  }
  return fitOf(document, best.names) >= LEAST_FIT ? best : undefined;
}

/** The share of a template's sections that a document has. */
function fitOf(document: Names, template: Names): number {
  const common = [...template].filter((name) => document.has(name)).length;
  return template.size === 0 ? 0 : common / template.size;
}
