import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isNumbered } from '../../convention/convention.ts';
import type { Environment } from '../../environment.ts';
import { Failure } from '../../failure.ts';
import { cloneId } from '../../git/clone-id.ts';
import type { Remote } from '../../git/remote.ts';
import { readOnline } from '../../git/remote-branches.ts';
import { authorName, type GitRepository } from '../../git/repository.ts';
import { type Claimant, type Reservation, Reservations } from '../../git/reservations.ts';
import { type BranchEntry, branchEntry, pathFromRoot } from '../../workspace/location.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { numbersInUse } from '../numbers-in-use.ts';
import type { Reserve } from '../publish-under.ts';
import { gitSilentError, remoteError, theRemote } from './remote-failures.ts';

export interface RemoteOptions {
  online: boolean;
  reserve: boolean;
  offline: boolean;
}

/** Numbers that are agreed upon with a remote, while a proposal is being created. */
export interface RemoteNumbers {
  taken: BranchEntry[];
  /** A number that an earlier run for the same proposal holds, and never wrote. */
  own: number | undefined;
  /** Holds a number; the next to try when somebody else has it. Undefined when nothing is reserved. */
  reserve: Reserve | undefined;
  /** How much of the remote was read; undefined when its branches were not asked for. */
  seen: Pick<OnlineEntries, 'branches' | 'requests'> | undefined;
  giveBack(): Promise<void>;
  close(): void;
}

/**
 * Asks the remote which numbers it knows, and gets ready to hold one there.
 * @param wants what is asked of the remote; `slug` is the name of the proposal
 * @throws Failure when there is no remote, or it does not answer
 */
export async function remoteNumbers(
  workspace: Workspace,
  { online, reserve }: Omit<RemoteOptions, 'offline'>,
  { slug, environment }: { slug: string; environment: Environment },
): Promise<RemoteNumbers> {
  const repository = repositoryOf(workspace);
  const remote = await theRemote(repository);
  const directories = workspace.location.numbered.map((each) =>
    pathFromRoot(repository.root, each),
  );
  const { signal } = environment;
  // Reading needs no permission to write, and there may be no address to write to.
  const target = reserve ? remote : { ...remote, pushUrl: remote.url };
  const reservations = new Reservations(repository.root, target, environment);
  try {
    const started = Date.now();
    const reading = online
      ? onlineEntries(workspace, { remote, directories, environment })
      : undefined;
    const listing = reservations.open().then(() => reservations.list());
    // Both have ended before anything is closed that they work with.
    await Promise.allSettled([reading, listing]);
    const [seen, held] = [await reading, await listing];
    reservations.count(Date.now() - started);
    if (typeof held === 'string') throw remoteError(held, remote);
    const claimant = await claimantOf(
      repository,
      { slug, directory: directories[0] ?? '.' },
      environment.variables,
    );
    const taken = [
      ...numbersInUse(workspace.location, workspace.convention),
      ...(seen?.entries ?? []),
    ];
    const isFree = ({ number }: Reservation) => !taken.some((entry) => entry.number === number);
    const own = reserve
      ? held.find((each) => isSameClaimant(each, claimant) && isFree(each))
      : undefined;
    const hold = holder(reservations, { claimant, remote, signal });
    const others = held.filter((each) => each !== own);
    return {
      taken: [...(seen?.entries ?? []), ...others.map((each) => reservedEntry(each, remote))],
      seen,
      own: own?.number,
      reserve: reserve
        ? async (number) => (number === own?.number ? 'won' : hold(number))
        : undefined,
      giveBack: () => reservations.giveBack(),
      close: () => reservations.close(),
    };
  } catch (error) {
    reservations.close();
    throw error;
  }
}

/** What the remote knows counts as what branches have. */
export function withRemote(workspace: Workspace, { taken }: RemoteNumbers): Workspace {
  const { location } = workspace;
  return {
    ...workspace,
    location: { ...location, onBranches: [...location.onBranches, ...taken] },
  };
}

/** Who holds what is held from here. */
export async function claimantOf(
  repository: GitRepository,
  { slug, directory }: Pick<Claimant, 'slug' | 'directory'>,
  { USER, USERNAME }: Environment['variables'],
): Promise<Claimant> {
  const name = await authorName(repository.root);
  return {
    slug,
    directory,
    holder: name || (USER ?? USERNAME ?? 'somebody'),
    clone: cloneId(repository.commonDirectory),
  };
}

function repositoryOf({ location, convention }: Workspace): GitRepository {
  if (location.isGitSilent) throw gitSilentError(location.gitSays);
  if (location.repository && isNumbered(convention)) return location.repository;
  const problem = location.repository
    ? `Proposals in ${location.shown} have no numbers to reserve`
    : 'This is no git repository, so there is no remote to ask for numbers';
  throw Failure.usage('usage', problem, {
    hint: 'Leave out --online and --reserve, or pass --offline',
  });
}

async function onlineEntries(
  { location, convention }: Workspace,
  {
    remote,
    directories,
    environment,
  }: { remote: Remote; directories: string[]; environment: Environment },
): Promise<OnlineEntries> {
  const scan = await readOnline(location.repository?.root ?? '.', remote, directories, environment);
  if ('problem' in scan) throw remoteError(scan.problem, remote);
  const { paths, branches, requests } = scan;
  const entries = paths.flatMap((found) => branchEntry(found, directories, convention));
  return { entries, branches, requests };
}

interface OnlineEntries {
  entries: BranchEntry[];
  branches: number;
  requests: number;
}

function reservedEntry({ number, slug, holder }: Reservation, { name }: Remote): BranchEntry {
  const shown = `reserved on ${name}${holder ? ` by ${holder}` : ''}${slug ? ` for ${slug}` : ''}`;
  return { number, name: `${number}-${slug}`, shown, slug: '', branch: name, author: holder };
}

function isSameClaimant(held: Claimant, own: Claimant): boolean {
  return (
    held.clone === own.clone &&
    held.slug === own.slug &&
    held.holder === own.holder &&
    path.posix.normalize(held.directory || '.') === path.posix.normalize(own.directory || '.')
  );
}

/** Milliseconds that are waited at most after the first loss, and after any; it doubles with each. */
const WAIT = 100;
const LONGEST_WAIT = 4000;

/**
 * Holds numbers, one after the other. When somebody else was faster, the next try is after all that are held,
 * and after a random wait, so as not to lose to the same ones again. A stale lock may be that of one number:
 * the next is tried, once.
 */
function holder(
  reservations: Reservations,
  { claimant, remote, signal }: { claimant: Claimant; remote: Remote; signal: AbortSignal },
): Reserve {
  let isLocked = false;
  let longest = WAIT;
  return async (number) => {
    const result = await reservations.hold(number, claimant);
    if (result === 'won') return 'won';
    if (result !== 'taken' && (result !== 'locked' || isLocked)) throw remoteError(result, remote);
    isLocked = result === 'locked';
    await setTimeout(Math.random() * longest, undefined, { signal }).catch(() => undefined);
    longest = Math.min(LONGEST_WAIT, longest * 2);
    const held = await reservations.list();
    if (typeof held === 'string') throw remoteError(held, remote);
    return Math.max(number, ...held.map((each) => each.number)) + 1;
  };
}
