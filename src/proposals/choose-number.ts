import path from 'node:path';
import fs from 'fs-extra';
import { type Convention, isNumbered } from '../convention/convention.ts';
import { nextNumber, numberOf } from '../convention/numbers.ts';
import { Failure } from '../failure.ts';
import { attempt } from '../or-undefined.ts';
import { type Entry, readEntries } from '../workspace/entries.ts';
import { type Location, shownPath } from '../workspace/location.ts';
import { isInside } from '../workspace/survey.ts';

const HIGHEST = 999_999_999;

/**
 * The entries that a new one may not collide with: in the proposals directory and those that share its
 * numbers, in every work tree and in the last commit.
 *
 * @throws Failure when the directory cannot be read
 */
export function takenEntries(location: Location, convention: Convention): Entry[] {
  const { directory, shown } = location;
  const others = numberedDirectories(location).filter((each) => each !== directory);
  return [
    ...readEntries(directory, convention, shown),
    ...others.flatMap(
      (each) => attempt(() => readEntries(each, convention, shownFrom(location, each))) ?? [],
    ),
    ...location.committed,
    ...location.onBranches,
  ];
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
  const entries = attempt(() => fs.readdirSync(directory, { withFileTypes: true })) ?? [];
  return entries
    .filter(
      (entry) =>
        entry.isDirectory() && !entry.name.startsWith('.') && numberOf(entry.name) === undefined,
    )
    .map((entry) => path.join(directory, entry.name));
}

/** How the user knows a directory beside the proposals directory. */
function shownFrom({ directory, shown, repository }: Location, other: string): string {
  const isHere = !repository || isInside(repository.root, other);
  return isHere ? path.posix.join(shown, shownPath(directory, other)) : other;
}

/** What a new proposal is to be called. */
export interface Naming {
  slug: string;
  /** The number that was asked for. */
  number?: number;
  /** Whether it gets its number later. */
  isDraft?: boolean;
  /** The number it gets where none is asked for, if not the one above all others. */
  next?: number;
  /** The name of its entry, under a number where there is one. */
  name(number: number | undefined): string;
}

/**
 * Finds the number for a proposal among entries in use; none where proposals have none.
 *
 * @throws Failure when the number or the name that was asked for is taken
 */
export function chooseNumber(
  naming: Naming,
  taken: readonly Entry[],
  convention: Convention,
): number | undefined {
  const { slug, number } = naming;
  if (naming.isDraft) {
    refuseTakenName(naming.name(undefined), taken);
    refuseTakenSlug(slug, taken);
    return undefined;
  }
  if (!isNumbered(convention)) {
    if (convention.numbering === 'none') refuseTakenSlug(slug, taken);
    refuseTakenName(naming.name(undefined), taken);
    return undefined;
  }
  const next = naming.next ?? nextNumber(taken.flatMap((entry) => entry.number ?? []));
  const hint =
    convention.numbering === 'assigned'
      ? 'Numbers come from issues and pull requests here: pass that of yours'
      : `Leave the number out to get ${next}`;
  if (number !== undefined) refuseNumber(number, naming, taken, hint);
  if (convention.name.includes('{slug}')) refuseTakenSlug(slug, taken);
  return number ?? next;
}

function refuseNumber(
  number: number,
  { name }: Naming,
  taken: readonly Entry[],
  hint: string,
): void {
  const digits = name(number).replace(/^\D*/, '');
  if (number > HIGHEST || numberOf(digits) !== number) {
    throw Failure.usage(
      'usage',
      `Number ${number}: as "${name(number)}" that is no number but a date, or too high`,
      { hint: `Pass another number or name; the highest number is ${HIGHEST}` },
    );
  }
  const same = taken.find((entry) => entry.number === number);
  if (!same) return;
  throw Failure.refusal('number-taken', `Number ${number} is taken: ${same.shown}`, {
    hint,
  });
}

function refuseTakenSlug(slug: string, taken: readonly Entry[]): void {
  const same = taken.find((entry) => entry.slug === slug);
  if (!same) return;
  throw Failure.refusal('slug-taken', `There is a proposal "${slug}": ${same.shown}`, {
    hint: 'Change the title, or pass another --slug',
  });
}

function refuseTakenName(name: string, taken: readonly Entry[]): void {
  const same = taken.find((entry) => entry.name === name);
  if (!same) return;
  throw Failure.refusal('slug-taken', `${same.shown} is there already`, {
    hint: 'Change the title, or pass another --slug',
  });
}
