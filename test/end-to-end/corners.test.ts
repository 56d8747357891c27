import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { emptyFolder, git, gitFolder, treeOf } from '../support/folder.ts';
import { program, run, runJson } from '../support/program.ts';

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
    const { stdout } = await run(['--from', 'a.json', '--yes'], { cwd, env: { SHELL: '/bin/sh' } });
    expect(treeOf(cwd)[DOCUMENT]).toContain(expected);
    const flag = /--story '([\s\S]*)' --yes/.exec(stdout)?.[1] ?? '';
    const again = emptyFolder();
    await run(['T', '--story', flag, '--yes'], { cwd: again });
    expect(treeOf(again)[DOCUMENT]).toBe(treeOf(cwd)[DOCUMENT]);
  });
});

describe('one claim for each number', () => {
  it.runIf(process.platform !== 'win32')('also through a link to the directory', async () => {
    const cwd = await gitFolder();
    mkdirSync(path.join(cwd, 'enhancements'));
    symlinkSync('enhancements', path.join(cwd, 'link'));
    const runs = Array.from({ length: 20 }, (_, index) =>
      run([`P ${index}`, '--yes', ...(index % 2 ? ['--dir', 'link'] : [])], { cwd }),
    );
    expect((await Promise.all(runs)).map(({ code }) => code)).toEqual(Array(20).fill(0));
    const numbers = readdirSync(path.join(cwd, 'enhancements')).map((name) => name.slice(0, 4));
    expect(new Set(numbers).size).toBe(20);
  });

  it('among work trees, also those that only git’s files know of', async () => {
    const cwd = await gitFolder();
    const other = path.join(emptyFolder(), 'other');
    await git(cwd, 'worktree', 'add', '--quiet', other);
    await run(['First', '--yes'], { cwd: other });
    const { json } = await runJson(['Second', '--yes'], { cwd });
    expect(json.number).toBe(2);
    const taken = await run(['Third', '--yes', '--number', '1'], { cwd });
    expect(taken.stderr).toContain(
      `Number 1 is taken: ${path.join(other, 'enhancements')}/0001-first`,
    );
  });

  it.each([
    ['200001', 'a'],
    ['2024', '05-plan'],
    ['9007199254740991', 'a'],
  ])(
    'refuses the number %s with the name %s, which is a date or too high',
    async (number, slug) => {
      const cwd = emptyFolder();
      const { code, stderr } = await run(['T', '--slug', slug, '--number', number, '--yes'], {
        cwd,
      });
      expect(code).toBe(2);
      expect(stderr).toContain(`Number ${number}`);
      expect(treeOf(cwd)).toEqual({});
    },
  );

  it.runIf(process.platform !== 'win32')(
    'and no endless wait for a claim that is a broken link',
    async () => {
      const cwd = emptyFolder();
      mkdirSync(path.join(cwd, 'enhancements/.create-enhancement'), { recursive: true });
      symlinkSync('nowhere', path.join(cwd, 'enhancements/.create-enhancement/1.0'));
      const { json } = await runJson(['T', '--yes'], { cwd });
      expect(json.number).toBe(2);
    },
  );

  it('in a directory with a long name of wide characters', async () => {
    const cwd = await gitFolder();
    const directory = '提案'.repeat(16);
    const { code } = await run(['T', '--yes', '--dir', directory], { cwd });
    expect(code).toBe(0);
    expect(existsSync(path.join(cwd, directory, '0001-t/README.md'))).toBe(true);
  });
});

describe('what happened is what is said', () => {
  it('a repository without a git that answers works like a plain folder, and says so', async () => {
    const cwd = await gitFolder();
    const { code, stderr } = await run(['T', '--yes'], {
      cwd,
      env: { PATH: '' },
      extendEnv: false,
    });
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(/^note: git gave no answer here/),
    });
    expect(Object.keys(treeOf(cwd))).toEqual(['enhancements', 'enhancements/0001-t', DOCUMENT]);
  });

  it('a failing editor does not hide that the proposal is there', async () => {
    const cwd = emptyFolder();
    const { code, stdout, stderr } = await run(['T', '--yes', '--open'], {
      cwd,
      env: { VISUAL: 'false' },
    });
    expect(code).toBe(1);
    expect(stdout).toContain(`Created ${DOCUMENT}`);
    expect(stderr).toContain('The editor "false" could not be used');
  });

  it('with --json, nothing but the object is on standard output', async () => {
    const cwd = emptyFolder();
    writeFileSync(path.join(cwd, 't.md'), '# {{title}}\n');
    const { json, stderr } = await runJson(['T', '--yes', '--open', '--template', 't.md'], {
      cwd,
      env: { VISUAL: 'echo opened' },
    });
    expect(json.path).toBe(DOCUMENT);
    expect(stderr).toContain('opened');
  });

  it('a template cannot print', async () => {
    const cwd = emptyFolder();
    writeFileSync(path.join(cwd, 't.md'), '# {{title}}\n{{log "printed"}}\n');
    const { code, stdout } = await run(['T', '--yes', '--template', 't.md'], { cwd });
    expect(code).toBe(2);
    expect(stdout).toBe('');
  });

  it.runIf(process.platform !== 'win32').each(['SIGINT', 'SIGTERM'] as const)(
    '%s stops the reading of standard input',
    async (signal) => {
      const cwd = emptyFolder();
      const child = execa(process.execPath, [program, '--from', '-', '--yes'], {
        cwd,
        reject: false,
        stdin: 'pipe',
      });
      setTimeout(() => child.kill(signal), 2500);
      const { exitCode, stderr } = await child;
      expect({ exitCode, stderr }).toEqual({
        exitCode: 130,
        stderr: 'Cancelled. Nothing was written.',
      });
    },
  );
});
