import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { GitRepository } from './repository.ts';
import { git, runGit } from './run.ts';

/** A path that a branch added and HEAD does not have. */
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

/**
 * Why numbers on branches may be missed: the clone follows one branch, it has no trees, it was fetched days
 * ago, or there was time for the newest branches only.
 */
export type BranchGap = 'single-branch' | 'treeless' | 'unfetched' | 'newest-only';

/** Milliseconds that all branches may take, and how many of the newest are looked at when they take more. */
const LONGEST = 2000;
const NEWEST = 60;

/** Milliseconds after which what was fetched counts as old. */
const OLD = 14 * 24 * 3_600_000;

const LOG = [
  'log',
  '-z',
  '--diff-filter=A',
  '--no-renames',
  '--name-only',
  '--format=%x01%S%x02%an',
];

/**
 * Looks for what local and fetched branches have added in some directories and HEAD does not have. In a
 * clone without branches but the current one, no process is run.
 *
 * @param directories from the root of the repository, with `/`
 */
export async function scanBranches(
  { root, commonDirectory }: GitRepository,
  directories: readonly string[],
): Promise<BranchScan> {
  if (isAlone(commonDirectory)) return { paths: [], gaps: [] };
  const gaps = gapsOf(commonDirectory);
  if (gaps.includes('treeless')) return { paths: [], gaps };
  const target = [
    '--',
    ...directories.map((directory) => `:(top,literal)${directory === '.' ? '' : directory}`),
  ];
  const all = await runGit(root, [...LOG, '--branches', '--remotes', '--not', 'HEAD', ...target], {
    timeout: LONGEST,
  });
  if (!all.timedOut) return { paths: parseLog(all.stdout), gaps };
  const newest = await git(root, [
    'for-each-ref',
    '--sort=-committerdate',
    `--count=${NEWEST}`,
    '--format=%(refname)',
    'refs/heads',
    'refs/remotes',
  ]);
  const refs = newest?.split('\n').filter(Boolean) ?? [];
  const some = await runGit(root, [...LOG, ...refs, '--not', 'HEAD', ...target], {
    timeout: LONGEST,
  });
  return { paths: parseLog(some.stdout), gaps: [...gaps, 'newest-only'] };
}

/** Whether there is no branch but the one that is checked out: a look at files that costs no process. */
function isAlone(commonDirectory: string): boolean {
  const has = (name: string) =>
    statSync(path.join(commonDirectory, name), { throwIfNoEntry: false }) !== undefined;
  if (has('packed-refs') || has('refs/remotes') || has('reftable')) return false;
  const heads = path.join(commonDirectory, 'refs/heads');
  const names = has('refs/heads') ? readdirSync(heads, { withFileTypes: true }) : [];
  return names.length === 0 || (names.length === 1 && names[0]?.isFile() === true);
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
  const fetched = [...configuration.matchAll(/^\s*fetch\s*=\s*(\S+)/gm)].map(
    ([, refspec = '']) => refspec,
  );
  const isTreeless = /^\s*partialclonefilter\s*=\s*tree:/im.test(configuration);
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

/** Commits come as a head, and then the paths that they added. */
function parseLog(output: string): BranchPath[] {
  let branch = '';
  let author = '';
  return output.split('\0').flatMap((part) => {
    const text = part.replace(/^\n/, '');
    if (text.startsWith('\u0001')) {
      const head = text.slice(1).split('\u0002');
      branch = (head[0] ?? '').replace(/^refs\/(?:heads|remotes)\//, '');
      author = head[1] ?? '';
      return [];
    }
    return text === '' ? [] : [{ path: text, branch, author }];
  });
}
