import type { TemplatesCall } from '../../commands/templates.ts';
import { defineCommand } from '../command.ts';
import { DIRECTORY, JSON_OUTPUT } from '../flags.ts';
import { textsOf } from '../options.ts';
import { refuseOperands } from '../usage.ts';

export const templatesCommand = defineCommand<TemplatesCall>({
  name: 'templates',
  words: ['templates'],
  // The former name of the command.
  calledBy: '--list-templates',
  operands: '',
  summary: 'list the built-in templates',
  about: 'Lists the templates that --template accepts by name, and the one used here.',
  groups: [
    {
      heading: 'Where and how:',
      flags: [
        DIRECTORY,
        JSON_OUTPUT,
        { flag: '--list-templates', help: 'same as the command', hidden: true },
      ],
    },
  ],
  examples: ['create-enhancement templates'],
  json: '{ command, templates: [{ name, about }], used }',
  read: ({ label, options, operands }) => {
    refuseOperands(label, operands);
    return textsOf(options, { directory: '--dir' });
  },
  run: async (call, environment) => {
    const [{ listTemplates }, { templatesText }] = await Promise.all([
      import('../../commands/templates.ts'),
      import('../../report/templates.ts'),
    ]);
    const list = await listTemplates(call, environment);
    return { json: list, text: () => templatesText(list) };
  },
});
