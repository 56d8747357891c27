import fs from 'fs-extra';
import { isNumbered } from '../convention/convention.ts';
import { nextNumber } from '../convention/numbering.ts';
import { Cancelled, Failure } from '../failure.ts';
import { type Claim, claim, isTrusted, nameClaim, release, sweepClaims } from '../lock/claim.ts';
import { orUndefined } from '../or-undefined.ts';
import { notWrittenError } from '../system-error.ts';
import type { PlannedFile } from '../template/render.ts';
import { readEntries, type TakenEntry } from '../workspace/entries.ts';
import type { Home } from '../workspace/home.ts';
import { chooseNumber, type WantedName } from './choose-number.ts';
import { claimsDirectory } from './claims-directory.ts';
import { knownNumbers, readNumbers } from './numbers-in-use.ts';
import { makeDirectory, moveInto, removeEmpty, writeFiles } from './store.ts';
import { sweepTemporaries, temporaryDirectory } from './temporary-directory.ts';

export interface Publishable {
  /** The files, from the entry's directory; a proposal that is a file has one, with the entry's name. */
  files: readonly PlannedFile[];
}

/** Holds a number for everybody, on a remote; when somebody else has it, the next to try. */
export type Reserve = (number: number) => Promise<'won' | number>;

interface PublishOptions<Plan extends Publishable> {
  wanted: WantedName;
  /** Plans the proposal for the number that it has got; called last, when the number is sure. */
  planFor(number: number | undefined, taken: readonly TakenEntry[]): Plan;
  reserve?: Reserve | undefined;
  signal: AbortSignal;
}

export interface Published<Plan> {
  plan: Plan;
  /** What was taken when it got its number. */
  taken: readonly TakenEntry[];
  /** Names of others that a foreign program gave the same number meanwhile. */
  rivals: string[];
}

type PublishingHome = Pick<Home, 'location' | 'convention'>;

/**
 * Gives a proposal its number and makes it appear, whole, under it: a claim on the number, a reading of the
 * numbers in use while it is held, and a rename. Neither of these alone keeps two runs apart.
 * @throws Failure when the number or slug is taken or the files cannot be written; the tree is then as it was
 * @throws Cancelled when the signal is aborted before the proposal is in place
 */
export async function publish<Plan extends Publishable>(
  home: PublishingHome,
  options: PublishOptions<Plan>,
): Promise<Published<Plan>> {
  const { location } = home;
  let made: string | undefined;
  try {
    made = makeDirectory(location.directory);
    return await publishInto(home, options, claimsDirectory(location));
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    throw notWrittenError(error, location.shown);
  } finally {
    if (made !== undefined) removeEmpty(location.directory, made);
  }
}

async function publishInto<Plan extends Publishable>(
  home: PublishingHome,
  options: PublishOptions<Plan>,
  { directory: claims, topmost }: { directory: string; topmost: string },
): Promise<Published<Plan>> {
  try {
    const { plan, number, taken } = await allocate(home, options, claims);
    const name = options.wanted.nameFor(number);
    orUndefined(() => sweepClaims(claims, number ?? nameClaim(name)));
    return { plan, taken, rivals: number === undefined ? [] : rivalNames(home, name, number) };
  } finally {
    removeEmpty(claims, topmost);
  }
}

/** Numbers that others take meanwhile on the remote, before it is given up. */
const MOST_REFUSALS = 25;

type NumberAttempt<Plan> =
  | { kind: 'published'; plan: Plan; taken: readonly TakenEntry[] }
  /** By what is there, the number is another one. */
  | { kind: 'another'; number: number | undefined }
  /** Somebody else writes or holds it right now: `next` is to be tried. */
  | { kind: 'refused'; next: number; isReserved: boolean }
  /** The process slept, and others may have taken it for dead. */
  | { kind: 'slept' };

