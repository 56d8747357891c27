import type { GitRepository } from './repository.ts';
import { git, literalPathspec } from './run.ts';

export interface Arrival {
  isOnDefault: boolean;
  /** When it came to the default branch, or here; seconds since the epoch, undefined when it is not committed. */
  since: number | undefined;
  /** The commit that it came with. */
  commit: string | undefined;
}

/**
 * How a path came into a repository.
 * @param target from the root of the work tree, with `/`
 * @returns undefined when git does not say
 */
export async function arrivalOf(
  { root }: GitRepository,
  branch: string,
  target: string,
): Promise<Arrival | undefined> {
  const paths = ['--', literalPathspec(target)];
  const added = ['log', '--diff-filter=A', '--no-renames', '--format=%ct %H %s'];
  const [there, landed, here] = await Promise.all([
    git(root, ['ls-tree', '--name-only', branch, '--', target]),
    git(root, [...added, '--first-parent', '-m', branch, ...paths]),
    git(root, [...added, 'HEAD', ...paths]),
  ]);
  if (there === undefined) return undefined;
  const isOnDefault = there !== '';
  const first = (answer: string | undefined) => answer?.trimEnd().split('\n').at(-1) ?? '';
  const landing = first(landed);
  const isKnown = isOnDefault && !mergesInto(branch, landing);
  const [since, commit] = (isKnown ? landing : first(here)).split(' ');
  return { isOnDefault, since: since ? Number(since) : undefined, commit };
}

/** How many commits lead to one: of two that came in the same second, the later has more. */
export async function commitsBefore({ root }: GitRepository, commit: string): Promise<number> {
  return Number(await git(root, ['rev-list', '--count', commit, '--'])) || 0;
}

/**
 * Whether a commit has merged the default branch into another one, in the words of git: what was there long before
 * seems to have come with it, where the default branch was moved to it afterwards.
 */
function mergesInto(branch: string, commit: string): boolean {
  const merged = /^\d+ \S+ Merge (?:remote-tracking )?branch '([^']+)'/.exec(commit)?.[1];
  const short = (name: string | undefined) => name?.replace(/^.*\//, '');
  return short(merged) === short(branch);
}
