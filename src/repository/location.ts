import path from 'node:path';
import fs from 'fs-extra';
import type { GitRepository } from '../git.ts';
import { type Entry, entriesOf } from './entries.ts';

/** Where proposals lie. Paths are absolute. */
export interface Location {
  /** The proposals directory; it need not exist. */
  directory: string;
  /** How the directory is named to the user: relative to where the program runs, with `/`. */
  shown: string;
  /** The git repository that the directory lies in, if any. */
  repository: GitRepository | undefined;
  /** Whether there is a `.git`, and git gave no answer about it. */
  isGitSilent: boolean;
  /** What has a number in the last commit, on disk or not. */
  committed: readonly Entry[];
}

const DEFAULT_DIRECTORY = 'enhancements';

/**
 * Finds the proposals directory: the given one, or `enhancements` at the root of the repository that
 * `cwd` lies in, or in `cwd` when it lies in none.
 */
export async function locate(cwd: string, given?: string): Promise<Location> {
  const workTree = workTreeAbove(path.resolve(cwd, given ?? ''));
  const directory =
    given === undefined ? path.join(workTree ?? cwd, DEFAULT_DIRECTORY) : path.resolve(cwd, given);
  const plain = {
    directory,
    shown: shownPath(cwd, directory),
    repository: undefined,
    isGitSilent: workTree !== undefined,
    committed: [],
  };
  if (workTree === undefined) return plain;
  const { committedNames, findRepository } = await import('../git.ts');
  const [repository, names] = await Promise.all([
    findRepository(workTree),
    committedNames(workTree, directory),
  ]);
  return repository
    ? {
        ...plain,
        repository,
        isGitSilent: false,
        committed: entriesOf(names, (name) => `${plain.shown}/${name} (in the last commit)`),
      }
    : plain;
}

/** A path relative to `cwd`, with `/` on every system, `.` for `cwd` itself. */
function shownPath(cwd: string, target: string): string {
  return path.relative(cwd, target).split(path.sep).join('/') || '.';
}

/** The nearest directory at or above one that holds a `.git`; a look that costs no process. */
function workTreeAbove(directory: string): string | undefined {
  for (let at = directory; ; at = path.dirname(at)) {
    if (fs.pathExistsSync(path.join(at, '.git'))) return at;
    if (at === path.dirname(at)) return undefined;
  }
}
