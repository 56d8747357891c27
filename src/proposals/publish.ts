import { isNumbered } from '../convention/convention.ts';
import { nextNumber } from '../convention/numbering.ts';
import { makeDirectory } from '../disk/directory.ts';
import { Cancelled, Failure } from '../failure.ts';
import { nameClaim, sweepClaims } from '../lock/claim.ts';
import { orUndefined } from '../or-undefined.ts';
import { holdSignals } from '../process.ts';
import { notWrittenError } from '../system-error.ts';
import { readEntries, type TakenEntry } from '../workspace/entries.ts';
import { type Journal, journalOf } from './changes/journal.ts';
import { refuseLedAway } from './changes/refuse.ts';
import type { WantedName } from './choose-number.ts';
import { type ClaimPlaces, claimPlaces, removeClaimPlaces } from './claims-directory.ts';
import type { Leftover } from './leftovers.ts';
import { knownNumbers } from './numbers-in-use.ts';
import {
  type Publishable,
  type PublishingWorkspace,
  type PublishOptions,
  tryNumber,
} from './publish-under.ts';
import { removeEmpty } from './store.ts';

export interface Published<Plan> {
  plan: Plan;
  /** What was taken when it got its number. */
  taken: readonly TakenEntry[];
  /** Names of others that a foreign program gave the same number meanwhile. */
  rivals: string[];
  left: Leftover[];
}

/**
 * Gives a proposal its number and makes it appear, whole, under it: a claim on the number, a reading of the
 * numbers in use while it is held, and a rename. Neither of these alone keeps two runs apart.
 * @throws Failure when the number or slug is taken or the files cannot be written; the tree is then as it was
 * @throws Cancelled when the signal is aborted before the proposal is in place
 */
export async function publish<Plan extends Publishable>(
  workspace: PublishingWorkspace,
  options: PublishOptions<Plan>,
): Promise<Published<Plan>> {
  const { location } = workspace;
  const letGo = holdSignals();
  let made: string | undefined;
  try {
    if (!location.isNamed)
      refuseLedAway(location.root, location.directory, `--dir ${location.shown}`);
    const journal = journalOf(location.root, location.repository);
    made = makeDirectory(location.directory);
    return await publishInto(workspace, options, { places: claimPlaces(location), journal });
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    throw notWrittenError(error, location.shown);
  } finally {
    if (made !== undefined) removeEmpty(location.directory, made);
    await letGo();
  }
}

async function publishInto<Plan extends Publishable>(
  workspace: PublishingWorkspace,
  options: PublishOptions<Plan>,
  by: { places: ClaimPlaces; journal: Journal },
): Promise<Published<Plan>> {
  const { places } = by;
  try {
    const { plan, number, taken, left } = await allocate(workspace, options, by);
    const name = options.wanted.nameFor(number);
    for (const claims of places.directories) {
      orUndefined(() => sweepClaims(claims, number ?? nameClaim(name)));
    }
    const rivals = number === undefined ? [] : rivalNames(workspace, name, number);
    return { plan, taken, rivals, left };
  } finally {
    removeClaimPlaces(places);
  }
}

/** Numbers that others take meanwhile on the remote, before it is given up. */
const MOST_REFUSALS = 25;

interface Allocated<Plan> {
  plan: Plan;
  number: number | undefined;
  taken: readonly TakenEntry[];
  left: Leftover[];
}

async function allocate<Plan extends Publishable>(
  workspace: PublishingWorkspace,
  options: PublishOptions<Plan>,
  by: { places: ClaimPlaces; journal: Journal },
): Promise<Allocated<Plan>> {
  const { wanted } = options;
  const left: Leftover[] = [];
  let number = firstGuess(workspace, wanted);
  let lowest = 1;
  for (let refusals = 0; ; ) {
    const next = { ...options, wanted: { ...wanted, lowest } };
    const attempt = await tryNumber(number, next, { workspace, ...by });
    left.push(...attempt.left);
    if (attempt.kind === 'published') return { ...attempt, number, left };
    if (attempt.kind === 'another') number = attempt.number;
    if (attempt.kind !== 'refused') continue;
    refusals += Number(attempt.isReserved);
    const isAsked = number === undefined || wanted.number !== undefined;
    if (isAsked || refusals > MOST_REFUSALS)
      throw takenNowError(wanted.nameFor(number), attempt.isReserved, attempt.left);
    lowest = attempt.next;
    number = lowest;
  }
}

/** The disk is read once the number is claimed, and not before. */
function firstGuess(
  { location, convention }: PublishingWorkspace,
  wanted: WantedName,
): number | undefined {
  if (wanted.isDraft || !isNumbered(convention)) return undefined;
  const known = knownNumbers(location).flatMap((entry) => entry.number ?? []);
  return wanted.number ?? nextNumber(known);
}

/** A program that claims nothing may have written another proposal meanwhile. */
function rivalNames(
  { location, convention }: PublishingWorkspace,
  name: string,
  number: number,
): string[] {
  const { directory, shown } = location;
  const entries = orUndefined(() => readEntries(directory, convention, shown)) ?? [];
  const rivals = entries.filter((entry) => entry.number === number && entry.name !== name);
  return rivals.map((entry) => entry.name);
}

function takenNowError(name: string, isReserved: boolean, left: readonly Leftover[]): Failure {
  const elsewhere = left.find(({ kind }) => kind === 'claim elsewhere');
  const who = isReserved
    ? `${name} is reserved by someone else`
    : `Another run is writing ${name} right now${elsewhere ? ` (see ${elsewhere.path})` : ''}`;
  return Failure.refusal('number-taken', who, {
    hint: elsewhere
      ? 'If that run was killed, remove the file; it expires after ten minutes'
      : 'Run the command again, or pass another --number or --slug',
  });
}
