import path from 'node:path';
import fs from 'fs-extra';
import { Cancelled, Failure } from '../failure.ts';
import { attempt } from './attempt.ts';
import { type Claim, claim, isLiving, isTrusted, release, sweepClaims } from './claims.ts';
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
  /** Name of the directory and its files, for a number. */
  /** Name of the directory. */
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
  const claims = claimsDirectory(location);
  let made: string | undefined;
  try {
    made = makeDirectory(location.directory);
    const number = await allocate({
      location,
      claims: claims.directory,
      proposal,
      signal,
    });
    sweep(location.directory, claims.directory, number);
    return { number, rivals: rivalsOf(location, proposal.name(number), number) };
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    throw notWritten(error, location.shown);
  } finally {
    removeEmpty(claims.directory, claims.topmost);
    if (made !== undefined) removeEmpty(location.directory, made);
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
    const number = Math.max(lowest, chooseNumber(proposal, taken, location.shown));
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
  let published = false;
  try {
    const taken = takenEntries(location);
    if (taken.some((entry) => entry.number === held.number)) {
      published = true;
      return false;
    }
    writeFiles(temporary, proposal.files(held.number));
    if (signal.aborted) throw new Cancelled();
    if (!isTrusted(held)) return false;
    await fs.rename(temporary, path.join(location.directory, proposal.name(held.number)));
    published = true;
    return true;
  } finally {
    // What cannot be removed now is swept by a later run; it must not hide how this one ended.
    attempt(() => fs.removeSync(temporary));
    attempt(() => release(claims, held, published));
  }
}

/** Others with the same number, written meanwhile by a program that claims nothing. */
function rivalsOf({ directory, shown }: Location, name: string, number: number): string[] {
  const entries = attempt(() => readEntries(directory, shown)) ?? [];
  return entries.flatMap((entry) =>
    entry.number === number && entry.name !== name ? [entry.name] : [],
  );
}

/** Removes what killed runs left behind; what cannot be removed is left for the next run. */
function sweep(directory: string, claims: string, highest: number): void {
  for (const nonce of attempt(() => temporaryNonces(directory)) ?? []) {
    if (isLiving(claims, nonce)) continue;
    attempt(() => fs.removeSync(temporaryDirectory(directory, nonce)));
  }
  attempt(() => sweepClaims(claims, highest));
}

/**
 * Claims lie where every work tree sees them, in the directory that git keeps for all of them, under
 * the name of the directory that the numbers belong to; without git they lie beside the proposals.
 */
function claimsDirectory({ directory, repository }: Location) {
  if (!repository) {
    const beside = path.join(directory, '.create-enhancement');
    return { directory: beside, topmost: beside };
  }
  const topmost = path.join(repository.commonDirectory, 'create-enhancement');
  const key = encodeURIComponent(path.relative(repository.root, directory) || '.');
  return { directory: path.join(topmost, key), topmost };
}
