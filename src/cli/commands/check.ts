import {
  CHECK_FORMATS,
  type CheckCall,
  type CheckFormat,
} from '../../commands/check/check-call.ts';
import { FINDING_CODES, type FindingCode } from '../../document/findings/finding.ts';
import type { Environment } from '../../environment.ts';
import { didYouMean, nextWithMeant } from '../../words/did-you-mean.ts';
import { defineCommand, type Outcome } from '../command.ts';
import { DIRECTORY, type Flag, JSON_OUTPUT, TEMPLATE } from '../flags.ts';
import { isSet, type Options, refuseTogether, textOf, textsOf } from '../options.ts';
import { listOfFlags, onlyOperand, usageError } from '../usage.ts';

const CHANGED: readonly Flag[] = [
  { flag: '--changed', help: 'only findings that the current branch adds' },
  {
    flag: '--base',
    argument: 'ref',
    help: 'compare with this branch or commit (default: the default branch)',
  },
  {
    flag: '--update-baseline',
    help: 'record the current findings and stop reporting them; the baseline can only shrink',
  },
  { flag: '--prune', help: 'remove fixed findings from the baseline' },
];

const FIX: readonly Flag[] = [
  { flag: '--fix', help: 'fix what is certain' },
  { flag: '--dry-run', help: 'with --fix: show what would change without writing it' },
];

const FORMAT: Flag = {
  flag: '--format',
  argument: 'format',
  help: 'text, github, gitlab or sarif (default: text)',
};

interface CheckOptions {
  call: CheckCall;
  format: CheckFormat;
}

export const checkCommand = defineCommand<CheckOptions>({
  name: 'check',
  words: ['check'],
  operands: '[proposal...]',
  summary: 'find problems in proposals',
  about:
    'Finds sections that are missing, empty or still template guidance, contradictions, and broken links. Exits with 1 on errors and warnings, but not on notes. There are no style rules and no network access.',
  groups: [
    { heading: 'What is reported:', flags: CHANGED },
    { heading: 'What is fixed:', flags: FIX },
    { heading: 'Where and how:', flags: [DIRECTORY, TEMPLATE, FORMAT, JSON_OUTPUT] },
  ],
  examples: [
    'create-enhancement check',
    'create-enhancement check 7 --fix --dry-run',
    'create-enhancement check --changed --base origin/main --format github',
  ],
  json: '{ command, findings: [{ code, severity, path, line, column, message, fix?, under }], checked, dryRun?, fixed?: [{ path, document? }], baseline?: { file, known, mended } }',
  read: ({ options, operands }) => {
    refuseTogether(options, ['--json', '--format']);
    refuseTogether(options, ['--changed', '--update-baseline']);
    refuseTogether(options, ['--changed', '--prune']);
    refuseForSome(options, operands);
    refuseWithout(options, '--base', '--changed');
    refuseWithout(options, '--dry-run', '--fix');
    return {
      format: checkFormatOf(options),
      call: {
        proposals: operands,
        ...textsOf(options, { directory: '--dir', template: '--template', base: '--base' }),
        isChangedOnly: isSet(options, '--changed'),
        fix: isSet(options, '--fix'),
        dryRun: isSet(options, '--dry-run'),
        updateBaseline: isSet(options, '--update-baseline'),
        prune: isSet(options, '--prune'),
      },
    };
  },
  run: checkAll,
});

export const explainCommand = defineCommand<{ code: FindingCode }>({
  name: 'explain',
  words: ['explain'],
  operands: '<code>',
  summary: 'explain a finding of check',
  about: `Explains what a finding means and what to do about it. Codes: ${FINDING_CODES.join(', ')}.`,
  groups: [{ heading: 'How:', flags: [JSON_OUTPUT] }],
  examples: ['create-enhancement explain guidance-left'],
  json: '{ command, code, text }',
  read: ({ operands }) => {
    const said = onlyOperand('explain', 'the code of a finding', operands);
    const code = FINDING_CODES.find((each) => each === said);
    if (code) return { code };
    const message = `There is no finding "${said}"${didYouMean(said, FINDING_CODES)}`;
    throw usageError(
      message,
      `Codes: ${FINDING_CODES.join(', ')}`,
      nextWithMeant(said, FINDING_CODES),
    );
  },
  run: async ({ code }) => {
    const { EXPLANATIONS } = await import('../../report/findings/explanations.ts');
    return {
      json: { command: 'explain', code, text: EXPLANATIONS[code] },
      text: () => [EXPLANATIONS[code]],
    };
  },
});

function checkFormatOf(options: Options): CheckFormat {
  const said = textOf(options, '--format') ?? 'text';
  const found = CHECK_FORMATS.find((each) => each === said);
  if (!found)
    throw usageError(
      `--format takes ${CHECK_FORMATS.join(', ')}, found "${said}"`,
      listOfFlags('check'),
    );
  return found;
}

/** A baseline is of all proposals: those that are not checked would seem to be fixed. */
function refuseForSome(options: Options, proposals: readonly string[]): void {
  const flag = (['--update-baseline', '--prune'] as const).find((each) => options.has(each));
  if (flag === undefined || proposals.length === 0) return;
  throw usageError(`${flag} is for all proposals, not for some`, 'Leave out the names');
}

function refuseWithout(options: Options, flag: `--${string}`, other: `--${string}`): void {
  if (!options.has(flag) || options.has(other)) return;
  throw usageError(`${flag} needs ${other}`, `Add ${other}, or leave out ${flag}`);
}

async function checkAll(
  { call, format }: CheckOptions,
  environment: Environment,
): Promise<Outcome> {
  const [{ check }, report] = await Promise.all([
    import('../../commands/check/check.ts'),
    import('../../report/findings/check.ts'),
  ]);
  const result = await check(call, environment);
  const written = result.fixed.map(({ path }) => path).join(', ');
  const outcome: Outcome = {
    json: report.checkJson(result),
    text: async (style) => [
      ...(await report.checkDiff(result, style)),
      ...report.checkText(result, style),
    ],
    notes: () => report.checkNotes(result),
    isRefused: report.isBad(result),
    changed: result.dryRun || written === '' ? undefined : written,
  };
  if (format === 'text') return outcome;
  const { formatted } = await import('../../commands/check/formatted.ts');
  const lines = await formatted(result, format, environment);
  return { ...outcome, text: () => lines };
}
