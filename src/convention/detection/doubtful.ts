import { sharedDocument } from '../document-name.ts';
import { isProposalTemplate } from '../templates/template-name.ts';
import { isInTemplates, saysSo, textOfEntry } from './directory-facts.ts';
import { nameWeight, STRONG } from './directory-name.ts';
import { allFolders, type Folder, folderTree, pathInFolder, type ReadText } from './folder-tree.ts';
import { allEntries, entriesIn } from './list-entries.ts';

/** What may be of proposals where nothing says so for certain. Paths are from the root. */
export interface Doubtful {
  /** Folders that are called as those of proposals are. */
  likely: readonly string[];
  /** Folders whose documents are alike and numbered. */
  directories: readonly string[];
  /** Files that are called as templates for proposals. */
  templates: readonly string[];
}

/** What may be of proposals in a repository in which none were detected. */
export function doubtfulPlaces(paths: readonly string[], read: ReadText): Doubtful {
  const root = folderTree(paths, read);
  return {
    likely: [
      ...new Set([
        ...namedFolders(root, read),
        ...keptFolders(paths),
        ...foldersOfTemplates(paths),
      ]),
    ],
    directories: foldersOfOneForm(root, read),
    templates: [
      ...new Set([
        ...[...allFolders(root)].flatMap((folder) =>
          [...folder.templates]
            .filter(isProposalTemplate)
            .map((name) => pathInFolder(folder, name)),
        ),
        ...paths.filter((each) => TEMPLATE_APART.test(each)),
      ]),
    ],
  };
}

/**
 * Folders that are called as those of proposals are and hold documents, or whose numbered documents say of themselves
 * what proposals say, but nothing else that makes them the place; `.` for the root.
 */
function namedFolders(root: Folder, read: ReadText): string[] {
  return [...allFolders(root)]
    .filter(
      (folder) =>
        !isInTemplates(folder.path) &&
        (isNamedSo(folder) ||
          isWrittenSo(folder, read) ||
          areBareNumbers(folder) ||
          holdsSpecifications(folder)),
    )
    .map(({ path }) => path || '.');
}

/** Folders that are called so, and that git has for nothing but what is to come: they hold a `.gitkeep`. */
function keptFolders(paths: readonly string[]): string[] {
  const kept = paths.flatMap((each) => KEPT.exec(each)?.[1] ?? []);
  const called = kept.filter((folder) => isCalledSo(folder.slice(folder.lastIndexOf('/') + 1)));
  return called.filter(
    (folder) => paths.filter((each) => each.startsWith(`${folder}/`)).length === 1,
  );
}

function foldersOfTemplates(paths: readonly string[]): string[] {
  const found = paths.flatMap((each) => OF_TEMPLATES.exec(each)?.[1] ?? []);
  const called = found.filter((folder) => isCalledSo(folder.slice(folder.lastIndexOf('/') + 1)));
  return called.filter((folder) =>
    paths.every((each) => !each.startsWith(`${folder}/`) || OF_TEMPLATES.test(each)),
  );
}

const OF_TEMPLATES =
  /^((?:(?:docs?|documentation|architecture|arch|engineering)\/){0,2}[^/]+)\/\.?templates?\/[^/]+\.mdx?$/i;

/** A template that lies beside no proposals: `docs/templates/rfc.md`, `.github/proposal-template.md`. */
const TEMPLATE_APART =
  /^(?:(?:docs?|documentation|\.github)\/)?(?:\.?templates?\/(?:rfc|adr|kep|proposal|enhancement|decision(?:-record)?)(?:[-_ ]template)?|(?:rfc|adr|kep|proposal|enhancement|decision(?:-record)?)[-_ ]template)\.mdx?$/i;

/** Where documents of a project lie; elsewhere, such a folder belongs to examples, tests or what is generated. */
const KEPT =
  /^((?:(?:docs?|documentation|architecture|arch|engineering|\.github)\/){0,2}[^/]+)\/\.(?:git)?keep$/i;

/** Folders of many numbered documents of one form, which may be proposals of a kind that is not known. */
function foldersOfOneForm(root: Folder, read: ReadText): string[] {
  return [...allFolders(root)]
    .filter((folder) => !isInTemplates(folder.path) && haveSameSections(folder, read))
    .map(({ path }) => path || '.');
}

function isNamedSo(folder: Folder): boolean {
  const { path, name } = folder;
  return path !== '' && isCalledSo(name) && allEntries(entriesIn(folder)).length > 0;
}

function isCalledSo(name: string): boolean {
  const weight = nameWeight(name);
  return weight >= STRONG || (weight > 3 && !/^[a-z]{1,3}(?:ep|ip)$/i.test(name));
}

function isWrittenSo(folder: Folder, read: ReadText): boolean {
  const { entries } = entriesIn(folder);
  const regular = entries.filter(({ form }) => form.kind === 'number' || form.kind === 'date');
  return (
    regular.length * 1.25 >= entries.length && saysSo(folder, regular, { read, least: FEW_RECORDS })
  );
}

const FEW_RECORDS = 3;

/** Whether the first, the last and one between of many numbered documents have sections of the same names. */
function haveSameSections(folder: Folder, read: ReadText): boolean {
  const { entries } = entriesIn(folder);
  const numbered = entries.filter(({ form }) => form.kind === 'number');
  if (numbered.length < MANY_ALIKE || numbered.length * 1.25 < entries.length) return false;
  const [first, ...others] = [numbered[0], numbered[numbered.length >> 1], numbered.at(-1)].map(
    (entry) => {
      const titles = textOfEntry(folder, entry, read).matchAll(/^##?[ \t]+(\p{L}.*)$/gmu);
      return new Set([...titles].map(([, title = '']) => title));
    },
  );
  const shared = [...(first ?? [])].filter((title) => others.every((each) => each.has(title)));
  return shared.length >= FEW_SECTIONS;
}

/** Whether the documents of the root are called by nothing but their numbers: `07.md`, `7D.md`. */
function areBareNumbers(folder: Folder): boolean {
  if (folder.path !== '') return false;
  const { entries } = entriesIn(folder);
  const bare = entries.filter(({ stem }) => /^(?:\d{1,4}|[0-9A-F]{2})$/.test(stem));
  return bare.length >= MANY_ALIKE && bare.length * 1.25 >= entries.length;
}

/** Whether nearly all folders in one have a document that is called as a specification or a proposal. */
function holdsSpecifications({ folders }: Folder): boolean {
  return /spec|proposal/i.test(sharedDocument(folders) ?? '');
}

const MANY_ALIKE = 5;
const FEW_SECTIONS = 3;
