import { isMarkdown } from '../../file-names.ts';
import {
  allFolders,
  type Folder,
  findFolder,
  pathInFolder,
  type ReadText,
} from '../detection/folder-tree.ts';
import { numberIn } from '../entry-name.ts';
import { SURE } from '../signs/template-signs.ts';
import { judge } from './judge-template.ts';
import { templateRank } from './template-name.ts';

/** A template that a page beside the proposals names, wherever it lies. */
export function mentionedTemplate(
  root: Folder,
  directory: string,
  { mentioned = [], read }: { mentioned?: readonly string[]; read?: ReadText },
): string | undefined {
  const places = mentioned.flatMap((path) => [
    ...[`${directory}/${path}`, path].map(withoutDots),
    ...(path.includes('/') ? [] : foldersWith(root, path)),
  ]);
  return places.slice(0, MOST_SEEN).find((path) => {
    if (!isMarkdown(path) || !hasFile(root, path)) return false;
    const name = path.slice(path.lastIndexOf('/') + 1);
    const isNamed = templateRank(name) >= SURE;
    // A list of proposals names them, and what has a number is one.
    if (!isNamed && (numberIn(name) ?? 0) > 0) return false;
    const verdict = judge(read?.(path) ?? '');
    return verdict === 'template' || (isNamed && verdict !== 'signpost');
  });
}

/** Whether there is a file at a path from the root. */
export function hasFile(root: Folder, path: string): boolean {
  const slash = path.lastIndexOf('/');
  const folder = findFolder(root, path.slice(0, Math.max(0, slash)));
  return folder?.files.includes(path.slice(slash + 1)) === true;
}

/** A path from the root, without steps that lead nowhere or up. */
export function withoutDots(path: string): string {
  return path
    .replace(/(?:^|\/)\.\//g, '/')
    .replace(/(?<![^/])[^/]+\/\.\.\//g, '')
    .replace(/^\//, '');
}

function foldersWith(root: Folder, name: string): string[] {
  return [...allFolders(root)].flatMap((folder) =>
    folder.files.includes(name) ? pathInFolder(folder, name) : [],
  );
}

const MOST_SEEN = 30;
