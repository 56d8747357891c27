import { MARKDOWN_EXTENSIONS } from '../../markdown-names.ts';

export interface Folder {
  /** From the root, with `/`; empty for the root. */
  path: string;
  name: string;
  files: string[];
  folders: Folder[];
}

const ENDINGS = ['.md', '.markdown', '.mdx', '.hbs', '.template', '.tmpl'];

const TEMPLATE_OF_MARKDOWN = new RegExp(`${MARKDOWN_EXTENSIONS}\\.[a-z]+$`, 'i');

const FOREIGN_FOLDERS = new Set(
  'vendor node_modules bower_components third_party third-party thirdparty external testdata test-data test_data test tests __tests__ fixture fixtures example examples sample samples'.split(
    ' ',
  ),
);

/** The folders that hold Markdown, from the paths of a repository's files. */
export function folderTree(paths: readonly string[]): Folder {
  const root: Folder = { path: '', name: '', files: [], folders: [] };
  const known = new Map<string, Folder | undefined>([['', root]]);
  for (const path of paths) {
    const slash = path.lastIndexOf('/');
    const name = path.slice(slash + 1);
    if (mayBeMarkdown(name))
      folderAt(slash < 0 ? '' : path.slice(0, slash), known)?.files.push(name);
  }
  return root;
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
  const isOwn = !name.startsWith('.') && !FOREIGN_FOLDERS.has(name.toLowerCase());
  const parent = isOwn ? folderAt(slash < 0 ? '' : path.slice(0, slash), known) : undefined;
  const folder = parent && { path, name, files: [], folders: [] };
  if (folder) parent.folders.push(folder);
  known.set(path, folder);
  return folder;
}
