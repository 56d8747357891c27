import { expect, it } from 'vitest';
import { treeOf } from '../support/folder.ts';
import { historyOf } from '../support/history.ts';
import { run } from '../support/program.ts';

const document = (title: string, more = '') =>
  `# ${title}\n\n## Contents\n\n- [Summary](#summary)\n- [Stories [optional]](#stories-optional)\n\n## Summary\n\nIt is so.${more}\n\n## Stories [optional]\n\nOne.\n`;

const fixed = (text: string) =>
  text.replaceAll(' [optional]', '').replaceAll('#stories-optional', '#stories');

it.each([
  'https://example.invalid/o/r/blob/main/rfcs/0001-a.md#stories-optional',
  '../rfcs/0001-a#stories-optional',
  './0001-a.html#stories-optional',
])('a marker stays where another document links to the heading by %s', async (address) => {
  const files = {
    'rfcs/0000-template.md': document('NNNN: Title'),
    'rfcs/0001-a.md': document('0001: A'),
    'docs/other.md': `# Other\n\nSee [it](${address}).\n`,
  };
  const cwd = await historyOf(files);
  await run(['check', '--fix'], { cwd });
  expect(treeOf(cwd)).toMatchObject(files);
});

it('a marker goes where other documents have the same heading, and stays where one links to it', async () => {
  const [one, two] = [
    document('0001: A'),
    document('0002: B', ' See [them](0003-c.md#stories-optional).'),
  ];
  const files = {
    'rfcs/0000-template.md': document('NNNN: Title'),
    'rfcs/0001-a.md': one,
    'rfcs/0002-b.md': two,
    'rfcs/0003-c.md': document('0003: C'),
  };
  const cwd = await historyOf(files);
  const { stdout } = await run(['check', '--fix'], { cwd });
  expect(stdout).toContain('Fixed rfcs/0001-a.md\nFixed rfcs/0002-b.md\n');
  expect(treeOf(cwd)).toMatchObject({
    ...files,
    'rfcs/0001-a.md': fixed(one),
    'rfcs/0002-b.md': fixed(two).replace('0003-c.md#stories', '0003-c.md#stories-optional'),
  });
});

it('a marker stays where the document links to its heading by its own name, and that is told', async () => {
  const text = document('0001: A', ' See [them](0001-a.md#stories-optional).');
  const cwd = await historyOf({
    'rfcs/0000-template.md': document('NNNN: Title'),
    'rfcs/0001-a.md': text,
    'rfcs/0002-b.md': document('0002: B'),
  });
  const { stderr } = await run(['check', '--fix'], { cwd });
  expect(treeOf(cwd)['rfcs/0001-a.md']).toBe(text);
  expect(stderr).toContain('of rfcs/0001-a.md stays: rfcs/0001-a.md links to it');
});

const sections = (title: string, ...all: string[]) =>
  `# ${title}\n\n${all.map((each) => `${each}\n\nText of ${title}.\n`).join('\n')}`;

it.each([
  [
    'beside the section it belongs to',
    ['## Summary', '## Design', '### Security', '## Drawbacks'],
    ['## Summary', '## Security', '## Design', '## Drawbacks'],
  ],
  [
    'where the template leaves out a level',
    ['## Design', '### Test Plan', '##### Unit tests', '##### Integration tests'],
    ['## Design', '### Test Plan', '#### Unit tests', '#### Integration tests'],
  ],
  [
    'in a section that may be the missing one under another name',
    ['## Summary', '## Design', '## Drawbacks'],
    ['## Summary', '## Architecture', '## Drawbacks'],
  ],
  [
    'as a misspelled one',
    ['## Summary', '## Design', '## Drawbacks'],
    ['## Summary', '## Desing', '## Drawbacks'],
  ],
])('a section stays as it is %s', async (_, template, own) => {
  const text = sections('0001: A', ...own);
  const cwd = await historyOf(
    { 'rfcs/0000-template.md': sections('NNNN: Title', ...template) },
    { 'rfcs/0001-a.md': text, 'rfcs/0002-b.md': sections('0002: B', ...template) },
  );
  await run(['check', '--fix'], { cwd });
  expect(treeOf(cwd)['rfcs/0001-a.md']).toBe(text);
});

it('two letters that have changed places are a slip, in a short name as well', async () => {
  const cwd = await historyOf(
    { 'rfcs/0000-template.md': sections('NNNN: Title', '## Goals', '## Design') },
    {
      'rfcs/0001-a.md': sections('0001: A', '## Goasl', '## Desing'),
      'rfcs/0002-b.md': sections('0002: B', '## Goals', '## Design'),
    },
  );
  const { stdout } = await run(['check'], { cwd });
  expect(stdout).toContain('The heading "Goasl" is misspelled: the template has "Goals"');
  expect(stdout).toContain('The heading "Desing" is misspelled: the template has "Design"');
  expect(stdout).not.toContain('is missing');
});

it('a command names the directory and the template that the call has named', async () => {
  const template = sections('NNNN: Title', '## Abstract', '## Drawbacks');
  const cwd = await historyOf(
    { 'papers/long.md': template },
    { 'papers/one.md': sections('One', '## Abstract') },
  );
  const call = ['check', '--dir', 'papers', '--template', 'papers/long.md'];
  const { stdout } = await run(call, { cwd });
  const command = '--section drawbacks --in papers/one.md --dir papers --template papers/long.md';
  expect(stdout).toContain(`npx create-enhancement ${command}\n`);
  expect(await run(command.split(' '), { cwd })).toMatchObject({ code: 0 });
  expect(treeOf(cwd)['papers/one.md']).toContain('## Drawbacks\n\nText of NNNN: Title.');
});

it('a part that cannot be added by itself has no command', async () => {
  const all = ['## Design', '### Test Plan', '#### Unit tests', '#### Other tests'];
  const cwd = await historyOf(
    { 'rfcs/0000-template.md': sections('NNNN: Title', ...all) },
    {
      'rfcs/0001-a.md': sections('0001: A', ...all.slice(0, 3)),
      'rfcs/0002-b.md': sections('0002: B', ...all),
      'rfcs/0003-c.md': sections('0003: C', ...all),
    },
  );
  const { stdout } = await run(['check'], { cwd });
  expect(stdout).toContain('The section Other tests is missing');
  expect(stdout).not.toContain('--section');
});
