import path from 'node:path';
import fs from 'fs-extra';
import { nameClaim } from '../lock/claim.ts';
import { orUndefined } from '../or-undefined.ts';
import type { Location } from '../workspace/location.ts';

/**
 * Claims lie where every work tree sees them, in the directory that git keeps for all of them, under the name
 * of the directory that the numbers belong to, links followed; without git they lie beside the proposals.
 */
export function claimsDirectory({ numberRoot: directory, repository }: Location): {
  directory: string;
  topmost: string;
} {
  const beside = path.join(directory, '.create-enhancement');
  if (!repository) return { directory: beside, topmost: beside };
  const relative = path.relative(fs.realpathSync(repository.root), realPath(directory));
  if (relative.startsWith('..')) return { directory: beside, topmost: beside };
  const topmost = path.join(repository.commonDirectory, 'create-enhancement');
  return { directory: path.join(topmost, fileName(relative || '.')), topmost };
}

function realPath(directory: string): string {
  return orUndefined(() => fs.realpathSync(directory)) ?? directory;
}

/** Characters; every file system allows names of twice as many bytes, and a number after them. */
const LONGEST_NAME = 200;

/** A file name for a path: readable, and told apart by a number where it would be too long. */
function fileName(relative: string): string {
  const name = encodeURIComponent(relative);
  if (name.length <= LONGEST_NAME) return name;
  return `${name.slice(0, LONGEST_NAME)}-${nameClaim(relative)}`;
}
