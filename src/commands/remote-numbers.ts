import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { CreateCall } from '../cli.ts';
import { isNumbered } from '../convention/convention.ts';
import type { Environment } from '../environment.ts';
import { Failure } from '../failure.ts';
import { readOnline } from '../git/online.ts';
import { type Remote, type RemoteProblem, remoteOf } from '../git/remote.ts';
import { authorName, type GitRepository } from '../git/repository.ts';
import { type Claimant, type Reservation, Reservations } from '../git/reservations.ts';
import type { Reserve } from '../repository/allocation.ts';
import { type BranchEntry, branchEntry, shownPath } from '../repository/location.ts';
import type { Home } from './home.ts';
import type { Setting } from './plan.ts';

/** Numbers that are agreed upon with a remote, while a proposal is being created. */
export interface RemoteNumbers {
  /** What branches, requests and reservations of the remote have. */
  taken: BranchEntry[];
  /** A number that an earlier run for the same proposal holds, and never wrote. */
  own: number | undefined;
  /** Holds a number; the next to try when somebody else has it. Undefined when nothing is reserved. */
  reserve: Reserve | undefined;
  close(): void;
}

/**
 * Asks the remote which numbers it knows, and gets ready to hold one there.
 *
 * @param slug name of the proposal
 * @throws Failure when there is no remote, or it does not answer
 */
export async function remoteNumbers(
  setting: Pick<Setting, 'home' | 'taken'>,
  { online, reserve }: Pick<CreateCall, 'online' | 'reserve'>,
  { slug, environment }: { slug: string; environment: Environment },
): Promise<RemoteNumbers> {
  const { home } = setting;
  const repository = repositoryOf(setting);
  const remote = await theRemote(repository);
  const directories = home.location.numbered.map((each) => shownPath(repository.root, each));
  const { signal } = environment;
  const reservations = new Reservations(repository.root, remote, signal);
  try {
    const [seen, held] = await Promise.all([
      online ? onlineEntries(setting, { remote, directories, signal }) : [],
      reservations.open().then(() => reservations.list()),
    ]);
    if (typeof held === 'string') throw remoteFailure(held, remote);
    const claimant = await claimantOf(
      repository,
      { slug, directory: directories[0] ?? '.' },
      environment.variables,
    );
    const isFree = ({ number }: Reservation) =>
      !setting.taken.some((entry) => entry.number === number);
    const own = reserve ? held.find((each) => isSame(each, claimant) && isFree(each)) : undefined;
    const hold = holder(reservations, { claimant, remote, signal });
    const others = held.filter((each) => each !== own);
    return {
      taken: [...seen, ...others.map((each) => reservedEntry(each, remote))],
      own: own?.number,
      reserve: reserve
        ? async (number) => (number === own?.number ? 'won' : hold(number))
        : undefined,
      close: () => reservations.close(),
    };
  } catch (error) {
    reservations.close();
    throw error;
  }
}

/** What the remote knows counts as what branches have. */
export function withRemote<T extends Home>(home: T, { taken }: RemoteNumbers): T {
  const { location } = home;
  return { ...home, location: { ...location, onBranches: [...location.onBranches, ...taken] } };
}

/** The remote of a repository that numbers are agreed upon with. */
export async function theRemote(repository: GitRepository): Promise<Remote> {
  const remote = await remoteOf(repository);
  if (remote) return remote;
  throw Failure.usage(
    'remote',
    'There is no remote to ask, or several and none called upstream or origin',
    {
      hint: 'Add one with git remote add origin, or go on without it: --offline',
    },
  );
}

/** The error for a remote that did not do what was asked. */
export function remoteFailure(problem: RemoteProblem, { name, url }: Remote): Failure {
  const where = `The remote ${name} (${url.replace(/\/\/.*@/, '//').replace(/[?#].*$/, '')})`;
  const said: Record<RemoteProblem, string> = {
    denied: 'does not let you write to it, or does not know you',
    hidden: 'does not allow refs/enhancements/*: a hook, a rule or receive.hideRefs is in the way',
    unreachable: 'could not be reached',
    hangs: 'did not answer in time',
    locked: 'could not create the reservation: another write is in the way',
  };
  const later = problem === 'denied' || problem === 'hidden';
  return Failure.usage('remote', `${where} ${said[problem]}`, {
    hint: later
      ? 'Nothing was reserved or written. Write a draft and number it later: --draft; or go on without reserving: --offline'
      : 'Nothing was reserved or written. Try again, or go on without the remote: --offline',
  });
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
  };
}

function repositoryOf({ home: { location, convention } }: Pick<Setting, 'home'>): GitRepository {
  if (location.repository && isNumbered(convention)) return location.repository;
  throw Failure.usage('usage', `There are no numbers to agree upon in ${location.shown}`, {
    hint: 'Leave out --online and --reserve, or pass --offline',
  });
}

async function onlineEntries(
  { home }: Pick<Setting, 'home'>,
  { remote, directories, signal }: { remote: Remote; directories: string[]; signal: AbortSignal },
): Promise<BranchEntry[]> {
  const { location, convention } = home;
  const scan = await readOnline(location.repository?.root ?? '.', remote, directories, signal);
  if ('problem' in scan) throw remoteFailure(scan.problem, remote);
  return scan.paths.flatMap((found) => branchEntry(found, directories, convention));
}

function reservedEntry({ number, slug, holder }: Reservation, { name }: Remote): BranchEntry {
  const shown = `reserved on ${name}${holder ? ` by ${holder}` : ''}${slug ? ` for ${slug}` : ''}`;
  return { number, name: `${number}-${slug}`, shown, slug: '', branch: name, author: holder };
}

function isSame(held: Claimant, own: Claimant): boolean {
  return (
    held.slug === own.slug &&
    held.holder === own.holder &&
    path.posix.normalize(held.directory || '.') === path.posix.normalize(own.directory || '.')
  );
}

/** Milliseconds that are waited at most after the first loss, and after any; it doubles with each. */
const WAIT = 100;
const LONGEST_WAIT = 4000;

/**
 * Holds numbers, one after the other. When somebody else was faster, the next to try is behind all that are
 * held after a random wait, so as not to lose to the same ones again. A stale lock may be that of one
 * number: the next is tried, once.
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
    if (result !== 'taken' && (result !== 'locked' || isLocked))
      throw remoteFailure(result, remote);
    isLocked = result === 'locked';
    await setTimeout(Math.random() * longest, undefined, { signal }).catch(() => undefined);
    longest = Math.min(LONGEST_WAIT, longest * 2);
    const held = await reservations.list();
    if (typeof held === 'string') throw remoteFailure(held, remote);
    return Math.max(number, ...held.map((each) => each.number)) + 1;
  };
}
