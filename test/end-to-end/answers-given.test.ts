import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, treeOf } from '../support/folder.ts';
import { run } from '../support/program.ts';

const DOCUMENT = 'enhancements/0001-t/README.md';

describe('no word is dropped without an error', () => {
  it.each<[string[], string]>([
    [['T', '--text', 'constructor=words'], 'there is no section "constructor"'],
    [['T', '--text', '__proto__=words'], 'no section'],
    [['T', '--summary', 'a', '--summary', 'b'], '--summary is given twice'],
    [['T', '--number', '1', '--number', '2'], '--number is given twice'],
    [
      ['T', '--text', 'drawbacks=a', '--text', 'Drawbacks=b'],
      '--text is given twice for drawbacks',
    ],
    [['T', '--dir', 'a', '--dir', 'b'], '--dir is given twice'],
    [['T', '--text', 'draw=a', '--text', 'drawbacks=b'], 'The section drawbacks has two texts'],
  ])('%j', async (args, expected) => {
    const cwd = emptyFolder();
    const { code, stderr } = await run([...args, '--yes'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(expected);
    expect(treeOf(cwd)).toEqual({});
  });

  it('refuses a key that a JSON file has twice', async () => {
    const cwd = emptyFolder();
    writeFileSync(path.join(cwd, 'a.json'), '{"title": "a", "title": "b"}');
    const { code, stderr } = await run(['--from', 'a.json', '--yes'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('a.json:1:16');
  });

  it.each<[what: string, file: string, expected: string]>([
    ['a section', 'title: T\nwith: [nope]\n', 'There is no section "nope"'],
    ['a value', 'title: T\nvalues: { when: 7 }\n', 'a.yaml:2'],
  ])('names no flag where a file is wrong about %s', async (_, file, expected) => {
    const cwd = emptyFolder();
    writeFileSync(path.join(cwd, 'a.yaml'), file);
    const { code, stderr } = await run(['--from', 'a.yaml', '--yes'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(expected);
    expect(stderr).not.toMatch(/--(?:with|set|text)/);
    expect(Object.keys(treeOf(cwd))).toEqual(['a.yaml']);
  });

  it('joins the texts of a file and of flags', async () => {
    const cwd = emptyFolder();
    writeFileSync(
      path.join(cwd, 'a.yaml'),
      'title: T\nsections: { Alternatives: File, drawbacks: Lost }\n',
    );
    await run(['--from', 'a.yaml', '--text', 'Drawbacks=Flag', '--yes'], { cwd });
    expect(treeOf(cwd)[DOCUMENT]).toContain('## Drawbacks\n\nFlag\n\n## Alternatives\n\nFile\n');
  });

  it.each([
    ['a title alone', { title: 'Only a title' }, '#### Only a title\n\n### Risks'],
    [
      'paragraphs without a title',
      { text: 'One.\n\nTwo.' },
      '#### Story 1\n\nOne.\n\nTwo.\n\n### Risks',
    ],
  ])('a story that is %s is repeated as it was', async (_, story, expected) => {
    const cwd = emptyFolder();
    writeFileSync(path.join(cwd, 'a.json'), JSON.stringify({ title: 'T', stories: [story] }));
    const { stdout } = await run(['--from', 'a.json', '--yes', '--show-command'], {
      cwd,
      env: { SHELL: '/bin/sh' },
    });
    expect(treeOf(cwd)[DOCUMENT]).toContain(expected);
    const flag = /--story '([\s\S]*)' --yes/.exec(stdout)?.[1] ?? '';
    const again = emptyFolder();
    await run(['T', '--story', flag, '--yes'], { cwd: again });
    expect(treeOf(again)[DOCUMENT]).toBe(treeOf(cwd)[DOCUMENT]);
  });
});
