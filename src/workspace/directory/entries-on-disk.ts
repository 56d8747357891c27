import path from 'node:path';
import fs from 'fs-extra';
import { folderTree } from '../../convention/detection/folder-tree.ts';
import { entriesIn, type PathEntry } from '../../convention/detection/list-entries.ts';
import { orUndefined, unlessMissing } from '../../or-undefined.ts';
import { notReadError } from '../../system-error.ts';

/**
 * What lies in a directory of proposals, documents of directories included.
 * @throws Failure when it cannot be read
 */
export function entriesOnDisk(directory: string): PathEntry[] {
  const entries = readFolder(directory);
  const paths = entries.flatMap((entry) => {
    if (entry.name.startsWith('.')) return [];
    if (!entry.isDirectory()) return [entry.name];
    const inside = orUndefined(() => fs.readdirSync(path.join(directory, entry.name))) ?? [];
    return inside.map((name) => `${entry.name}/${name}`);
  });
  return entriesIn(folderTree(paths)).entries;
}

function readFolder(directory: string): fs.Dirent[] {
  try {
    return unlessMissing(() => fs.readdirSync(directory, { withFileTypes: true })) ?? [];
  } catch (error) {
    throw notReadError(error, directory);
  }
}
