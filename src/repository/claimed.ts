import { attempt } from './attempt.ts';
import { claim, release, sweepClaims } from './claims.ts';
import { claimsDirectory } from './claims-directory.ts';
import type { Location } from './location.ts';
import { removeEmpty } from './store.ts';

/**
 * Does something while a number is claimed, so that no other run takes it.
 *
 * @param work returns whether the number is in use from now on
 * @returns whether it is; also false, with nothing done, when another run has the number right now
 */
export function claimed(
  location: Location,
  number: number,
  work: (nonce: string) => boolean,
): boolean {
  const { directory, topmost } = claimsDirectory(location);
  const held = claim(directory, number);
  if (!held) return false;
  let isDone = false;
  try {
    isDone = work(held.nonce);
    return isDone;
  } finally {
    attempt(() => release(directory, held, isDone));
    attempt(() => sweepClaims(directory, number));
    removeEmpty(directory, topmost);
  }
}
