import { type Claim, claim, release, sweepClaims } from '../lock/claim.ts';
import { orUndefined } from '../or-undefined.ts';
import { holdSignals } from '../process.ts';
import { notWrittenError } from '../system-error.ts';
import type { Location } from '../workspace/location.ts';
import { claimPlaces, removeClaimPlaces } from './claims-directory.ts';

/**
 * Does something while a number is claimed, so that no other run takes it.
 * @param work returns whether the number is in use from now on
 * @returns whether it is; also false, with nothing done, when another run has the number right now
 */
export async function claimed(
  location: Location,
  number: number,
  work: () => Promise<boolean>,
): Promise<boolean> {
  const letGo = holdSignals();
  try {
    return await whileClaimed(location, number, work);
  } finally {
    await letGo();
  }
}

async function whileClaimed(
  location: Location,
  number: number,
  work: () => Promise<boolean>,
): Promise<boolean> {
  const places = claimPlaces(location);
  const held = claimOne(places.directories, number, location);
  if (!held) return false;
  let isDone = false;
  try {
    isDone = await work();
    return isDone;
  } finally {
    orUndefined(() => release(held, isDone));
    for (const each of places.directories) orUndefined(() => sweepClaims(each, number));
    removeClaimPlaces(places);
  }
}

function claimOne(
  places: readonly string[],
  number: number,
  { shown }: Location,
): Claim | undefined {
  try {
    const held = claim(places, number);
    return 'nonce' in held ? held : undefined;
  } catch (error) {
    throw notWrittenError(error, shown);
  }
}
