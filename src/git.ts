import path from 'node:path';
import { execa } from 'execa';
import fs from 'fs-extra';

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
  const [answer, workTrees] = await Promise.all([
    git(directory, ['rev-parse', '--path-format=absolute', '--show-toplevel', '--git-common-dir']),
    workTreesOf(directory),
  ]);
  const [root, commonDirectory] = answer?.split('\n') ?? [];
  if (!root || !commonDirectory) return undefined;
  // git resolves links; where that is the only difference, paths stay as the user knows them.
  const same = (await fs.realpath(directory)) === (await fs.realpath(root));
  return { root: same ? directory : path.resolve(root), commonDirectory, workTrees };
}

/** The names that a directory has in the last commit; none without a commit or without git. */
export async function committedNames(root: string, directory: string): Promise<string[]> {
  const relative = path.relative(root, directory).split(path.sep).join('/');
  const target = relative === '' ? [] : ['--', `${relative}/`];
  const answer = await git(root, ['ls-tree', '-z', '--name-only', 'HEAD', ...target]);
  const paths = answer?.split('\0').filter(Boolean) ?? [];
  return paths.map((file) => path.posix.basename(file));
}

async function workTreesOf(directory: string): Promise<string[]> {
  const answer = await git(directory, ['worktree', 'list', '--porcelain', '-z']);
  return answer?.split('\0').flatMap((line) => /^worktree (.+)$/s.exec(line)?.[1] ?? []) ?? [];
}

async function git(cwd: string, args: readonly string[]): Promise<string | undefined> {
  const result = await execa('git', args, {
    cwd,
    env: { LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' },
    stdin: 'ignore',
    reject: false,
  });
  return result.failed ? undefined : result.stdout;
}
