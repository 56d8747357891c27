import type { ReleaseCall, ReservationsCall } from '../../commands/reservations.ts';
import { defineCommand } from '../command.ts';
import { DIRECTORY, DRY_RUN, type Flag, JSON_OUTPUT } from '../flags.ts';
import { isSet, textsOf } from '../options.ts';
import { usageError } from '../usage.ts';

const FORCE_RELEASE: Flag = {
  flag: '--force',
  help: 'release it even if someone else holds it',
};

const RESERVATIONS_JSON =
  '{ command, dryRun, remote, reservations: [{ number, slug, holder, since, written, own }], released? }';

export const reservationsCommand = defineCommand<ReservationsCall>({
  name: 'reservations',
  words: ['reservations'],
  operands: '',
  summary: 'list the numbers reserved on the remote',
  about:
    'Lists the numbers reserved on the remote: by whom, since when, and whether the proposal has been written.',
  groups: [{ heading: 'Where and how:', flags: [DIRECTORY, JSON_OUTPUT] }],
  examples: ['create-enhancement reservations', 'create-enhancement reservations release 8'],
  json: RESERVATIONS_JSON,
  read: ({ options, operands }) => {
    if (operands.length > 0) throw wrongOperands(operands);
    return textsOf(options, { directory: '--dir' });
  },
  run: async (call, environment) => {
    const [{ listReservations }, { reservationsText }] = await Promise.all([
      import('../../commands/reservations.ts'),
      import('../../report/reservations.ts'),
    ]);
    const list = await listReservations(call, environment);
    return { json: list, text: (style) => reservationsText(list, style) };
  },
});

export const releaseCommand = defineCommand<ReleaseCall>({
  name: 'reservations',
  words: ['reservations', 'release'],
  operands: '<n>',
  summary: 'release a reserved number',
  about: 'Releases a number that is reserved on the remote.',
  groups: [{ heading: 'Where and how:', flags: [DIRECTORY, FORCE_RELEASE, DRY_RUN, JSON_OUTPUT] }],
  examples: [
    'create-enhancement reservations release 8',
    'create-enhancement reservations release 8 --dry-run',
  ],
  json: RESERVATIONS_JSON,
  read: ({ options, operands }) => {
    const [number = '', ...rest] = operands;
    if (!/^#?\d+$/.test(number) || rest.length > 0) throw wrongOperands(['release', ...operands]);
    return {
      number: Number(number.replace('#', '')),
      ...textsOf(options, { directory: '--dir' }),
      force: isSet(options, '--force'),
      dryRun: isSet(options, '--dry-run'),
    };
  },
  run: async (call, environment) => {
    const [{ releaseReservation }, { reservationsText }] = await Promise.all([
      import('../../commands/reservations.ts'),
      import('../../report/reservations.ts'),
    ]);
    const list = await releaseReservation(call, environment);
    return { json: list, text: (style) => reservationsText(list, style) };
  },
});

function wrongOperands(operands: readonly string[]): Error {
  return usageError(
    `reservations takes only "release" and a number, found "${operands.join(' ')}"`,
    'For example: npx create-enhancement reservations release 8',
  );
}
