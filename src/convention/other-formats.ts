import { isProposalPrefix, nameWeight } from './detection/directory-name.ts';
import { groupKind } from './detection/groups.ts';
import { parseEntryName } from './parse-entry-name.ts';

/** Formats that proposals are written in elsewhere; only Markdown is written here. */
const OTHER_FORMATS = /^(.*?)\.(rst|adoc|asciidoc|mediawiki|org|tex|txt|xml)$/i;

const SOME = 3;

/** Documents of a directory that are numbered as proposals are, and are not Markdown. */
export interface OtherFormat {
  /** From the root, with `/`. */
  directory: string;
  extension: string;
  count: number;
}

/**
 * Where proposals lie that are not Markdown, the most first: numbered documents of another format, in a directory that is
 * called as those of proposals or of their states are, or with the prefix of proposals.
 */
export function otherFormats(paths: readonly string[]): OtherFormat[] {
  const counts = new Map<string, OtherFormat>();
  for (const path of paths) {
    const [, rest = '', extension = ''] = OTHER_FORMATS.exec(path) ?? [];
    const place = extension === '' ? undefined : directoryOfDocument(rest.split('/'));
    if (place === undefined) continue;
    const directory = place || '.';
    const key = `${directory}\0${extension}`;
    const count = (counts.get(key)?.count ?? 0) + 1;
    counts.set(key, { directory, extension, count });
  }
  return [...counts.values()]
    .filter(({ count }) => count >= SOME)
    .sort((a, b) => b.count - a.count);
}

/** The directory of the proposal that a path without its extension may be the document of; undefined where it is none. */
function directoryOfDocument(parts: readonly string[]): string | undefined {
  const [name = '', parent] = parts.toReversed();
  // The number is that of the file or, where that has none, that of its directory.
  const own = parseEntryName(name).kind === 'slug' && parent !== undefined ? parent : name;
  const form = parseEntryName(own);
  if (form.kind === 'slug') return undefined;
  const above = parts.slice(0, own === name ? -1 : -2);
  const folder = above.at(-1) ?? '';
  const isOfStates = groupKind(folder) === 'open' || groupKind(folder) === 'past';
  const isPrefixed = form.kind === 'number' && isProposalPrefix(form.prefix);
  return nameWeight(folder) >= 4 || isOfStates || isPrefixed ? above.join('/') : undefined;
}
