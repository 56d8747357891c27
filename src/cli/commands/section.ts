import type { SectionCall } from '../../commands/section/section-call.ts';
import type { Beside } from '../../document/sections/add-section-result.ts';
import type { Environment } from '../../environment.ts';
import { answersInFlags } from '../answer-flags.ts';
import { defineCommand, type Given, type Outcome } from '../command.ts';
import {
  answerFlag,
  DIRECTORY,
  DRY_RUN,
  type Flag,
  FROM,
  JSON_OUTPUT,
  OPEN,
  TEMPLATE,
  YES,
} from '../flags.ts';
import { isSet, listOf, type Options, refuseTogether, textOf, textsOf } from '../options.ts';
import { usageError } from '../usage.ts';

const SECTION: Flag = {
  flag: '--section',
  argument: 'name',
  takesAny: true,
  help: 'add sections of the template; "all" adds every missing required one',
};

const REMOVE: Flag = {
  flag: '--remove',
  argument: 'name',
  takesAny: true,
  help: 'remove sections that contain only the template’s guidance',
};

const IN: Flag = {
  flag: '--in',
  argument: 'proposal',
  help: 'the proposal: its number, path or name (default: the current one)',
};

const PLACE: readonly Flag[] = [
  { flag: '--before', argument: 'heading', help: 'put the section before this heading' },
  {
    flag: '--after',
    argument: 'heading',
    help: 'put the section after this heading and its sub-sections',
  },
  { flag: '--accept-doubts', help: 'accept the proposed place even if it is doubtful' },
];

const NO_QUESTIONS: Flag = { ...YES, help: 'do not ask; refuse what cannot be decided' };

const HOW: readonly Flag[] = [DIRECTORY, TEMPLATE, NO_QUESTIONS, DRY_RUN, JSON_OUTPUT, OPEN];

const SECTION_JSON =
  '{ command, dryRun, path, results: [{ section, status, heading?, line?, level?, certain?, doubts?, similar?, reason?, hint? }] }';

export const addSectionsCommand = defineCommand<SectionCall>({
  name: 'section',
  words: [],
  calledBy: '--section',
  operands: '[name...] [--in <proposal>]',
  summary: 'add sections of the template',
  about: 'Adds sections of the template to an existing proposal without changing its text.',
  groups: [
    { heading: 'What to add, and to which proposal:', flags: [SECTION, IN, ...PLACE] },
    {
      heading: 'Texts for the sections:',
      flags: [answerFlag('sections'), answerFlag('nest-headings'), FROM],
    },
    { heading: 'Where and how:', flags: HOW },
  ],
  examples: [
    'create-enhancement --section',
    'create-enhancement --section drawbacks alternatives --in 7',
    'create-enhancement --section drawbacks --in 7 --text drawbacks=Time.',
  ],
  json: SECTION_JSON,
  read: (given) => {
    const { options } = given;
    refuseTogether(options, ['--before', '--after']);
    const beside = besideOf(options);
    return {
      action: 'add',
      ...commonCall(given, '--section'),
      answers: answersInFlags(options),
      ...textsOf(options, { from: '--from' }),
      ...(beside && { beside }),
      acceptDoubts: isSet(options, '--accept-doubts'),
    };
  },
  run: change,
});

export const removeSectionsCommand = defineCommand<SectionCall>({
  name: 'section',
  words: [],
  calledBy: '--remove',
  operands: '[name...] [--in <proposal>]',
  summary: 'remove sections',
  about:
    'Removes sections that contain only the template’s guidance. Text that people have written is never removed without asking.',
  groups: [
    { heading: 'What to remove, and from which proposal:', flags: [REMOVE, IN] },
    { heading: 'Where and how:', flags: HOW },
  ],
  examples: ['create-enhancement --remove drawbacks --in 7'],
  json: SECTION_JSON,
  read: (given) => ({
    action: 'remove',
    ...commonCall(given, '--remove'),
    answers: {},
    acceptDoubts: false,
  }),
  run: change,
});

function commonCall({ options, operands, label }: Given, flag: '--section' | '--remove') {
  const [operand] = operands;
  if (operand !== undefined) {
    throw usageError(
      `"${operand}" cannot be used with ${label}`,
      `Put section names right after ${flag}, and the proposal after --in`,
    );
  }
  return {
    names: listOf(options, flag),
    ...textsOf(options, { proposal: '--in', directory: '--dir', template: '--template' }),
    yes: isSet(options, '--yes'),
    dryRun: isSet(options, '--dry-run'),
    open: isSet(options, '--open'),
  };
}

function besideOf(options: Options): Beside | undefined {
  const before = textOf(options, '--before');
  if (before !== undefined) return { side: 'before', heading: before };
  const after = textOf(options, '--after');
  return after === undefined ? undefined : { side: 'after', heading: after };
}

async function change(call: SectionCall, environment: Environment): Promise<Outcome> {
  const [{ changeSections }, report] = await Promise.all([
    import('../../commands/section/section.ts'),
    import('../../report/section/section.ts'),
  ]);
  const made = await changeSections(call, environment);
  const lines = made.result.results.flatMap((outcome) => ('line' in outcome ? outcome.line : []));
  const line = lines.toSorted((a, b) => a - b)[0] ?? 1;
  const isOpened = call.open && !call.dryRun && !made.refused;
  return {
    json: report.sectionJson(made),
    text: async (style) => {
      const diff = call.dryRun ? await report.sectionDiff(made, style) : [];
      return [...diff, ...report.sectionText(made, style)];
    },
    notes: (style) => report.sectionNotes(made, style),
    refusals: (style) => report.sectionRefusals(made, style),
    isRefused: made.refused,
    changed:
      made.refused || call.dryRun || made.before === made.after ? undefined : made.result.path,
    ...(isOpened && { written: { path: made.result.path, line } }),
  };
}
