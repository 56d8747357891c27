import path from 'node:path';
import fs from 'fs-extra';
import { makeDirectory, namesInReal, removeFile } from '../disk/directory.ts';
import { codeOf, Failure } from '../failure.ts';
import { orUndefined } from '../or-undefined.ts';
import { isMissing } from '../system-error.ts';
import { lifeOf, newOwner, type Owner, self } from './process-identity.ts';

const MOST_TRIES = 100;

export interface Attempt {
  isCreated: boolean;
  /** Milliseconds since the epoch, by the clock of the file system that the file is on. */
  now: number;
}

/**
 * Makes a file appear with its owner in it: an empty one, left by a process that was killed between the two,
 * could be anybody's. Nothing is followed on the way.
 * @throws what the system says when the file cannot be written
 * @throws Failure when a link or a file is in the place of its directory
 */
export function createExclusively(file: string, owner: Owner, text: string): Attempt {
  for (let tries = 1; ; tries++) {
    try {
      return tryToCreate(file, owner, text);
    } catch (error) {
      if (!isMissing(error) || tries >= MOST_TRIES) throw error;
      // The directory is absent, or another process that was done has just removed it.
      makeDirectoryOf(file);
    }
  }
}

/** Removes the drafts of processes that were killed. */
export function sweepDrafts(directory: string): void {
  for (const name of namesInReal(directory)) {
    const [, nonce = '', pid = ''] = DRAFT_CLAIM.exec(name) ?? [];
    const owner = { ...self(), nonce, pid: Number.parseInt(pid, 36), start: '' };
    if (nonce !== '' && name === draftName(owner) && lifeOf(owner) === 'dead') {
      orUndefined(() => fs.unlinkSync(path.join(directory, name)));
    }
  }
}

/** What time it is by the clock of the file system that a directory is on: that of a file made just now. */
export function fileSystemClock(directory: string): number {
  const probe = path.join(directory, draftName(newOwner()));
  try {
    fs.writeFileSync(probe, '', { flag: 'wx' });
    return fs.lstatSync(probe).mtimeMs;
  } catch {
    return Date.now();
  } finally {
    orUndefined(() => removeFile(probe));
  }
}

/** A draft is named after its process: one that was killed may not have written anything into it. */
export function draftName({ nonce, host }: Pick<Owner, 'nonce' | 'host'>): string {
  return `claim-${nonce}-${encodeURIComponent(host).slice(0, 60)}`;
}

function tryToCreate(file: string, owner: Owner, text: string): Attempt {
  const directory = path.dirname(file);
  refuseUnreal(directory);
  const draft = path.join(directory, draftName(owner));
  try {
    fs.writeFileSync(draft, text, { flag: 'wx' });
    const now = fs.lstatSync(draft).mtimeMs;
    return { isCreated: linkOrCopy(draft, file), now };
  } finally {
    orUndefined(() => removeFile(draft));
  }
}

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

/** @throws Failure when something is there that is no directory: a link could lead anywhere */
function refuseUnreal(directory: string): void {
  const stat = fs.lstatSync(directory, { throwIfNoEntry: false });
  if (!stat || stat.isDirectory()) return;
  const led = stat.isSymbolicLink() ? `, a link to ${fs.readlinkSync(directory)}` : '';
  throw Failure.refusal('not-written', `${directory} is not a directory${led}`, {
    hint: 'create-enhancement stores claims in a directory with that name: remove the file or link',
  });
}

/** Whoever may work in the directory above may claim in this one. */
function makeDirectoryOf(file: string): void {
  const directory = path.dirname(file);
  try {
    makeDirectory(path.dirname(directory));
    fs.mkdirSync(directory);
    orUndefined(() => fs.chmodSync(directory, fs.statSync(path.dirname(directory)).mode & 0o7777));
  } catch (error) {
    if (!isMissing(error) && codeOf(error) !== 'EEXIST') throw error;
  }
}

const DRAFT_CLAIM = /^claim-((\w+)-\w+-\w+)-/;
