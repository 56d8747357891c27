import type { UpgradeCall } from '../../commands/upgrade/upgrade-call.ts';
import type { Environment } from '../../environment.ts';
import { defineCommand, type Outcome } from '../command.ts';
import { DIRECTORY, DRY_RUN, type Flag, JSON_OUTPUT, TEMPLATE, YES } from '../flags.ts';
import { isSet, textOf, textsOf } from '../options.ts';
import { usageError } from '../usage.ts';

const WHICH: readonly Flag[] = [
  { flag: '--all', help: 'upgrade every proposal' },
  {
    flag: '--with',
    argument: 'sections',
    help: 'optional new sections of the template to add, separated by commas',
  },
];

const UPGRADE_HOW: readonly Flag[] = [
  DIRECTORY,
  TEMPLATE,
  { flag: '--force', help: 'also change files with uncommitted changes' },
  { ...YES, help: 'do not ask; do only what is certain' },
  DRY_RUN,
  JSON_OUTPUT,
];

export const upgradeCommand = defineCommand<UpgradeCall>({
  name: 'upgrade',
  words: ['upgrade'],
  operands: '[proposal...] [--all]',
  summary: 'apply template changes to proposals',
  about:
    'Applies changes made to the template since proposals were created from it: new and renamed sections, and guidance that is still unchanged. Text that people wrote stays.',
  groups: [
    { heading: 'What to upgrade:', flags: WHICH },
    { heading: 'Where and how:', flags: UPGRADE_HOW },
  ],
  examples: [
    'create-enhancement upgrade 7',
    'create-enhancement upgrade --all --dry-run',
    'create-enhancement upgrade --all --with drawbacks',
  ],
  json: '{ command, dryRun, template, proposals: [{ path, status, template?, base: { commit, date } | null, because?, changes: [{ kind, section?, heading?, line?, level?, certain, doubts?, similar?, reason?, optional?, applied, from?, to? }], reason?, document? }] }',
  read: ({ options, operands }) => {
    const all = isSet(options, '--all');
    if (all && operands.length > 0)
      throw usageError(
        `--all and "${operands[0]}" cannot be used together`,
        'Leave out one of the two',
      );
    return {
      proposals: operands,
      all,
      with: [textOf(options, '--with') ?? []].flat(),
      ...textsOf(options, { directory: '--dir', template: '--template' }),
      force: isSet(options, '--force'),
      yes: isSet(options, '--yes'),
      dryRun: isSet(options, '--dry-run'),
    };
  },
  run: bringUp,
});

async function bringUp(call: UpgradeCall, environment: Environment): Promise<Outcome> {
  const [{ upgrade }, report] = await Promise.all([
    import('../../commands/upgrade/upgrade.ts'),
    import('../../report/upgrade/upgrade.ts'),
  ]);
  const made = await upgrade(call, environment);
  const changed = made.result.proposals.filter(({ status }) => status === 'upgraded');
  return {
    json: made.result,
    text: (style) => report.upgradeText(made, style),
    notes: (style) => report.upgradeNotes(made, style),
    isRefused: made.isBehind,
    changed:
      call.dryRun || changed.length === 0 ? undefined : changed.map(({ path }) => path).join(', '),
  };
}
