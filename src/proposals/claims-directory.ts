import path from 'node:path';
import fs from 'fs-extra';
import { orUndefined } from '../or-undefined.ts';
import type { Location } from '../workspace/location.ts';

/**
 * Claims lie where every work tree sees them, in the directory that git keeps for all of them, under
 * the name of the directory that the numbers belong to, links followed; without git they lie beside the
 * proposals.
 */
export function claimsDirectory({ numberRoot: directory, repository }: Location) {
  const beside = path.join(directory, '.create-enhancement');
  if (!repository) return { directory: beside, topmost: beside };
  const relative = path.relative(fs.realpathSync(repository.root), realPath(directory));
  if (relative.startsWith('..')) return { directory: beside, topmost: beside };
  const topmost = path.join(repository.commonDirectory, 'create-enhancement');
  return { directory: path.join(topmost, fileName(relative || '.')), topmost };
}

/** Where a directory really lies; it may not exist yet, where its proposals lie in areas. */
function realPath(directory: string): string {
  return orUndefined(() => fs.realpathSync(directory)) ?? directory;
}

/** Bytes that every file system allows in a name. */
const LONGEST_NAME = 200;

/** A file name for a path: readable, or a digest where that would be too long. */
function fileName(relative: string): string {
  const name = encodeURIComponent(relative);
  if (name.length <= LONGEST_NAME) return name;
  const { createHash } = process.getBuiltinModule('node:crypto');
  return createHash('sha256').update(relative).digest('hex');
}
