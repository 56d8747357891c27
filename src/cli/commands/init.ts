import type { InitCall } from '../../commands/init.ts';
import { defineCommand } from '../command.ts';
import { DIRECTORY, DRY_RUN, JSON_OUTPUT, TEMPLATE, YES } from '../flags.ts';
import { isSet, textsOf } from '../options.ts';
import { refuseOperands } from '../usage.ts';

export const initCommand = defineCommand<InitCall>({
  name: 'init',
  words: ['init'],
  operands: '',
  summary: 'write a configuration and a template',
  about:
    'Writes the conventions of this repository to enhancement.config.json, and adds a template if there is none.',
  groups: [
    {
      heading: 'Where and how:',
      flags: [DIRECTORY, TEMPLATE, { ...YES, help: 'write without asking' }, DRY_RUN, JSON_OUTPUT],
    },
  ],
  examples: ['create-enhancement init', 'create-enhancement init --dir docs/rfcs --template rfc'],
  json: '{ command, dryRun, path, configuration, files: [{ path, content? }] }',
  read: ({ label, options, operands }) => {
    refuseOperands(label, operands);
    return {
      ...textsOf(options, { directory: '--dir', template: '--template' }),
      yes: isSet(options, '--yes'),
      dryRun: isSet(options, '--dry-run'),
    };
  },
  run: async (call, environment) => {
    const [{ init }, { initNotes, initText }] = await Promise.all([
      import('../../commands/init.ts'),
      import('../../report/init.ts'),
    ]);
    const made = await init(call, environment);
    return {
      json: made.result,
      changed: made.result.dryRun ? undefined : made.result.path,
      text: (style) => initText(made, style),
      notes: () => initNotes(made),
    };
  },
});
