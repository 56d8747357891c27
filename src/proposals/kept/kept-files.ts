import path from 'node:path';
import fs from 'fs-extra';
import { makeDirectory } from '../../disk/directory.ts';
import { realPlace } from '../../disk/inside.ts';
import { isPrivateDirectory } from '../../disk/private-directory.ts';
import { readRegular } from '../../disk/read-file.ts';
import { nameClaim } from '../../lock/claim.ts';
import { orUndefined } from '../../or-undefined.ts';
import { processId } from '../../process.ts';
import { keptPlace } from './place.ts';

const CORRUPT = '.corrupt';

/** Files, bytes of one, and days that one is kept. */
const MOST = 20;
const LARGEST_KEPT = 5_000_000;
const DAYS = 30;

export interface KeptFile {
  path: string;
  text: string;
}

/** A name for what is said in a folder, which no other run has. */
export function newKeptPath(root: string): string {
  return path.join(keptPlace(), `${folderKey(root)}-${Date.now()}-${processId()}.json`);
}

/** What was kept for a folder, newest first; only what lies in a directory that nobody else may change. */
export function keptFiles(root: string): KeptFile[] {
  if (!orUndefined(() => isPrivateDirectory(keptPlace()))) return [];
  return keptNames()
    .filter((name) => name.startsWith(`${folderKey(root)}-`) && name.endsWith('.json'))
    .map((name) => path.join(keptPlace(), name))
    .sort((a, b) => changedAt(b) - changedAt(a))
    .flatMap((file) => {
      const read = orUndefined(() => readRegular(file, { largest: LARGEST_KEPT, follow: false }));
      return read ? [{ path: file, text: read.toString() }] : [];
    });
}

/**
 * Puts a text in place of the one there is, whole or not at all; for the user alone.
 * @throws what the system says, or that it is too large
 */
export function writeKept(file: string, text: string): void {
  if (Buffer.byteLength(text) > LARGEST_KEPT) throw new Error('it is more than 5 MB');
  makeDirectory(keptPlace(), 0o700);
  const beside = `${file}.new`;
  fs.writeFileSync(beside, text, { mode: 0o600 });
  fs.renameSync(beside, file);
}

/** Keeps what nobody can read from being offered again, and from being lost. */
export function setAside(file: string): void {
  orUndefined(() => fs.renameSync(file, file + CORRUPT));
}

export function removeKept(file: string): void {
  orUndefined(() => fs.rmSync(file, { force: true }));
  orUndefined(() => fs.rmSync(`${file}.new`, { force: true }));
  orUndefined(() => fs.rmdirSync(keptPlace()));
}

/** Removes what is too old, and the oldest of what is too much. */
export function sweepKept(): void {
  const files = keptNames().map((name) => path.join(keptPlace(), name));
  const byAge = files.toSorted((a, b) => changedAt(b) - changedAt(a));
  const oldest = Date.now() - DAYS * 24 * 60 * 60 * 1000;
  for (const [index, file] of byAge.entries()) {
    if (index >= MOST || changedAt(file) < oldest) orUndefined(() => fs.rmSync(file));
  }
}

function folderKey(root: string): string {
  return String(nameClaim(realPlace(root)));
}

function keptNames(): string[] {
  return orUndefined(() => fs.readdirSync(keptPlace())) ?? [];
}

function changedAt(file: string): number {
  return orUndefined(() => fs.statSync(file).mtimeMs) ?? 0;
}
