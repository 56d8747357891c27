import path from 'node:path';
import { makeDirectory, namesInReal } from '../../disk/directory.ts';
import { realPlace } from '../../disk/inside.ts';
import type { GitRepository } from '../../git/repository.ts';
import { claim, nameClaim, release, sweepClaims } from '../../lock/claim.ts';
import { orUndefined } from '../../or-undefined.ts';
import { holdSignals, stateHome } from '../../process.ts';
import { removeEmpty } from '../store.ts';

/**
 * Where is written down what this program is doing to the files of a folder, so that another run can take it
 * back. Never in the folder itself: whoever sends somebody a folder could send instructions with it.
 */
export interface Journal {
  /** What paths are relative to, links followed: the work tree, or where the program works. */
  root: string;
  places: readonly string[];
  isInGit: boolean;
}

/** What `+` begins is no folder's: it is never in a name that {@link fileName} makes. */
const RECORDS = '+changes';

/** @param root of the work tree, or where the program works */
export function journalOf(
  root: string,
  repository: Pick<GitRepository, 'directory'> | undefined,
): Journal {
  const real = realPlace(root);
  const own = path.join(stateHome(), fileName(real));
  const inGit = repository && path.join(repository.directory, 'create-enhancement', RECORDS);
  const places = inGit === undefined ? [own] : [inGit, own];
  return { root: real, places, isInGit: inGit !== undefined };
}

/** Characters; every file system allows names of twice as many bytes, and a number after them. */
const LONGEST_NAME = 200;

export function fileName(target: string): string {
  const name = encodeURIComponent(target);
  if (name.length <= LONGEST_NAME) return name;
  return `${name.slice(-LONGEST_NAME)}-${nameClaim(target)}`;
}

/** Every directory that may hold something about a folder: without git, a run may have worked above or below. */
export function allPlaces({ places }: Journal): string[] {
  const home = stateHome();
  const others = namesAt(home).filter((name) => !name.startsWith('+'));
  return [...new Set([...places, ...others.map((name) => path.join(home, name))])];
}

export function namesAt(place: string): string[] {
  return orUndefined(() => namesInReal(place)) ?? [];
}

/** Whether anything may have been left; seldom, and what finds out more need not be loaded otherwise. */
export function hasLeft(journal: Journal): boolean {
  return allPlaces(journal).some(isFilled);
}

/** Whether a change of this folder has begun and not ended: seen by readers, which take nothing back. */
export function isUnfinished({ places }: Journal): boolean {
  return places.some(isFilled);
}

export function makePlace({ isInGit }: Journal, place: string): void {
  makeDirectory(place, isInGit ? undefined : 0o700);
}

export function tidy({ places, isInGit }: Journal): void {
  for (const [index, place] of places.entries()) {
    removeEmpty(place, isInGit && index === 0 ? path.dirname(place) : place);
  }
}

/** Removes what dead processes claimed, and then the places that hold nothing any more. */
export function sweepPlaces(journal: Journal): void {
  for (const place of journal.places)
    orUndefined(() => sweepClaims(place, Number.MAX_SAFE_INTEGER));
  tidy(journal);
}

const LONGEST_EDIT = 2000;
const PAUSE = 25;

/**
 * Does something while no other run changes documents here: one claim for all that edits what is there.
 * @returns what the work does; undefined when another run is still at it after two seconds
 * @throws what the system says when nothing can be claimed
 */
export async function whileEditing<T>(
  journal: Journal,
  work: () => T | Promise<T>,
): Promise<{ done: T } | undefined> {
  const until = Date.now() + LONGEST_EDIT;
  for (;;) {
    const outcome = await tryEditing(journal, work);
    if (outcome || Date.now() >= until) return outcome;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

async function tryEditing<T>(
  journal: Journal,
  work: () => T | Promise<T>,
): Promise<{ done: T } | undefined> {
  const letGo = holdSignals();
  try {
    const held = claim(journal.places, nameClaim('edits'));
    if (!('nonce' in held)) return undefined;
    try {
      return { done: await work() };
    } finally {
      orUndefined(() => release(held, true));
      orUndefined(() => sweepPlaces(journal));
    }
  } finally {
    await letGo();
  }
}

function isFilled(place: string): boolean {
  return namesAt(place).length > 0;
}
