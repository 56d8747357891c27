import { templateRank } from '../template-name.ts';
import { isProposalPrefix, nameWeight, STRONG } from './directory-name.ts';
import { allFolders, type Folder } from './folder-tree.ts';
import { numbersIn } from './infer.ts';
import { type EntryList, entriesIn, type PathEntry } from './list-entries.ts';
import { findTemplate } from './template-search.ts';

export interface Candidate {
  folder: Folder;
  list: EntryList;
  score: number;
}

/** Copies for readers, and writing of another kind: what lies there was filed elsewhere, or is no proposal. */
const PUBLISHED_FOLDERS = new Set(
  'site sites book books chart charts website web www public static asset assets content blog blogs post posts _posts news changelog change-log changelogs release releases release-notes meeting meetings minutes notes tutorial tutorials guide guides lesson lessons chapter chapters course courses lab labs exercise exercises workshop workshops slides migration migrations i18n locale locales translation translations template templates versioned_docs src lib internal pkg zh ja ko de fr es pt ru it zh-cn zh-tw zh-hans pt-br'.split(
    ' ',
  ),
);

/** From so many numbered entries on, a directory of any name counts, if something else says so too. */
const MANY = 5;

/** What a candidate scores at least; one of strong name among what is published does not. */
const LEAST = 6;

const CLOSE = 1;

/** The candidates, the best first. */
export function candidatesIn(root: Folder, rootName = ''): Candidate[] {
  const found = [...allFolders(root)].flatMap((folder) => {
    const list = entriesIn(folder);
    const name = folder.path === '' ? rootName : folder.name;
    const score = scoreOf(root, folder, { list, weight: weightOf(folder, name) });
    return score >= LEAST ? [{ folder, list, score }] : [];
  });
  return found.sort((a, b) => b.score - a.score);
}

/** Others that are about as good as the first, in other places. */
export function rivalsOf([first, ...others]: readonly Candidate[]): Candidate[] {
  if (!first) return [];
  return others.filter(
    ({ score, folder }) => score > first.score - CLOSE && !isNested(folder.path, first.folder.path),
  );
}

/** All entries of a candidate, those in its areas included. */
export function allEntries({ entries, areas }: EntryList): PathEntry[] {
  return [...entries, ...areas.flatMap((area) => area.entries)];
}

function isNested(a: string, b: string): boolean {
  return a === '' || b === '' || `${a}/`.startsWith(`${b}/`) || `${b}/`.startsWith(`${a}/`);
}

interface Signs {
  weight: number;
  entries: number;
  regular: number;
  share: number;
  isPrefixed: boolean;
  isRead: boolean;
  template: number;
  hasTemplate: boolean;
  isPublished: boolean;
}

function weightOf({ path }: Folder, name: string): number {
  const weight = nameWeight(name);
  return path === '' ? Math.min(weight, 3.2) : weight;
}

function scoreOf(root: Folder, folder: Folder, about: { list: EntryList; weight: number }): number {
  const signs = signsOf(root, folder, about);
  if (!signs) return 0;
  const isCandidate = signs.weight >= STRONG ? isNamed(signs) : isShown(signs);
  if (!isCandidate) return 0;
  const { weight, entries, share, template, hasTemplate, isPublished } = signs;
  const beside = template > 0 ? 3 : Number(hasTemplate) * 2;
  const depth = folder.path === '' ? 0 : folder.path.split('/').length;
  const size = Math.min(7, 1.2 * Math.log2(1 + entries));
  return 4 + weight + size + 3 * share + beside - 0.7 * depth - (isPublished ? 8 : 0);
}

function signsOf(
  root: Folder,
  folder: Folder,
  { list, weight }: { list: EntryList; weight: number },
): Signs | undefined {
  const own = [...folder.files, ...folder.folders.map(({ name }) => name)];
  const template = Math.max(0, ...own.map(templateRank));
  if (weight === 0 && template === 0 && list.entries.length < MANY) return undefined;
  // Areas count under a name that says what is in them: else every folder of folders would be one.
  const entries = weight >= STRONG ? allEntries(list) : list.entries;
  const forms = entries.map(({ form }) => form);
  const numbered = numbersIn(forms);
  const others = forms.filter(({ kind }) => kind === 'date' || kind === 'draft');
  const regular = numbered.length + others.length;
  return {
    weight,
    entries: entries.length,
    regular,
    share: entries.length === 0 ? 0 : regular / entries.length,
    isPrefixed: numbered.some(({ prefix }) => isProposalPrefix(prefix)),
    isRead: folder.files.some((name) => /^readme\.md$/i.test(name)),
    template,
    hasTemplate: template > 0 || findTemplate(root, folder.path) !== undefined,
    isPublished: folder.path.split('/').some((name) => PUBLISHED_FOLDERS.has(name.toLowerCase())),
  };
}

function isNamed({ entries, template, hasTemplate, share, isRead }: Signs): boolean {
  return template > 2 || entries > 1 || (entries > 0 && (hasTemplate || share > 0)) || isRead;
}

function isShown(signs: Signs): boolean {
  const { weight, entries, regular, share, isPrefixed, template, hasTemplate } = signs;
  if (weight >= 4 && (share >= 0.5 || template > 0 || (entries === 0 && signs.isRead))) return true;
  if (weight > 0 && template > 2) return true;
  if (weight > 3 && hasTemplate && entries > 0) return true;
  if (share < 0.5) return false;
  if (template > 2 || (template > 0 && isPrefixed)) return true;
  return regular >= MANY && (hasTemplate || isPrefixed || weight > 3);
}
