import path from 'node:path';
import fs from 'fs-extra';
import { attempt } from './attempt.ts';
import { createExclusively } from './claim-draft.ts';
import { isDead, type Owner, self } from './owner.ts';

/** A file that is changed: where it is, where its new text is made, and where the old one is kept until all is done. */
export interface ChangedPlace {
  place: string;
  next: string;
  backup: string;
}

/** What a move is about to do, written down before anything is done. Paths are absolute. */
export interface JournalEntry {
  /** The proposal before and after. */
  source: string;
  target: string;
  changes: readonly ChangedPlace[];
}

const JOURNAL = /^move-[\w-]+\.(?:open|done)$/;

/** A move that can be taken back by another process, should this one be killed. */
export class MoveJournal {
  readonly #open: string;
  readonly #done: string;

  /** @param directory where claims are */
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

  /** From here on the move is made, whatever happens. */
  commit(): void {
    fs.renameSync(this.#open, this.#done);
    this.close();
  }

  /** Removes what is not needed any more, and then the journal. */
  close(): void {
    discard(this.entry);
    for (const file of [this.#open, this.#done]) attempt(() => fs.removeSync(file));
  }
}

/**
 * Takes back the moves that processes which were killed had begun.
 *
 * @param directory where claims are
 * @returns names of the proposals that are back where they were
 */
export function recoverMoves(directory: string): string[] {
  const names = attempt(() => fs.readdirSync(directory)) ?? [];
  return names
    .filter((name) => JOURNAL.test(name))
    .flatMap((name) => {
      const file = path.join(directory, name);
      const read = attempt(() => readJournal(file));
      if (!read || !isDead(read)) return [];
      const isBegun = name.endsWith('.open');
      if (isBegun) restore(read);
      discard(read);
      if (isBegun) moveBack(read);
      fs.removeSync(file);
      return isBegun ? [path.basename(read.source)] : [];
    });
}

/** Every file as it was before a move; those that were not changed yet need nothing. */
function restore({ changes }: JournalEntry): void {
  for (const { place, backup } of changes) {
    if (isThere(backup)) fs.renameSync(backup, place);
  }
}

function moveBack({ source, target }: JournalEntry): void {
  if (!isThere(target)) return;
  // A file is linked to its new name before it loses the old one.
  if (isThere(source)) fs.removeSync(target);
  else fs.renameSync(target, source);
}

/** A file that is a link to itself survives its own renaming, and so is removed as well. */
function discard({ changes }: JournalEntry): void {
  for (const { next, backup } of changes) {
    attempt(() => fs.removeSync(next));
    attempt(() => fs.removeSync(backup));
  }
}

function readJournal(file: string): JournalEntry & Owner {
  const read: JournalEntry & Owner = JSON.parse(fs.readFileSync(file, 'utf8'));
  return read;
}

/** Whether there is something of a name, a link that leads nowhere included. */
function isThere(file: string): boolean {
  return fs.lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}
