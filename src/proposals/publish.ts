import fs from 'fs-extra';
import type { Convention } from '../convention/convention.ts';
import { Cancelled, Failure } from '../failure.ts';
import { type Claim, claim, isTrusted, nameClaim, release, sweepClaims } from '../lock/claim.ts';
import { attempt } from '../or-undefined.ts';
import { notWritten } from '../system-error.ts';
import type { PlannedFile } from '../template/render.ts';
import { readEntries } from '../workspace/entries.ts';
import type { Location } from '../workspace/location.ts';
import { chooseNumber, type Naming, takenEntries } from './choose-number.ts';
import { claimsDirectory } from './claims-directory.ts';
import { makeDirectory, moveInto, removeEmpty, temporaryDirectory, writeFiles } from './store.ts';
import { sweepTemporaries } from './temporaries.ts';

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

/** Holds a number for everybody, on a remote; when somebody else has it, the next to try. */
export type Reserve = (number: number) => Promise<'won' | number>;

/** Where a proposal is published. */
export interface Place {
  location: Location;
  convention: Convention;
  reserve?: Reserve | undefined;
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
  { location, convention, reserve }: Place,
  proposal: Proposal,
  signal: AbortSignal,
): Promise<Published> {
  let made: string | undefined;
  try {
    made = makeDirectory(location.directory);
    return await publishWith(claimsDirectory(location), {
      location,
      convention,
      reserve,
      proposal,
      signal,
    });
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

interface Allocation extends Place {
  claims: string;
  proposal: Proposal;
  signal: AbortSignal;
}

async function allocate(allocation: Allocation): Promise<number | undefined> {
  const { location, convention, proposal } = allocation;
  let lowest = 1;
  for (let refused = 0; ; ) {
    const chosen = chooseNumber(proposal, takenEntries(location, convention), convention);
    const number = chosen === undefined ? undefined : Math.max(lowest, chosen);
    const result = await tryNumber(number, allocation);
    if (result === 'published') return number;
    if (result === 'lost') continue;
    const isReserved = typeof result === 'number';
    refused += Number(isReserved);
    const isOver = refused > MOST_REFUSALS || proposal.number !== undefined || number === undefined;
    if (isOver) throw isTakenNow(isReserved, proposal.name(number));
    lowest = isReserved ? result : number + 1;
  }
}

async function tryNumber(
  number: number | undefined,
  allocation: Allocation,
): Promise<Result | 'claimed'> {
  const { claims, proposal } = allocation;
  const held = claim(claims, number ?? nameClaim(proposal.name(undefined)));
  return held ? publishUnder(held, number, allocation) : 'claimed';
}

/** Numbers that others reserve meanwhile, before it is given up. */
const MOST_REFUSALS = 25;

function isTakenNow(isReserved: boolean, name: string): Failure {
  const who = isReserved
    ? `${name} is reserved by somebody else`
    : `Another run is writing ${name} right now`;
  return Failure.refusal('number-taken', who, {
    hint: 'Run the command again, or pass another --number or --slug',
  });
}

/** How writing under a claim ended; `lost`: the number is taken here; a number: it is on the remote, and that one is next. */
type Result = 'published' | 'lost' | number;

async function publishUnder(
  held: Claim,
  number: number | undefined,
  allocation: Allocation,
): Promise<Result> {
  const { location, convention, claims, proposal, signal, reserve } = allocation;
  const temporary = temporaryDirectory(location.directory, held.nonce);
  let isTaken = false;
  try {
    // Before any claim is given up: the claims say which temporary directories are whose.
    sweepTemporaries(location.directory, claims);
    const taken = takenEntries(location, convention);
    if (number !== undefined && taken.some((entry) => entry.number === number)) {
      isTaken = true;
      return 'lost';
    }
    const reserved = reserve && number !== undefined ? await reserve(number) : 'won';
    if (reserved !== 'won') return reserved;
    writeFiles(temporary, proposal.files(number));
    if (signal.aborted) throw new Cancelled();
    if (!isTrusted(held)) return 'lost';
    const name = proposal.name(number);
    const moved = moveInto(location.directory, name, {
      temporary,
      isFile: convention.layout === 'file',
    });
    if (!moved) throw nameTaken(`${location.shown}/${name}`);
    isTaken = true;
    return 'published';
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

function nameTaken(shown: string): Failure {
  return Failure.refusal('number-taken', `${shown} is there already`, {
    hint: 'Pass another --slug, or another --number where there are numbers',
  });
}
