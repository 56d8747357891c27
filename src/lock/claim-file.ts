import path from 'node:path';
import fs from 'fs-extra';
import { namesInReal } from '../disk/directory.ts';
import { type OpenedFile, openedFile } from '../disk/read-file.ts';
import { orUndefined } from '../or-undefined.ts';
import { lifeOf, type Owner, ownerIn } from './process-identity.ts';

/** Milliseconds after which a claim of another host counts for nothing, and one that makes no sense. */
const LONGEST_CLAIM = 600_000;
const LONGEST_NONSENSE = 60_000;

const LARGEST_CLAIM = 4096;

interface ClaimState {
  state: 'held' | 'dead' | 'gone';
  owner?: Owner | undefined;
  /** Where the owner was, when nobody here can know what became of it. */
  host?: string;
}

/**
 * A claim is held while its owner lives. Where nobody here can know, its age decides, by the clock of the file
 * system alone; one that makes no sense may be in the middle of being written, and counts for a minute.
 */
export function claimState(file: string, now: () => number): ClaimState {
  const read = readClaim(file);
  if (read === undefined) return { state: 'gone' };
  const owner = ownerOf(read);
  const life = owner && lifeOf(owner);
  if (life === 'living' || life === 'dead')
    return { state: life === 'dead' ? 'dead' : 'held', owner };
  const age = Math.abs(now() - read.stat.mtimeMs);
  if (age <= (owner ? LONGEST_CLAIM : LONGEST_NONSENSE)) return { state: 'held', owner };
  return { state: 'dead', ...(owner && { host: owner.host }) };
}

export function claimNonce(file: string): string | undefined {
  return ownerOf(readClaim(file))?.nonce;
}

export function claimNames(directory: string): string[] {
  return namesInReal(directory).filter((name) => /^\d+\.\d+$/.test(name));
}

export function claimFile(directory: string, number: number, generation: number): string {
  return path.join(directory, `${number}.${generation}`);
}

function readClaim(file: string): (Pick<OpenedFile, 'stat'> & Partial<OpenedFile>) | undefined {
  try {
    return openedFile(file, { largest: LARGEST_CLAIM, follow: false });
  } catch {
    const stat = fs.lstatSync(file, { throwIfNoEntry: false });
    return stat && { stat };
  }
}

function ownerOf(read: Partial<OpenedFile> | undefined): Owner | undefined {
  return orUndefined(() => ownerIn(JSON.parse(read?.bytes?.toString() ?? '')));
}
