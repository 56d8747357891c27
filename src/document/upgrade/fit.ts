import { outline } from '../markdown/outline.ts';
import { allSections, type TemplateSection } from '../sections/template-sections.ts';
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

/** How often each name is there among headings. */
export function timesOfNames(headings: readonly { title: string }[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { title } of headings) {
    const { normal } = titleForms(title);
    times.set(normal, (times.get(normal) ?? 0) + 1);
  }
  return times;
}

export function namesOfTemplate(text: string): Names {
  return namesOfSections(allSections(text));
}

export function namesOfSections(sections: readonly TemplateSection[]): Names {
  return new Set(sections.map(({ title }) => titleForms(title).normal));
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

/**
 * The template that a document was made from, among some that lie side by side: the first, unless it has clearly more
 * of the sections of another.
 */
export function closestTo<T>(
  document: string,
  [first, ...others]: readonly T[],
  namesOf: (template: T) => Names,
): T | undefined {
  if (first === undefined) return undefined;
  const own = namesOfDocument(document);
  const isBetter = (one: T, other: T) => fitOf(own, namesOf(one)) > fitOf(own, namesOf(other));
  const best = others.reduce((found, each) => (isBetter(each, found) ? each : found), first);
  const isClear = fitOf(own, namesOf(best)) > fitOf(own, namesOf(first)) + CLEARLY;
  // A shorter one with none but sections of the first fits better only since it has fewer.
  const hasOther = [...namesOf(best)].some((name) => own.has(name) && !namesOf(first).has(name));
  return isClear && hasOther ? best : first;
}

function fitOf(document: Names, template: Names): number {
  const common = [...template].filter((name) => document.has(name)).length;
  return template.size === 0 ? 0 : common / template.size;
}
