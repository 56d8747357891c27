import type { ListCall } from '../../commands/state/list-call.ts';
import type { Environment } from '../../environment.ts';
import { defineCommand, type Outcome } from '../command.ts';
import { DIRECTORY, type Flag, JSON_OUTPUT, TEMPLATE } from '../flags.ts';
import { isSet, type Options, textOf, textsOf } from '../options.ts';
import { usageError } from '../usage.ts';

const FILTERS: readonly Flag[] = [
  {
    flag: '--status',
    argument: 'values',
    help: 'only those of these statuses, separated by commas',
  },
  { flag: '--open', help: 'only those that are not decided yet' },
  { flag: '--stale', help: 'only those that nobody has changed for a year' },
  {
    flag: '--months',
    argument: 'n',
    help: 'months without a change that --stale asks for (default: 12)',
  },
  { flag: '--missing', argument: 'section', help: 'only those without this section' },
  { flag: '--area', argument: 'name', help: 'only those of this area' },
  { flag: '--author', argument: 'name', help: 'only those whose first author this is' },
];

const LIST_SORT: Flag = {
  flag: '--sort',
  argument: 'by',
  help: 'number, status, changed or title (default: number)',
};

const WRITE: Flag = {
  flag: '--write',
  argument: 'file',
  help: 'keep a table of them in this file, between its markers',
};

const AS_MARKDOWN: Flag = { flag: '--markdown', help: 'print a table of Markdown' };

export const listCommand = defineCommand<ListCall>({
  name: 'list',
  words: ['list'],
  operands: '[words...]',
  summary: 'list the proposals, with their status',
  about:
    'Lists the proposals of this repository: number, status, title, sections written of those there, the day of the last change, and who began it. Words are looked for in titles and texts.',
  groups: [
    { heading: 'Which of them:', flags: FILTERS },
    {
      heading: 'Where and how:',
      flags: [LIST_SORT, AS_MARKDOWN, WRITE, DIRECTORY, TEMPLATE, JSON_OUTPUT],
    },
  ],
  examples: [
    'create-enhancement list',
    'create-enhancement list --open --stale --months 6',
    'create-enhancement list --status draft,proposed --sort changed',
  ],
  json: '{ command, proposals: [{ number, title, slug, path, status: { value, file, line } | null, relations: [{ kind, to }], sections: { written, present, missing }, area, branch, changed, author }], unread?: [path], index?: { file, isChanged } }',
  read: ({ options, operands }) => ({
    ...textsOf(options, {
      directory: '--dir',
      template: '--template',
      missing: '--missing',
      area: '--area',
      author: '--author',
      write: '--write',
    }),
    statuses: (textOf(options, '--status') ?? '').split(',').flatMap((each) => each.trim() || []),
    isOpen: isSet(options, '--open'),
    ...monthsOf(options),
    words: operands,
    sort: sortOf(options),
    isMarkdown: isSet(options, '--markdown'),
  }),
  run: listAll,
});

const SORTS = ['number', 'status', 'changed', 'title'] as const;

function sortOf(options: Options): ListCall['sort'] {
  const said = textOf(options, '--sort') ?? 'number';
  const found = SORTS.find((each) => each === said);
  if (!found) throw usageError(`--sort takes ${SORTS.join(', ')}, found "${said}"`);
  return found;
}

function monthsOf(options: Options): Pick<ListCall, 'months'> {
  const said = textOf(options, '--months') ?? '12';
  if (!/^\d{1,4}$/.test(said)) throw usageError(`--months takes a number, found "${said}"`);
  if (isSet(options, '--stale')) return { months: Number(said) };
  if (textOf(options, '--months') === undefined) return {};
  throw usageError('--months goes with --stale', 'Add --stale, or leave out --months');
}

async function listAll(call: ListCall, environment: Environment): Promise<Outcome> {
  const [{ listStates }, report] = await Promise.all([
    import('../../commands/state/list.ts'),
    import('../../report/state/list.ts'),
  ]);
  const result = await listStates(call, environment);
  return {
    json: result,
    changed: result.index?.isChanged ? result.index.file : undefined,
    notes: (style) => report.listNotes(result, style),
    text: (style) =>
      call.isMarkdown
        ? report.markdownTable(result.proposals, (shown) => shown)
        : report.listText(result, style),
  };
}
