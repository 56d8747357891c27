import type { Convention } from './convention.ts';
import { formatEntryName, type NameFacts } from './entry-name.ts';

/** What stands in the name of a main document for the entry's: `{slug}`, `{name}`, or that in small letters. */
export const DOCUMENT_PLACEHOLDER = /\{(slug|name|name:lower)\}/g;

/** The path of the main document below the proposals directory, with `/`. */
export function documentPath(convention: Convention, facts: NameFacts): string {
  const name = formatEntryName(convention, facts);
  return convention.document === null
    ? name
    : `${name}/${documentName(convention.document, name, facts.slug)}`;
}

/** The name of a main document in a directory, with {@link DOCUMENT_PLACEHOLDER} replaced. */
export function documentName(document: string, name: string, slug: string): string {
  return document.replace(DOCUMENT_PLACEHOLDER, (_, part: string) => {
    if (part === 'slug') return slug;
    return part === 'name' ? name : name.toLowerCase();
  });
}
