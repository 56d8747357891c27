import path from 'node:path';
import fs from 'fs-extra';
import { orUndefined } from '../or-undefined.ts';

/** Directories below the root, and entries in all, that are looked at in a folder without git. */
const DEEPEST_FOLDER = 4;
const MOST = 20_000;

/**
 * The files of a folder, the nearest first, with `/`; hidden and installed ones are left out.
 * @param withLinks whether symbolic links are among them; they are never followed
 */
export function filesBelow(root: string, withLinks = false): string[] {
  const files: string[] = [];
  let seen = 0;
  let level = [''];
  for (let depth = 0; depth <= DEEPEST_FOLDER && level.length > 0; depth++) {
    const next: string[] = [];
    for (const directory of level) {
      const inside = contentsOf(root, directory, withLinks);
      seen += inside.files.length + inside.directories.length;
      if (seen > MOST) return files;
      for (const file of inside.files) files.push(file);
      for (const each of inside.directories) next.push(each);
    }
    level = next;
  }
  return files;
}

function contentsOf(root: string, directory: string, withLinks: boolean) {
  const target = path.join(root, directory);
  const entries = orUndefined(() => fs.readdirSync(target, { withFileTypes: true })) ?? [];
  const pathOf = ({ name }: { name: string }) => (directory === '' ? name : `${directory}/${name}`);
  const isOwn = ({ name }: { name: string }) => !/^(?:\..*|node_modules)$/.test(name);
  return {
    files: entries
      .filter((entry) => entry.isFile() || (withLinks && entry.isSymbolicLink()))
      .map(pathOf),
    directories: entries.filter((entry) => entry.isDirectory() && isOwn(entry)).map(pathOf),
  };
}
