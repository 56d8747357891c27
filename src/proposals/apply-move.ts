import path from 'node:path';
import fs from 'fs-extra';
import { Failure, messageOf } from '../failure.ts';
import { orUndefined } from '../or-undefined.ts';
import { type ChangedPlace, digest, MoveJournal } from './move-journal.ts';
import { moveInto } from './store.ts';

interface ChangedFile {
  path: string;
  before: string;
  after: string;
  encoding: 'utf8' | 'latin1';
}

/** How the names begin of what lies beside files while they are changed. */
export const TEMPORARY = '.create-enhancement-';

interface ChangedLink {
  path: string;
  before: string;
  after: string;
}

export interface ProposalMove {
  directory: string;
  from: string;
  to: string;
  isFile: boolean;
  files: readonly ChangedFile[];
  links: readonly ChangedLink[];
}

/**
 * Moves a proposal and changes what points at it: everything, or nothing; a run that is killed is taken back by
 * the next one.
 * @throws Failure when a file changed meanwhile or cannot be written; all is then as it was
 */
export function applyMove(
  move: ProposalMove,
  { nonce, directory }: { nonce: string; directory: string },
): void {
  const source = path.join(move.directory, move.from);
  const target = path.join(move.directory, move.to);
  const placeOf = (file: string) =>
    file === source || file.startsWith(source + path.sep)
      ? target + file.slice(source.length)
      : file;
  const files = move.files.map((file, index) => {
    refuseChanged(file);
    const after = digest(Buffer.from(file.after, file.encoding));
    return { file, after, ...pathsBeside(placeOf(file.path), `${nonce}-${index}`) };
  });
  const links = move.links.map((link, index) => {
    return { link, after: link.after, ...pathsBeside(placeOf(link.path), `${nonce}-l${index}`) };
  });
  const changes = [...files, ...links].map(({ place, next, backup, after }) => {
    return { place, next, backup, after };
  });
  const journal = new MoveJournal(directory, nonce, { source, target, changes });
  try {
    // First, because it is the most likely to fail: the directory may not be writable.
    rename(move);
    for (const { file, place, next, backup } of files) {
      fs.writeFileSync(next, file.after, { flag: 'wx', encoding: file.encoding });
      fs.chmodSync(next, fs.statSync(place).mode);
      refuseChanged({ ...file, path: place });
      // The original is kept by a link, or as a copy where the file system has no links.
      if (!orUndefined(() => fs.linkSync(place, backup) ?? true)) fs.copyFileSync(place, backup);
      fs.renameSync(next, place);
    }
    for (const { link, place, next, backup } of links) {
      if (fs.readlinkSync(place) !== link.before) throw changedMeanwhileError(link.path);
      fs.symlinkSync(link.before, backup);
      fs.symlinkSync(link.after, next);
      fs.renameSync(next, place);
    }
    journal.commit();
  } catch (error) {
    const isBack = orUndefined(() => journal.takeBack() ?? true);
    throw isBack ? notChangedError(error) : movedInPartError(move, error);
  }
}

function pathsBeside(place: string, nonce: string): Omit<ChangedPlace, 'after'> {
  const beside = (what: string) => path.join(path.dirname(place), `${TEMPORARY}${what}-${nonce}`);
  return { place, next: beside('new'), backup: beside('old') };
}

function notChangedError(error: unknown): Failure {
  if (error instanceof Failure) return error;
  return Failure.refusal('not-written', `Nothing was changed: ${messageOf(error)}`, {
    cause: error,
  });
}

function movedInPartError({ from, to }: ProposalMove, error: unknown): Failure {
  return Failure.refusal(
    'not-written',
    `${from} was moved to ${to} in part, and could not be moved back: ${messageOf(error)}`,
    {
      hint: 'The next renumber tries to undo it; git status shows what was changed',
      cause: error,
    },
  );
}

function rename({ directory, from, to, isFile }: ProposalMove): void {
  const source = path.join(directory, from);
  if (isFile) {
    // As for a new proposal, a link fails where a rename would replace.
    const moved = moveInto(directory, to, { temporary: directory, isFile: true, source: from });
    if (!moved) throw nameInUseError(to);
    fs.removeSync(source);
    return;
  }
  if (fs.pathExistsSync(path.join(directory, to))) throw nameInUseError(to);
  fs.renameSync(source, path.join(directory, to));
}

function nameInUseError(name: string): Failure {
  return Failure.refusal('number-taken', `${name} already exists`);
}

function refuseChanged({ path: file, before, encoding }: ChangedFile): void {
  if (fs.readFileSync(file, encoding) !== before) throw changedMeanwhileError(file);
}

function changedMeanwhileError(file: string): Failure {
  return Failure.refusal(
    'not-written',
    `${path.basename(file)} changed in the meantime; nothing was written`,
    { hint: 'Run the command again' },
  );
}
