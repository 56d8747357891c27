import path from 'node:path';
import { messageOf } from '../../failure.ts';
import { claim, nameClaim, release } from '../../lock/claim.ts';
import { fileSystemClock } from '../../lock/exclusive-file.ts';
import { lifeOf } from '../../lock/process-identity.ts';
import { orUndefined } from '../../or-undefined.ts';
import type { Recovery } from '../leftovers.ts';
import { type Journal, sweepPlaces } from './journal.ts';
import { type ChangeRecord, closeRecord, type FoundRecord, recordsOf } from './record.ts';
import { changedSince, discard, takeBack } from './take-back.ts';

/** Milliseconds after which a process of another host, of which nothing is known, is taken for dead. */
const FORGOTTEN = 600_000;

/**
 * Takes back what runs that were killed had begun here. Where anything has been changed since, nobody but the
 * user knows what is to become of it.
 * @param force whether what has been changed since stays as it is, and the record of it is forgotten
 */
export function recover(journal: Journal, force = false): Recovery {
  if (recordsOf(journal).length === 0) {
    orUndefined(() => sweepPlaces(journal));
    return { undone: [], left: [] };
  }
  // Only one process does it: a second would undo what is being done again.
  const held = claim(journal.places, nameClaim('recovery'));
  if (!('nonce' in held)) return { undone: [], left: [] };
  try {
    const results = recordsOf(journal).map((each) => recoverOne(each, journal, force));
    return {
      undone: results.flatMap(({ undone }) => undone),
      left: results.flatMap(({ left }) => left),
    };
  } finally {
    orUndefined(() => release(held, true));
    orUndefined(() => sweepPlaces(journal));
  }
}

function recoverOne(found: FoundRecord, journal: Journal, force: boolean): Recovery {
  if (found.kind === 'unrecognised') {
    return { undone: [], left: [{ kind: 'unrecognised record', path: found.file }] };
  }
  const { record, written } = found;
  const life = lifeOf(record.owner);
  const age = () => Math.abs(fileSystemClock(path.dirname(record.file)) - written);
  if (life === 'living') return { undone: [], left: [] };
  if (life === 'elsewhere' && !force && age() < FORGOTTEN) {
    const { host } = record.owner;
    return { undone: [], left: [{ kind: 'change elsewhere', path: record.file, host }] };
  }
  try {
    return takeRecordBack(record, journal, force);
  } catch (error) {
    // Whatever is in the way of it is not to be in the way of everything else.
    const [what, reason] = [nameOf(record), messageOf(error)];
    return { undone: [], left: [{ kind: 'stuck', path: record.file, what, reason }] };
  }
}

function takeRecordBack(record: ChangeRecord, journal: Journal, force: boolean): Recovery {
  const changed = record.isDone ? [] : changedSince(record);
  if (changed.length > 0 && !force) {
    const what = nameOf(record);
    return { undone: [], left: [{ kind: 'changed since', path: record.file, what, changed }] };
  }
  const isTakenBack = !record.isDone && changed.length === 0;
  if (isTakenBack) takeBack(record);
  if (!discard(record)) return { undone: [], left: [{ kind: 'kept', path: record.file }] };
  closeRecord(journal, record);
  const isTold = isTakenBack && record.steps.some(({ kind }) => kind !== 'temporary');
  return { undone: isTold ? [nameOf(record)] : [], left: [] };
}

function nameOf({ steps }: ChangeRecord): string {
  const [first] = steps;
  const move = steps.find((step) => step.kind === 'move');
  return move ? path.posix.basename(move.from) : (first?.place ?? '');
}
