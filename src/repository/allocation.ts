import fs from 'fs-extra';
import type { Convention } from '../convention/convention.ts';
import { Cancelled, Failure } from '../failure.ts';
import { attempt } from './attempt.ts';
import {
  type Claim,
  claim,
  isTrusted,
  nameClaim,
  ownerState,
  release,
  sweepClaims,
} from './claims.ts';
import { claimsDirectory } from './claims-directory.ts';
import { readEntries } from './entries.ts';
import type { Location } from './location.ts';
import { notWritten } from './problems.ts';
import {
  makeDirectory,
  moveInto,
  type PlannedFile,
  removeEmpty,
  temporaryDirectory,
  temporaryNonces,
  writeFiles,
} from './store.ts';
import { chooseNumber, type Naming, takenEntries } from './taken.ts';

/** What to write once its number is known. */
export interface Proposal extends Naming {
  /** The files, from the entry's directory; a proposal that is a file has one, with the entry's name. */
  files(number: number | undefined): PlannedFile[];
}

export interface Published {
  /** Undefined where proposals have none. */
  number: number | undefined;
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
  { location, convention }: { location: Location; convention: Convention },
  proposal: Proposal,
  signal: AbortSignal,
): Promise<Published> {
  let made: string | undefined;
  try {
    made = makeDirectory(location.directory);
    return await publishWith(claimsDirectory(location), { location, convention, proposal, signal });
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
    const { proposal } = request;
    attempt(() => sweepClaims(claims, number ?? nameClaim(proposal.name(undefined))));
    return { number, rivals: rivalsOf(request, proposal.name(number), number) };
  } finally {
    removeEmpty(claims, topmost);
  }
}

interface Allocation {
  location: Location;
  convention: Convention;
  claims: string;
  proposal: Proposal;
  signal: AbortSignal;
}

async function allocate(allocation: Allocation): Promise<number | undefined> {
  const { location, convention, claims, proposal } = allocation;
  let lowest = 1;
  for (;;) {
    const chosen = chooseNumber(proposal, takenEntries(location, convention), convention);
    const number = chosen === undefined ? undefined : Math.max(lowest, chosen);
    const held = claim(claims, number ?? nameClaim(proposal.name(undefined)));
    if (held) {
      const published = await publishUnder(held, number, allocation);
      if (published) return number;
    } else if (proposal.number !== undefined || number === undefined) {
      throw Failure.refusal(
        'number-taken',
        `Another run is writing ${proposal.name(number)} right now`,
        {
          hint: 'Wait for it to finish, or pass another --number or --slug',
        },
      );
    } else {
      lowest = number + 1;
    }
  }
}

/** @returns false when the number was lost meanwhile: another is then needed */
async function publishUnder(
  held: Claim,
  number: number | undefined,
  allocation: Allocation,
): Promise<boolean> {
  const { location, convention, claims, proposal, signal } = allocation;
  const temporary = temporaryDirectory(location.directory, held.nonce);
  let isTaken = false;
  try {
    // Before any claim is given up: the claims say which temporary directories are whose.
    sweepTemporaries(location.directory, claims);
    const taken = takenEntries(location, convention);
    if (number !== undefined && taken.some((entry) => entry.number === number)) {
      isTaken = true;
      return false;
    }
    writeFiles(temporary, proposal.files(number));
    if (signal.aborted) throw new Cancelled();
    if (!isTrusted(held)) return false;
    const name = proposal.name(number);
    const moved = moveInto(location.directory, name, {
      temporary,
      isFile: convention.layout === 'file',
    });
    if (!moved) throw nameTaken(`${location.shown}/${name}`);
    isTaken = true;
    return true;
  } finally {
    // What cannot be removed now is swept by a later run; it must not hide how this one ended.
    attempt(() => fs.removeSync(temporary));
    attempt(() => release(claims, held, isTaken));
  }
}

/** Others with the same number, written meanwhile by a program that claims nothing. */
function rivalsOf(
  { location, convention }: Omit<Allocation, 'claims'>,
  name: string,
  number: number | undefined,
): string[] {
  const entries = attempt(() => readEntries(location.directory, convention, location.shown)) ?? [];
  return entries.flatMap((entry) =>
    number !== undefined && entry.number === number && entry.name !== name ? [entry.name] : [],
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
    hint: 'Pass another --slug, or another --number where there are numbers',
  });
}
