import path from 'node:path';
import fs from 'fs-extra';
import { isNumbered } from '../convention/convention.ts';
import { isDraftName, numberIn } from '../convention/entry-name.ts';
import { numberPrefix } from '../convention/parse-entry-name.ts';
import { flushDirectory, flushParents, renameExclusively } from '../disk/durable.ts';
import { Cancelled, Failure } from '../failure.ts';
import { type Claim, claim, type HeldClaim, isTrusted, nameClaim, release } from '../lock/claim.ts';
import { lifeOf } from '../lock/process-identity.ts';
import { orUndefined } from '../or-undefined.ts';
import { writtenButError } from '../system-error.ts';
import type { PlannedFile } from '../template/render.ts';
import type { TakenEntry } from '../workspace/entries.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Journal } from './changes/journal.ts';
import { refuseElsewhere } from './changes/refuse.ts';
import { chooseNumber, type WantedName } from './choose-number.ts';
import type { ClaimPlaces } from './claims-directory.ts';
import type { Leftover } from './leftovers.ts';
import { readNumbers } from './numbers-in-use.ts';
import { exists, writeFiles } from './store.ts';
import { strayTemporaries, Temporary } from './temporary-directory.ts';

export interface Publishable {
  /** The files, from the entry's directory; a proposal that is a file has one, with the entry's name. */
  files: readonly PlannedFile[];
}

/** Holds a number for everybody, on a remote; when somebody else has it, the next to try. */
export type Reserve = (number: number) => Promise<'won' | number>;

export interface PublishOptions<Plan extends Publishable> {
  wanted: WantedName;
  /** Plans the proposal for the number that it has got; called last, when the number is sure. */
  planFor(number: number | undefined, taken: readonly TakenEntry[]): Plan;
  reserve?: Reserve | undefined;
  signal: AbortSignal;
}

export type PublishingWorkspace = Pick<Workspace, 'location' | 'convention'>;

type NumberAttempt<Plan> = { left: Leftover[] } & (
  | { kind: 'published'; plan: Plan; taken: readonly TakenEntry[] }
  /** By what is there, the number is another one. */
  | { kind: 'another'; number: number | undefined }
  /** Somebody else writes or holds it right now: `next` is to be tried. */
  | { kind: 'refused'; next: number; isReserved: boolean }
  /** The process slept, and others may have taken it for dead. */
  | { kind: 'slept' }
);

interface Surroundings {
  workspace: PublishingWorkspace;
  places: ClaimPlaces;
  journal: Journal;
}

/**
 * Claims a number, and publishes under it where it is the right one.
 * @throws Failure when the number or slug is taken or the files cannot be written
 * @throws Cancelled when the signal is aborted before the proposal is in place
 */
export async function tryNumber<Plan extends Publishable>(
  number: number | undefined,
  options: PublishOptions<Plan>,
  by: Surroundings,
): Promise<NumberAttempt<Plan>> {
  const { directories } = by.places;
  const held = claim(directories, number ?? nameClaim(options.wanted.nameFor(undefined)));
  if (!('nonce' in held)) {
    const left = claimedElsewhere(held);
    return { kind: 'refused', next: (number ?? 0) + 1, isReserved: false, left };
  }
  let isTaken = false;
  const temporary = new Temporary(by.workspace.location.directory, held.nonce, by.journal);
  try {
    const attempt = await publishUnder(number, options, { ...by, held, temporary });
    isTaken = attempt.kind === 'published' || attempt.kind === 'another';
    return attempt;
  } finally {
    // What cannot be removed now is removed by a later run; it must not hide how this one ended.
    orUndefined(() => temporary.close());
    orUndefined(() => release(held, isTaken));
  }
}

async function publishUnder<Plan extends Publishable>(
  number: number | undefined,
  { wanted, planFor, reserve, signal }: PublishOptions<Plan>,
  by: Surroundings & { held: Claim; temporary: Temporary },
): Promise<NumberAttempt<Plan>> {
  const { workspace, held, temporary, journal, places } = by;
  const { location, convention } = workspace;
  const { names, taken } = readNumbers(location, convention);
  const right = chooseNumber(wanted, taken, convention);
  if (right !== number) return { kind: 'another', number: right, left: [] };
  const reserved = reserve && number !== undefined ? await reserve(number) : 'won';
  if (reserved !== 'won') return { kind: 'refused', next: reserved, isReserved: true, left: [] };
  const plan = planFor(number, taken);
  const name = wanted.nameFor(number);
  refuseOtherReading(name, number, workspace);
  const target = path.join(location.directory, name);
  if (!location.isNamed) refuseElsewhere(location.root, target);
  temporary.open();
  writeFiles(temporary.directory, plan.files);
  if (signal.aborted) throw new Cancelled();
  if (!isTrusted(held)) return { kind: 'slept', left: [] };
  const isMoved =
    convention.layout === 'file'
      ? renameExclusively(path.join(temporary.directory, name), target)
      : moveDirectory(temporary.directory, target);
  if (!isMoved) throw nameTakenError(`${location.shown}/${name}`);
  flushPublished(location.directory, `${location.shown}/${name}`);
  // It is there by now: nothing that goes wrong from here on may say otherwise.
  const stray = orUndefined(() => {
    const now = fs.lstatSync(target).mtimeMs;
    return strayTemporaries(location, names, { journal, now });
  });
  const isBeside = held.directory !== places.directories[0];
  const left: Leftover[] = [
    ...held.passed.map(({ file, host }) => ({ kind: 'claim', path: file, host }) as const),
    ...(stray ?? []),
    ...(isBeside ? [{ kind: 'claimed beside', path: held.directory } as const] : []),
  ];
  return { kind: 'published', plan, taken, left };
}

/** The name that is about to be written has to say the number again to whoever reads it. */
function refuseOtherReading(
  name: string,
  number: number | undefined,
  { convention }: PublishingWorkspace,
): void {
  if (!isNumbered(convention)) return;
  const isRight =
    number === undefined
      ? isDraftName(name, convention)
      : numberIn(name, numberPrefix(convention)) === number;
  if (isRight) return;
  throw Failure.refusal(
    'not-written',
    `"${name}" would not be read as number ${number ?? 'XXXX'}`,
    {
      hint: 'Pass another --number or --slug, or change "name" in the configuration',
    },
  );
}

function moveDirectory(temporary: string, target: string): boolean {
  if (exists(target)) return false;
  fs.renameSync(temporary, target);
  return true;
}

/** A proposal is published when its name is on the disk itself, which its parent's name has to be as well. */
function flushPublished(directory: string, shown: string): void {
  try {
    flushDirectory(directory);
    flushParents([directory]);
  } catch (error) {
    throw writtenButError(shown, error);
  }
}

function claimedElsewhere({ file, owner }: HeldClaim): Leftover[] {
  if (!owner || lifeOf(owner) !== 'elsewhere') return [];
  return [{ kind: 'claim elsewhere', path: file, host: owner.host }];
}

function nameTakenError(shown: string): Failure {
  return Failure.refusal('number-taken', `${shown} already exists`, {
    hint: 'Pass another --slug, or another --number if proposals have numbers',
  });
}
