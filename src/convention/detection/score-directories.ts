import {
  CLOSE,
  DIRECTORY_SIGNS,
  type DirectoryFacts,
  LEAST,
  SMALLEST_RIVAL,
} from '../signs/directory-signs.ts';
import { factsOf, isCandidate, isInTemplates } from './directory-facts.ts';
import { isForDecisions, nameWeight, STRONG } from './directory-name.ts';
import { allFolders, type Folder, pathInFolder, type ReadText } from './folder-tree.ts';
import { allEntries, type EntryList, entriesIn } from './list-entries.ts';

export interface Candidate {
  folder: Folder;
  list: EntryList;
  score: number;
  facts: DirectoryFacts;
}

/** The candidates, the best first. */
export function candidatesIn(root: Folder, rootName = '', read?: ReadText): Candidate[] {
  const found = [...allFolders(root)].flatMap((folder) => {
    const list = entriesIn(folder);
    const name = folder.path === '' ? rootName : folder.name;
    const facts = factsOf(root, folder, { list, name, rootName, read });
    if (!facts || isInTemplates(folder.path) || !isCandidate(facts)) return [];
    return { folder, list, facts, score: 0 };
  });
  const outside = found.filter(({ folder }) => !isInsideEntry(folder.path, found));
  // Where they are only among what is published, they are there.
  const isElsewhere = outside.some(({ facts }) => !facts.isPublished);
  const asked = isElsewhere ? outside : outside.filter(isRegular);
  return asked
    .map((each) => ({
      ...each,
      score: scoreOf({ ...each.facts, isPublished: each.facts.isPublished && isElsewhere }),
    }))
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score);
}

/** The one that a proposal goes to where nobody says which, and those that are about as good in other places. */
export function bestOf(candidates: readonly Candidate[]): {
  best: Candidate | undefined;
  rivals: Candidate[];
} {
  const [first] = candidates;
  if (!first) return { best: undefined, rivals: [] };
  const close = candidates.filter(
    (each) =>
      each === first ||
      (each.score > first.score - CLOSE &&
        !isNested(each.folder.path, first.folder.path) &&
        each.facts.entries >= first.facts.entries * SMALLEST_RIVAL),
  );
  const originals = close.filter((each) => !close.some((other) => isCopy(each, other)));
  // Decisions are of another kind: where there are proposals as well, a proposal is meant.
  const proposals = originals.filter(({ folder }) => !isForDecisions(folder.name));
  const [best, ...rivals] = proposals.length > 0 ? proposals : originals;
  return { best, rivals };
}

/** Folders that are called as those of proposals are and hold documents, but nothing else that says so. */
export function namedFolders(root: Folder): string[] {
  return [...allFolders(root)]
    .filter(({ path, name }) => {
      const weight = nameWeight(name);
      const isWord = weight >= STRONG || (weight > 3 && !/^[a-z]{1,3}(?:ep|ip)$/i.test(name));
      return path !== '' && isWord && !isInTemplates(path);
    })
    .filter((folder) => allEntries(entriesIn(folder)).length > 0)
    .map(({ path }) => path);
}

function isNested(a: string, b: string): boolean {
  return a === '' || b === '' || `${a}/`.startsWith(`${b}/`) || `${b}/`.startsWith(`${a}/`);
}

/** Whether a folder lies in what is a proposal of another one: its appendix, however it is called. */
function isInsideEntry(path: string, candidates: readonly Candidate[]): boolean {
  return candidates.some(({ folder, list }) =>
    list.entries.some(
      ({ name, form, document }) =>
        document !== undefined &&
        form.kind !== 'slug' &&
        path.startsWith(`${pathInFolder(folder, name)}/`),
    ),
  );
}

/** Whether a candidate holds what another one holds that lies nearer to the root, for a web site for example. */
function isCopy(each: Candidate, other: Candidate): boolean {
  const isNearer = each.facts.depth < other.facts.depth;
  const isSecond = each.facts.depth > other.facts.depth || each.folder.path > other.folder.path;
  const isCalledSo = each.folder.name === other.folder.name;
  if (each === other || isNearer || !isSecond || !isCalledSo) return false;
  const names = new Set(other.list.entries.map(({ stem }) => stem));
  const shared = each.list.entries.filter(({ stem, form }) => form.slug !== '' && names.has(stem));
  const least = Math.min(each.list.entries.length, names.size);
  return shared.length >= 2 && shared.length >= least * 0.8;
}

function isRegular({ facts: { isPublished, share, template } }: Candidate): boolean {
  return !isPublished || share >= 0.5 || template > 2;
}

function scoreOf(facts: DirectoryFacts): number {
  return DIRECTORY_SIGNS.reduce((sum, { points }) => sum + points(facts), 0);
}
