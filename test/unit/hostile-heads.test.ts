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
