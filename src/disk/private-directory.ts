import { tmpdir } from 'node:os';
import path from 'node:path';
import fs from 'fs-extra';
import { userId } from '../process.ts';
import { isOwn } from './own.ts';

/**
 * Makes a temporary directory that nobody else may look into, under a name that nobody can foresee.
 * @param purpose what it is for, as a part of its name
 * @throws what the system says
 */
export function privateDirectory(purpose: string): string {
  return fs.mkdtempSync(path.join(tmpdir(), privatePrefix(purpose)));
}

export function privatePrefix(purpose: string): string {
  return `create-enhancement-${userId() ?? 'user'}-${purpose}-`;
}

/** Whether something is a directory, and no link to one, that only this user may change. */
export function isPrivateDirectory(directory: string): boolean {
  const stat = fs.lstatSync(directory, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return false;
  return userId() === undefined || (isOwn(stat) && (stat.mode & 0o022) === 0);
}
