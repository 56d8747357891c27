import { tmpdir } from 'node:os';
import path from 'node:path';
import fs from 'fs-extra';
import { codeOf } from '../failure.ts';
import { isMissing, notWrittenError } from '../system-error.ts';
import type { PlannedFile } from '../template/render.ts';

/**
 * Makes a directory and those above it.
 * @returns the topmost directory that was made, undefined when there was nothing to make
 */
export function makeDirectory(directory: string): string | undefined {
  const parent = path.dirname(directory);
  const above = fs.pathExistsSync(parent) ? undefined : makeDirectory(parent);
  try {
    fs.mkdirSync(directory);
    return above ?? directory;
  } catch (error) {
    if (fs.statSync(directory, { throwIfNoEntry: false })?.isDirectory()) return above;
    throw error;
  }
}

/** Removes a directory and those above it, up to and including `topmost`, while they are empty. */
export function removeEmpty(directory: string, topmost: string): void {
  try {
    fs.rmdirSync(directory);
  } catch (error) {
    // Absent ones were removed by another run; one with content is in use and stays.
    if (!isMissing(error)) return;
  }
  if (directory !== topmost && directory !== path.dirname(directory)) {
    removeEmpty(path.dirname(directory), topmost);
  }
}

/**
 * Moves what was written to a temporary directory to its place, all at once.
 * @returns false when something of that name is there
 */
export function moveInto(
  directory: string,
  name: string,
  { temporary, isFile, source = name }: { temporary: string; isFile: boolean; source?: string },
): boolean {
  const target = path.join(directory, name);
  if (fs.lstatSync(target, { throwIfNoEntry: false })) return false;
  if (!isFile) {
    fs.renameSync(temporary, target);
    return true;
  }
  try {
    // A link fails where a rename would replace what somebody else has just written.
    fs.linkSync(path.join(temporary, source), target);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // Some file systems have no links: an exclusive copy is the next best.
    fs.copyFileSync(path.join(temporary, source), target, fs.constants.COPYFILE_EXCL);
  }
  return true;
}

/** Keeps answers in a temporary file of the user's own. Returns its path. */
export function keepAnswers(text: string): string {
  const file = path.join(
    fs.mkdtempSync(path.join(tmpdir(), 'create-enhancement-')),
    'answers.json',
  );
  fs.writeFileSync(file, text, { mode: 0o600 });
  return file;
}

export interface SourceFile {
  path: string;
  bytes: Buffer;
}

/** Whether something lies at a path, a dangling link included. */
export function exists(file: string): boolean {
  return fs.lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

/** A file, under an empty path, or the files below a directory. */
export function readFiles(source: string): SourceFile[] {
  if (!fs.statSync(source).isDirectory()) return [{ path: '', bytes: fs.readFileSync(source) }];
  return fs
    .readdirSync(source)
    .map((name) => ({ path: name, bytes: fs.readFileSync(path.join(source, name)) }));
}

/**
 * Writes new files, all or none.
 * @throws Failure when one is there, or cannot be written
 */
export function writeNew(files: readonly SourceFile[]): void {
  const made: { directory: string; topmost: string }[] = [];
  const written: string[] = [];
  try {
    for (const file of files) {
      const directory = path.dirname(file.path);
      const topmost = makeDirectory(directory);
      if (topmost !== undefined) made.push({ directory, topmost });
      fs.writeFileSync(file.path, file.bytes, { flag: 'wx' });
      written.push(file.path);
    }
  } catch (error) {
    for (const file of written) fs.removeSync(file);
    for (const { directory, topmost } of made.reverse()) removeEmpty(directory, topmost);
    throw notWrittenError(error, files.map((file) => path.basename(file.path)).join(', '));
  }
}

/** Writes files into a new directory. */
export function writeFiles(directory: string, files: readonly PlannedFile[]): void {
  for (const file of files) {
    fs.outputFileSync(path.join(directory, file.path), file.content, {
      flag: 'wx',
      ...(file.mode !== undefined && { mode: file.mode & 0o777 }),
    });
  }
}
