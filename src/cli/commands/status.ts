import type { StatusCall } from '../../commands/state/status-call.ts';
import type { Environment } from '../../environment.ts';
import { shellWord } from '../../shell-quoting.ts';
import { defineCommand, type Outcome } from '../command.ts';
import { DIRECTORY, DRY_RUN, JSON_OUTPUT } from '../flags.ts';
import { isSet, textsOf } from '../options.ts';
import { usageError } from '../usage.ts';

export const statusCommand = defineCommand<StatusCall>({
  name: 'status',
  words: ['status'],
  operands: '[proposal] [new]',
  summary: 'show or set a status',
  about:
    'Shows the status of a proposal, or sets it where it is written: in front matter, a file beside it, a list, a table or a section. If there is none yet, it is added the way most other proposals have it. In a terminal, you can choose the new status. Nothing else in the file changes, except the date of the last update.',
  groups: [
    {
      heading: 'Where and how:',
      flags: [
        DIRECTORY,
        { flag: '--force', help: 'allow a status that no other proposal has' },
        { flag: '--yes', help: 'do not ask; show the status if no new one is given' },
        DRY_RUN,
        JSON_OUTPUT,
      ],
    },
  ],
  examples: ['create-enhancement status 7', 'create-enhancement status 7 accepted'],
  json: '{ command, dryRun, path, from, to, file, line, known: [text] }',
  read: ({ options, operands: [proposal, value, more] }) => {
    if (more !== undefined)
      throw usageError(
        `status takes a proposal and one value, found "${more}"`,
        'Put quotes around a value of several words',
      );
    if (value !== undefined && /^#?\d+$/.test(value) && !/[\d./]/.test(proposal ?? ''))
      throw usageError(
        'status takes the proposal first, then the new status',
        `Type npx create-enhancement status ${value} ${shellWord(proposal ?? '')}`,
      );
    return {
      ...(proposal !== undefined && { proposal }),
      ...(value !== undefined && { value }),
      ...textsOf(options, { directory: '--dir' }),
      force: isSet(options, '--force'),
      dryRun: isSet(options, '--dry-run'),
      isSilent: isSet(options, '--yes'),
    };
  },
  run: tellOrSet,
});

async function tellOrSet(call: StatusCall, environment: Environment): Promise<Outcome> {
  const [{ tellOrSetStatus }, report] = await Promise.all([
    import('../../commands/state/status.ts'),
    import('../../report/state/status.ts'),
  ]);
  const made = await tellOrSetStatus(call, environment);
  return {
    json: made.result,
    text: (style) => report.statusText(made, style),
    notes: () => report.statusNotes(made),
    changed: call.dryRun || made.before === made.after ? undefined : made.result.path,
  };
}
