import type { DirectoryFacts } from '../signs/directory-signs.ts';
import { SURE } from '../signs/template-signs.ts';
import { hasOwnMetadata } from '../templates/judge-template.ts';
import { templateRank } from '../templates/template-name.ts';
import { findTemplate } from '../templates/template-search.ts';
import { isProposalPrefix, nameWeight, STRONG } from './directory-name.ts';
import { type Folder, pathInFolder, type ReadText } from './folder-tree.ts';
import { numbersIn } from './infer.ts';
import { allEntries, type EntryList, type Group, type PathEntry } from './list-entries.ts';
import { toolAt } from './tools.ts';

interface Considered {
  list: EntryList;
  /** What it is called; for the root, what the repository is. */
  name: string;
  rootName: string;
  read: ReadText | undefined;
}

/** Copies for readers, and writing of another kind: what lies there was filed elsewhere, or is no proposal. */
const PUBLISHED_FOLDERS = new Set(
  'site sites book books chart charts website www public static asset assets content blog blogs post posts _posts news newsletter newsletters changelog change-log changelogs release releases release-notes meeting meetings minutes notes tutorial tutorials guide guides lesson lessons chapter chapters course courses lab labs exercise exercises workshop workshops slides migration migrations i18n locale locales translation translations template templates versioned_docs src lib internal pkg zh ja ko de fr es pt ru it zh-cn zh-tw zh-hans pt-br'.split(
    ' ',
  ),
);

/** From so many numbered entries on, a directory of any name counts, if something else says so too. */
const MANY = 5;

/** So many documents without a number are the decisions or designs of a folder that is called so. */
const SEVERAL = 3;

const GROUPED = 3.2;

/** Folders that are called so hold little else. */
const SPEAKING = 3.5;

/** What is known of a folder; undefined for one that says nothing at all. */
export function factsOf(
  root: Folder,
  folder: Folder,
  { list, name, rootName, read }: Considered,
): DirectoryFacts | undefined {
  const weight = weightOf(folder, { name, rootName, list, root });
  const template =
    folder.templates.size === 0
      ? 0
      : Math.max(0, ...[...folder.templates].map((each) => templateRank(each)));
  if (weight === 0 && template === 0 && list.entries.length < MANY) return undefined;
  // Groups count under a name that says what is in them: else every folder of folders would be one.
  const isGrouped = list.groups.length > 0 && list.groups.every(({ kind }) => kind !== 'subject');
  const entries = weight >= STRONG || (weight > 3 && isGrouped) ? allEntries(list) : list.entries;
  const forms = entries.map(({ form }) => form);
  const numbers = numbersIn(forms);
  const others = forms.filter(({ kind }) => kind === 'date' || kind === 'draft');
  const regular = numbers.length + others.length;
  return {
    weight,
    entries: entries.length,
    regular,
    numbered: numbers.filter(({ digits }) => !/^(?:19|20)\d\d$/.test(digits)).length,
    share: entries.length === 0 ? 0 : regular / entries.length,
    isPrefixed: numbers.some(({ prefix }) => isProposalPrefix(prefix)),
    isByState: isByState(list),
    saysSo: weight < GROUPED && saysSo(folder, list.entries, { read, least: MANY }),
    isRead: folder.files.some((name) => /^(?:readme|_?index)\.md$/i.test(name)),
    template,
    hasTemplate:
      template > 0 || findTemplate(root, folder.path, { ...(read && { read }) }) !== undefined,
    isPublished: folder.path.split('/').some((name) => PUBLISHED_FOLDERS.has(name.toLowerCase())),
    depth: folder.path === '' ? 0 : folder.path.split('/').length,
  };
}

/** Whether what is known of a folder is enough to hold it for one of proposals, by a name that only those have or any. */
export function isCandidate(facts: DirectoryFacts): boolean {
  return facts.weight >= STRONG ? isNamed(facts) : isShown(facts);
}

/** Whether the first or the last of several says of itself what only proposals say. */
export function saysSo(
  folder: Folder,
  entries: readonly PathEntry[],
  { read, least }: { read: ReadText | undefined; least: number },
): boolean {
  if (!read || entries.length < least) return false;
  const numbered = entries.filter(({ form }) => form.kind === 'number' || form.kind === 'date');
  return [numbered[0], numbered.at(-1)].some((entry) =>
    hasOwnMetadata(textOfEntry(folder, entry, read)),
  );
}

/** The beginning of the main document of an entry; empty where there is none. */
export function textOfEntry(folder: Folder, entry: PathEntry | undefined, read: ReadText): string {
  const path = [entry?.name, entry?.document].filter((part) => part).join('/');
  return read(pathInFolder(folder, path)) ?? '';
}

/** Whether a folder lies in one of templates: what is in it are examples. */
export function isInTemplates(path: string): boolean {
  return path.split('/').some((name) => /^_?templates?$/i.test(name));
}

function isNamed({ entries, template, hasTemplate, share, isRead }: DirectoryFacts): boolean {
  return template >= SURE || entries > 1 || (entries > 0 && (hasTemplate || share > 0)) || isRead;
}

function isShown(facts: DirectoryFacts): boolean {
  const { weight, share, isPrefixed, template } = facts;
  if (weight > 0 && isCalledAndFilled(facts)) return true;
  if (share < 0.5) return false;
  return template > 2 || (template > 0 && isPrefixed) || hasMany(facts);
}

function isCalledAndFilled(facts: DirectoryFacts): boolean {
  const { weight, entries, share, template, hasTemplate, isRead, isByState } = facts;
  const isRegular = share >= 0.5 || template > 0 || (entries === 0 && isRead);
  if (weight >= 4 && isRegular) return true;
  if (weight >= SPEAKING && template >= SURE) return true;
  if ((weight >= SPEAKING || isByState) && entries >= SEVERAL) return true;
  const isRegularBelow = entries > 1 && share >= 0.5;
  return template > 2 || (hasTemplate && (weight > 3 ? entries > 0 : isRegularBelow));
}

/** Dates and years alone are those of newsletters as well. */
function hasMany({ regular, numbered, hasTemplate, isPrefixed, weight, saysSo }: DirectoryFacts) {
  const isDated = numbered * 2 < regular;
  return regular >= MANY && ((hasTemplate && !isDated) || isPrefixed || weight > 3 || saysSo);
}

function weightOf(
  { path }: Folder,
  { name, rootName, list, root }: { name: string; rootName: string; list: EntryList; root: Folder },
): number {
  const weight = nameWeight(name, rootName);
  const least = Math.max(isByState(list) ? GROUPED : 0, toolAt(root, path) ? STRONG : 0);
  return path === '' ? Math.max(least, Math.min(weight, GROUPED)) : Math.max(least, weight);
}

function isByState({ groups }: EntryList): boolean {
  if (!groups.some(({ kind }) => kind === 'open')) return false;
  const states = groups.filter(({ kind }) => kind === 'open' || kind === 'past');
  const count = (those: readonly Group[]) => those.flatMap(({ entries }) => entries).length;
  return states.length > 1 && count(states) >= count(groups) * 0.8;
}
