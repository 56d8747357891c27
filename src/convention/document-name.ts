import { isMarkdown } from '../file-names.ts';
import type { Convention } from './convention.ts';
import { formatEntryName, type NameFacts } from './entry-name.ts';
import { isTemplateName } from './templates/template-name.ts';

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

/** The document that nearly all folders have that lie side by side and hold few others: `Overview.md`. */
export function sharedDocument(
  folders: readonly { files: readonly string[] }[],
): string | undefined {
  const holding = folders
    .map(({ files }) => files.filter((name) => isMarkdown(name) && !isTemplateName(name)))
    .filter((files) => files.length > 0);
  const [one, few] = [holding.filter(({ length }) => length === 1), FEWEST_SHARING];
  if (holding.length < few || one.length * 2 < holding.length) return undefined;
  const [name] = one[0] ?? [];
  const having = holding.filter((files) => files.includes(name ?? '')).length;
  const isShared = having >= few && having >= holding.length * 0.8;
  return isShared && SAYS_ALL.test(name ?? '') ? name : undefined;
}

const FEWEST_SHARING = 3;

/** Names of a document that says all; minutes and numbered records are in folders of every kind. */
const SAYS_ALL =
  /^(?:overview|main|doc|document|design|plan|explainer|idea|feature|pitch|brief|about|description|(?:(?:feature|design|technical|tech|product|functional)[-_ ]?)?(?:spec(?:ification)?|proposal))\.\w+$/i;
