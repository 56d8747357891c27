import { isMainDocument, isMarkdown, withoutExtension } from '../../file-names.ts';
import { sharedDocument } from '../document-name.ts';
import { datesAmong, type EntryName, parseEntryName } from '../parse-entry-name.ts';
import { ABOUT, BESIDE, nameWeight, STRONG } from './directory-name.ts';
import type { Folder } from './folder-tree.ts';
import {
  countedSubjects,
  type GroupKind,
  groupKind,
  isCountedState,
  isKeptForNew,
  isPeriod,
  isYear,
} from './groups.ts';

export interface PathEntry {
  name: string;
  stem: string;
  form: EntryName;
  /** The main document of a directory; undefined for a file. */
  document: string | undefined;
  /** All that may be the main document, where nothing says which it is. */
  documents?: readonly string[];
}

export interface Group {
  folder: Folder;
  entries: PathEntry[];
  kind: GroupKind;
  /** Whether what is in it lies in folders of years. */
  hasYears: boolean;
}

export interface EntryList {
  entries: PathEntry[];
  /** Folders that hold proposals and are none themselves. */
  groups: Group[];
}

/** `VENDOR_POLICY.md`: files in capitals are about a repository. */
const CAPITALS = /^[A-Z]{2,}(?:[-_][A-Z]+)*$/;

const SUBJECT = /^(?:proposal|spec|design|rfc|adr|decision|enhancement|.?[ekgvt]ep)$/i;

/** The same where the directory itself has no number, which any folder of documents can have. */
const PLAIN_SUBJECT = /^(?:proposal|spec|rfc|adr|decision|enhancement|[ekgvt]ep)$/i;

/** Finds the proposals in a folder: by name, by main document, and by what lies beside what. */
export function entriesIn(folder: Folder): EntryList {
  const files = proposalFiles(folder);
  const list: EntryList = { entries: [...files], groups: [] };
  const stems = new Set(files.map(({ stem }) => stem));
  const shared = sharedDocument(folder.folders);
  const apart = new Set(countedSubjects(folder));
  for (const inner of folder.folders) {
    if (isBeside(folder, inner) || stems.has(inner.name) || nameWeight(inner.name) >= STRONG)
      continue;
    const entry = directoryEntry(inner, shared);
    const isDated = isYear(inner.name) || isPeriod(inner.name);
    const isState = isCountedState(inner.name) || apart.has(inner);
    if (isState) fileUnder(list, undefined, groupIn(inner));
    else if (entry && !isSlug(entry) && !isDated) list.entries.push(entry);
    else fileUnder(list, entry, groupIn(inner));
  }
  return { ...list, entries: readAsDates(list.entries) };
}

/** All entries of a folder, those in its groups included. */
export function allEntries({ entries, groups }: EntryList): PathEntry[] {
  return [...entries, ...groups.flatMap((group) => group.entries)];
}

function fileUnder(list: EntryList, entry: PathEntry | undefined, group: Group): void {
  if (entry && !isGroupRather(entry, group)) list.entries.push(entry);
  else if (group.entries.length > 0 || isKeptForNew(group.folder)) list.groups.push(group);
}

/** A folder of several numbered documents, or one that is called by a year or a state, is no proposal itself. */
function isGroupRather(entry: PathEntry, { folder, kind, entries, hasYears }: Group): boolean {
  if (kind === 'year' || isPeriod(folder.name)) return entries.length > 0;
  const numbered = entries.filter(({ form }) => form.kind !== 'slug').length;
  const isFull = numbered >= 2 && numbered * 2 >= entries.length;
  return isSlug(entry) && (isFull || hasYears || (kind !== 'subject' && entries.length > 0));
}

function groupIn(folder: Folder): Group {
  const years = folder.folders.some(({ name }) => isYear(name))
    ? folder.folders.filter(({ name }) => isYear(name)).map(entriesOneBelow)
    : [];
  const own = entriesOneBelow(folder);
  const entries = years.length === 0 ? own : [...own, ...years.flat()];
  return {
    folder,
    entries: readAsDates(entries),
    kind: groupKind(folder.name),
    hasYears: years.some((each) => each.length > 0),
  };
}

