import { type Claim, claim, nameClaim, release, sweepClaims } from '../lock/claim.ts';
import { orUndefined } from '../or-undefined.ts';
import { notWrittenError } from '../system-error.ts';
import type { Location } from '../workspace/location.ts';
import { claimsDirectory } from './claims-directory.ts';
import { journalsIn, recoverMoves } from './move-journal.ts';
import { removeEmpty } from './store.ts';

/**
 * Takes back the moves of this place that were killed.
 * @param force whether what has been changed since stays as it is
 * @returns names of the proposals that are back where they were
 */
export function recoverMovesAt(location: Location, force: boolean): string[] {
  const { directory, topmost } = claimsDirectory(location);
  if (journalsIn(directory).length === 0) return [];
  // Only one process does it: a second would undo what is being done again.
  const held = claimIn(directory, nameClaim('moves'), location);
  if (!held) return [];
  try {
    return recoverMoves(directory, force);
  } finally {
    orUndefined(() => release(directory, held, true));
    removeEmpty(directory, topmost);
  }
}

/**
 * Does something while a number is claimed, so that no other run takes it.
 * @param work returns whether the number is in use from now on
 * @returns whether it is; also false, with nothing done, when another run has the number right now
 */
export function claimed(
  location: Location,
  number: number,
  work: (claim: { nonce: string; directory: string }) => boolean,
): boolean {
  const { directory, topmost } = claimsDirectory(location);
  const held = claimIn(directory, number, location);
  if (!held) return false;
  let isDone = false;
  try {
    isDone = work({ nonce: held.nonce, directory });
    return isDone;
  } finally {
    orUndefined(() => release(directory, held, isDone));
    orUndefined(() => sweepClaims(directory, number));
    removeEmpty(directory, topmost);
  }
}

function claimIn(directory: string, number: number, { shown }: Location): Claim | undefined {
  try {
    return claim(directory, number);
  } catch (error) {
    throw notWrittenError(error, shown);
  }
}
