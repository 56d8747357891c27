import {
  CLOSE,
  DIRECTORY_SIGNS,
  type DirectoryFacts,
  LEAST,
  SMALLEST_RIVAL,
} from '../signs/directory-signs.ts';
import { factsOf, isCandidate, isInTemplates } from './directory-facts.ts';
import { isForDecisions, nameWeight } from './directory-name.ts';
import { allFolders, type Folder, pathInFolder, type ReadText } from './folder-tree.ts';
import { type EntryList, entriesIn } from './list-entries.ts';

/** What is looked for in a repository, and by whom. Paths are from the root. */
export interface Wanted {
  directory?: string;
  cwd?: string;
  rootName?: string;
  /** Asked where names do not say enough. */
  read?: ReadText;
  /** Four digits; where proposals lie in folders of years, a new one goes to that of this one. */
  year?: string;
}

export interface Candidate {
  folder: Folder;
  list: EntryList;
  score: number;
  facts: DirectoryFacts;
}

/** The candidates, the best first. */
export function candidatesIn(
  root: Folder,
  { rootName = '', read, cwd }: Pick<Wanted, 'rootName' | 'read' | 'cwd'> = {},
): Candidate[] {
  const found = [...allFolders(root)].flatMap((folder) => {
    const list = entriesIn(folder);
    const name = folder.path === '' ? rootName : folder.name;
    const facts = factsOf(root, folder, { list, name, rootName, read });
    if (!facts || isInTemplates(folder.path) || !isCandidate(facts)) return [];
    return { folder, list, facts, score: 0 };
  });
  const present = found.filter(({ folder }) => !isInArchive(folder.path));
  const among = present.length > 0 ? present : found;
  const outside = among.filter(({ folder }) => !isInsideEntry(folder.path, found));
  // Where they are only among what is published, they are there.
  const isElsewhere = outside.some(({ facts }) => !facts.isPublished);
  const asked = isElsewhere ? outside : outside.filter(isRegular);
  return asked
    .map((each) => {
      // Whoever works in a part of the repository that is called "web" means what lies there.
      const isMeant = cwd !== undefined && isBesideWork(each.folder.path, cwd);
      const isPublished = each.facts.isPublished && isElsewhere && !isMeant;
      return { ...each, score: scoreOf({ ...each.facts, isPublished }) };
    })
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score);
}

/** The one that a proposal goes to where nobody says which, and those that are about as good in other places. */
export function bestOf(candidates: readonly Candidate[]): {
  best: Candidate | undefined;
  rivals: Candidate[];
  /** Those that hold proposals of another kind, or fewer. */
  others: Candidate[];
} {
  const [first] = candidates;
  if (!first) return { best: undefined, rivals: [], others: [] };
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
  const others = candidates.filter(
    (each) =>
      best !== undefined &&
      ![best, ...rivals].includes(each) &&
      each.facts.entries >= LEAST_OTHERS &&
      (nameWeight(each.folder.name) >= STRONG_OTHER || saysWhatItHolds(each)) &&
      !isNested(each.folder.path, best.folder.path) &&
      ![best, ...rivals].some((one) => isCopy(each, one) || isCopy(one, each)),
  );
  return { best, rivals, others };
}

/** Whether the documents of a folder say what they are, whatever the folder is called. */
function saysWhatItHolds({ facts }: Candidate): boolean {
  return facts.entries >= SEVERAL_OTHERS && (facts.isPrefixed || facts.saysSo);
}

const SEVERAL_OTHERS = 3;

/** What makes a second place worth a word: so many documents, and a name that says what they are. */
const LEAST_OTHERS = 2;
const STRONG_OTHER = 4;

/** Whether a folder lies in the part of a repository that somebody works in: below `cwd`, or two folders that both lie in. */
function isBesideWork(path: string, cwd: string): boolean {
  const parts = cwd.split('/');
  return parts.some((_, index) => {
    const above = parts.slice(0, index + 1).join('/');
    return (above === cwd || index > 0) && `${path}/`.startsWith(`${above}/`);
  });
}

/** Whether a folder lies in one for what is no longer gone on with. */
function isInArchive(path: string): boolean {
  return path
    .split('/')
    .slice(0, -1)
    .some((name) => /^_?archived?s?$/i.test(name));
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
  const isDeeper = each.facts.depth > other.facts.depth;
  if (!isDeeper || each.folder.name !== other.folder.name) return false;
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
