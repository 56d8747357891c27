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
