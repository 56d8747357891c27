import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { GitRepository } from './repository.ts';
import { COMMIT_MARK, type GitOutcome, git, literalPathspec, runGit } from './run.ts';

export interface BranchPath {
  /** From the root of the repository, with `/`. */
  path: string;
  /** Such as `origin/feature-x`. */
  branch: string;
  author: string;
}

/** What the branches that this clone knows have added, and what about them could not be seen. */
export interface BranchScan {
  paths: BranchPath[];
  gaps: BranchGap[];
}

/** Why numbers in the last commit or on branches may be missed. */
export type BranchGap =
  /** Git could not read the last commit. */
  | 'uncommitted'
  /** The clone follows one branch. */
  | 'single-branch'
  /** The clone has no trees. */
  | 'treeless'
  /** It was fetched days ago. */
  | 'unfetched'
  /** There was time for the newest branches only. */
  | 'newest-only'
  /** Git could not read the branches. */
  | 'unreadable';

/** Milliseconds that all branches may take, and how many of the newest are looked at when they take more. */
const LONGEST_SCAN = 2000;
const NEWEST = 60;

const OLD = 14 * 24 * 3_600_000;

/** What a merge has added itself is seen too (`-c`). */
const LOG = [
  'log',
  '--encoding=UTF-8',
  '-z',
  '-c',
  '--diff-filter=A',
  '--no-renames',
  '--name-only',
  `--format=${COMMIT_MARK}%S%x02%an`,
];

/**
 * Looks for what local and fetched branches have added in some directories and HEAD does not have. In a clone
 * without branches but the current one, no process is run.
 * @param directories from the root of the repository, with `/`
 */
export async function scanBranches(
  { root, commonDirectory }: GitRepository,
  directories: readonly string[],
): Promise<BranchScan> {
  if (isAlone(commonDirectory)) return { paths: [], gaps: [] };
  const gaps = gapsOf(commonDirectory);
  if (gaps.includes('treeless')) return { paths: [], gaps };
  const target = ['--', ...directories.map((directory) => literalPathspec(directory))];
  const log = (refs: readonly string[]) =>
    runGit(root, [...LOG, ...refs, ...target], { timeout: LONGEST_SCAN });
  const all = await log(['--branches', '--remotes', '--not', 'HEAD']);
  // Where nothing is committed yet there is no HEAD to leave out.
  const seen = all.code === 0 || all.timedOut ? all : await log(['--branches', '--remotes']);
  if (!seen.timedOut) return scanOf(seen, gaps);
  const newest = await git(root, [
    'for-each-ref',
    '--sort=-committerdate',
    `--count=${NEWEST}`,
    '--format=%(refname)',
    'refs/heads',
    'refs/remotes',
  ]);
  const refs = newest?.split('\n').filter(Boolean) ?? [];
  return scanOf(await log([...refs, '--not', 'HEAD']), [...gaps, 'newest-only']);
}

function scanOf({ code, stdout }: GitOutcome, gaps: BranchGap[]): BranchScan {
  return { paths: parseLog(stdout), gaps: code === 0 ? gaps : [...gaps, 'unreadable'] };
}

function isAlone(commonDirectory: string): boolean {
  const has = (name: string) =>
    statSync(path.join(commonDirectory, name), { throwIfNoEntry: false }) !== undefined;
  if (['packed-refs', 'refs/remotes', 'reftable', 'worktrees'].some(has)) return false;
  const heads = path.join(commonDirectory, 'refs/heads');
  const [only, ...others] = has('refs/heads') ? readdirSync(heads, { withFileTypes: true }) : [];
  if (!only) return true;
  const head = readFileSync(path.join(commonDirectory, 'HEAD'), 'utf8');
  return others.length === 0 && only.isFile() && head.trim() === `ref: refs/heads/${only.name}`;
}

function gapsOf(commonDirectory: string): BranchGap[] {
  const read = (name: string) => {
    try {
      return readFileSync(path.join(commonDirectory, name), 'utf8');
    } catch {
      return '';
    }
  };
  const configuration = read('config');
  const fetched = [...configuration.matchAll(/^[ \t]*fetch[ \t]*=[ \t]*(\S+)/gm)].map(
    ([, refspec = '']) => refspec,
  );
  const isTreeless = /^[ \t]*partialclonefilter[ \t]*=[ \t]*tree:/im.test(configuration);
  const lastFetch = statSync(path.join(commonDirectory, 'FETCH_HEAD'), {
    throwIfNoEntry: false,
  })?.mtimeMs;
  return [
    ...(isTreeless ? ['treeless' as const] : []),
    ...(fetched.length > 0 && fetched.every((refspec) => !refspec.includes('*'))
      ? ['single-branch' as const]
      : []),
    ...(lastFetch !== undefined && Date.now() - lastFetch > OLD ? ['unfetched' as const] : []),
  ];
}

function parseLog(output: string): BranchPath[] {
  let branch = '';
  let author = '';
  return output.split('\0').flatMap((part) => {
    const text = part.replace(/^\n/, '');
    if (text.startsWith(COMMIT_MARK)) {
      const head = text.slice(COMMIT_MARK.length).split('\u0002');
      branch = (head[0] ?? '').replace(/^refs\/(?:heads|remotes)\//, '');
      author = head[1] ?? '';
      return [];
    }
    return text === '' ? [] : [{ path: text, branch, author }];
  });
}
