import path from 'node:path';
import fs from 'fs-extra';
import { codeOf } from '../failure.ts';
import { isMissing } from '../system-error.ts';

/** Whether a directory is one, and no link to one. */
export function isRealDirectory(directory: string): boolean {
  return fs.lstatSync(directory, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The names in a directory; none where there is none, or only a link to one. */
export function namesInReal(directory: string): string[] {
  return isRealDirectory(directory) ? fs.readdirSync(directory) : [];
}

/**
 * Makes a directory and those above it. Where none can be made although those above are there, as in `/proc`, Node's own
 * way to do that (`recursive`) never ends.
 * @param mode of each directory that is made
 * @returns the topmost directory that was made, undefined when there was nothing to make
 */
export function makeDirectory(directory: string, mode?: number): string | undefined {
  const parent = path.dirname(directory);
  const above = fs.pathExistsSync(parent) ? undefined : makeDirectory(parent, mode);
  try {
    fs.mkdirSync(directory, mode);
    return above ?? directory;
  } catch (error) {
    if (fs.statSync(directory, { throwIfNoEntry: false })?.isDirectory()) return above;
    throw error;
  }
}

export function removeFile(file: string): void {
  try {
    fs.unlinkSync(file);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

/**
 * Does something in the first of some directories that can be written.
 * @throws what the work throws, when it is not that a directory cannot be written, or it was the last
 */
export function inFirstWritable<T>(places: readonly string[], work: (place: string) => T): T {
  const [first = '', ...others] = places;
  try {
    return work(first);
  } catch (error) {
    const isUnwritable = ['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error) ?? '');
    if (!isUnwritable || others.length === 0) throw error;
    return inFirstWritable(others, work);
  }
}
