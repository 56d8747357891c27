import path from 'node:path';
import fs from 'fs-extra';
import { makeDirectory } from '../disk/directory.ts';
import { flushDirectory, writeDurably } from '../disk/durable.ts';
import { isInside } from '../disk/inside.ts';
import { isMissing } from '../system-error.ts';
import type { PlannedFile } from '../template/render.ts';

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

/** The directories that are still to be made for one, the topmost first. */
export function missingDirectories(directory: string): string[] {
  if (fs.pathExistsSync(directory)) return [];
  return [...missingDirectories(path.dirname(directory)), directory];
}

/** Writes files into a new directory, all of it to the disk itself. */
export function writeFiles(directory: string, files: readonly PlannedFile[]): void {
  const made = new Set([directory]);
  for (const file of files) {
    const target = path.join(directory, file.path);
    if (!isInside(directory, target)) throw new Error(`${file.path} leads out of the proposal`);
    const parents = missingDirectories(path.dirname(target));
    for (const parent of parents) made.add(parent);
    makeDirectory(path.dirname(target));
    const mode = file.mode === undefined ? {} : { mode: file.mode & 0o777 };
    writeDurably(target, file.content, mode);
  }
  for (const each of made) flushDirectory(each);
}
