import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, treeOf, writeAll } from '../support/folder.ts';
import { run, runJson } from '../support/program.ts';

const TEMPLATE = [
  '# Title',
  '## Summary',
  '## Motivation',
  '## Design Details',
  '### Test Plan',
  '## Rollout (optional)',
  '### Alpha',
  '### Beta (optional)',
  '## Alternatives',
]
  .map((heading) => `${heading}\n\nSay it.\n`)
  .join('\n');

const DOCUMENT = ['# One', '## Summary', '## Motivation', '## Alternatives']
  .map((heading) => `${heading}\n\nWords.\n`)
  .join('\n');

function proposals(): string {
  const cwd = emptyFolder();
  writeAll(cwd, { 'rfcs/0000-template.md': TEMPLATE, 'rfcs/0001-one.md': DOCUMENT });
  return cwd;
}

const added = async (cwd: string, ...names: string[]) => {
  const { json } = await runJson(['--section', ...names, '--in', '1', '--dry-run'], { cwd });
  return json.results.map(({ section, status }: { section: string; status: string }) => [
    section,
    status,
  ]);
};

describe('several sections', () => {
  it('are added after what holds them, whatever the order of their names', async () => {
    expect(await added(proposals(), 'test-plan', 'design-details')).toEqual([
      ['design-details', 'added'],
      ['test-plan', 'added'],
    ]);
  });

  it('come with an optional one that requires them, and not without it', async () => {
    const cwd = proposals();
    expect(await added(cwd, 'rollout')).toEqual([
      ['rollout', 'added'],
      ['alpha', 'added'],
    ]);
    expect(await added(cwd, 'all')).toEqual([
      ['design-details', 'added'],
      ['test-plan', 'added'],
    ]);
  });

  it('name a table of contents by hand that is now out of date', async () => {
    const cwd = proposals();
    const contents =
      '## Table of Contents\n\n- [Summary](#summary)\n- [Motivation](#motivation)\n- [Alternatives](#alternatives)\n\n## Summary';
    const file = path.join(cwd, 'rfcs/0001-one.md');
    writeFileSync(file, DOCUMENT.replace('## Summary', contents));
    const { stderr } = await run(['--section', 'design-details', '--in', '1'], { cwd });
    expect(stderr).toContain(
      'note: the table of contents at rfcs/0001-one.md:7 is out of date; to mend it, run npx create-enhancement check rfcs/0001-one.md --fix',
    );
  });
});

describe('a directory with two documents', () => {
  it('is asked about by its path as by its number', async () => {
    const cwd = emptyFolder();
    writeAll(cwd, {
      'keps/0000-template/kep.md': TEMPLATE,
      'keps/0001-a/first.md': DOCUMENT,
      'keps/0001-a/second.md': DOCUMENT,
    });
    const before = treeOf(cwd);
    for (const name of ['1', 'keps/0001-a']) {
      const { code, stderr } = await run(['--section', 'design-details', '--in', name], { cwd });
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: expect.stringContaining('0001-a has several documents; choose one:'),
      });
    }
    expect(treeOf(cwd)).toEqual(before);
  });
});
