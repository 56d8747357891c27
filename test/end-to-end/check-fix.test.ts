import { expect, it } from 'vitest';
import { treeOf, writeAll } from '../support/folder.ts';
import { historyOf } from '../support/history.ts';
import { run, runJson } from '../support/program.ts';

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

it('a section whose parts would be as many findings more is left to its author', async () => {
  const guided = '## Design\n\nHow does it work?\n\n### API\n\nWhat does it look like?\n';
  const template = `# NNNN: Title\n\n## Summary\n\nWhat?\n\n${guided}\n## Drawbacks\n\nWhy not?\n`;
  const text = '# 0001: A\n\n## Summary\n\ns\n\n## Drawbacks\n\nd\n';
  const cwd = await historyOf({ 'rfcs/0000-template.md': template }, { 'rfcs/0001-a.md': text });
  const before = await runJson(['check'], { cwd });
  await run(['check', '--fix'], { cwd });
  const after = await runJson(['check'], { cwd });
  const bad = ({ json }: typeof before) =>
    json.findings.filter(({ severity }: { severity: string }) => severity !== 'note').length;
  expect(bad(after)).toBeLessThanOrEqual(bad(before));
});

it('a command adds no section whose place is doubtful, but shows it', async () => {
  const all = ['## Summary', '## Design', '## Drawbacks', '## Alternatives', '## End'];
  const cwd = await historyOf(
    { 'rfcs/0000-template.md': sections('NNNN: Title', ...all) },
    {
      'rfcs/0001-a.md': sections(
        '0001: A',
        '## End',
        '## Summary',
        '## Own',
        '## Alternatives',
        '## Drawbacks',
      ),
      'rfcs/0002-b.md': sections('0002: B', ...all),
      'rfcs/0003-c.md': sections('0003: C', ...all),
    },
  );
  const { stdout } = await run(['check'], { cwd });
  const [, command = ''] = /npx create-enhancement (--section design .*)/.exec(stdout) ?? [];
  expect(command).toContain('--accept-doubts --dry-run');
  const shown = await run(command.split(' '), { cwd });
  expect({ code: shown.code, stdout: shown.stdout }).toEqual({
    code: 0,
    stdout: expect.stringContaining('## Design'),
  });
});

it('a proposal that was only just begun lacks all of the template', async () => {
  const cwd = await historyOf(
    { 'rfcs/0000-template.md': sections('NNNN: Title', '## Summary', '## Design') },
    { 'rfcs/0001-a.md': sections('0001: A', '## Summary', '## Design') },
  );
  writeAll(cwd, { 'rfcs/0002-b.md': '# 0002: B\n' });
  const { code, stdout } = await run(['check', '2'], { cwd });
  expect({ code, stdout }).toEqual({
    code: 1,
    stdout: expect.stringContaining('Design is missing'),
  });
});

it('a page that says where a proposal has moved lacks nothing', async () => {
  const cwd = await historyOf(
    { 'rfcs/0000-template.md': sections('NNNN: Title', '## Summary', '## Design') },
    {
      'rfcs/0001-a.md': sections('0001: A', '## Summary', '## Design'),
      'rfcs/0002-b.md': '# 0002: B\n\nThis file was moved to https://example.com/b.md\n',
    },
  );
  expect(await run(['check'], { cwd })).toMatchObject({ code: 0 });
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

it('a marker stays where another heading of the document has the name', async () => {
  const template = document('NNNN: Title');
  const files = {
    'rfcs/0000-template.md': template,
    'rfcs/0001-a.md': `${document('0001: A')}\n## Stories\n\nTwo, as in [these](#stories).\n`,
  };
  const cwd = await historyOf(files);
  await run(['check', '--fix'], { cwd });
  const after = treeOf(cwd)['rfcs/0001-a.md'];
  expect(after).toContain('## Stories [optional]\n');
  expect(after).toContain('[these](#stories)');
});
