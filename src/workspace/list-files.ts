import path from 'node:path';
import fs from 'fs-extra';
import { orUndefined, unlessMissing } from '../or-undefined.ts';

/** What lies at the root of a repository: of git, Jujutsu, Mercurial, Sapling and Subversion. */
export const REPOSITORY_MARKS = ['.git', '.jj', '.hg', '.sl', '.svn'];

interface Limits {
  /** Directories below the root. */
  depth: number;
  /** Entries in all. */
  entries: number;
}

/** What is looked at to find out how proposals are filed, in a folder without git. */
const SURVEY: Limits = { depth: 4, entries: 20_000 };

/** Where so many directories hold too much, the folder is none of a project, and most of it would be looked at for nothing. */
const MOST_LEFT_OUT = 5;

export interface FilesBelow {
  files: string[];
  /** Directories that could not be read, or hold more than is looked at: what is not read is not absent. */
  unread: string[];
}

/**
 * The files of a folder, the nearest first, with `/`; hidden and installed ones are left out, links, and other
 * repositories.
 */
export function filesBelow(root: string): FilesBelow {
  return walk(root, SURVEY, false);
}

/** Every file and symbolic link of a folder; links are never followed. */
export function everyFileBelow(root: string): FilesBelow {
  const { POSITIVE_INFINITY: all } = Number;
  return walk(root, { depth: all, entries: all }, true);
}

function walk(root: string, limits: Limits, withLinks: boolean): FilesBelow {
  const found: FilesBelow = { files: [], unread: [] };
  const queue = [{ directory: '', depth: 0 }];
  let left = limits.entries;
  // What is found is added behind: the nearest come first.
  for (const { directory, depth } of queue) {
    if (depth > limits.depth) break;
    const { files, directories, unread } = contentsOf(root, directory, withLinks);
    const count = files.length + directories.length;
    if (count > left && directory !== '') {
      // One of a hundred thousand files is no place of proposals, and must not hide those that are.
      found.unread.push(directory);
      if (found.unread.length < MOST_LEFT_OUT) continue;
      // The rest is told by the directories of the root that it is in.
      const rest = queue.slice(queue.findIndex((each) => each.directory === directory) + 1);
      const tops = rest.map((each) => each.directory.split('/')[0] ?? '');
      found.unread = [...new Set([...found.unread, ...tops])];
      break;
    }
    left -= count;
    for (const file of files) found.files.push(file);
    for (const each of unread) found.unread.push(each);
    for (const each of directories) queue.push({ directory: each, depth: depth + 1 });
  }
  return found;
}

function contentsOf(root: string, directory: string, withLinks: boolean) {
  const target = path.join(root, directory);
  const entries = orUndefined(
    // What was moved away since it was listed is absent, and not unread.
    () => unlessMissing(() => fs.readdirSync(target, { withFileTypes: true })) ?? [],
  );
  const isRepository = entries?.some(({ name }) => REPOSITORY_MARKS.includes(name));
  if (directory !== '' && isRepository) return { unread: [], files: [], directories: [] };
  const pathOf = ({ name }: { name: string }) => (directory === '' ? name : `${directory}/${name}`);
  const isOwn = ({ name }: { name: string }) => !/^(?:\..*|node_modules)$/.test(name);
  return {
    unread: entries ? [] : [directory],
    files: (entries ?? [])
      .filter((entry) => entry.isFile() || (withLinks && entry.isSymbolicLink()))
      .map(pathOf),
    directories: (entries ?? []).filter((entry) => entry.isDirectory() && isOwn(entry)).map(pathOf),
  };
}
