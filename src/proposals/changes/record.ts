import path from 'node:path';
import fs from 'fs-extra';
import { inFirstWritable, removeFile } from '../../disk/directory.ts';
import { flushDirectory, writeDurably } from '../../disk/durable.ts';
import { isGitName, isInside, whereabouts } from '../../disk/inside.ts';
import { isOwn } from '../../disk/own.ts';
import { openedFile } from '../../disk/read-file.ts';
import { draftName } from '../../lock/exclusive-file.ts';
import { NONCE, newOwner, type Owner, ownerIn } from '../../lock/process-identity.ts';
import { orUndefined } from '../../or-undefined.ts';
import { exists } from '../store.ts';
import { allPlaces, type Journal, makePlace, namesAt, tidy } from './journal.ts';

/** What is done to one file. Paths are relative to the root, with `/`, as they are when all is done. */
export type ChangeStep =
  /** A directory in which a proposal is written before it is published. */
  | { kind: 'temporary'; place: string }
  | { kind: 'move'; from: string; place: string }
  /** Contents are told apart by their digests. */
  | { kind: 'text'; place: string; before: string; after: string }
  /** A symbolic link, by what it says. */
  | { kind: 'link'; place: string; before: string; after: string }
  | { kind: 'file'; place: string; after: string }
  | { kind: 'directory'; place: string };

/** What a run is about to do, written down before anything is done. */
export interface ChangeRecord {
  file: string;
  root: string;
  owner: Owner;
  steps: readonly ChangeStep[];
  isDone: boolean;
  /** Whether old texts may lie beside it: in git's own directory, which is never away from its work tree. */
  keepsOld: boolean;
}

export const TEMPORARY = '.create-enhancement-';

const RECORD_NAME = new RegExp(`^change-(${NONCE})\\.(open|done)$`);

/**
 * Writes down what is about to be done.
 * @param durable whether it has to be there after a power cut, too
 * @throws what the system says when it cannot be written in any place
 */
export function openRecord(
  journal: Journal,
  steps: readonly ChangeStep[],
  { nonce, durable }: { nonce?: string; durable: boolean },
): ChangeRecord {
  const owner = { ...newOwner(), ...(nonce !== undefined && { nonce }) };
  const { root } = journal;
  const text = JSON.stringify({ ...owner, root, steps });
  const record = { root, owner, steps, isDone: false };
  return inFirstWritable(journal.places, (place) => {
    const file = path.join(place, `change-${owner.nonce}.open`);
    makePlace(journal, place);
    writeWhole(file, text, { owner, durable });
    return { ...record, file, keepsOld: keepsOld(journal, file) };
  });
}

/** Says that everything is done: from now on only what was kept has to go. */
export function commitRecord(record: ChangeRecord): ChangeRecord {
  const file = record.file.replace(/\.open$/, '.done');
  fs.renameSync(record.file, file);
  flushDirectory(path.dirname(file));
  return { ...record, file, isDone: true };
}

/** Removes a record, when nothing is left of what it tells. */
export function closeRecord(journal: Journal, { file }: ChangeRecord): void {
  removeFile(file);
  orUndefined(() => tidy(journal));
}

export type FoundRecord =
  | { kind: 'record'; record: ChangeRecord; written: number }
  /** It cannot be read, or no run can have written it. */
  | { kind: 'unrecognised'; file: string };

/** The records that lie in the places of a folder. */
export function recordsOf(journal: Journal): FoundRecord[] {
  return allPlaces(journal).flatMap((place) =>
    namesAt(place)
      .filter((name) => RECORD_NAME.test(name))
      .flatMap((name) => {
        const file = path.join(place, name);
        const found = readRecord(file, journal);
        // What its run has cleared up meanwhile is nothing that was left.
        const isGone = found?.kind === 'unrecognised' && !exists(file);
        return found && !isGone ? found : [];
      }),
  );
}

function writeWhole(
  file: string,
  text: string,
  { owner, durable }: { owner: Owner; durable: boolean },
): void {
  const [directory, draft] = [path.dirname(file), path.join(path.dirname(file), draftName(owner))];
  if (durable) writeDurably(draft, text, { mode: 0o600 });
  else fs.writeFileSync(draft, text, { flag: 'wx', mode: 0o600 });
  fs.renameSync(draft, file);
  if (durable) flushDirectory(directory);
}

const LARGEST_RECORD = 64_000_000;

/** A record is believed only if this user wrote it, and if it speaks of what this program does inside the root. */
function readRecord(file: string, journal: Journal): FoundRecord | undefined {
  const unrecognised = { kind: 'unrecognised', file } as const;
  try {
    const opened = openedFile(file, { largest: LARGEST_RECORD, follow: false });
    if (!opened || !isOwn(opened.stat)) return unrecognised;
    const said: Record<string, unknown> = JSON.parse(opened.bytes.toString('utf8'));
    const owner = ownerIn(said);
    const { root: written, steps } = said;
    const [, nonce = '', ending] = RECORD_NAME.exec(path.basename(file)) ?? [];
    const isNamed = owner?.nonce === nonce && typeof written === 'string';
    if (!owner || !isNamed || !Array.isArray(steps)) return unrecognised;
    // In git's directory lies what is of this work tree, wherever it was then.
    const root = keepsOld(journal, file) ? journal.root : written;
    if (!isInside(root, journal.root) && !isInside(journal.root, root)) return undefined;
    const read = steps.map(stepIn);
    const isSafe = read.every((step) => step && isSafeStep(step, root, nonce));
    if (!isSafe) return unrecognised;
    const sane = read.flatMap((step) => step ?? []);
    const about = { isDone: ending === 'done', keepsOld: keepsOld(journal, file) };
    const record = { file, root, owner, steps: sane, ...about };
    return { kind: 'record', record, written: opened.stat.mtimeMs };
  } catch {
    return unrecognised;
  }
}

function keepsOld({ places, isInGit }: Journal, file: string): boolean {
  return isInGit && path.dirname(file) === places[0];
}

/** What is removed with all that is in it has the name that this program gives it. */
function isSafeStep(step: ChangeStep, root: string, nonce: string): boolean {
  const isOurs = step.kind !== 'temporary' || path.basename(step.place) === TEMPORARY + nonce;
  const places = step.kind === 'move' ? [step.from, step.place] : [step.place];
  return isOurs && places.every((each) => isPlace(root, each));
}

function isPlace(root: string, place: string): boolean {
  const isPlain = !path.isAbsolute(place) && !/(?:^|[\\/])\.\.?(?:[\\/]|$)|\0/.test(place);
  const parent = path.dirname(path.join(root, place));
  const isGits = isGitName(path.basename(place));
  return isPlain && !isGits && whereabouts(root, parent).where === 'inside';
}

function stepIn(value: unknown): ChangeStep | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const said: Record<string, unknown> = { ...value };
  const text = (name: string) => (typeof said[name] === 'string' ? said[name] : undefined);
  const [place, from, before, after] = ['place', 'from', 'before', 'after'].map(text);
  if (place === undefined) return undefined;
  const { kind } = said;
  if (kind === 'temporary' || kind === 'directory') return { kind, place };
  if (kind === 'move') return from === undefined ? undefined : { kind, from, place };
  if (after === undefined) return undefined;
  if (kind === 'file') return { kind, place, after };
  if ((kind !== 'text' && kind !== 'link') || before === undefined) return undefined;
  return { kind, place, before, after };
}
