import path from 'node:path';
import type { Convention } from '../convention/convention.ts';
import type { Environment } from '../environment.ts';
import { Failure } from '../failure.ts';
import type { Remote } from '../git/remote.ts';
import { type Reservation, Reservations } from '../git/reservations.ts';
import { numbersInUse } from '../proposals/numbers-in-use.ts';
import { gitSilentError, remoteError, theRemote } from '../proposals/remote/remote-failures.ts';
import { claimantOf } from '../proposals/remote/remote-numbers.ts';
import type { ReservationList } from '../report/reservations.ts';
import { readEntries } from '../workspace/entries.ts';
import { pathFromRoot } from '../workspace/location.ts';
import { openWorkspace, type Workspace } from '../workspace/workspace.ts';

export interface ReservationsCall {
  directory?: string;
}

export interface ReleaseCall extends ReservationsCall {
  number: number;
  force: boolean;
  dryRun: boolean;
}

interface HeldNumbers {
  workspace: Workspace;
  root: string;
  remote: Remote;
  reservations: Reservations;
  held: readonly Reservation[];
  holder: string;
}

/**
 * Lists the numbers that are held on the remote.
 * @throws Failure when the remote does not answer
 */
export function listReservations(
  call: ReservationsCall,
  environment: Environment,
): Promise<ReservationList> {
  return withHeldNumbers(call, environment, async (numbers) =>
    listResult(numbers, numbers.held, false),
  );
}

/**
 * Gives a number back that is held on the remote; a dry run only finds out whether it could be.
 * @throws Failure when the remote does not answer, or the number is somebody else's
 */
export function releaseReservation(
  call: ReleaseCall,
  environment: Environment,
): Promise<ReservationList> {
  return withHeldNumbers(call, environment, async (numbers) => {
    const { held, holder, reservations, remote } = numbers;
    const found = held.find(({ number }) => number === call.number);
    if (!found) throw Failure.refusal('not-found', `Number ${call.number} is not reserved`);
    if (found.holder !== holder && !call.force) {
      throw Failure.refusal(
        'number-taken',
        `Number ${call.number} is reserved by ${found.holder}`,
        {
          hint: 'If they agree, pass --force',
        },
      );
    }
    if (!call.dryRun) {
      const result = await reservations.release(found);
      if (result !== 'released') throw remoteError(result, remote, true);
    }
    const others = held.filter((each) => each !== found);
    return { ...listResult(numbers, others, call.dryRun), released: call.number };
  });
}

async function withHeldNumbers<T>(
  { directory }: ReservationsCall,
  environment: Environment,
  work: (numbers: HeldNumbers) => Promise<T>,
): Promise<T> {
  const { variables } = environment;
  const workspace = await openWorkspace(environment, {
    ...(directory !== undefined && { directory }),
    anyArea: true,
  });
  const { repository, isGitSilent, gitSays } = workspace.survey;
  if (isGitSilent) throw gitSilentError(gitSays, true);
  if (!repository) {
    throw Failure.usage('remote', 'This is not a git repository, so there is no remote');
  }
  const remote = await theRemote(repository, true);
  const reservations = new Reservations(repository.root, remote, environment);
  try {
    await reservations.open();
    const held = await reservations.list();
    if (typeof held === 'string') throw remoteError(held, remote, true);
    const { holder } = await claimantOf(repository, { slug: '', directory: '' }, variables);
    return await work({ workspace, root: repository.root, remote, reservations, held, holder });
  } finally {
    reservations.close();
  }
}

function listResult(
  { workspace, root, remote, holder }: HeldNumbers,
  held: readonly Reservation[],
  dryRun: boolean,
): ReservationList {
  const isWritten = writtenBy(workspace, root);
  return {
    command: 'reservations',
    dryRun,
    remote: remote.name,
    reservations: held
      .toSorted((a, b) => a.number - b.number)
      .map((each) => ({
        number: each.number,
        slug: each.slug,
        holder: each.holder,
        since: new Date(each.since * 1000).toISOString(),
        written: isWritten(each),
        own: each.holder === holder,
      })),
  };
}

function writtenBy({ location, convention }: Workspace, root: string) {
  const here = numbersInUse(location, convention);
  const known = location.numbered.map((each) => pathFromRoot(root, each));
  return ({ number, directory }: Reservation): boolean => {
    const isHere = directory === '' || known.includes(directory);
    const entries = isHere ? here : entriesAt(root, directory, convention);
    return entries.some((entry) => entry.number === number);
  };
}

function entriesAt(root: string, directory: string, convention: Convention) {
  return readEntries(path.join(root, directory), convention, directory);
}
