import path from 'node:path';
import fs from 'fs-extra';
import { Failure, messageOf } from '../failure.ts';
import { attempt } from './attempt.ts';
import { moveInto } from './store.ts';

/** A file whose text changes. Paths are absolute. */
export interface ChangedFile {
  /** Where it lies before anything is moved. */
  path: string;
  before: string;
  after: string;
}

/** A proposal that moves to another name, and every file that points at it. */
export interface Move {
  directory: string;
  from: string;
  to: string;
  isFile: boolean;
  files: readonly ChangedFile[];
}

/**
 * Moves a proposal and changes what points at it: everything, or nothing.
 *
 * @throws Failure when a file changed meanwhile or cannot be written; all is then as it was
 */
export function applyMove(move: Move, nonce: string): void {
  const undo: (() => void)[] = [];
  const temporaries: string[] = [];
  try {
    const prepared = move.files.map((file) => {
      refuseChanged(file);
      const temporary = path.join(
        path.dirname(file.path),
        `.create-enhancement-edit-${nonce}-${path.basename(file.path)}`.slice(0, 200),
      );
      fs.writeFileSync(temporary, file.after, { flag: 'wx', mode: fs.statSync(file.path).mode });
      temporaries.push(temporary);
      return { file, temporary };
    });
    for (const { file, temporary } of prepared) {
      refuseChanged(file);
      fs.renameSync(temporary, file.path);
      undo.push(() => fs.writeFileSync(file.path, file.before));
    }
    rename(move);
  } catch (error) {
    for (const back of undo.reverse()) attempt(back);
    for (const temporary of temporaries) attempt(() => fs.removeSync(temporary));
    if (error instanceof Failure) throw error;
    throw Failure.refusal('not-written', `Nothing was changed: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

function rename({ directory, from, to, isFile }: Move): void {
  const source = path.join(directory, from);
  if (isFile) {
    // As for a new proposal, a link fails where a rename would replace.
    const moved = moveInto(directory, to, { temporary: directory, isFile: true, source: from });
    if (!moved) throw taken(to);
    fs.removeSync(source);
    return;
  }
  if (fs.pathExistsSync(path.join(directory, to))) throw taken(to);
  fs.renameSync(source, path.join(directory, to));
}

function taken(name: string): Failure {
  return Failure.refusal('number-taken', `${name} is there already`);
}

function refuseChanged({ path: file, before }: ChangedFile): void {
  if (fs.readFileSync(file, 'utf8') === before) return;
  throw Failure.refusal(
    'not-written',
    `${path.basename(file)} changed meanwhile; nothing was changed`,
    {
      hint: 'Run the command again',
    },
  );
}
