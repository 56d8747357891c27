import path from 'node:path';
import fs from 'fs-extra';
import { isInside } from '../disk/inside.ts';
import type { Environment } from '../environment.ts';
import { Failure } from '../failure.ts';
import type { GitRepository } from '../git/repository.ts';
import { orUndefined } from '../or-undefined.ts';
import { isMissing } from '../system-error.ts';
import { beginningReader } from './beginnings.ts';
import { filesBelow, REPOSITORY_MARKS } from './list-files.ts';
import { type FoundConfiguration, readConfiguration } from './read-configuration.ts';

/** What is known of a place before anybody says where in it a proposal goes. Paths are absolute. */
export interface Survey {
  cwd: string;
  /** The root of the work tree; without one, where the program runs, or the directory that was named. */
  root: string;
  repository: GitRepository | undefined;
  /** Whether there is a `.git`, and git gave no answer about it. */
  isGitSilent: boolean;
  /** Why, in git's words. */
  gitSays: string;
  /** The files, from the root, with `/`. */
  paths: readonly string[];
  /** Directories that could not be read, from the root, with `/`. */
  unread: readonly string[];
  configured: FoundConfiguration;
  /** The beginning of a file of the repository by its path from the root; undefined where it cannot be read. */
  read(path: string): string | undefined;
  /** Four digits. */
  year: string;
  /** Undefined when git does not say. */
  committedIn(directory: string): Promise<readonly string[] | undefined>;
}

/** The directory of proposals where nothing says otherwise. */
export const DEFAULT_DIRECTORY = 'enhancements';

/**
 * Looks around: the repository, its tracked files and its configuration.
 * @param isForReading whether nobody is going to ask what is committed
 */
export async function survey(
  { cwd, variables, today }: Pick<Environment, 'cwd' | 'variables' | 'today'>,
  given: string | undefined,
  isForReading = false,
): Promise<Survey> {
  const target = path.resolve(cwd, given ?? '');
  const workTree = workTreeAbove(target);
  const other = workTree ?? nearestWith(target, REPOSITORY_MARKS);
  const root = other ?? (isInside(cwd, target) ? cwd : target);
  const configured = await readConfiguration(isInside(root, cwd) ? cwd : root, root, variables);
  const plain = {
    cwd,
    root,
    configured,
    year: today.slice(0, 4),
    read: beginningReader(root),
    committedIn: async () => [],
  };
  if (workTree === undefined) {
    refuseBare(target);
    const { files, unread } = filesBelow(root);
    return {
      ...plain,
      repository: undefined,
      isGitSilent: false,
      gitSays: '',
      paths: files,
      unread,
    };
  }
  const { committedNames, findRepository, trackedFiles } = await import('../git/repository.ts');
  // Asked for at once, since it is where most go: a second call would have to wait for the first.
  const likely = given === undefined ? path.join(root, DEFAULT_DIRECTORY) : target;
  const [tracked, committed] = await Promise.all([
    trackedFiles(workTree),
    isForReading ? undefined : committedNames(workTree, likely),
  ]);
  const files = 'problem' in tracked ? [] : tracked;
  const repository = 'problem' in tracked ? undefined : await findRepository(workTree);
  const below = files.length > 0 ? { files, unread: [] } : filesBelow(root);
  const { files: paths, unread } = below;
  const gitSays = 'problem' in tracked ? tracked.problem : '';
  if (!repository) return { ...plain, repository, isGitSilent: true, gitSays, paths, unread };
  return {
    ...plain,
    repository,
    isGitSilent: false,
    gitSays: '',
    paths,
    unread,
    committedIn: async (directory) =>
      directory === likely && !isForReading ? committed : committedNames(workTree, directory),
  };
}

/** Where a directory lies that is reached through a link in the same place: git knows it by that name alone. */
export function realInside(root: string, directory: string): string {
  const real = orUndefined(() => fs.realpathSync(directory));
  const realRoot = orUndefined(() => fs.realpathSync(root));
  if (real === undefined || realRoot === undefined || !isInside(realRoot, real)) return directory;
  return path.join(root, path.relative(realRoot, real));
}

/** The root of the work tree around a directory; without one, the directory itself. */
export function rootAbove(directory: string): string {
  return nearestWith(directory, REPOSITORY_MARKS) ?? directory;
}

/** A repository without a work tree has files of git's own alone (gitrepository-layout). */
function refuseBare(target: string): void {
  const found = nearestWith(target, ['HEAD']);
  if (found === undefined || !['objects', 'refs'].every((name) => isIn(found, name))) return;
  throw Failure.usage('environment', `${found} is a bare git repository`, {
    hint: 'Run it in a work tree',
  });
}

/** The nearest directory at or above one that holds a `.git`; a look that costs no process. */
function workTreeAbove(directory: string): string | undefined {
  return nearestWith(directory, ['.git']);
}

function nearestWith(directory: string, names: readonly string[]): string | undefined {
  for (let at = directory; ; at = path.dirname(at)) {
    if (names.some((name) => isIn(at, name))) return at;
    if (at === path.dirname(at)) return undefined;
  }
}

/** Whether a directory has something of a name; where the system refuses to say, the list of its names does. */
function isIn(directory: string, name: string): boolean {
  try {
    fs.accessSync(path.join(directory, name));
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    return orUndefined(() => fs.readdirSync(directory).includes(name)) ?? false;
  }
}
