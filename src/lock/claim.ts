import path from 'node:path';
import fs from 'fs-extra';
import { inFirstWritable, removeFile } from '../disk/directory.ts';
import { orUndefined } from '../or-undefined.ts';
import { claimFile, claimNames, claimNonce, claimState } from './claim-file.ts';
import { type Attempt, createExclusively, fileSystemClock, sweepDrafts } from './exclusive-file.ts';
import { newOwner, type Owner } from './process-identity.ts';

/**
 * A number that one process holds while it writes. A claim is a file `<number>.<generation>` that is created
 * exclusively; a dead owner's claim is never taken over but followed by the next generation, since removing it
 * could remove a successor's.
 */
export interface Claim {
  directory: string;
  number: number;
  generation: number;
  nonce: string;
  /** Milliseconds since the epoch. */
  since: number;
  /** Claims of the number that were passed over although nobody here can know whether their owner lives. */
  passed: ForeignClaim[];
}

interface ForeignClaim {
  file: string;
  host: string;
}

/** Who holds a number, as far as it is known. */
export interface HeldClaim {
  file: string;
  owner?: Owner | undefined;
}

/** Milliseconds after which a process no longer trusts its own claim: it may have slept. */
const LONGEST_TRUST = 60_000;

/**
 * Tries to claim a number.
 * @param places directories that claims of it may lie in; it is claimed in the first that can be written
 * @returns who holds it, when somebody else does
 * @throws what the system says when none can be written
 */
export function claim(places: readonly string[], number: number): Claim | HeldClaim {
  const held = inFirstWritable(places, (directory) => claimIn(directory, number));
  if (!('nonce' in held)) return held;
  try {
    // Whoever could not write there has claimed elsewhere; both may let go, and nobody has it twice.
    const others = places.filter((each) => each !== held.directory);
    const rival = others.map((each) => holderIn(each, number)).find((each) => each !== undefined);
    if (rival) orUndefined(() => release(held, false));
    return rival ?? held;
  } catch (error) {
    orUndefined(() => release(held, false));
    throw error;
  }
}

/** A number to claim for what has none, by its name, above those of proposals (FNV-1a, 32 bits). */
export function nameClaim(name: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(name)) hash = Math.imul(hash ^ byte, 0x01000193);
  return 1_000_000_000 + (hash >>> 0);
}

/** Whether a claim is there, and young enough for its owner to publish under it. */
export function isTrusted(held: Claim): boolean {
  if (Math.abs(Date.now() - held.since) >= LONGEST_TRUST) return false;
  return claimNonce(claimFile(held.directory, held.number, held.generation)) === held.nonce;
}

/**
 * Gives a claim up, and the dead ones before it when its number is published: from then on the published
 * proposal protects the number.
 */
export function release({ directory, number, generation }: Claim, published: boolean): void {
  if (published) {
    for (let dead = 0; dead < generation; dead++) {
      orUndefined(() => removeFile(claimFile(directory, number, dead)));
    }
  }
  // With a successor, an earlier generation must stay: its absence would let a third process in.
  const superseded = fs.pathExistsSync(claimFile(directory, number, generation + 1));
  if (published || !superseded) removeFile(claimFile(directory, number, generation));
}

/**
 * Removes what dead processes left for numbers up to `highest`. A number is claimed for that, so that no two
 * processes ever hold it.
 */
export function sweepClaims(directory: string, highest: number): void {
  sweepDrafts(directory);
  const numbers = claimNames(directory).map((name) => Number(name.split('.')[0]));
  for (const number of new Set(numbers.filter((each) => each <= highest))) {
    if (holderIn(directory, number)) continue;
    const held = claimIn(directory, number);
    if ('nonce' in held) release(held, true);
  }
}

/** Who holds a number in a directory, if anybody does. */
export function holderIn(directory: string, number: number): HeldClaim | undefined {
  const files = claimNames(directory)
    .filter((name) => name.startsWith(`${number}.`))
    .map((name) => path.join(directory, name));
  let clock: number | undefined;
  const now = () => (clock ??= fileSystemClock(directory));
  const states = files.map((file) => ({ file, ...claimState(file, now) }));
  return states.find(({ state }) => state === 'held');
}

function isDeadStill(directory: string, number: number, generation: number, now: number): boolean {
  return claimState(claimFile(directory, number, generation), () => now).state === 'dead';
}

function claimIn(directory: string, number: number): Claim | HeldClaim {
  const owner = newOwner();
  const passed: ForeignClaim[] = [];
  for (let generation = 0; ; ) {
    const since = Date.now();
    const file = claimFile(directory, number, generation);
    const { isCreated, now }: Attempt = createExclusively(file, owner, JSON.stringify(owner));
    if (isCreated) {
      const before = generation === 0 || isDeadStill(directory, number, generation - 1, now);
      if (before) return { directory, number, generation, nonce: owner.nonce, since, passed };
      // Its successor is done, and has removed both: whoever comes now begins anew.
      removeFile(file);
      generation = 0;
      continue;
    }
    const { state, host, owner: other } = claimState(file, () => now);
    if (state === 'held') return { file, owner: other };
    if (state !== 'dead') continue;
    if (host !== undefined) passed.push({ file, host });
    generation++;
  }
}
