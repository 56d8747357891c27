import path from 'node:path';
import fs from 'fs-extra';
import { relativePath } from '../disk/inside.ts';
import { unlessMissing } from '../or-undefined.ts';
import { processVariables } from '../process.ts';
import { git, isUnborn, runGit } from './run.ts';

/** Where a git repository keeps what this program has to know. All paths are absolute. */
export interface GitRepository {
  root: string;
  /** What belongs to this work tree alone. */
  directory: string;
  /** What all work trees share. */
  commonDirectory: string;
  workTrees: string[];
}

/** What leads git to another repository than the `.git` that lies there. */
const ELSEWHERE = ['GIT_DIR', 'GIT_COMMON_DIR', 'GIT_WORK_TREE'];

/**
 * The repository of a work tree.
 * @param workTree the directory that holds the `.git`
 * @returns undefined when git is absent or gives no answer about it
 */
export async function findRepository(workTree: string): Promise<GitRepository | undefined> {
  const isElsewhere = ELSEWHERE.some((name) => processVariables()[name] !== undefined);
  const known = isElsewhere ? undefined : directoriesOf(workTree);
  if (known) return repositoryAt(workTree, known);
  const asked = ['--show-toplevel', '--git-common-dir', '--git-dir'];
  const answer = await git(workTree, ['rev-parse', ...asked]);
  const [root, common, own] = answer?.split('\n') ?? [];
  if (!root || !common || !own || !fs.pathExistsSync(root)) return undefined;
  // git resolves links; where that is the only difference, paths stay as the user knows them.
  const same = fs.realpathSync(workTree) === fs.realpathSync(root);
  const [directory, commonDirectory] = [own, common].map((each) => path.resolve(workTree, each));
  if (!directory || !commonDirectory) return undefined;
  return repositoryAt(same ? workTree : path.resolve(root), { directory, commonDirectory });
}

/**
 * The names that a directory has in the last commit; none without a commit.
 * @param workTree a directory at or above it, in the same repository
 * @returns undefined when git does not say
 */
export async function committedNames(
  workTree: string,
  directory: string,
): Promise<string[] | undefined> {
  const relative = relativePath(workTree, directory);
  const target = relative === '' ? [] : ['--', `${relative}/`];
  const answer = await git(workTree, ['ls-tree', '-z', '--name-only', 'HEAD', ...target]);
  if (answer === undefined && !(await isUnborn(workTree))) return undefined;
  const paths = answer?.split('\0').filter(Boolean) ?? [];
  return paths.map((file) => path.posix.basename(file));
}

/** The paths that git tracks below the root of a work tree, with `/`; or what it says when it gives no answer. */
export async function trackedFiles(workTree: string): Promise<string[] | { problem: string }> {
  const { code, stdout, stderr } = await runGit(workTree, ['ls-files', '-z']);
  if (code === 0) return stdout.split('\0').filter(Boolean);
  return { problem: stderr.trim().split('\n')[0] || 'git could not be run' };
}

/** Who writes: the GitHub account that git knows, else the name, or the other way round; empty when it knows neither. */
export async function authorName(
  directory: string,
  preferred: 'account' | 'name' = 'account',
): Promise<string> {
  const answer = await git(directory, ['config', '--get-regexp', '^(github\\.user|user\\.name)$']);
  const lines = answer?.split('\n') ?? [];
  const settingOf = (key: string) =>
    lines.findLast((line) => line.startsWith(`${key} `))?.slice(key.length + 1);
  const account = settingOf('github.user');
  const name = settingOf('user.name') ?? '';
  return account && (preferred === 'account' || name === '') ? `@${account}` : name;
}

type GitDirectories = Pick<GitRepository, 'directory' | 'commonDirectory'>;

function repositoryAt(root: string, directories: GitDirectories): GitRepository {
  return { root, ...directories, workTrees: workTreesOf(directories.commonDirectory) };
}

/**
 * The directories that belong to a work tree, by git's own files, which saves a process
 * (gitrepository-layout, "commondir"; git-worktree, "details").
 * @returns undefined where only git can tell
 */
function directoriesOf(workTree: string): GitDirectories | undefined {
  const entry = path.join(workTree, '.git');
  const link = fs.statSync(entry).isFile() ? fs.readFileSync(entry, 'utf8') : undefined;
  const target = link === undefined ? entry : /^gitdir: (.+)/.exec(link)?.[1];
  const own = target && path.resolve(workTree, target.trimEnd());
  if (!own || !fs.pathExistsSync(path.join(own, 'HEAD'))) return undefined;
  const shared = unlessMissing(() => fs.readFileSync(path.join(own, 'commondir'), 'utf8'));
  if (shared !== undefined) {
    return { directory: own, commonDirectory: path.resolve(own, shared.trim()) };
  }
  // A work tree that is set to lie elsewhere is for git to find.
  const settings = unlessMissing(() => fs.readFileSync(path.join(own, 'config'), 'utf8')) ?? '';
  const isElsewhere = link === undefined && /^[ \t]*worktree[ \t]*=/im.test(settings);
  return isElsewhere ? undefined : { directory: own, commonDirectory: own };
}

function mainWorkTree(commonDirectory: string): string[] {
  if (path.basename(commonDirectory) === '.git') return [path.dirname(commonDirectory)];
  const configuration = path.join(commonDirectory, 'config');
  if (!fs.pathExistsSync(configuration)) return [];
  const said = /^[ \t]*worktree[ \t]*=[ \t]*(.+)$/im.exec(
    fs.readFileSync(configuration, 'utf8'),
  )?.[1];
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
    const own = path.join(directory, name);
    const entry = unlessMissing(() => fs.readFileSync(path.join(own, 'gitdir'), 'utf8'));
    // From where it is written, where git was told to write relative paths (git-config, "worktree.useRelativePaths").
    return entry === undefined ? [] : [path.dirname(path.resolve(own, entry.trim()))];
  });
  return [...first, ...others];
}
