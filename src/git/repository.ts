import path from 'node:path';
import fs from 'fs-extra';
import { git } from './run.ts';

/** Where a git repository keeps what this program has to know. All paths are absolute. */
export interface GitRepository {
  /** The root of the work tree that was asked about. */
  root: string;
  /** The directory that all work trees share. */
  commonDirectory: string;
  /** The roots of all work trees, this one included. */
  workTrees: string[];
}

/**
 * The repository whose work tree `directory` is, or lies in.
 *
 * @returns undefined when there is none, or git is absent or fails
 */
export async function findRepository(directory: string): Promise<GitRepository | undefined> {
  const answer = await git(directory, ['rev-parse', '--show-toplevel', '--git-common-dir']);
  const [root, common] = answer?.split('\n') ?? [];
  if (!root || !common || !fs.pathExistsSync(root)) return undefined;
  const commonDirectory = path.resolve(directory, common);
  // git resolves links; where that is the only difference, paths stay as the user knows them.
  const same = fs.realpathSync(directory) === fs.realpathSync(root);
  return {
    root: same ? directory : path.resolve(root),
    commonDirectory,
    workTrees: workTreesOf(commonDirectory),
  };
}

/**
 * The names that a directory has in the last commit; none without a commit or without git.
 *
 * @param workTree a directory at or above it, in the same repository
 */
export async function committedNames(workTree: string, directory: string): Promise<string[]> {
  const relative = path.relative(workTree, directory).split(path.sep).join('/');
  const target = relative === '' ? [] : ['--', `${relative}/`];
  const answer = await git(workTree, ['ls-tree', '-z', '--name-only', 'HEAD', ...target]);
  const paths = answer?.split('\0').filter(Boolean) ?? [];
  return paths.map((file) => path.posix.basename(file));
}

/** The paths that git tracks below the root of a work tree, with `/`; none when git is absent or fails. */
export async function trackedFiles(workTree: string): Promise<string[]> {
  const answer = await git(workTree, ['ls-files', '-z']);
  return answer?.split('\0').filter(Boolean) ?? [];
}

/** Who writes: the GitHub account that git knows, else the name; empty when it knows neither. */
export async function authorName(directory: string): Promise<string> {
  const answer = await git(directory, ['config', '--get-regexp', '^(github\\.user|user\\.name)$']);
  const lines = answer?.split('\n') ?? [];
  const settingOf = (key: string) =>
    lines.findLast((line) => line.startsWith(`${key} `))?.slice(key.length + 1);
  const account = settingOf('github.user');
  return account ? `@${account}` : (settingOf('user.name') ?? '');
}

/** The first work tree; that of a submodule is named in its configuration. */
function mainWorkTree(commonDirectory: string): string[] {
  if (path.basename(commonDirectory) === '.git') return [path.dirname(commonDirectory)];
  const configuration = path.join(commonDirectory, 'config');
  if (!fs.pathExistsSync(configuration)) return [];
  const said = /^\s*worktree\s*=\s*(.+)$/im.exec(fs.readFileSync(configuration, 'utf8'))?.[1];
  return said === undefined ? [] : [path.resolve(commonDirectory, said.trim())];
}

/**
 * The work trees, read from git's files (gitrepository-layout, "worktrees"): `git worktree list` takes a
 * process, and gives paths that can be told apart only since git 2.36.
 */
function workTreesOf(commonDirectory: string): string[] {
  const first = mainWorkTree(commonDirectory);
  const directory = path.join(commonDirectory, 'worktrees');
  if (!fs.pathExistsSync(directory)) return first;
  const others = fs.readdirSync(directory).flatMap((name) => {
    const file = path.join(directory, name, 'gitdir');
    return fs.pathExistsSync(file) ? [path.dirname(fs.readFileSync(file, 'utf8').trim())] : [];
  });
  return [...first, ...others];
}
