import path from 'node:path';
import fs from 'fs-extra';
import { codeOf } from '../failure.ts';
import { orUndefined } from '../or-undefined.ts';

const CANNOT_FLUSH = [
  // Node's permission model has no flushing at all.
  'ERR_ACCESS_DENIED',
  'EINVAL',
  'ENOTSUP',
  'EPERM',
  'EACCES',
  'EISDIR',
  'EBADF',
];

/**
 * Writes a new file to the disk itself: a name that it is given afterwards never leads to less, not even after
 * a power cut.
 * @param options `mode` as far as the user's umask lets it be, or exactly so
 * @throws what the system says, also when there is something of that name; what was begun is removed
 */
export function writeDurably(
  file: string,
  content: string | Buffer,
  { mode = 0o666, isExact = false }: { mode?: number; isExact?: boolean } = {},
): void {
  const descriptor = fs.openSync(file, 'wx', mode);
  try {
    fs.writeFileSync(descriptor, content);
    if (isExact) fs.fchmodSync(descriptor, mode);
    flush(descriptor, ['ERR_ACCESS_DENIED']);
  } catch (error) {
    orUndefined(() => fs.closeSync(descriptor));
    orUndefined(() => fs.unlinkSync(file));
    throw error;
  }
  fs.closeSync(descriptor);
}

/**
 * Writes to the disk itself which names a directory has.
 * @throws what the system says, except that it cannot do so
 */
export function flushDirectory(directory: string): void {
  let descriptor: number | undefined;
  try {
    descriptor = fs.openSync(directory, 'r');
    flush(descriptor, CANNOT_FLUSH);
  } catch (error) {
    if (!CANNOT_FLUSH.includes(codeOf(error) ?? '')) throw error;
  } finally {
    if (descriptor !== undefined) fs.closeSync(descriptor);
  }
}

/** As {@link flushDirectory}, for those that hold some files, each once. */
export function flushParents(files: Iterable<string>): void {
  for (const directory of new Set([...files].map((file) => path.dirname(file)))) {
    flushDirectory(directory);
  }
}

/**
 * Gives a file another name, where nothing has that name.
 * @returns false when something has
 */
export function renameExclusively(file: string, target: string): boolean {
  try {
    // A link fails where a rename would replace what somebody else has just written.
    fs.linkSync(file, target);
    fs.unlinkSync(file);
    return true;
  } catch (error) {
    const code = codeOf(error) ?? '';
    if (code === 'EEXIST') return false;
    if (!CANNOT_LINK.includes(code)) throw error;
  }
  if (fs.lstatSync(target, { throwIfNoEntry: false })) return false;
  fs.renameSync(file, target);
  return true;
}

/** Some file systems have no links; their names come one after the other, under a claim. */
const CANNOT_LINK = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EACCES'];

/** Adds a text to the end of a file, which is made where it is not there. */
export function appendText(file: string, text: string): void {
  fs.appendFileSync(file, text);
}

function flush(descriptor: number, excused: readonly string[]): void {
  try {
    fs.fsyncSync(descriptor);
  } catch (error) {
    if (!excused.includes(codeOf(error) ?? '')) throw error;
  }
}
