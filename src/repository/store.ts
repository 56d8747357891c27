import { tmpdir } from 'node:os';
import path from 'node:path';
import fs from 'fs-extra';
import { isMissing } from './problems.ts';

/** A file of a plan. */
export interface PlannedFile {
  /** Relative to the proposal's directory, with `/`. */
  path: string;
  content: string;
}

const TEMPORARY = /^\.create-enhancement-([0-9a-z]+-[0-9a-z]+-[0-9a-z]+)$/;

/** The hidden directory, beside the target, in which a proposal is written before it is published. */
export function temporaryDirectory(directory: string, nonce: string): string {
  return path.join(directory, `.create-enhancement-${nonce}`);
}

/** The nonces of the temporary directories that lie in a directory. */
export function temporaryNonces(directory: string): string[] {
  return fs.readdirSync(directory).flatMap((name) => TEMPORARY.exec(name)?.[1] ?? []);
}

/**
 * Makes a directory and those above it.
 *
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

/** Keeps answers in a temporary file of the user's own. Returns its path. */
export function keepAnswers(text: string): string {
  const file = path.join(
    fs.mkdtempSync(path.join(tmpdir(), 'create-enhancement-')),
    'answers.json',
  );
  fs.writeFileSync(file, text, { mode: 0o600 });
  return file;
}

/** Writes files into a new directory. */
export function writeFiles(directory: string, files: readonly PlannedFile[]): void {
  for (const file of files) {
    fs.outputFileSync(path.join(directory, file.path), file.content, { flag: 'wx' });
  }
}
