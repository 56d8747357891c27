import { Failure } from '../failure.ts';
import { attempt } from './attempt.ts';
import { claim, release, sweepClaims } from './claims.ts';
import { claimsDirectory } from './claims-directory.ts';
import type { Location } from './location.ts';
import { removeEmpty } from './store.ts';

/**
 * Does something while a number is claimed, so that no other run takes it.
 *
 * @throws Failure when another run has it right now
 */
export function claimed(location: Location, number: number, work: (nonce: string) => void): void {
  const { directory, topmost } = claimsDirectory(location);
  const held = claim(directory, number);
  if (!held) {
    throw Failure.refusal('number-taken', `Another run is writing number ${number} right now`, {
      hint: 'Wait for it to finish, and run the command again',
    });
  }
  let isDone = false;
  try {
    work(held.nonce);
    isDone = true;
  } finally {
    attempt(() => release(directory, held, isDone));
    attempt(() => sweepClaims(directory, number));
    removeEmpty(directory, topmost);
  }
}
