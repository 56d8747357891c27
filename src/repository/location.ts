import path from 'node:path';
import { type Convention, isNumbered } from '../convention/convention.ts';
import type { GitRepository } from '../git.ts';
import { type Entry, entriesOf } from './entries.ts';
import type { Survey } from './survey.ts';

/** Where proposals lie. Paths are absolute. */
export interface Location {
  /** The proposals directory; it need not exist. */
  directory: string;
  /** How the directory is named to the user: relative to where the program runs, with `/`. */
  shown: string;
  /** The directory that numbers are unique in: this one, or the one that groups it with others. */
  numberRoot: string;
  /** Every directory whose numbers count, this one first. */
  numbered: readonly string[];
  /** The git repository that the directory lies in, if any. */
  repository: GitRepository | undefined;
  /** Whether there is a `.git`, and git gave no answer about it. */
  isGitSilent: boolean;
  /** What is there in the last commit, on disk or not. */
  committed: readonly Entry[];
}

/** Where a proposal goes, from the root of a survey. */
export interface Place {
  /** Absolute. */
  directory: string;
  numberRoot: string;
  /** Further directories whose numbers count. */
  others: readonly string[];
}

/** Finds out what is taken in a place. */
export async function locate(
  survey: Survey,
  place: Place,
  convention: Convention,
): Promise<Location> {
  const { directory, numberRoot, others } = place;
  const shown = shownPath(survey.cwd, directory);
  const numbered = isNumbered(convention)
    ? [...new Set([directory, numberRoot, ...others])]
    : [directory];
  const committed = await Promise.all(
    numbered.map(async (each) =>
      entriesOf(
        await survey.committedIn(each),
        convention,
        (name) => `${shownPath(survey.cwd, path.join(each, name))} (in the last commit)`,
      ),
    ),
  );
  const { repository, isGitSilent } = survey;
  return {
    directory,
    shown,
    numberRoot,
    numbered,
    repository,
    isGitSilent,
    committed: committed.flat(),
  };
}

/** A path relative to `cwd`, with `/` on every system, `.` for `cwd` itself. */
export function shownPath(cwd: string, target: string): string {
  return path.relative(cwd, target).split(path.sep).join('/') || '.';
}
