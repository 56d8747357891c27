import { isMainDocument, isMarkdown } from '../../markdown-names.ts';
import { templateRank } from '../template-name.ts';
import { type Folder, findFolder } from './folder-tree.ts';

const TEMPLATE_FOLDERS = new Set(
  'template templates _template _templates guideline guidelines tool tools meta process proposal-template proposal-templates proposal_templates enhancement-template enhancement-templates rfc-template rfc-templates kep-template design-template adr-template adr-templates'.split(
    ' ',
  ),
);

const SUBJECT =
  /^(?:[a-z]*ep|adr|rfc|proposal|enhancement(?:[-_]proposal)?|design(?:[-_]doc)?|readme)\.md$/i;

interface Found {
  path: string;
  rank: number;
}

/**
 * The template for proposals in a folder: the clearest name there, in its template folders, then the same for
 * every folder above it, never for one beside.
 */
export function findTemplate(
  root: Folder,
  directory: string,
  document?: string,
): string | undefined {
  const parts = directory === '' || directory === '.' ? [] : directory.split('/');
  for (let depth = parts.length; depth >= 0; depth--) {
    const folder = findFolder(root, parts.slice(0, depth).join('/'));
    const found = folder && bestTemplate(folder, document);
    if (found) return found;
  }
  return undefined;
}

const known = new WeakMap<Folder, Map<string, string | undefined>>();

/** Remembered, since all that lie in a folder look there. */
function bestTemplate(folder: Folder, document: string | undefined): string | undefined {
  const inFolder = known.get(folder) ?? new Map<string, string | undefined>();
  known.set(folder, inFolder);
  const key = document ?? '';
  if (!inFolder.has(key)) {
    const own = best(templatesIn(folder, document)) ?? best(templatesBelow(folder, document));
    inFolder.set(key, own);
  }
  return inFolder.get(key);
}

function best(found: readonly Found[]): string | undefined {
  return found.toSorted((a, b) => b.rank - a.rank || compareLengths(a.path, b.path))[0]?.path;
}

/** The shorter name is the plain one: `template.md` before `minimal-template.md`. */
function compareLengths(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}

function templatesIn(folder: Folder, document: string | undefined): Found[] {
  const files = folder.files.map((name) => ({
    path: join(folder, name),
    rank: templateRank(name),
  }));
  const directories = folder.folders.flatMap((inner) => {
    const main = mainOf(inner, document);
    const isFolderOfMany = TEMPLATE_FOLDERS.has(inner.name.toLowerCase());
    if (main === undefined || isFolderOfMany) return [];
    return { path: join(inner, main), rank: templateRank(inner.name) };
  });
  return [...files, ...directories].filter(({ rank }) => rank > 0);
}

function templatesBelow(folder: Folder, document: string | undefined): Found[] {
  return folder.folders
    .filter(({ name }) => TEMPLATE_FOLDERS.has(name.toLowerCase()))
    .flatMap((inner) => {
      const named = templatesIn(inner, document);
      if (named.length > 0 || !/templates?$/i.test(inner.name)) return named;
      const about = inner.files.filter((name) => SUBJECT.test(name));
      return about.map((name) => ({ path: join(inner, name), rank: 1 }));
    });
}

function mainOf({ files }: Folder, document: string | undefined): string | undefined {
  if (document !== undefined && files.includes(document)) return document;
  const documents = files.filter(isMarkdown);
  return documents.find(isMainDocument) ?? documents.sort()[0];
}

function join({ path }: Folder, name: string): string {
  return path === '' ? name : `${path}/${name}`;
}
