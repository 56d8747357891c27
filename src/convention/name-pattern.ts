import type { Convention } from './convention.ts';

/** What a name is made of. */
export interface NameFacts {
  /** The number as it is written, padded. */
  number: string;
  slug: string;
  /** `YYYY-MM-DD` */
  date: string;
}

/** The name of a proposal's directory or file. */
export function entryName({ name }: Convention, facts: NameFacts): string {
  return name.replace(/\{(number|slug|date)(?::([YMD-]+))?\}/g, (_, part: string, form?: string) =>
    part === 'date'
      ? formatDate(facts.date, form ?? 'YYYY-MM-DD')
      : facts[part as 'number' | 'slug'],
  );
}

/** The path of the main document below the proposals directory, with `/`. */
export function documentPath(convention: Convention, facts: NameFacts): string {
  const name = entryName(convention, facts);
  return convention.document === null
    ? name
    : `${name}/${documentName(convention.document, name, facts.slug)}`;
}

/** The name of a main document in a directory. */
export function documentName(document: string, name: string, slug: string): string {
  return document.replace(/\{(slug|name)\}/g, (_, part: string) => (part === 'slug' ? slug : name));
}

/** What stands before the number in a name, such as `eip-`. */
export function numberPrefix(name: string): string {
  return name.includes('{number}') ? name.slice(0, name.indexOf('{number}')) : '';
}

/** A date in another form: `YYYY`, `YY`, `MM` and `DD` are replaced, all else stays. */
export function formatDate(date: string, form: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return form.replace(/YYYY|YY|MM|DD/g, (part) => {
    if (part === 'YYYY') return year;
    if (part === 'YY') return year.slice(2);
    return part === 'MM' ? month : day;
  });
}
