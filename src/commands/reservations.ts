import path from 'node:path';
import type { ReservationsCall } from '../cli/parse.ts';
import type { Environment } from '../environment.ts';
import { Failure } from '../failure.ts';
import { type Reservation, Reservations } from '../git/reservations.ts';
import { attempt } from '../or-undefined.ts';
import { takenEntries } from '../proposals/choose-number.ts';
import { gitIsSilent, remoteFailure, theRemote } from '../proposals/remote-failures.ts';
import { claimantOf } from '../proposals/remote-numbers.ts';
import { readEntries } from '../workspace/entries.ts';
import { type Home, homeFor, undecided } from '../workspace/home.ts';
import { shownPath } from '../workspace/location.ts';
import { survey } from '../workspace/survey.ts';

/** What `--json` prints. */
export interface ReservationList {
  command: 'reservations';
  remote: string;
  reservations: {
    number: number;
    slug: string;
    holder: string;
    /** ISO 8601. */
    since: string;
    /** Whether there is a proposal under the number, as far as this clone knows. */
    written: boolean;
    own: boolean;
  }[];
  /** The number that was given back. */
  released?: number;
}

/**
 * Lists the numbers that are held on the remote, and gives one back.
 *
 * @throws Failure when the remote does not answer, or the number is somebody else's
 */
export async function listReservations(
  call: ReservationsCall,
  { cwd, variables, signal }: Environment,
): Promise<ReservationList> {
  const around = await survey(cwd, call.directory, variables);
  const home = await homeFor(around, {
    ...(call.directory !== undefined && { directory: call.directory }),
    anyArea: true,
  });
  if ('what' in home) throw undecided(home);
  if (around.isGitSilent) throw gitIsSilent();
  if (!around.repository)
    throw Failure.usage('remote', 'There is no git repository here, and so no remote');
  const remote = await theRemote(around.repository);
  const reservations = new Reservations(around.repository.root, remote, signal);
  try {
    await reservations.open();
    const held = await reservations.list();
    if (typeof held === 'string') throw remoteFailure(held, remote);
    const { holder } = await claimantOf(around.repository, { slug: '', directory: '' }, variables);
    const isWritten = written(around.repository.root, home);
    if (call.release !== undefined) {
      const mine = held.find(({ number }) => number === call.release);
      if (!mine) throw Failure.refusal('number-taken', `Nobody holds ${call.release}`);
      if (mine.holder !== holder && !call.force) {
        throw Failure.refusal('number-taken', `${call.release} is held by ${mine.holder}`, {
          hint: 'If they agree, pass --force',
        });
      }
      const result = await reservations.release(mine);
      if (result !== 'released') throw remoteFailure(result, remote);
    }
    return {
      command: 'reservations',
      remote: remote.name,
      reservations: held
        .filter(({ number }) => number !== call.release)
        .sort((a, b) => a.number - b.number)
        .map((each) => ({
          number: each.number,
          slug: each.slug,
          holder: each.holder,
          since: new Date(each.since * 1000).toISOString(),
          written: isWritten(each),
          own: each.holder === holder,
        })),
      ...(call.release !== undefined && { released: call.release }),
    };
  } finally {
    reservations.close();
  }
}

/** Whether there is a proposal under a number in the directory that it is held for, as far as this clone knows. */
function written(root: string, { location, convention }: Home) {
  const here = takenEntries(location, convention);
  const known = location.numbered.map((each) => shownPath(root, each));
  return ({ number, directory }: Reservation): boolean => {
    const isHere = directory === '' || known.includes(directory);
    const target = path.join(root, directory);
    const entries = isHere
      ? here
      : (attempt(() => readEntries(target, convention, directory)) ?? []);
    return entries.some((entry) => entry.number === number);
  };
}
