import { type Convention, defaultConvention } from '../convention.ts';
import { type Folder, findFolder, folderTree } from './folder-tree.ts';
import { conventionFromTemplate, conventionOf, numbersIn } from './infer.ts';
import { type EntryList, entriesIn, type PathEntry } from './list-entries.ts';
import { allEntries, type Candidate, candidatesIn, rivalsOf } from './score-directories.ts';
import { findTemplate } from './template-search.ts';

/** What the paths of a repository say about its proposals. Paths are from the root, with `/`. */
export interface Detection {
  convention: Convention;
  learnedFrom: number;
  template: string | undefined;
  /** Directories that group the proposals, one of which has to be chosen when `needsArea`. */
  areas: string[];
  needsArea: boolean;
  allAreas: string[];
  area: string | undefined;
  numbersPerArea: boolean;
  numberedUnder: string;
  rivals: string[];
}

export interface Wanted {
  directory?: string;
  cwd?: string;
  rootName?: string;
}

const PAST = /archiv|reject|withdrawn|obsolete|supersed|deprecat|(?:^|[-_])old(?:$|[-_])/i;

/**
 * Finds the proposals directory and its convention among the paths of a repository.
 * @returns undefined where nothing says that there are proposals
 */
export function detect(
  paths: readonly string[],
  { directory, cwd, rootName }: Wanted,
): Detection | undefined {
  const root = folderTree(paths);
  const candidates = candidatesIn(root, rootName);
  if (directory !== undefined) return detectIn(root, candidates, directory);
  const here = cwd === undefined ? undefined : around(candidates, cwd);
  const best = here ?? candidates[0];
  if (!best) return undefined;
  const area = best.list.areas.find(({ folder }) => cwd !== undefined && isAt(cwd, folder.path));
  const rivals = here ? [] : rivalsOf(candidates).map(({ folder }) => folder.path || '.');
  return { ...describeCandidate(root, best, area?.folder.path), rivals };
}

function detectIn(
  root: Folder,
  candidates: readonly Candidate[],
  directory: string,
): Detection | undefined {
  const folder = findFolder(root, directory) ?? {
    path: directory,
    name: '',
    files: [],
    folders: [],
  };
  const around = candidates.find(
    (each) =>
      each.folder.path !== folder.path &&
      each.list.areas.length > 0 &&
      folderAbove(folder.path) === each.folder.path,
  );
  if (around) return { ...describeCandidate(root, around, folder.path), rivals: [] };
  const list = entriesIn(folder);
  return { ...describeCandidate(root, { folder, list, score: 0 }, undefined), rivals: [] };
}

function describeCandidate(root: Folder, { folder, list }: Candidate, area: string | undefined) {
  const own = list.areas.find((each) => each.folder.path === area)?.entries ?? [];
  const pool = own.length >= ENOUGH ? own : allEntries(list);
  const directory = area ?? folder.path;
  const seen = pool.length > 0 ? conventionOf(pool) : undefined;
  const template = findTemplate(root, directory, seen?.document ?? undefined);
  const learned = seen ?? (template === undefined ? undefined : conventionFromTemplate(template));
  const groups = list.areas.map(({ entries }) => entries);
  const numbersPerArea = repeatsNumbers(groups) || prefixesOf([list.entries, ...groups]).size > 1;
  return {
    convention: { ...defaultConvention('.'), ...learned, directory: directory || '.' },
    learnedFrom: pool.length,
    template,
    area: area === undefined ? undefined : area.slice(area.lastIndexOf('/') + 1),
    allAreas: list.areas.map((each) => each.folder.path),
    ...areasToChoose(folder, list, area),
    numbersPerArea,
    numberedUnder: (numbersPerArea ? directory : folder.path) || '.',
  };
}

function areasToChoose({ path }: Folder, { entries, areas }: EntryList, area: string | undefined) {
  const open = areas.filter(({ folder }) => !PAST.test(folder.path));
  const paths = open.map(({ folder }) => folder.path).sort();
  const inside = open.flatMap((each) => each.entries);
  return {
    areas: paths.length > 0 && entries.length > 0 ? [path || '.', ...paths] : paths,
    needsArea: area === undefined && inside.length > entries.length,
  };
}

/** So many entries of an area say more than those of its siblings. */
const ENOUGH = 3;

function repeatsNumbers(areas: readonly (readonly PathEntry[])[]): boolean {
  const times = new Map<number, number>();
  for (const entries of areas) {
    const numbers = numbersIn(entries.map(({ form }) => form)).map(({ digits }) => Number(digits));
    for (const number of new Set(numbers)) times.set(number, (times.get(number) ?? 0) + 1);
  }
  const repeated = [...times.values()].filter((count) => count > 1).length;
  return repeated > 0 && repeated >= times.size * 0.3;
}

function prefixesOf(groups: readonly (readonly PathEntry[])[]): Set<string> {
  const prefixes = groups.flatMap((entries) => {
    const numbers = numbersIn(entries.map(({ form }) => form));
    return numbers.length * 2 > entries.length ? [(numbers[0]?.prefix ?? '').toLowerCase()] : [];
  });
  return new Set(prefixes);
}

function around(candidates: readonly Candidate[], cwd: string): Candidate | undefined {
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

function isAt(path: string, folder: string): boolean {
  return `${path}/`.startsWith(`${folder}/`);
}

function folderAbove(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}
