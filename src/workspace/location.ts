import path from 'node:path';
import fs from 'fs-extra';
import { type Convention, isNumbered } from '../convention/convention.ts';
import { relativePath } from '../disk/inside.ts';
import type { BranchGap, BranchPath } from '../git/branches.ts';
import type { GitRepository } from '../git/repository.ts';
import { orUndefined } from '../or-undefined.ts';
import { entriesOf, type TakenEntry } from './entries.ts';
import type { Survey } from './survey.ts';

/** Where proposals lie. Paths are absolute. */
export interface Location {
  /** The proposals directory; it need not exist. */
  directory: string;
  /** How the directory is named to the user: relative to where the program runs, with `/`. */
  shown: string;
  /** The directory that numbers are unique in: this one, or the one that groups it with others. */
  numberRoot: string;
  numbered: readonly string[];
  /** The root of the work tree; without one, where the program works. */
  root: string;
  /** Whether the user named the directory, wherever it may lead. */
  isNamed: boolean;
  repository: GitRepository | undefined;
  /** Whether there is a `.git`, and git gave no answer about it. */
  isGitSilent: boolean;
  gitSays: string;
  committed: readonly TakenEntry[];
  onBranches: readonly BranchEntry[];
  /** Why some of that may not have been seen. */
  gaps: readonly BranchGap[];
}

/** An entry that a branch has added. It takes its number, but not its slug: it may be the author's own. */
export interface BranchEntry extends TakenEntry {
  branch: string;
  author: string;
}

/**
 * Finds out what is taken in a place.
 * @param directories the proposals directory, the one that its numbers are unique in, and others that share
 *   them
 */
export async function locate(
  survey: Survey,
  directories: Pick<Location, 'directory' | 'numberRoot' | 'isNamed'> & {
    others: readonly string[];
    isForReading: boolean;
  },
  convention: Convention,
): Promise<Location> {
  const { directory, numberRoot, others, isNamed, isForReading } = directories;
  const { cwd, root, repository, isGitSilent, gitSays } = survey;
  const numbered =
    isNumbered(convention) || (isForReading && others.length > 0)
      ? [...new Set([directory, numberRoot, ...others])]
      : [directory];
  const [committed, branches] = isForReading
    ? [[], NO_BRANCHES]
    : await Promise.all([
        Promise.all(numbered.map((each) => committedEntries(survey, each, convention))),
        branchEntries(survey, numbered, convention),
      ]);
  return {
    directory,
    shown: shownPath(cwd, directory),
    numberRoot,
    numbered,
    root,
    isNamed,
    repository,
    isGitSilent,
    gitSays,
    committed: committed.flatMap((each) => each ?? []),
    ...branches,
    gaps: [...(committed.includes(undefined) ? (['uncommitted'] as const) : []), ...branches.gaps],
  };
}

/**
 * The entry that a path on a branch lies in, if it is one.
 * @param directories where entries lie, from the root of the repository, with `/`
 */
export function branchEntry(
  { path: file, branch, author }: BranchPath,
  directories: readonly string[],
  convention: Convention,
): BranchEntry[] {
  const parent = directories
    .filter((each) => isBelow(file, each))
    .sort((a, b) => b.length - a.length)[0];
  if (parent === undefined) return [];
  const [name = '', inside = ''] = file.slice(parent === '.' ? 0 : parent.length + 1).split('/');
  const where = parent === '.' ? name : `${parent}/${name}`;
  const by = author === '' ? '' : `, by ${author}`;
  const entryAt = (each: string, shown: string) =>
    entriesOf([each], convention, () => `${shown} (on ${branch}${by})`);
  const own = entryAt(name, where);
  // Where proposals are grouped, a branch may have a group that nobody else has.
  const isGrouped = directories.length > 1 && inside !== '';
  const found = own.length > 0 || !isGrouped ? own : entryAt(inside, `${where}/${inside}`);
  return found.map((entry) => ({ ...entry, slug: '', branch, author }));
}

/** Whether a path lies in a directory, by their names; `.` is the root of relative ones. */
export function isBelow(file: string, directory: string, separator = '/'): boolean {
  return directory === '.' || file.startsWith(directory + separator);
}

/** The directory of the proposal that a path names; undefined for a number or a name. */
export function directoryOf(cwd: string, word: string): string | undefined {
  const target = path.resolve(cwd, word);
  const stat = orUndefined(() => fs.statSync(target));
  return stat && (stat.isDirectory() ? target : path.dirname(target));
}

/** What git and links call a file, from the root of its repository, with `/`; `.` for the root itself. */
export function pathFromRoot(root: string, file: string): string {
  return relativePath(root, file) || '.';
}

/** A path as people are shown it: relative to `cwd`, with `/` on every system, `.` for `cwd` itself. */
export function shownPath(cwd: string, target: string): string {
  return relativePath(cwd, target) || '.';
}

const NO_BRANCHES: Pick<Location, 'onBranches' | 'gaps'> = { onBranches: [], gaps: [] };

async function committedEntries(
  { cwd, committedIn }: Survey,
  directory: string,
  convention: Convention,
): Promise<TakenEntry[] | undefined> {
  const show = (name: string) =>
    `${shownPath(cwd, path.join(directory, name))} (in the last commit)`;
  const names = await committedIn(directory);
  return names && entriesOf(names, convention, show);
}

/**
 * What branches have added, where the next of a sequence is to be found: the number of an issue is the author's
 * to give, whatever a branch of theirs has already.
 */
async function branchEntries(
  { root, repository }: Survey,
  numbered: readonly string[],
  convention: Convention,
): Promise<Pick<Location, 'onBranches' | 'gaps'>> {
  if (!repository || convention.numbering !== 'sequential') return NO_BRANCHES;
  const { scanBranches } = await import('../git/branches.ts');
  const directories = numbered.map((each) => pathFromRoot(root, each));
  const { paths, gaps } = await scanBranches(repository, directories);
  const entries = paths.flatMap((found) => branchEntry(found, directories, convention));
  const unique = new Map(entries.map((entry) => [`${entry.name} ${entry.branch}`, entry]));
  return { onBranches: [...unique.values()], gaps };
}
