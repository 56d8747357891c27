import { utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { scanBranches } from '../../src/git/branches.ts';
import { defaultBranch, knownBranches } from '../../src/git/default-branch.ts';
import { remoteOf } from '../../src/git/remote.ts';
import { findRepository, type GitRepository } from '../../src/git/repository.ts';
import { Scratch } from '../../src/git/scratch-repository.ts';
import { git, gitFolder } from '../support/folder.ts';

async function repositoryIn(folder: string): Promise<GitRepository> {
  return (await findRepository(folder)) ?? expect.unreachable();
}

/** A repository with branches of remotes, as a fetch would have left them. */
async function withRemoteBranches(...refs: string[]): Promise<GitRepository> {
  const folder = await gitFolder();
  for (const ref of refs) await git(folder, 'update-ref', `refs/remotes/${ref}`, 'HEAD');
  return repositoryIn(folder);
}

describe('a repository', () => {
  it('is found by its files as by git, also from another work tree', async () => {
    const folder = await gitFolder();
    const tree = path.join(folder, 'other tree');
    await git(folder, 'worktree', 'add', '--quiet', '-b', 'side', tree);
    const expected = { commonDirectory: path.join(folder, '.git'), workTrees: [folder, tree] };
    const { commonDirectory: directory } = expected;
    expect(await findRepository(folder)).toEqual({ root: folder, directory, ...expected });
    const own = path.join(directory, 'worktrees/other-tree');
    expect(await findRepository(tree)).toEqual({ root: tree, directory: own, ...expected });
  });

  it('whose work tree is set to lie elsewhere is found by git', async () => {
    const folder = await gitFolder();
    const elsewhere = await gitFolder();
    await git(folder, 'config', 'core.worktree', elsewhere);
    expect(await findRepository(folder)).toMatchObject({ root: elsewhere });
  });
});

describe('the default branch', () => {
  it.each<[what: string, refs: string[], expected: string]>([
    ['is upstream’s before origin’s', ['origin/main', 'upstream/main'], 'upstream/main'],
    ['is origin’s before that of others', ['fork/main', 'origin/main'], 'origin/main'],
    ['is that of another where it is the only one', ['fork/main'], 'fork/main'],
    ['is main before master', ['origin/master', 'origin/main'], 'origin/main'],
    ['is the local one where no remote has any', ['origin/side'], 'main'],
  ])('%s', async (_, refs, expected) => {
    expect(await defaultBranch(await withRemoteBranches(...refs))).toBe(expected);
  });

  it('is the one that a remote says is its HEAD', async () => {
    const repository = await withRemoteBranches('origin/main', 'origin/next');
    const head = ['refs/remotes/origin/HEAD', 'refs/remotes/origin/next'];
    await git(repository.root, 'symbolic-ref', ...head);
    expect(await defaultBranch(repository)).toBe('origin/next');
  });

  it('is told together with the one that is checked out, which there may not be', async () => {
    const repository = await withRemoteBranches('origin/main');
    await git(repository.root, 'checkout', '--quiet', '-b', 'topic/a');
    expect(await knownBranches(repository)).toEqual({ usual: 'origin/main', current: 'topic/a' });
    await git(repository.root, 'checkout', '--quiet', '--detach');
    expect(await knownBranches(repository)).toEqual({ usual: 'origin/main', current: undefined });
  });
});

describe('the remote that numbers are agreed upon with', () => {
  it.each<[remotes: string[], followed: string | undefined, expected: string | undefined]>([
    [['origin', 'upstream'], undefined, 'upstream'],
    [['origin', 'fork'], undefined, 'origin'],
    [['origin', 'fork'], 'fork', 'fork'],
    [['upstream', 'fork'], 'fork', 'upstream'],
    [['only'], undefined, 'only'],
    [['one', 'two'], undefined, undefined],
    [[], undefined, undefined],
  ])('of %j, where %s is followed: %s', async (remotes, followed, expected) => {
    const folder = await gitFolder();
    for (const name of remotes) await git(folder, 'remote', 'add', name, `../${name}.git`);
    if (followed) await git(folder, 'config', 'branch.main.remote', followed);
    expect((await remoteOf(await repositoryIn(folder)))?.name).toBe(expected);
  });
});

describe('what branches may have that is not seen', () => {
  const gapsWith = async (change: (repository: GitRepository) => Promise<unknown> | unknown) => {
    const repository = await withRemoteBranches('origin/side');
    await change(repository);
    return (await scanBranches(repository, ['rfcs'])).gaps;
  };
  const fetching =
    (...refspecs: string[]) =>
    async ({ root }: GitRepository) => {
      for (const refspec of refspecs)
        await git(root, 'config', '--add', 'remote.origin.fetch', refspec);
    };
  const ONE = '+refs/heads/main:refs/remotes/origin/main';
  const ALL = '+refs/heads/*:refs/remotes/origin/*';

  it.each<
    [
      what: string,
      change: (repository: GitRepository) => Promise<unknown> | unknown,
      gaps: string[],
    ]
  >([
    ['nothing is known of', () => undefined, []],
    ['one branch is followed', fetching(ONE), ['single-branch']],
    ['two branches are followed', fetching(ONE, ONE.replaceAll('main', 'next')), ['single-branch']],
    ['all branches are followed', fetching(ALL), []],
    ['one is followed, and then all', fetching(ONE, ALL), []],
    [
      'there are no trees',
      ({ root }) => git(root, 'config', 'remote.origin.partialclonefilter', 'tree:0'),
      ['treeless'],
    ],
    [
      'the last fetch was 15 days ago',
      ({ commonDirectory }) => fetchedDaysAgo(commonDirectory, 15),
      ['unfetched'],
    ],
    [
      'the last fetch was 13 days ago',
      ({ commonDirectory }) => fetchedDaysAgo(commonDirectory, 13),
      [],
    ],
  ])('%s', async (_, change, gaps) => {
    expect(await gapsWith(change)).toEqual(gaps);
  });
});

function fetchedDaysAgo(commonDirectory: string, days: number): void {
  const file = path.join(commonDirectory, 'FETCH_HEAD');
  writeFileSync(file, '');
  const then = new Date(Date.now() - days * 86_400_000);
  utimesSync(file, then, then);
}

describe('the time that a remote is given', () => {
  it('is used up by waiting, and granted once more when it has answered', async () => {
    const folder = await gitFolder();
    const scratch = new Scratch(folder, folder, {
      signal: new AbortController().signal,
      note: () => undefined,
      waiting: (_, work) => work(),
    });
    const look = () => scratch.remote(['ls-remote', '--quiet', folder]);
    try {
      await scratch.open();
      expect((await look()).code).toBe(0);
      scratch.count(12_000);
      expect(await look()).toMatchObject({ code: undefined, timedOut: true });
      scratch.renew();
      expect((await look()).code).toBe(0);
    } finally {
      scratch.close();
    }
  });
});
