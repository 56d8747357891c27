import fs from 'fs-extra';
import { ownerState } from '../lock/claim.ts';
import { attempt } from '../or-undefined.ts';
import { temporaryDirectory, temporaryNonces } from './store.ts';

/** Milliseconds after which a temporary directory that no claim knows of belongs to nobody. */
const ABANDONED = 600_000;

/** Removes what killed runs left behind; what cannot be removed is left for the next run. */
export function sweepTemporaries(directory: string, claims: string): void {
  for (const nonce of attempt(() => temporaryNonces(directory)) ?? []) {
    const temporary = temporaryDirectory(directory, nonce);
    const state = ownerState(claims, nonce);
    const age = Date.now() - (attempt(() => fs.statSync(temporary).mtimeMs) ?? Date.now());
    if (state === 'dead' || (state === 'unknown' && age > ABANDONED)) {
      attempt(() => fs.removeSync(temporary));
    }
  }
}
