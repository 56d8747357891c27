import path from 'node:path';
import fs from 'fs-extra';
import { ownerState } from '../lock/claim.ts';
import { orUndefined } from '../or-undefined.ts';

const TEMPORARY_NAME = /^\.create-enhancement-([0-9a-z]+-[0-9a-z]+-[0-9a-z]+)$/;

/** Milliseconds after which a temporary directory that no claim knows of belongs to nobody. */
const ABANDONED = 600_000;

/** The hidden directory, beside the target, in which a proposal is written before it is published. */
export function temporaryDirectory(directory: string, nonce: string): string {
  return path.join(directory, `.create-enhancement-${nonce}`);
}

/** Removes what killed runs left behind; what cannot be removed is left for the next run. */
export function sweepTemporaries(
  directory: string,
  names: readonly string[],
  claims: string,
): void {
  for (const nonce of names.flatMap((name) => TEMPORARY_NAME.exec(name)?.[1] ?? [])) {
    const temporary = temporaryDirectory(directory, nonce);
    const state = ownerState(claims, nonce);
    const age = Date.now() - (orUndefined(() => fs.statSync(temporary).mtimeMs) ?? Date.now());
    if (state === 'dead' || (state === 'unknown' && age > ABANDONED)) {
      orUndefined(() => fs.removeSync(temporary));
    }
  }
}
