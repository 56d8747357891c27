import path from 'node:path';
import fs from 'fs-extra';
import { flushParents, renameExclusively, writeDurably } from '../../disk/durable.ts';
import { realPlace, relativePath } from '../../disk/inside.ts';
import { codeOf } from '../../failure.ts';
import { orUndefined } from '../../or-undefined.ts';
import { notWrittenError } from '../../system-error.ts';
import { exists } from '../store.ts';
import { changedMeanwhileError, nameInUseError, partlyError } from './errors.ts';
import type { Journal } from './journal.ts';
import { digest, keptOld, pathsOf, type StepPaths } from './paths.ts';
import {
  type ChangeRecord,
  type ChangeStep,
  closeRecord,
  commitRecord,
  openRecord,
} from './record.ts';
import { refuseElsewhere, refuseUnwritable } from './refuse.ts';
import { discard, takeBack } from './take-back.ts';

export type Change =
  | { kind: 'move'; from: string; path: string }
  | { kind: 'text'; path: string; before: Buffer; after: Buffer }
  | { kind: 'link'; path: string; before: string; after: string }
  | { kind: 'file'; path: string; bytes: Buffer }
  | { kind: 'directory'; path: string };

interface Doing {
  change: Change;
  at: StepPaths;
}

/**
 * Makes changes to the files of a folder: all, or none. They are on the disk itself when this returns, and a run
 * that is killed on the way is taken back by the next one.
 * @throws Failure when something changed meanwhile, lies elsewhere or cannot be written; all is then as it was
 */
export function makeChanges(journal: Journal, changes: readonly Change[]): void {
  let record: ChangeRecord;
  let doing: Doing[];
  try {
    const planned = changes.map(withRealPaths).map((change) => {
      refuseLedElsewhere(change, journal);
      return { change, step: changeStep(change, journal.root) };
    });
    const opened = openRecord(
      journal,
      planned.map(({ step }) => step),
      { durable: true },
    );
    doing = planned.map(({ change, step }, index) => {
      return { change, at: pathsOf(opened, step, index) };
    });
    record = opened;
  } catch (error) {
    throw notWrittenError(error);
  }
  try {
    for (const each of doing) doStep(each, journal);
    flushParents(doing.flatMap(({ change, at }) => [at.place, ...keptOlds(at), ...fromOf(change)]));
    // Now that nobody finds the old text by its name, nothing can be lost that is compared with it.
    for (const each of doing) refuseChanged(each);
    record = commitRecord(record);
  } catch (error) {
    undo(record, journal, error);
  }
  // It is done: what cannot be cleared up now is cleared up by the next run.
  orUndefined(() => discard(record) && closeRecord(journal, record));
}

function undo(record: ChangeRecord, journal: Journal, error: unknown): never {
  try {
    takeBack(record);
    closeRecord(journal, record);
  } catch {
    throw partlyError(record, error);
  }
  throw notWrittenError(error);
}

function withRealPaths(change: Change): Change {
  const real = (file: string) => path.join(realPlace(path.dirname(file)), path.basename(file));
  const own = { ...change, path: real(change.path) };
  return own.kind === 'move' ? { ...own, from: real(own.from) } : own;
}

function refuseLedElsewhere(change: Change, { root }: Journal): void {
  for (const place of [change.path, ...fromOf(change)]) refuseElsewhere(root, place);
}

function changeStep(change: Change, root: string): ChangeStep {
  const relative = (file: string) => relativePath(root, file);
  const place = relative(change.path);
  switch (change.kind) {
    case 'move':
      return { kind: 'move', from: relative(change.from), place };
    case 'text':
      return { kind: 'text', place, before: digest(change.before), after: digest(change.after) };
    case 'link':
      return { kind: 'link', place, before: change.before, after: change.after };
    case 'file':
      return { kind: 'file', place, after: digest(change.bytes) };
    case 'directory':
      return { kind: 'directory', place };
  }
}

function fromOf(change: Change): string[] {
  return change.kind === 'move' ? [change.from] : [];
}

function keptOlds(at: StepPaths): string[] {
  return [keptOld(at)].flatMap((each) => each ?? []);
}

function doStep({ change, at }: Doing, journal: Journal): void {
  refuseLedElsewhere(change, journal);
  switch (change.kind) {
    case 'move':
      move(change.from, at.place);
      break;
    case 'text':
      replaceText(change.after, at);
      break;
    case 'link':
      moveAside(at);
      placeLink(change.after, at.place);
      break;
    case 'file':
      writeNewFile(change.bytes, at);
      break;
    case 'directory':
      fs.mkdirSync(at.place);
      break;
  }
}

function move(from: string, target: string): void {
  if (fs.lstatSync(from).isDirectory()) {
    if (exists(target)) throw nameInUseError(path.basename(target));
    fs.renameSync(from, target);
  } else if (!renameExclusively(from, target)) throw nameInUseError(path.basename(target));
}

function replaceText(text: Buffer, at: StepPaths): void {
  const { mode, uid, gid } = refuseUnwritable(at.place);
  writeDurably(at.next, text, { mode: mode & 0o7777, isExact: true });
  const made = fs.lstatSync(at.next);
  if (made.uid !== uid || made.gid !== gid) fs.lchownSync(at.next, uid, gid);
  moveAside(at);
  // Somebody has written the file anew since: theirs is the one that counts.
  if (!renameExclusively(at.next, at.place)) throw changedMeanwhileError(at.place);
}

function placeLink(says: string, place: string): void {
  try {
    fs.symlinkSync(says, place);
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? changedMeanwhileError(place) : error;
  }
}

function writeNewFile(bytes: Buffer, at: StepPaths): void {
  writeDurably(at.next, bytes);
  if (!renameExclusively(at.next, at.place)) throw nameInUseError(path.basename(at.place));
}

/** Gives what is replaced another name, among the records where that is on the same file system. */
function moveAside({ place, olds }: StepPaths): void {
  for (const [index, old] of olds.entries()) {
    try {
      fs.renameSync(place, old);
      return;
    } catch (error) {
      if (codeOf(error) !== 'EXDEV' || index === olds.length - 1) throw error;
    }
  }
}

function refuseChanged({ change, at }: Doing): void {
  if (change.kind !== 'text' && change.kind !== 'link') return;
  const old = keptOld(at);
  const isSame =
    old !== undefined &&
    (change.kind === 'text'
      ? fs.readFileSync(old).equals(change.before)
      : fs.readlinkSync(old) === change.before);
  if (!isSame) throw changedMeanwhileError(at.place);
}
