import type { GitRepository } from './repository.ts';
import { git } from './run.ts';

const USUAL_BRANCHES = ['main', 'master', 'trunk', 'develop'];

/** A remote's branches come before those of others in this order: `origin` may be a fork. */
const REMOTES = ['upstream', 'origin'];

/**
 * The default branch as this clone knows it, such as `origin/main`: that of a remote where there is one.
 * @returns undefined when nothing says which it is
 */
export async function defaultBranch({ root }: GitRepository): Promise<string | undefined> {
  const answer = await git(root, [
    'for-each-ref',
    '--format=%(refname)%00%(symref)',
    'refs/remotes',
    'refs/heads',
  ]);
  const refs = new Map(
    (answer ?? '').split('\n').map((line): [string, string] => {
      const [name = '', target = ''] = line.split('\0');
      return [name, target];
    }),
  );
  const remotes = [...refs.keys()].flatMap(
    (name) => /^refs\/remotes\/([^/]+)\//.exec(name)?.[1] ?? [],
  );
  const ordered = new Set([...REMOTES, ...remotes]);
  const said = [...ordered].flatMap((remote) => refs.get(`refs/remotes/${remote}/HEAD`) || []);
  const starts = [...[...ordered].map((remote) => `refs/remotes/${remote}/`), 'refs/heads/'];
  const usual = starts.flatMap((start) => USUAL_BRANCHES.map((name) => start + name));
  const found = [...said, ...usual].find((name) => refs.has(name));
  return found?.replace(/^refs\/(?:remotes|heads)\//, '');
}

/** The branches of which a work tree shows the latest: the one that is checked out, and the default one. */
export async function ownBranches(repository: GitRepository): Promise<string[]> {
  const [current, usual] = await Promise.all([
    git(repository.root, ['symbolic-ref', '--quiet', '--short', 'HEAD']),
    defaultBranch(repository),
  ]);
  // A remote's branch begins with the remote's name, a local one may as well.
  const names = [current, usual, usual?.replace(/^[^/]+\//, '')];
  return names.flatMap((name) => name || []);
}
