import { isKeptMark, isMainDocument, isMarkdown, MARKDOWN_EXTENSIONS } from '../../file-names.ts';
import { SURE } from '../signs/template-signs.ts';
import { judge } from '../templates/judge-template.ts';
import { isDoubtful, templateRank } from '../templates/template-name.ts';

export interface Folder {
  /** From the root, with `/`; empty for the root. */
  path: string;
  name: string;
  files: string[];
  folders: Folder[];
  /** The names in it, of files and folders, that are those of templates. */
  templates: Set<string>;
}

/** The text of a file of the repository by its path from the root; undefined where there is none to read. */
export type ReadText = (path: string) => string | undefined;

const ENDINGS = ['.md', '.markdown', '.mdx', '.hbs', '.template', '.tmpl'];

const TEMPLATE_OF_MARKDOWN = new RegExp(`${MARKDOWN_EXTENSIONS}\\.[a-z]+$`, 'i');

const FOREIGN_FOLDERS = new Set(
  'vendor node_modules bower_components third_party third-party thirdparty external testdata test-data test_data test tests __tests__ fixture fixtures example examples sample samples'.split(
    ' ',
  ),
);

/** Hidden folders that hold records, or the templates of a tool for specifications. */
const HIDDEN = /^\.(?:specify|github|templates?|adrs?|decisions?|rfcs?)$/i;

const trees = new WeakMap<readonly string[], Folder>();

/**
 * The folders that hold Markdown, from the paths of a repository's files.
 * @param read what is asked where only the content says whether something is a template
 */
export function folderTree(paths: readonly string[], read: ReadText = () => undefined): Folder {
  const made = trees.get(paths);
  if (made) return made;
  const root = emptyFolder('', '');
  const known = new Map<string, Folder | undefined>([['', root]]);
  for (const path of paths) {
    const slash = path.lastIndexOf('/');
    const name = path.slice(slash + 1);
    if (mayBeMarkdown(name) || isKeptMark(name))
      folderAt(slash < 0 ? '' : path.slice(0, slash), known)?.files.push(name);
  }
  for (const folder of allFolders(root)) findTemplates(folder, read);
  trees.set(paths, root);
  return root;
}

/** A folder in which nothing is. */
export function emptyFolder(path: string, name: string): Folder {
  return { path, name, files: [], folders: [], templates: new Set() };
}

/** The path of something in a folder, from the root. */
export function pathInFolder({ path }: Pick<Folder, 'path'>, name: string): string {
  return path === '' ? name : `${path}/${name}`;
}

/** The folder at a path from the root, if it holds Markdown. */
export function findFolder(root: Folder, path: string): Folder | undefined {
  if (path === '' || path === '.') return root;
  let folder: Folder | undefined = root;
  for (const name of path.split('/')) folder = folder && insideOf(folder).get(name);
  return folder;
}

/** All folders, the given one included. */
export function* allFolders(folder: Folder): Generator<Folder> {
  yield folder;
  for (const each of folder.folders) yield* allFolders(each);
}

const insides = new WeakMap<Folder, ReadonlyMap<string, Folder>>();

/** The folders in a folder by name; a folder of thousands is asked thousands of times. */
function insideOf(folder: Folder): ReadonlyMap<string, Folder> {
  const known = insides.get(folder);
  if (known && known.size === folder.folders.length) return known;
  const inside = new Map(folder.folders.map((each) => [each.name, each]));
  insides.set(folder, inside);
  return inside;
}

function findTemplates(folder: Folder, read: ReadText): void {
  for (const name of folder.files) {
    if (isTemplate(name, () => read(pathInFolder(folder, name)))) folder.templates.add(name);
  }
  for (const inner of folder.folders) {
    if (isTemplate(inner.name, () => mainText(inner, read))) folder.templates.add(inner.name);
  }
}

function mainText(folder: Folder, read: ReadText): string | undefined {
  const { files } = folder;
  return read(pathInFolder(folder, files.find(isMainDocument) ?? files.find(isMarkdown) ?? ''));
}

function isTemplate(name: string, text: () => string | undefined): boolean {
  const rank = templateRank(name);
  if (rank === 0 || !isDoubtful(name)) return rank > 0;
  const verdict = judge(text() ?? '');
  // A number of its own makes it a proposal until its content says that it is a template.
  const hasNumber = /^(?:[a-z]+[-_]?)?0*[1-9]/i.test(name);
  return verdict === 'template' || (verdict === 'unknown' && (rank >= SURE || !hasNumber));
}

function mayBeMarkdown(name: string): boolean {
  const ending = name.slice(name.lastIndexOf('.')).toLowerCase();
  if (!ENDINGS.includes(ending)) return false;
  // What is compiled from a template is Markdown only when it says so: page.html.template is none.
  return ending.length < 5 || ending === '.markdown' || TEMPLATE_OF_MARKDOWN.test(name);
}

/** @returns undefined for a folder that counts for nothing, or lies in one */
function folderAt(path: string, known: Map<string, Folder | undefined>): Folder | undefined {
  if (known.has(path)) return known.get(path);
  const slash = path.lastIndexOf('/');
  const name = path.slice(slash + 1);
  const isOwn =
    (!name.startsWith('.') || HIDDEN.test(name)) && !FOREIGN_FOLDERS.has(name.toLowerCase());
  const parent = isOwn ? folderAt(slash < 0 ? '' : path.slice(0, slash), known) : undefined;
  const folder = parent && emptyFolder(path, name);
  if (folder) parent.folders.push(folder);
  known.set(path, folder);
  return folder;
}
