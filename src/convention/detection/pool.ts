import { commonest } from '../numbering.ts';
import type { Folder } from './folder-tree.ts';
import { allEntries, type EntryList, type PathEntry } from './list-entries.ts';

/** So many entries of an area say more than those of its siblings. */
const ENOUGH = 3;

/** The entries that say what a new one looks like: those where it goes, if there are enough, else all. */
export function poolOf(list: EntryList, area: string | undefined): PathEntry[] {
  const own =
    area === undefined
      ? list.entries
      : (list.groups.find((each) => each.folder.path === area)?.entries ?? []);
  if (own.length >= ENOUGH) return own;
  const current = list.groups.filter(({ kind }) => kind !== 'past');
  const open = [...list.entries, ...current.flatMap(({ entries }) => entries)];
  if (open.length === 0) return allEntries(list);
  if (open.length >= ENOUGH) return open;
  // What was moved away may have got another name there, such as the day.
  const kind = commonest(open.map(({ form }) => form.kind));
  return allEntries(list).filter((entry) => open.includes(entry) || entry.form.kind === kind);
}

/** The main documents of some entries of a folder, from the root. */
export function siblingPaths(
  folder: Folder,
  list: EntryList,
  pool: readonly PathEntry[],
): string[] {
  const among = [
    { path: folder.path, entries: list.entries },
    ...list.groups.map((group) => ({ path: group.folder.path, entries: group.entries })),
  ];
  const inPool = new Set(pool);
  return among.flatMap(({ path, entries }) =>
    entries
      .filter((entry) => inPool.has(entry))
      .map(({ name, document }) => [path, name, document].filter((part) => part).join('/')),
  );
}
