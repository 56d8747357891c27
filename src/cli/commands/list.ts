import type { ListCall } from '../../commands/state/list-filter.ts';
import type { Environment } from '../../environment.ts';
import { defineCommand, type Outcome } from '../command.ts';
import { DIRECTORY, type Flag, JSON_OUTPUT, TEMPLATE } from '../flags.ts';
import { isSet, type Options, textOf, textsOf } from '../options.ts';
import { listOfFlags, usageError } from '../usage.ts';

const FILTERS: readonly Flag[] = [
  {
    flag: '--status',
    argument: 'values',
    help: 'only proposals with these statuses, separated by commas',
  },
  { flag: '--open', help: 'only proposals that are not decided yet' },
  { flag: '--stale', help: 'only proposals unchanged for a year' },
  {
    flag: '--months',
    argument: 'n',
    help: 'months without a change, for --stale (default: 12)',
  },
  { flag: '--missing', argument: 'section', help: 'only proposals without this section' },
  { flag: '--area', argument: 'name', help: 'only proposals in this area' },
  { flag: '--author', argument: 'name', help: 'only proposals first written by this author' },
];

const LIST_SORT: Flag = {
  flag: '--sort',
  argument: 'by',
  help: 'number, status, changed or title (default: number)',
};

const WRITE: Flag = {
  flag: '--write',
  argument: 'file',
  help: 'update the table of proposals between the markers in this file',
};

const AS_MARKDOWN: Flag = { flag: '--markdown', help: 'print a Markdown table' };

export const listCommand = defineCommand<ListCall>({
  name: 'list',
  words: ['list'],
  operands: '[words...]',
  summary: 'list proposals and their status',
  about:
    'Lists the proposals of this repository: number, status, title, written and existing sections, date of the last change, and first author. Words filter by title and text.',
  groups: [
    { heading: 'Filters:', flags: FILTERS },
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
  if (!found)
    throw usageError(`--sort takes ${SORTS.join(', ')}, found "${said}"`, listOfFlags('list'));
  return found;
}

function monthsOf(options: Options): Pick<ListCall, 'months'> {
  const said = textOf(options, '--months') ?? '12';
  if (!/^\d{1,4}$/.test(said))
    throw usageError(`--months takes a number, found "${said}"`, listOfFlags('list'));
  if (isSet(options, '--stale')) return { months: Number(said) };
  if (textOf(options, '--months') === undefined) return {};
  throw usageError('--months needs --stale', 'Add --stale, or leave out --months');
}

async function listAll(call: ListCall, environment: Environment): Promise<Outcome> {
  const [{ listStates }, { choosesSome }, report] = await Promise.all([
    import('../../commands/state/list.ts'),
    import('../../commands/state/list-filter.ts'),
    import('../../report/state/list.ts'),
  ]);
  const result = await listStates(call, environment);
  return {
    json: result,
    changed: result.index?.isChanged ? result.index.file : undefined,
    notes: () => report.listNotes(result),
    text: (style) =>
      call.isMarkdown
        ? report.markdownTable(result.proposals, (shown) => shown)
        : report.listText(result, style, choosesSome(call)),
  };
}
