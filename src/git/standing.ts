import type { GitRepository } from './repository.ts';
import { git } from './run.ts';

/** Names of default branches, where nothing says which it is. */
const USUAL = ['main', 'master', 'trunk', 'develop'];

/** A remote's branches come before those of others in this order: `origin` may be a fork. */
const REMOTES = ['upstream', 'origin'];

/** How a path came into a repository. */
export interface Standing {
  /** Whether the default branch has it. */
  isOnDefault: boolean;
  /** When it came to the default branch, or here; seconds since the epoch, undefined when it is not committed. */
  since: number | undefined;
}

/**
 * The default branch as this clone knows it, such as `origin/main`: that of a remote where there is one.
 *
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
  const usual = starts.flatMap((start) => USUAL.map((name) => start + name));
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

/** What hosts call the repository, such as `owner/name`, by its remotes; those that are paths have no such name. */
export async function repositoryNames({ root }: GitRepository): Promise<string[]> {
  const answer = await git(root, ['config', '--get-regexp', '^remote\\..*\\.url$']);
  return (answer ?? '').split('\n').flatMap((line) => {
    const url = line.slice(line.indexOf(' ') + 1).replace(/(?:\.git)?\/?$/, '');
    const isNetwork = /^(?:https?|ssh|git):\/\/|^[\w.-]+@[\w.-]+:/.test(url);
    return isNetwork ? (/[^/:]+\/[^/:]+$/.exec(url)?.[0] ?? []) : [];
  });
}

/**
 * How a path came into a repository.
 *
 * @param branch the default branch
 * @param target from the root of the work tree, with `/`
 */
export async function standingOf(
  { root }: GitRepository,
  branch: string,
  target: string,
): Promise<Standing> {
  const paths = ['--', `:(top,literal)${target}`];
  const added = ['log', '--diff-filter=A', '--no-renames', '--format=%ct'];
  const [there, landed, here] = await Promise.all([
    git(root, ['ls-tree', '--name-only', branch, '--', target]),
    git(root, [...added, '--first-parent', '-m', branch, ...paths]),
    git(root, [...added, 'HEAD', ...paths]),
  ]);
  const isOnDefault = Boolean(there);
  const first = (isOnDefault ? landed : here)?.split('\n').at(-1);
  return { isOnDefault, since: first ? Number(first) : undefined };
}
