import type { GitRepository } from './repository.ts';
import { git } from './run.ts';

/** Names of default branches, where nothing says which it is. */
const USUAL = ['main', 'master', 'trunk', 'develop'];

/** Remotes whose branches come first: `origin` may be a fork. */
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
    (answer ?? '').split('\n').map((line) => {
      const [name = '', target = ''] = line.split('\0');
      return [name, target];
    }),
  );
  const said = REMOTES.flatMap((remote) => refs.get(`refs/remotes/${remote}/HEAD`) || []);
  const usual = [...REMOTES.map((remote) => `refs/remotes/${remote}/`), 'refs/heads/'].flatMap(
    (start) => USUAL.map((name) => start + name),
  );
  const found = [...said, ...usual].find((name) => refs.has(name));
  return found?.replace(/^refs\/(?:remotes|heads)\//, '');
}

/** The branches of which a work tree shows the latest: the one that is checked out, and the default one. */
export async function ownBranches(repository: GitRepository): Promise<string[]> {
  const [current, usual] = await Promise.all([
    git(repository.root, ['symbolic-ref', '--quiet', '--short', 'HEAD']),
    defaultBranch(repository),
  ]);
  const names = [current, usual?.replace(/^(?:upstream|origin)\//, '')];
  return names.flatMap((name) => name || []);
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
