import path from 'node:path';
import fs from 'fs-extra';
import { Cancelled, Failure } from '../failure.ts';
import { attempt } from './attempt.ts';
import { type Claim, claim, isTrusted, ownerState, release, sweepClaims } from './claims.ts';
import { readEntries } from './entries.ts';
import type { Location } from './location.ts';
import { notWritten } from './problems.ts';
import {
  makeDirectory,
  type PlannedFile,
  removeEmpty,
  temporaryDirectory,
  temporaryNonces,
  writeFiles,
} from './store.ts';
import { chooseNumber, takenEntries } from './taken.ts';

/** What to write once its number is known. */
export interface Proposal {
  slug: string;
  /** The number the author asked for; otherwise the next one is taken. */
  number?: number;
  /** Name of the directory, for a number. */
  name(number: number): string;
  files(number: number): PlannedFile[];
}

export interface Published {
  number: number;
  /** Names of others that a foreign program gave the same number meanwhile. */
  rivals: string[];
}

/**
 * Gives a proposal its number and makes it appear, whole, under it: a claim on the number, a second
 * reading of the numbers in use, and a rename. Neither of these alone keeps two runs apart.
 *
 * @throws Failure when the number or slug is taken or the files cannot be written; the tree is then
 *   as it was
 * @throws Cancelled when the signal is aborted before the proposal is in place
 */
export async function publish(
  location: Location,
  proposal: Proposal,
  signal: AbortSignal,
): Promise<Published> {
  let made: string | undefined;
  try {
    made = makeDirectory(location.directory);
    return await publishWith(claimsDirectory(location), { location, proposal, signal });
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    throw notWritten(error, location.shown);
  } finally {
    if (made !== undefined) removeEmpty(location.directory, made);
  }
}

async function publishWith(
  { directory: claims, topmost }: { directory: string; topmost: string },
  request: Omit<Allocation, 'claims'>,
): Promise<Published> {
  try {
    const number = await allocate({ ...request, claims });
    attempt(() => sweepClaims(claims, number));
    const { location, proposal } = request;
    return { number, rivals: rivalsOf(location, proposal.name(number), number) };
  } finally {
    removeEmpty(claims, topmost);
  }
}

interface Allocation {
  location: Location;
  claims: string;
  proposal: Proposal;
  signal: AbortSignal;
}

async function allocate(allocation: Allocation): Promise<number> {
  const { location, claims, proposal } = allocation;
  let lowest = 1;
  for (;;) {
    const taken = takenEntries(location);
    const number = Math.max(lowest, chooseNumber(proposal, taken));
    const held = claim(claims, number);
    if (held) {
      const published = await publishUnder(held, allocation);
      if (published) return number;
    } else if (proposal.number !== undefined) {
      throw Failure.refusal('number-taken', `Another run is writing number ${number} right now`, {
        hint: 'Wait for it to finish, or leave out --number',
      });
    } else {
      lowest = number + 1;
    }
  }
}

/** @returns false when the number was lost meanwhile: another is then needed */
async function publishUnder(held: Claim, allocation: Allocation): Promise<boolean> {
  const { location, claims, proposal, signal } = allocation;
  const temporary = temporaryDirectory(location.directory, held.nonce);
  let isTaken = false;
  try {
    // Before any claim is given up: the claims say which temporary directories are whose.
    sweepTemporaries(location.directory, claims);
    const taken = takenEntries(location);
    if (taken.some((entry) => entry.number === held.number)) {
      isTaken = true;
      return false;
    }
    writeFiles(temporary, proposal.files(held.number));
    if (signal.aborted) throw new Cancelled();
    if (!isTrusted(held)) return false;
    const target = path.join(location.directory, proposal.name(held.number));
    if (fs.pathExistsSync(target))
      throw nameTaken(`${location.shown}/${proposal.name(held.number)}`);
    await fs.rename(temporary, target);
    isTaken = true;
    return true;
  } finally {
    // What cannot be removed now is swept by a later run; it must not hide how this one ended.
    attempt(() => fs.removeSync(temporary));
    attempt(() => release(claims, held, isTaken));
  }
}

/** Others with the same number, written meanwhile by a program that claims nothing. */
function rivalsOf({ directory, shown }: Location, name: string, number: number): string[] {
  const entries = attempt(() => readEntries(directory, shown)) ?? [];
  return entries.flatMap((entry) =>
    entry.number === number && entry.name !== name ? [entry.name] : [],
  );
}

/** Milliseconds after which a temporary directory that no claim knows of belongs to nobody. */
const ABANDONED = 600_000;

/** Removes what killed runs left behind; what cannot be removed is left for the next run. */
function sweepTemporaries(directory: string, claims: string): void {
  for (const nonce of attempt(() => temporaryNonces(directory)) ?? []) {
    const temporary = temporaryDirectory(directory, nonce);
    const state = ownerState(claims, nonce);
    const age = Date.now() - (attempt(() => fs.statSync(temporary).mtimeMs) ?? Date.now());
    if (state === 'dead' || (state === 'unknown' && age > ABANDONED)) {
      attempt(() => fs.removeSync(temporary));
    }
  }
}

function nameTaken(shown: string): Failure {
  return Failure.refusal('number-taken', `${shown} is there already`, {
    hint: 'Pass another --number or --slug',
  });
}

/**
 * Claims lie where every work tree sees them, in the directory that git keeps for all of them, under
 * the name of the directory that the numbers belong to, links followed; without git they lie beside the
 * proposals.
 */
function claimsDirectory({ directory, repository }: Location) {
  const beside = path.join(directory, '.create-enhancement');
  if (!repository) return { directory: beside, topmost: beside };
  const relative = path.relative(fs.realpathSync(repository.root), fs.realpathSync(directory));
  if (relative.startsWith('..')) return { directory: beside, topmost: beside };
  const topmost = path.join(repository.commonDirectory, 'create-enhancement');
  return { directory: path.join(topmost, fileName(relative || '.')), topmost };
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
