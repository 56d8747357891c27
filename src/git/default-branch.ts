import { USUAL_BRANCHES } from '../words/branch-names.ts';
import type { GitRepository } from './repository.ts';
import { git } from './run.ts';

/** A remote's branches come before those of others in this order: `origin` may be a fork. */
const REMOTES = ['upstream', 'origin'];

/** Branches as this clone knows them; undefined where nothing says which they are. */
export interface KnownBranches {
  /** The default branch, such as `origin/main`: that of a remote where there is one. */
  usual: string | undefined;
  /** The one that is checked out, where it has a commit. */
  current: string | undefined;
}

/** The default branch, as {@link KnownBranches} has it. */
export async function defaultBranch(repository: GitRepository): Promise<string | undefined> {
  return (await knownBranches(repository)).usual;
}

/** The branches that say where a work tree stands, by one question. */
export async function knownBranches({ root }: GitRepository): Promise<KnownBranches> {
  const answer = await git(root, [
    'for-each-ref',
    '--format=%(refname)%00%(symref)%00%(HEAD)',
    'refs/remotes',
    'refs/heads',
  ]);
  const lines = (answer ?? '').split('\n').map((line) => line.split('\0'));
  const current = lines.find(([, , head]) => head === '*')?.[0];
  const refs = new Map(lines.map(([name = '', target = '']): [string, string] => [name, target]));
  const remotes = [...refs.keys()].flatMap(
    (name) => /^refs\/remotes\/([^/]+)\//.exec(name)?.[1] ?? [],
  );
  const ordered = new Set([...REMOTES, ...remotes]);
  const said = [...ordered].flatMap((remote) => refs.get(`refs/remotes/${remote}/HEAD`) || []);
  const starts = [...[...ordered].map((remote) => `refs/remotes/${remote}/`), 'refs/heads/'];
  const usual = starts.flatMap((start) => USUAL_BRANCHES.map((name) => start + name));
  const found = [...said, ...usual].find((name) => refs.has(name));
  return { usual: shortName(found), current: shortName(current) };
}

/** The branches of which a work tree shows the latest: the one that is checked out, and the default one. */
export async function ownBranches(repository: GitRepository): Promise<string[]> {
  const { current, usual } = await knownBranches(repository);
  // A remote's branch begins with the remote's name, a local one may as well.
  const names = [current, usual, usual?.replace(/^[^/]+\//, '')];
  return names.flatMap((name) => name || []);
}

function shortName(ref: string | undefined): string | undefined {
  return ref?.replace(/^refs\/(?:remotes|heads)\//, '');
}
