import path from 'node:path';
import { isInside, realPlace } from '../disk/inside.ts';
import type { Location } from '../workspace/location.ts';
import { fileName } from './changes/journal.ts';
import { removeEmpty } from './store.ts';

const CLAIMS = '.create-enhancement';

/** Where claims of numbers may lie, the first that can be written is taken; all of them are read. */
export interface ClaimPlaces {
  directories: readonly string[];
  /** What goes with them when they are empty. */
  topmost: readonly string[];
}

/**
 * Claims lie where every work tree sees them, in the directory that git keeps for all of them, under the name
 * of the directory that the numbers belong to, links followed. Without git, or where git's directory cannot be
 * written, they lie beside the proposals, for everybody who works there.
 */
export function claimPlaces({ numberRoot: directory, repository }: Location): ClaimPlaces {
  const beside = path.join(directory, CLAIMS);
  const onlyBeside = { directories: [beside], topmost: [beside] };
  if (!repository) return onlyBeside;
  const [root, real] = [realPlace(repository.root), realPlace(directory)];
  if (!isInside(root, real)) return onlyBeside;
  const topmost = path.join(repository.commonDirectory, 'create-enhancement');
  const inGit = path.join(topmost, fileName(path.relative(root, real) || '.'));
  return { directories: [inGit, beside], topmost: [topmost, beside] };
}

/** Removes the directories of claims that are empty, and what was made for them. */
export function removeClaimPlaces({ directories, topmost }: ClaimPlaces): void {
  for (const [index, directory] of directories.entries()) {
    removeEmpty(directory, topmost[index] ?? directory);
  }
}
