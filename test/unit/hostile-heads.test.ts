import { expect, it } from 'vitest';
import { readHead } from '../../src/document/head/read-head.ts';
import { listText } from '../../src/report/state/list.ts';

/** Lines on which a careless reader takes minutes. */
const SLOW: [string, string][] = [
  ['backslashes', `Status: ${'\\'.repeat(200_000)}`],
  ['backticks', `Status: ${'`'.repeat(200_000)}`],
  ['breaks in a cell', `| Status | ${'<br>'.repeat(50_000)} |`],
  ['emphasis', `- Status: ${'**'.repeat(100_000)}`],
  ['links', `- Status: ${'[a](b) '.repeat(30_000)}`],
  ['comments', `- Status: ${'<!-- '.repeat(50_000)}`],
];

it.each(SLOW)('reads a status of nothing but %s', (_, line) => {
  const { title } = readHead(`# T\n\n${line}\n\n## Summary\n`);
  expect(title).toBe('T');
});

it.each([
  ['rows of a table that say nothing', `${'| | |\n'.repeat(10_000)}\n## Status\n\nDraft\n`],
  ['items of a list', `## Status\n\n${'- a: b\n'.repeat(20_000)}`],
  ['headings', `${'## h\n\n'.repeat(130_000)}## Status\n\nDraft\n`],
  ['headings of the status', '## Status\n\n'.repeat(20_000)],
  ['lines of front matter', `---\n${'a: "b\n'.repeat(20_000)}---\n\nStatus: Draft\n`],
])('reads a document of a great many %s', (_, text) => {
  expect(readHead(`# T\n\n${text}`).title).toBe('T');
});

it('shortens a title of any length', () => {
  const proposal = {
    number: 1,
    title: '\u5BBDx'.repeat(100_000),
    slug: 'a',
    path: 'a.md',
    status: null,
    relations: [],
    sections: { written: 0, present: 1, missing: [] },
    area: null,
    branch: null,
    changed: null,
    author: null,
  };
  const [line = ''] = listText(
    { command: 'list', proposals: [proposal] },
    { colour: false, shell: 'posix' },
  );
  expect(line.length).toBeLessThan(200);
});
