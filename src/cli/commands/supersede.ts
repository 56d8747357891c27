import type { SupersedeCall } from '../../commands/state/supersede.ts';
import type { Environment } from '../../environment.ts';
import { defineCommand, type Outcome } from '../command.ts';
import { DIRECTORY, DRY_RUN, type Flag, JSON_OUTPUT } from '../flags.ts';
import { isSet, textOf, textsOf } from '../options.ts';
import { listOfFlags, onlyOperand, usageError } from '../usage.ts';

const BY: Flag = {
  flag: '--by',
  argument: 'proposal',
  help: 'the proposal that supersedes it',
};

export const supersedeCommand = defineCommand<SupersedeCall>({
  name: 'supersede',
  words: ['supersede'],
  operands: '<old> --by <new>',
  summary: 'mark a proposal as superseded',
  about:
    'Records in both proposals that one supersedes the other, with links: at an existing label for it, or else beside the status. The old proposal gets the matching status.',
  groups: [{ heading: 'Which, where and how:', flags: [BY, DIRECTORY, DRY_RUN, JSON_OUTPUT] }],
  examples: [
    'create-enhancement supersede 3 --by 7',
    'create-enhancement supersede 3 --by 7 --dry-run',
  ],
  json: '{ command, dryRun, old, by, files: [{ path, document? }] }',
  read: ({ options, operands }) => {
    const old = onlyOperand('supersede', 'the proposal that is superseded', operands);
    const by = textOf(options, '--by');
    if (by === undefined)
      throw usageError(
        'supersede needs the superseding proposal: --by <new>',
        listOfFlags('supersede'),
      );
    return {
      old,
      by,
      ...textsOf(options, { directory: '--dir' }),
      dryRun: isSet(options, '--dry-run'),
    };
  },
  run: supersedeOne,
});

async function supersedeOne(call: SupersedeCall, environment: Environment): Promise<Outcome> {
  const [{ supersede }, report] = await Promise.all([
    import('../../commands/state/supersede.ts'),
    import('../../report/state/supersede.ts'),
  ]);
  const made = await supersede(call, environment);
  const paths = made.result.files.map(({ path }) => path).join(', ');
  return {
    json: made.result,
    text: (style) => report.supersedeText(made, style),
    notes: () => report.supersedeNotes(made),
    changed: call.dryRun || paths === '' ? undefined : paths,
  };
}
