import type { CheckCall } from '../../commands/check/check-call.ts';
import { didYouMean } from '../../did-you-mean.ts';
import { FINDING_CODES, type FindingCode } from '../../document/findings/finding.ts';
import type { Environment } from '../../environment.ts';
import { defineCommand, type Outcome } from '../command.ts';
import { DIRECTORY, JSON_OUTPUT, TEMPLATE } from '../flags.ts';
import { textsOf } from '../options.ts';
import { onlyOperand, usageError } from '../usage.ts';

export const checkCommand = defineCommand<CheckCall>({
  name: 'check',
  words: ['check'],
  operands: '[proposal...]',
  summary: 'look for what somebody may want to mend',
  about:
    'Looks through proposals for what is missing, empty, still the template’s or leads nowhere. Errors and warnings make it exit 1, notes do not. No rule is about style, and nothing is asked of the network.',
  groups: [{ heading: 'Where and how:', flags: [DIRECTORY, TEMPLATE, JSON_OUTPUT] }],
  examples: ['create-enhancement check', 'create-enhancement check 7 --json'],
  json: '{ command, proposals: [{ path, problem?, findings: [{ code, severity, line, column, message, fix? }] }] }',
  read: ({ options, operands }) => ({
    proposals: operands,
    ...textsOf(options, { directory: '--dir', template: '--template' }),
  }),
  run: checkAll,
});

export const explainCommand = defineCommand<{ code: FindingCode }>({
  name: 'explain',
  words: ['explain'],
  operands: '<code>',
  summary: 'say what a finding of check means',
  about: `Says what a finding means, and what to do about it. Codes: ${FINDING_CODES.join(', ')}.`,
  groups: [{ heading: 'How:', flags: [JSON_OUTPUT] }],
  examples: ['create-enhancement explain guidance-left'],
  json: '{ command, code, text }',
  read: ({ operands }) => {
    const said = onlyOperand('explain', 'the code of a finding', operands);
    const code = FINDING_CODES.find((each) => each === said);
    if (code) return { code };
    const message = `There is no finding "${said}"${didYouMean(said, FINDING_CODES)}`;
    throw usageError(message, `Codes: ${FINDING_CODES.join(', ')}`);
  },
  run: async ({ code }) => {
    const { EXPLANATIONS } = await import('../../report/findings/messages.ts');
    return {
      json: { command: 'explain', code, text: EXPLANATIONS[code] },
      text: () => [EXPLANATIONS[code]],
    };
  },
});

async function checkAll(call: CheckCall, environment: Environment): Promise<Outcome> {
  const [{ check }, report] = await Promise.all([
    import('../../commands/check/check.ts'),
    import('../../report/findings/check.ts'),
  ]);
  const result = await check(call, environment);
  return {
    json: report.checkJson(result),
    text: (style) => report.checkText(result, style),
    isRefused: result.isBad,
  };
}
