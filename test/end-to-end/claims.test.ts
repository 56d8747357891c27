import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, git, gitFolder, treeOf } from '../support/folder.ts';
import { run, runJson } from '../support/program.ts';

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
