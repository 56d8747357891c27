import { createHash } from 'node:crypto';
import path from 'node:path';
import fs from 'fs-extra';
import { exists } from '../store.ts';
import { type ChangeRecord, type ChangeStep, TEMPORARY } from './record.ts';

export interface StepPaths {
  place: string;
  /** Where the new text is made: beside its file, since a file is renamed within one file system only. */
  next: string;
  /** Where the old one is kept, in the order in which they are tried: among the records, or beside. */
  olds: readonly string[];
}

/** The names follow from the record: nothing that a record says could name another file. */
export function pathsOf(
  { root, file, keepsOld, owner: { nonce } }: ChangeRecord,
  { place: relative }: ChangeStep,
  index: number,
): StepPaths {
  const place = path.join(root, relative);
  const beside = (what: string) =>
    path.join(path.dirname(place), `${TEMPORARY}${nonce}-${index}-${what}`);
  return {
    place,
    next: beside('new'),
    olds: [
      ...(keepsOld ? [path.join(path.dirname(file), `${nonce}-${index}.old`)] : []),
      beside('old'),
    ],
  };
}

export function keptOld({ olds }: StepPaths): string | undefined {
  return olds.find((each) => {
    const stat = fs.lstatSync(each, { throwIfNoEntry: false });
    return stat?.isFile() || stat?.isSymbolicLink();
  });
}

/** A file is linked to its new name before it loses the old one; another file of that name is no such link. */
export function isOneFile(source: string, target: string): boolean {
  const [before, after] = [source, target].map((file) =>
    fs.lstatSync(file, { throwIfNoEntry: false }),
  );
  return before?.isFile() === true && before.ino === after?.ino && before.dev === after.dev;
}

export function digest(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

export function fingerprint(file: string): string | undefined {
  if (!exists(file)) return undefined;
  const stat = fs.lstatSync(file);
  if (stat.isSymbolicLink()) return fs.readlinkSync(file);
  return stat.isFile() ? digest(fs.readFileSync(file)) : '';
}
