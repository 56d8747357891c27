import path from 'node:path';
import fs from 'fs-extra';
import type { Convention } from '../convention/convention.ts';
import { numberIn } from '../convention/entry-name.ts';
import { isInside } from '../disk/inside.ts';
import { unlessMissing } from '../or-undefined.ts';
import { notReadError } from '../system-error.ts';
import { entriesOf, namesIn, readEntries, showIn, type TakenEntry } from '../workspace/entries.ts';
import { type Location, shownPath } from '../workspace/location.ts';

/** What lies in the proposals directory, and what a new proposal may not collide with, wherever it is. */
export interface DirectoryReading {
  names: readonly string[];
  taken: TakenEntry[];
}

/**
 * The entries that a new one may not collide with: in the proposals directory and those that share its numbers,
 * in every work tree, in the last commit, and on branches.
 * @throws Failure when one of the directories cannot be read: a number in it would be given twice
 */
export function numbersInUse(location: Location, convention: Convention): TakenEntry[] {
  return readNumbers(location, convention).taken;
}

/** As {@link numbersInUse}, with all names of the proposals directory: it is read once for both. */
export function readNumbers(location: Location, convention: Convention): DirectoryReading {
  const { directory, shown } = location;
  const names = namesIn(directory, shown);
  const others = numberedDirectories(location).filter((each) => each !== directory);
  return {
    names,
    taken: [
      ...entriesOf(names, convention, showIn(shown)),
      ...others.flatMap((each) => readEntries(each, convention, shownFrom(location, each))),
      ...knownNumbers(location),
    ],
  };
}

/** What is known to be taken without a look at the disk. */
export function knownNumbers({ committed, onBranches }: Location): TakenEntry[] {
  return [...committed, ...onBranches];
}

/**
 * Every directory whose numbers count, in every work tree. Where proposals are grouped, what groups them is
 * read from the disk: a new group is tracked by nobody yet.
 */
function numberedDirectories({ repository, numbered, numberRoot, directory }: Location): string[] {
  const trees = repository ? [repository.root, ...repository.workTrees] : [];
  const inTrees = (target: string) =>
    repository
      ? trees.map((tree) => path.join(tree, path.relative(repository.root, target)))
      : [target];
  const isGrouped = numbered.length > 1 || numberRoot !== directory;
  const groups = isGrouped ? inTrees(numberRoot).flatMap(groupsIn) : [];
  return [...new Set([...numbered.flatMap(inTrees), ...groups])];
}

function groupsIn(directory: string): string[] {
  return foldersIn(directory)
    .filter((name) => !name.startsWith('.') && numberIn(name) === undefined)
    .map((name) => path.join(directory, name));
}

function foldersIn(directory: string): string[] {
  try {
    const entries = unlessMissing(() => fs.readdirSync(directory, { withFileTypes: true })) ?? [];
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch (error) {
    throw notReadError(error, directory);
  }
}

function shownFrom({ directory, shown, repository }: Location, other: string): string {
  const isHere = !repository || isInside(repository.root, other);
  return isHere ? path.posix.join(shown, shownPath(directory, other)) : other;
}
