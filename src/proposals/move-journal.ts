import { createHash } from 'node:crypto';
import path from 'node:path';
import fs from 'fs-extra';
import { Failure } from '../failure.ts';
import { createExclusively } from '../lock/exclusive-file.ts';
import { isDead, type Owner, self } from '../lock/process-identity.ts';
import { orUndefined } from '../or-undefined.ts';
import { exists } from './store.ts';

/** A file that is changed: where it is, where its new text is made, and where the old one is kept until all is done. */
export interface ChangedPlace {
  place: string;
  next: string;
  backup: string;
  after: string;
}

/** What a move is about to do, written down before anything is done. Paths are absolute. */
export interface JournalEntry {
  source: string;
  target: string;
  changes: readonly ChangedPlace[];
}

const JOURNAL = /^move-[\w-]+\.(?:open|done)$/;

/** A move that can be taken back by another process, should this one be killed. */
export class MoveJournal {
  readonly #open: string;
  readonly #done: string;

  constructor(
    directory: string,
    nonce: string,
    private readonly entry: JournalEntry,
  ) {
    this.#open = path.join(directory, `move-${nonce}.open`);
    this.#done = path.join(directory, `move-${nonce}.done`);
    const owner: Owner = { ...self(), nonce, time: Date.now() };
    createExclusively(this.#open, { ...owner, ...entry });
  }

  commit(): void {
    fs.renameSync(this.#open, this.#done);
    this.close();
  }

  /**
   * Everything as it was before.
   * @throws what is in the way; the journal is then left to the next run
   */
  takeBack(): void {
    takeBack(this.entry);
    orUndefined(() => fs.removeSync(this.#open));
  }

  private close(): void {
    discard(this.entry);
    orUndefined(() => fs.removeSync(this.#done));
  }
}

/**
 * Takes back the moves that processes which were killed had begun. Where anything has been changed since,
 * nobody but the user knows what is to become of it.
 * @param force whether what has been changed since stays as it is, and the move is forgotten
 * @returns names of the proposals that are back where they were
 * @throws Failure when something has been changed since; nothing is changed then
 */
export function recoverMoves(directory: string, force: boolean): string[] {
  return journalsIn(directory).flatMap((name) => {
    const file = path.join(directory, name);
    const read = orUndefined(() => readJournal(file));
    if (!read || !isDead(read)) return [];
    const changed = name.endsWith('.open') ? changedSince(read) : [];
    if (changed.length > 0 && !force) throw changedAfterwards(read, changed);
    const isTakenBack = name.endsWith('.open') && changed.length === 0;
    if (isTakenBack) takeBack(read);
    else discard(read);
    fs.removeSync(file);
    return isTakenBack ? [path.basename(read.source)] : [];
  });
}

/** The names of the journals among claims; none where there are no claims. */
export function journalsIn(directory: string): string[] {
  return (orUndefined(() => fs.readdirSync(directory)) ?? []).filter((name) => JOURNAL.test(name));
}

export function digest(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** What is no more as the move left it: files that were written since, and a proposal that is there twice or not at all. */
function changedSince({ source, target, changes }: JournalEntry): string[] {
  const files = changes.filter(({ place, backup, after }) => {
    if (!exists(backup)) return false;
    const now = fingerprint(place);
    return now !== after && now !== fingerprint(backup);
  });
  const isClear = isOneFile(source, target) || exists(source) !== exists(target);
  return [...files.map(({ place }) => place), ...(isClear ? [] : [source])];
}

function changedAfterwards({ source, target }: JournalEntry, changed: readonly string[]): Failure {
  const [from, to] = [source, target].map((file) => path.basename(file));
  return Failure.refusal(
    'not-written',
    `An earlier move of ${from} to ${to} was stopped halfway, and these were changed since:\n${changed.map((file) => `  ${file}`).join('\n')}`,
    {
      hint: 'Put them right with the help of git status; then pass --force, which leaves them as they are',
    },
  );
}

function fingerprint(file: string): string | undefined {
  return orUndefined(() =>
    fs.lstatSync(file).isSymbolicLink() ? fs.readlinkSync(file) : digest(fs.readFileSync(file)),
  );
}

/** Every file as it was before a move, where it was; what was not done yet needs nothing. */
function takeBack(entry: JournalEntry): void {
  const { source, target, changes } = entry;
  for (const { place, backup } of changes) {
    if (exists(backup)) fs.renameSync(backup, place);
  }
  discard(entry);
  if (isOneFile(source, target)) fs.unlinkSync(target);
  else if (!exists(source)) fs.renameSync(target, source);
}

/** A file is linked to its new name before it loses the old one; another file of that name is no such link. */
function isOneFile(source: string, target: string): boolean {
  const [before, after] = [source, target].map((file) =>
    fs.lstatSync(file, { throwIfNoEntry: false }),
  );
  return before?.isFile() === true && before.ino === after?.ino;
}

/** Renaming a file onto a link to itself does nothing: what was to be renamed is removed as well. */
function discard({ changes }: JournalEntry): void {
  for (const { next, backup } of changes) {
    orUndefined(() => fs.removeSync(next));
    orUndefined(() => fs.removeSync(backup));
  }
}

function readJournal(file: string): JournalEntry & Owner {
  const read: JournalEntry & Owner = JSON.parse(fs.readFileSync(file, 'utf8'));
  return read;
}
