import type { EntryName } from '../parse-entry-name.ts';
import type { Folder } from './folder-tree.ts';
import { openRank } from './groups.ts';
import { numbersIn } from './infer.ts';
import type { EntryList, Group, PathEntry } from './list-entries.ts';

/** Where in a folder of proposals a new one goes. */
export interface GroupPlace {
  directory: string;
  areas: string[];
  needsArea: boolean;
}

const LEAST_OWN = 3;

/**
 * The place of a new proposal in a folder: a folder for its year or its state where the others lie in such ones, one
 * of its areas, which has to be chosen, or the folder itself.
 */
export function placeIn(
  { path }: Pick<Folder, 'path'>,
  { entries, groups }: EntryList,
  { area, year }: { area: string | undefined; year: string | undefined },
): GroupPlace {
  const current = groups.filter((each) => each.kind !== 'past' && !isEarlier(each, entries));
  const inside = current.flatMap((each) => each.entries);
  const isInside = area === undefined && inside.length > entries.length;
  const directory = area ?? path;
  if (current.every(({ kind }) => kind !== 'subject')) {
    const inGroup = isInside ? ofYearOrState(path, { entries, groups: current }, year) : directory;
    return { directory: inGroup, areas: [], needsArea: false };
  }
  const paths = current.map(({ folder }) => folder.path).sort();
  const areas = entries.length > 0 ? [path || '.', ...paths] : paths;
  return { directory, areas, needsArea: isInside };
}

/** Whether the groups, or the one that is named, count on their own: their numbers are there elsewhere as well. */
export function numbersApart({ entries, groups }: EntryList, area: string | undefined): boolean {
  const forms = [entries, ...groups.map((group) => group.entries)].map((each) =>
    each.map(({ form }) => form),
  );
  if (repeatsNumbers(forms) || prefixesOf(forms).size > 1) return true;
  const own = groups.find(({ folder }) => folder.path === area)?.entries ?? [];
  const numbers = numberSet(own.map(({ form }) => form));
  const others = groups
    .filter(({ folder }) => folder.path !== area)
    .flatMap((each) => each.entries);
  const elsewhere = numberSet([...entries, ...others].map(({ form }) => form));
  const shared = [...numbers].filter((number) => elsewhere.has(number)).length;
  return shared >= 2 && shared >= numbers.size * 0.8;
}

/** The folder of this year, or of the state that something new begins in, where no group is called otherwise. */
function ofYearOrState(
  path: string,
  { entries, groups }: EntryList,
  year: string | undefined,
): string {
  const states = groups.filter(({ kind }) => kind === 'open');
  const rank = ({ folder }: Group) => openRank(folder.name);
  const [state] = states.toSorted((a, b) => rank(a) - rank(b));
  if (!state) return below(path, year);
  if (entries.length > 0) return path;
  return state.hasYears ? below(state.folder.path, year) : state.folder.path;
}

/** A group whose numbers all lie below the own ones was there before them. */
function isEarlier(group: Group, entries: readonly PathEntry[]): boolean {
  const own = [...numberSet(entries.map(({ form }) => form))];
  const others = [...numberSet(group.entries.map(({ form }) => form))];
  return own.length >= LEAST_OWN && others.length > 0 && Math.max(...others) < Math.min(...own);
}

function below(directory: string, year: string | undefined): string {
  if (year === undefined) return directory;
  return directory === '' ? year : `${directory}/${year}`;
}

function repeatsNumbers(groups: readonly (readonly EntryName[])[]): boolean {
  const times = new Map<number, number>();
  for (const forms of groups) {
    for (const number of numberSet(forms)) times.set(number, (times.get(number) ?? 0) + 1);
  }
  const repeated = [...times.values()].filter((count) => count > 1).length;
  return repeated > 0 && repeated >= times.size * 0.3;
}

function numberSet(forms: readonly EntryName[]): Set<number> {
  return new Set(numbersIn(forms).map(({ digits }) => Number(digits)));
}

function prefixesOf(groups: readonly (readonly EntryName[])[]): Set<string> {
  const prefixes = groups.flatMap((forms) => {
    const numbers = numbersIn(forms);
    return numbers.length * 2 > forms.length ? [(numbers[0]?.prefix ?? '').toLowerCase()] : [];
  });
  return new Set(prefixes);
}