function readAsDates(entries: PathEntry[]): PathEntry[] {
  if (!entries.some(({ form }) => form.kind === 'number')) return entries;
  const own = entries.map(({ form }) => form);
  const forms = datesAmong(own);
  if (forms === own) return entries;
  return entries.map((entry, index) => ({ ...entry, form: forms[index] ?? entry.form }));
}

function isBeside(folder: Folder, inner: Folder): boolean {
  return (
    BESIDE.has(inner.name.toLowerCase()) ||
    inner.name === '.specify' ||
    folder.templates.has(inner.name)
  );
}

function isSlug({ form }: PathEntry): boolean {
  return form.kind === 'slug';
}

function directoryEntry(folder: Folder, shared?: string): PathEntry | undefined {
  const { name, files } = folder;
  const form = parseEntryName(name);
  const [document, ...others] = mainDocuments(name, form, { files, shared });
  if (document === undefined || isGroup(folder) || RELEASE.test(name)) return undefined;
  const documents = others.length > 0 ? { documents: [document, ...others] } : {};
  return { name, stem: name, form, document, ...documents };
}

/** A folder for what comes with a release, which is no number. */
const RELEASE = /^v?\d{1,3}\.(?:\d{1,3}|x)(?:\.(?:\d{1,3}|x))?$/i;

/** What may be the main document of a directory: one, or all where nothing says which. */
function mainDocuments(
  name: string,
  form: EntryName,
  { files, shared }: { files: readonly string[]; shared: string | undefined },
): string[] {
  const documents = files.filter(isMarkdown);
  const isCalled = (pattern: RegExp) => (file: string) => pattern.test(withoutExtension(file));
  const subject = form.kind === 'slug' ? undefined : documents.find(isCalled(PLAIN_SUBJECT));
  const usual = subject ?? files.find(isMainDocument);
  if (usual !== undefined) return [usual];
  const names = [name, form.slug].filter((each) => each !== '').map((each) => each.toLowerCase());
  const pattern = form.kind === 'slug' ? PLAIN_SUBJECT : SUBJECT;
  const main =
    documents.find((file) => names.includes(withoutExtension(file).toLowerCase())) ??
    documents.find(isCalled(pattern));
  if (main !== undefined) return [main];
  if (form.kind === 'slug') return documents.filter((file) => file === shared);
  const alike = documents.filter((file) => /proposal|design|^.?[ekgvt]ep/i.test(file));
  return alike.length === 1 ? alike : documents;
}

/** A directory of several numbered documents holds proposals and is none itself: a year, for example. */
function isGroup({ files }: Folder): boolean {
  const hasMain = files.some(isMainDocument);
  const numbered = files.filter((file) => parseEntryName(withoutExtension(file)).kind !== 'slug');
  return !hasMain && numbered.length > 1;
}

function entriesOneBelow(folder: Folder): PathEntry[] {
  const directories = folder.folders.filter(
    (inner) => !isBeside(folder, inner) && !isYear(inner.name),
  );
  return [...proposalFiles(folder), ...directories.flatMap((inner) => directoryEntry(inner) ?? [])];
}

const knownFiles = new WeakMap<Folder, PathEntry[]>();

/** Remembered, since a folder is also looked into from those above it. */
function proposalFiles(folder: Folder): PathEntry[] {
  const entries = knownFiles.get(folder) ?? filesIn(folder);
  knownFiles.set(folder, entries);
  return entries;
}

function filesIn(folder: Folder): PathEntry[] {
  const files = folder.files.filter((name) => isProposalFile(folder, name)).map(fileEntry);
  const own = files.filter(({ stem }) => !CAPITALS.test(stem));
  return own.length > 0 || folder.path === '' ? own : files;
}

function fileEntry(name: string): PathEntry {
  const stem = withoutExtension(name);
  return { name, stem, form: parseEntryName(stem), document: undefined };
}

function isProposalFile({ templates }: Folder, name: string): boolean {
  const stem = withoutExtension(name);
  return isMarkdown(name) && !ABOUT.has(stem.toLowerCase()) && !templates.has(name);
}
