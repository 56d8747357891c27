import type { Convention } from './convention.ts';
import { formatEntryName, type NameFacts } from './entry-name.ts';

/** The path of the main document below the proposals directory, with `/`. */
export function documentPath(convention: Convention, facts: NameFacts): string {
  const name = formatEntryName(convention, facts);
  return convention.document === null
    ? name
    : `${name}/${documentName(convention.document, name, facts.slug)}`;
}

/** The name of a main document in a directory: `{slug}`, `{name}` and, in small letters, `{name:lower}` are replaced. */
export function documentName(document: string, name: string, slug: string): string {
  return document.replace(/\{(slug|name|name:lower)\}/g, (_, part: string) => {
    if (part === 'slug') return slug;
    return part === 'name' ? name : name.toLowerCase();
  });
}
