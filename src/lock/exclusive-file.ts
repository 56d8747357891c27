import path from 'node:path';
import fs from 'fs-extra';
import { codeOf } from '../failure.ts';
import { orUndefined } from '../or-undefined.ts';
import { isMissing } from '../system-error.ts';
import { isDead, type Owner, self } from './process-identity.ts';

/** Times that a directory is made again which other processes remove when they are done. */
const MOST_TRIES = 100;

/**
 * Makes a claim appear with its owner in it: an empty one, left by a process that was killed between the two,
 * could be anybody's.
 * @returns false when there is a file of that name
 * @throws what the system says when the file cannot be written
 */
export function createExclusively(file: string, owner: Owner): boolean {
  for (let tries = 1; ; tries++) {
    try {
      return tryToCreate(file, owner);
    } catch (error) {
      if (!isMissing(error) || tries >= MOST_TRIES) throw error;
      // The directory is absent, or another process that was done has just removed it.
      makeDirectoryOf(file);
    }
  }
}

/** Removes the drafts of processes that were killed. */
export function sweepDrafts(directory: string): void {
  if (!fs.pathExistsSync(directory)) return;
  for (const name of fs.readdirSync(directory)) {
    const [, nonce = '', pid = ''] = /^claim-((\w+)-\w+-\w+)-/.exec(name) ?? [];
    const owner = { ...self(), nonce, pid: Number.parseInt(pid, 36), time: 0 };
    if (nonce !== '' && name === draftName(owner) && isDead(owner)) {
      fs.removeSync(path.join(directory, name));
    }
  }
}

function tryToCreate(file: string, owner: Owner): boolean {
  const draft = path.join(path.dirname(file), draftName(owner));
  try {
    fs.writeFileSync(draft, JSON.stringify(owner), { flag: 'wx' });
    return linkOrCopy(draft, file);
  } finally {
    orUndefined(() => fs.removeSync(draft));
  }
}

function makeDirectoryOf(file: string): void {
  try {
    fs.ensureDirSync(path.dirname(file));
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

/** @returns false when there is a file of that name */
function linkOrCopy(draft: string, file: string): boolean {
  const makers = [
    () => fs.linkSync(draft, file),
    // For file systems without links: not all at once, but still for one process alone.
    () => fs.copyFileSync(draft, file, fs.constants.COPYFILE_EXCL),
  ];
  for (const [index, make] of makers.entries()) {
    try {
      make();
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      if (isMissing(error) || index > 0) throw error;
    }
  }
  return false;
}

/** A draft is named after its process: one that was killed may not have written anything into it. */
function draftName({ nonce, host }: Pick<Owner, 'nonce' | 'host'>): string {
  return `claim-${nonce}-${encodeURIComponent(host).slice(0, 60)}`;
}
