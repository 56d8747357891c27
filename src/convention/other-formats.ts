import { nameWeight } from './detection/directory-name.ts';
import { parseEntryName } from './parse-entry-name.ts';

/** Formats that proposals are written in elsewhere; only Markdown is written here. */
const OTHER_FORMATS = /^(.*?)\.(rst|adoc|asciidoc|mediawiki|org|tex|txt|xml)$/i;

const SOME = 3;

/**
 * Where proposals lie that are not Markdown: numbered documents of another format, in a directory that is
 * called as those of proposals are.
 */
export function otherFormat(
  paths: readonly string[],
): { directory: string; extension: string } | undefined {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const [, rest = '', extension = ''] = OTHER_FORMATS.exec(path) ?? [];
    const parts = rest.split('/');
    const stem = parts.pop() ?? '';
    // The number is that of the file or, where the file is a README, that of its directory.
    const isMain = /^(?:readme|index)$/i.test(stem);
    const name = isMain ? (parts.pop() ?? '') : stem;
    const directory = parts.at(-1) ?? '';
    if (extension === '' || nameWeight(directory) < 4 || parseEntryName(name).kind === 'slug')
      continue;
    const key = `${parts.join('/')}\0${extension}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [most] = [...counts].filter(([, count]) => count >= SOME).sort((a, b) => b[1] - a[1]);
  const [directory, extension] = most?.[0].split('\0') ?? [];
  return directory === undefined || extension === undefined ? undefined : { directory, extension };
}
