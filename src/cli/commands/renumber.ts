import type { AskedRenumberCall } from '../../commands/renumber/renumber-call.ts';
import type { Environment } from '../../environment.ts';
import { defineCommand, type Given, type Outcome } from '../command.ts';
import {
  DIRECTORY,
  DRY_RUN,
  type Flag,
  type FlagGroup,
  JSON_OUTPUT,
  REMOTE,
  YES,
} from '../flags.ts';
import { isSet, textsOf } from '../options.ts';
import { remoteOptions } from '../remote-options.ts';
import { usageError } from '../usage.ts';

const FORCE_UNCOMMITTED: Flag = {
  flag: '--force',
  help: 'proceed despite uncommitted changes',
};

const groupsWith = (yes: Flag): FlagGroup[] => [
  {
    heading: 'Where and how:',
    flags: [DIRECTORY, ...REMOTE, FORCE_UNCOMMITTED, yes, DRY_RUN, JSON_OUTPUT],
  },
];

const RENUMBER_JSON =
  '{ command, dryRun, from: { number, path }, to: { number, path }, because?, recovered?, edits: [{ path, line, before, after }], links: [{ path, before, after }], mentions: [{ path, line, text }], unseen: [{ path, why }] }';

export const renumberCommand = defineCommand<AskedRenumberCall>({
  name: 'renumber',
  words: ['renumber'],
  operands: '[proposal] [n]',
  summary: 'change the number of a proposal',
  about:
    'Changes the number of a proposal (by default, to the next one) and updates references to it: links, labels, front matter and relations in other proposals.',
  groups: groupsWith({ ...YES, help: 'do not ask; if two share a number, move the later one' }),
  examples: [
    'create-enhancement renumber 7',
    'create-enhancement renumber 7 12 --dry-run',
    'create-enhancement renumber rfcs/0007-cache.md --reserve',
  ],
  json: RENUMBER_JSON,
  read: (given) => ({ ...moveCall(given), isFirst: false }),
  run: runMove,
});

export const numberCommand = defineCommand<AskedRenumberCall>({
  name: 'number',
  words: ['number'],
  operands: '[proposal] [n]',
  summary: 'assign a number to a draft',
  about: 'Assigns a number to a proposal created with --draft, and updates references to it.',
  groups: groupsWith({ ...YES, help: 'do not ask' }),
  examples: ['create-enhancement number second-cache', 'create-enhancement number second-cache 12'],
  json: RENUMBER_JSON,
  read: (given) => ({ ...moveCall(given), isFirst: true }),
  run: runMove,
});

function moveCall({ label, options, operands }: Given): Omit<AskedRenumberCall, 'isFirst'> {
  const [proposal, number, ...rest] = operands;
  const isNumber = number === undefined || /^#?0*[1-9]\d*$/.test(number);
  if (!isNumber || rest.length > 0) {
    throw usageError(
      `${label} takes a proposal and optionally a number, found "${operands.join(' ')}"`,
      `For example: npx create-enhancement ${label} ${label === 'number' ? 'second-cache' : '7 12'}`,
    );
  }
  return {
    ...(proposal !== undefined && { proposal }),
    ...(number !== undefined && { number: Number(number.replace('#', '')) }),
    ...textsOf(options, { directory: '--dir' }),
    ...remoteOptions(options),
    force: isSet(options, '--force'),
    yes: isSet(options, '--yes'),
    dryRun: isSet(options, '--dry-run'),
  };
}

async function runMove(call: AskedRenumberCall, environment: Environment): Promise<Outcome> {
  const [{ renumber }, { renumberText }] = await Promise.all([
    import('../../commands/renumber/renumber.ts'),
    import('../../report/renumber.ts'),
  ]);
  const result = await renumber(call, environment);
  const changed = call.dryRun ? undefined : result.to.path;
  return { json: result, changed, text: (style) => renumberText(result, style) };
}