async function allocate<Plan extends Publishable>(
  home: PublishingHome,
  options: PublishOptions<Plan>,
  claims: string,
): Promise<{ plan: Plan; number: number | undefined; taken: readonly TakenEntry[] }> {
  const { wanted } = options;
  let number = firstGuess(home, wanted);
  let lowest = 1;
  for (let refusals = 0; ; ) {
    const next = { ...options, wanted: { ...wanted, lowest } };
    const attempt = await tryNumber(number, next, { home, claims });
    if (attempt.kind === 'published') return { ...attempt, number };
    if (attempt.kind === 'another') number = attempt.number;
    if (attempt.kind !== 'refused') continue;
    refusals += Number(attempt.isReserved);
    const isAsked = number === undefined || wanted.number !== undefined;
    if (isAsked || refusals > MOST_REFUSALS)
      throw takenNowError(wanted.nameFor(number), attempt.isReserved);
    lowest = attempt.next;
    number = lowest;
  }
}

/** The disk is read once the number is claimed, and not before. */
function firstGuess(
  { location, convention }: PublishingHome,
  wanted: WantedName,
): number | undefined {
  if (wanted.isDraft || !isNumbered(convention)) return undefined;
  const known = knownNumbers(location).flatMap((entry) => entry.number ?? []);
  return wanted.number ?? nextNumber(known);
}

async function tryNumber<Plan extends Publishable>(
  number: number | undefined,
  options: PublishOptions<Plan>,
  { home, claims }: { home: PublishingHome; claims: string },
): Promise<NumberAttempt<Plan>> {
  const { directory } = home.location;
  const held = claim(claims, number ?? nameClaim(options.wanted.nameFor(undefined)));
  if (!held) return { kind: 'refused', next: (number ?? 0) + 1, isReserved: false };
  const temporary = temporaryDirectory(directory, held.nonce);
  let isTaken = false;
  try {
    const attempt = await publishUnder(number, options, { home, claims, held, temporary });
    isTaken = attempt.kind === 'published' || attempt.kind === 'another';
    return attempt;
  } finally {
    // What cannot be removed now is swept by a later run; it must not hide how this one ended.
    orUndefined(() => fs.removeSync(temporary));
    orUndefined(() => release(claims, held, isTaken));
  }
}

async function publishUnder<Plan extends Publishable>(
  number: number | undefined,
  { wanted, planFor, reserve, signal }: PublishOptions<Plan>,
  by: { home: PublishingHome; claims: string; held: Claim; temporary: string },
): Promise<NumberAttempt<Plan>> {
  const { home, claims, held, temporary } = by;
  const { location, convention } = home;
  const { names, taken } = readNumbers(location, convention);
  // Before any claim is given up: the claims say which temporary directories are whose.
  sweepTemporaries(location.directory, names, claims);
  const right = chooseNumber(wanted, taken, convention);
  if (right !== number) return { kind: 'another', number: right };
  const reserved = reserve && number !== undefined ? await reserve(number) : 'won';
  if (reserved !== 'won') return { kind: 'refused', next: reserved, isReserved: true };
  const plan = planFor(number, taken);
  writeFiles(temporary, plan.files);
  if (signal.aborted) throw new Cancelled();
  if (!isTrusted(held)) return { kind: 'slept' };
  const name = wanted.nameFor(number);
  const isFile = convention.layout === 'file';
  if (!moveInto(location.directory, name, { temporary, isFile })) {
    throw nameTakenError(`${location.shown}/${name}`);
  }
  return { kind: 'published', plan, taken };
}

/** A program that claims nothing may have written another proposal meanwhile. */
function rivalNames(
  { location, convention }: PublishingHome,
  name: string,
  number: number,
): string[] {
  const { directory, shown } = location;
  const entries = orUndefined(() => readEntries(directory, convention, shown)) ?? [];
  const rivals = entries.filter((entry) => entry.number === number && entry.name !== name);
  return rivals.map((entry) => entry.name);
}

function takenNowError(name: string, isReserved: boolean): Failure {
  const who = isReserved
    ? `${name} is reserved by somebody else`
    : `Another run is writing ${name} right now`;
  return Failure.refusal('number-taken', who, {
    hint: 'Run the command again, or pass another --number or --slug',
  });
}

function nameTakenError(shown: string): Failure {
  return Failure.refusal('number-taken', `${shown} already exists`, {
    hint: 'Pass another --slug, or another --number where there are numbers',
  });
}
