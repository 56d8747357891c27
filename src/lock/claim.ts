import path from 'node:path';
import fs from 'fs-extra';
import { processId } from '../process.ts';
import { createExclusively, sweepDrafts } from './exclusive-file.ts';
import { isDead, type Owner, self } from './process-identity.ts';

/**
 * A number that one process holds while it writes a proposal. A claim is a file `<number>.<generation>` that is
 * created exclusively; a dead owner's claim is never taken over but followed by the next generation, since
 * removing it could remove a successor's.
 */
export interface Claim {
  number: number;
  generation: number;
  nonce: string;
  /** Milliseconds since the epoch. */
  since: number;
}

/** Milliseconds after which a claim counts for nothing, whoever holds it. */
const LONGEST_CLAIM = 600_000;

/** Milliseconds after which a process no longer trusts its own claim: it may have slept. */
const LONGEST_TRUST = 60_000;

/**
 * Tries to claim a number.
 * @returns undefined when somebody else holds the number
 */
export function claim(directory: string, number: number): Claim | undefined {
  const nonce = newNonce();
  for (let generation = 0; ; ) {
    const since = Date.now();
    const file = fileOf(directory, number, generation);
    if (createExclusively(file, { ...self(), nonce, time: since })) {
      return { number, generation, nonce, since };
    }
    const state = stateOf(file);
    if (state === 'held') return undefined;
    if (state === 'dead') generation++;
  }
}

/** A number to claim for what has none, by its name, above those of proposals (FNV-1a, 32 bits). */
export function nameClaim(name: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(name)) hash = Math.imul(hash ^ byte, 0x01000193);
  return 1_000_000_000 + (hash >>> 0);
}

/** Whether the claim is young enough for its owner to publish under it. */
export function isTrusted({ since }: Claim): boolean {
  return Math.abs(Date.now() - since) < LONGEST_TRUST;
}

/**
 * Gives a claim up, and the dead ones before it when its number is published: from then on the published
 * proposal protects the number.
 */
export function release(directory: string, held: Claim, published: boolean): void {
  const { number, generation } = held;
  if (published) {
    for (let dead = 0; dead < generation; dead++) fs.removeSync(fileOf(directory, number, dead));
  }
  // With a successor, an earlier generation must stay: its absence would let a third process in.
  const superseded = fs.pathExistsSync(fileOf(directory, number, generation + 1));
  if (published || !superseded) fs.removeSync(fileOf(directory, number, generation));
}

/**
 * Removes what dead processes left for numbers up to `highest`. A number is claimed for that, so that no two
 * processes ever hold it.
 */
export function sweepClaims(directory: string, highest: number): void {
  sweepDrafts(directory);
  const numbers = claimNames(directory).map((name) => Number(name.split('.')[0]));
  for (const number of new Set(numbers.filter((each) => each <= highest))) {
    if (stateOf(fileOf(directory, number, 0)) === 'held') continue;
    const held = claim(directory, number);
    if (held) release(directory, held, true);
  }
}

/** What the claims say of the owner of a nonce: nothing, when they hold no claim of it. */
export function ownerState(directory: string, nonce: string): 'living' | 'dead' | 'unknown' {
  for (const name of claimNames(directory)) {
    const file = path.join(directory, name);
    if (readOwner(file)?.nonce === nonce) return stateOf(file) === 'held' ? 'living' : 'dead';
  }
  return 'unknown';
}

/** Unique among the runs that share a directory; loading node:crypto for it would take four milliseconds. */
function newNonce(): string {
  const parts = [processId(), Date.now(), Math.floor(Math.random() * Number.MAX_SAFE_INTEGER)];
  return parts.map((part) => part.toString(36)).join('-');
}

function claimNames(directory: string): string[] {
  if (!fs.pathExistsSync(directory)) return [];
  return fs.readdirSync(directory).filter((name) => /^\d+\.\d+$/.test(name));
}

function fileOf(directory: string, number: number, generation: number): string {
  return path.join(directory, `${number}.${generation}`);
}

/** A claim is held while its owner lives, or may live, and it is younger than ten minutes. */
function stateOf(file: string): 'held' | 'dead' | 'gone' {
  const owner = readOwner(file);
  const time = owner?.time ?? writtenAt(file);
  if (time === undefined) return 'gone';
  if (Math.abs(Date.now() - time) > LONGEST_CLAIM) return 'dead';
  return owner && isDead(owner) ? 'dead' : 'held';
}

/** Undefined when the claim is gone, or its owner has not yet written who it is. */
function readOwner(file: string): Owner | undefined {
  try {
    const owner: Owner = JSON.parse(fs.readFileSync(file, 'utf8'));
    return owner;
  } catch {
    return undefined;
  }
}

function writtenAt(file: string): number | undefined {
  return fs.lstatSync(file, { throwIfNoEntry: false })?.mtimeMs;
}
