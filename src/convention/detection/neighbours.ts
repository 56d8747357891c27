import { type Folder, findFolder } from './folder-tree.ts';
import { entriesIn } from './list-entries.ts';
import type { Candidate } from './score-directories.ts';

/** The candidate that a folder lies in, or the nearest beside it. */
export function candidateAround(
  candidates: readonly Candidate[],
  cwd: string,
): Candidate | undefined {
  const inside = candidates
    .filter(({ folder }) => folder.path !== '' && isAt(cwd, folder.path))
    .toSorted((a, b) => b.folder.path.length - a.folder.path.length)[0];
  if (inside) return inside;
  for (let above = cwd; above !== ''; above = folderAbove(above)) {
    const beside = candidates.find(({ folder }) => isAt(folder.path, above));
    if (beside) return beside;
  }
  return undefined;
}

/** Whether a path lies at a folder or in it. */
export function isAt(path: string, folder: string): boolean {
  return `${path}/`.startsWith(`${folder}/`);
}

/** The path of the folder that something lies in; empty for the root. */
export function folderAbove(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

/** Folders beside an empty one that hold numbered or dated proposals: it does as they do. */
export function neighboursOf(
  root: Folder,
  parent: string,
): Pick<Candidate, 'folder' | 'list'> | undefined {
  const folder = findFolder(root, parent);
  if (!folder) return undefined;
  const list = entriesIn(folder);
  const regular = list.groups.map(({ entries, ...group }) => ({
    ...group,
    entries: entries.filter(({ form }) => form.kind !== 'slug'),
  }));
  const groups = regular.filter(({ entries }) => entries.length >= 2);
  return groups.length > 0 ? { folder, list: { entries: [], groups } } : undefined;
}
