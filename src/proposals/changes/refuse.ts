import path from 'node:path';
import fs from 'fs-extra';
import { whereabouts } from '../../disk/inside.ts';
import { isOwn } from '../../disk/own.ts';
import { Failure } from '../../failure.ts';
import { userId } from '../../process.ts';
import { changedMeanwhileError } from './errors.ts';

/**
 * @throws Failure when a place does not lie inside a folder by where it leads, or belongs to git; what it is
 *   itself is not followed
 */
export function refuseElsewhere(root: string, place: string): void {
  const { where, real } = whereabouts(root, path.join(path.dirname(place), 'x'));
  if (where === 'inside') return;
  refuse(path.dirname(place), { where, real: path.dirname(real) });
}

/**
 * @param flag that names the directory, for whoever wants to go there all the same
 * @throws Failure when a directory leads outside of a folder, or into what belongs to git
 */
export function refuseLedAway(root: string, directory: string, flag: string): void {
  const led = whereabouts(root, directory);
  if (led.where !== 'inside') refuse(directory, led, flag);
}

/**
 * What is known of a document that may be replaced.
 * @throws Failure when it is no regular file, read-only, has other names, or belongs to somebody else
 */
export function refuseUnwritable(file: string): fs.Stats {
  const stat = fs.lstatSync(file, { throwIfNoEntry: false });
  // Another run, or an editor, has it in its hands.
  if (!stat) throw changedMeanwhileError(file);
  const { mode, nlink, uid } = stat;
  if (!stat.isFile()) throw unwritableError(file, 'it is not a regular file');
  // Root may write to every file, but a mode without a write bit is still a wish.
  if ((mode & 0o222) === 0) throw unwritableError(file, 'it is read-only');
  fs.accessSync(file, fs.constants.W_OK);
  if (nlink > 1) throw unwritableError(file, 'it has hard links, which replacing it would break');
  // Only root can give the new file to whom the old one belonged.
  if (!isOwn(stat) && userId() !== 0)
    throw unwritableError(file, `it belongs to user ${uid}, and replacing it would make it yours`);
  return stat;
}

function refuse(
  shown: string,
  { where, real }: { where: 'outside' | 'git' | 'inside'; real: string },
  flag?: string,
): never {
  const what = where === 'git' ? 'inside the git directory' : 'outside this folder';
  throw Failure.refusal('not-written', `${shown} leads to ${real}, ${what}: nothing was written`, {
    hint:
      flag !== undefined && where === 'outside'
        ? `To write there anyway, pass ${flag}`
        : 'Replace the link with a directory, or run the command there',
  });
}

function unwritableError(file: string, reason: string): Failure {
  return Failure.refusal('not-written', `${path.basename(file)} was not written: ${reason}`, {
    hint: 'Make it your own writable file (chmod u+w, or a copy), then run the command again',
  });
}
