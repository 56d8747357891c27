import type { ShowCall } from '../../commands/state/show.ts';
import type { Environment } from '../../environment.ts';
import { defineCommand, type Outcome } from '../command.ts';
import { DIRECTORY, JSON_OUTPUT, TEMPLATE } from '../flags.ts';
import { textsOf } from '../options.ts';
import { onlyOperand } from '../usage.ts';

export const showCommand = defineCommand<ShowCall>({
  name: 'show',
  words: ['show'],
  operands: '[proposal]',
  summary: 'show details of a proposal',
  about:
    'Shows a proposal: its status, its relations to other proposals, how much is written in each section, and what is missing.',
  groups: [{ heading: 'Where and how:', flags: [DIRECTORY, TEMPLATE, JSON_OUTPUT] }],
  examples: ['create-enhancement show 7'],
  json: '{ command, number, title, slug, path, status: { value, file, line } | null, relations: [{ kind, to }], sections: { written, present, missing }, area, branch, changed, author, referredBy: [{ kind, number, path }], outline: [{ id, heading, level, line, state, words }] }',
  read: ({ options, operands }) => ({
    ...(operands.length > 0 && { proposal: onlyOperand('show', 'a proposal', operands) }),
    ...textsOf(options, { directory: '--dir', template: '--template' }),
  }),
  run: show,
});

async function show(call: ShowCall, environment: Environment): Promise<Outcome> {
  const [{ showProposal }, report] = await Promise.all([
    import('../../commands/state/show.ts'),
    import('../../report/state/show.ts'),
  ]);
  const shown = await showProposal(call, environment);
  return { json: shown, text: (style) => report.showText(shown, style) };
}
