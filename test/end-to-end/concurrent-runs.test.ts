import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { emptyFolder, gitFolder, treeOf } from '../support/folder.ts';
import { program, run } from '../support/program.ts';

const numbersIn = (cwd: string) =>
  readdirSync(path.join(cwd, 'enhancements')).map((name) => Number(/^\d+/.exec(name)?.[0]));

const leftovers = (cwd: string) =>
  readdirSync(cwd, { recursive: true }).filter((name) =>
    /\.create-enhancement|create-enhancement\//.test(String(name)),
  );

describe('runs at once', () => {
  it.each([
    ['a plain folder', async () => emptyFolder()],
    ['a git repository', gitFolder],
  ])('fifty in %s all get numbers of their own', async (_, folder) => {
    const cwd = await folder();
    const titles = Array.from({ length: 50 }, (_, index) => `Proposal ${index}`);
    const outcomes = await Promise.all(titles.map((title) => run([title, '--yes'], { cwd })));
    expect(outcomes.map(({ code }) => code)).toEqual(titles.map(() => 0));
    expect(new Set(numbersIn(cwd)).size).toBe(50);
    const files = Object.entries(treeOf(cwd)).filter(([name]) => name.endsWith('README.md'));
    expect(files.map(([, text]) => /^# (.*)/.exec(text ?? '')?.[1]).sort()).toEqual(
      [...titles].sort(),
    );
    expect(leftovers(cwd)).toEqual([]);
  });

  it('ten with the same title are kept apart or fail cleanly', async () => {
    const cwd = emptyFolder();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => run(['Same', '--yes'], { cwd })),
    );
    const done = outcomes.filter(({ code }) => code === 0);
    expect(done.length).toBeGreaterThan(0);
    for (const { code, stderr } of outcomes) {
      if (code !== 0)
        expect({ code, stderr }).toEqual({
          code: 1,
          stderr: expect.stringContaining('The slug "same" is taken'),
        });
    }
    expect(numbersIn(cwd)).toHaveLength(done.length);
    expect(new Set(numbersIn(cwd)).size).toBe(done.length);
    expect(leftovers(cwd)).toEqual([]);
  });

  it('killed at any moment, they leave no half proposal, and the next runs work', async () => {
    const cwd = emptyFolder();
    const kills = Array.from({ length: 30 }, async (_, index) => {
      const child = execa(process.execPath, [program, `Killed ${index}`, '--yes'], {
        cwd,
        reject: false,
      });
      setTimeout(() => child.kill('SIGKILL'), 100 + Math.random() * 900);
      return child;
    });
    const ended = await Promise.all(kills);
    expect(ended.some(({ signal }) => signal === 'SIGKILL')).toBe(true);
    const after = await Promise.all(
      [1, 2, 3, 4, 5].map((index) => run([`After ${index}`, '--yes'], { cwd })),
    );
    expect(after.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0]);
    const proposals = readdirSync(path.join(cwd, 'enhancements')).filter(
      (name) => !name.startsWith('.'),
    );
    expect(new Set(numbersIn(cwd)).size).toBe(readdirSync(path.join(cwd, 'enhancements')).length);
    const tree = treeOf(cwd);
    for (const name of proposals) {
      expect(tree[`enhancements/${name}/README.md`]).toMatch(
        /^# (Killed|After) \d+\n[\s\S]*acceptable\.\n$/,
      );
    }
    expect(leftovers(cwd)).toEqual([]);
  });
});

describe('drafts that get their numbers at once', () => {
  it('get one each', async () => {
    const cwd = emptyFolder();
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    for (const name of names) await run([name, '--draft', '--yes'], { cwd });
    const all = await Promise.all(names.map((name) => run(['number', name], { cwd })));
    expect(all.map(({ code }) => code)).toEqual(names.map(() => 0));
    expect(numbersIn(cwd).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(leftovers(cwd)).toEqual([]);
  });
});

describe('what a killed run leaves behind', () => {
  const owner = (change: object) =>
    JSON.stringify({
      pid: 2 ** 22 + 1,
      host: 'elsewhere',
      boot: '',
      start: '',
      nonce: 'a-b-c',
      ...change,
    });

  it.each<[string, object, number]>([
    ['a claim that somebody may hold is respected', {}, 2],
    [
      'a claim of another container, whose processes cannot be seen, is respected',
      { host: hostname() },
      process.platform === 'linux' ? 2 : 1,
    ],
  ])('%s', async (_, change, number) => {
    const cwd = emptyFolder();
    const claims = path.join(cwd, 'enhancements/.create-enhancement');
    mkdirSync(claims, { recursive: true });
    writeFileSync(path.join(claims, '1.0'), owner(change));
    await run(['T', '--yes'], { cwd });
    expect(Object.keys(treeOf(cwd))).toContain(`enhancements/000${number}-t`);
  });

  it('a claim without an owner counts from when it was written', async () => {
    const cwd = emptyFolder();
    const claims = path.join(cwd, 'enhancements/.create-enhancement');
    mkdirSync(claims, { recursive: true });
    writeFileSync(path.join(claims, '1.0'), '');
    utimesSync(path.join(claims, '1.0'), new Date(0), new Date(0));
    await run(['T', '--yes'], { cwd });
    expect(Object.keys(treeOf(cwd))).toEqual([
      'enhancements',
      'enhancements/0001-t',
      'enhancements/0001-t/README.md',
    ]);
  });

  it('a claim of another computer older than ten minutes is passed over, and told', async () => {
    const cwd = emptyFolder();
    const file = path.join(cwd, 'enhancements/.create-enhancement/1.0');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, owner({ host: 'pid:[1]elsewhere' }));
    utimesSync(file, new Date(0), new Date(0));
    const { stderr } = await run(['T', '--yes'], { cwd });
    expect(stderr).toMatch(
      /note: .*1\.0 was a claim by elsewhere that has expired \(over ten minutes old\)/,
    );
    expect(Object.keys(treeOf(cwd))).toContain('enhancements/0001-t');
  });

  it('a number that another computer holds is told, where it was asked for', async () => {
    const cwd = emptyFolder();
    const file = path.join(cwd, 'enhancements/.create-enhancement/1.0');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, owner({}));
    const { code, stderr } = await run(['T', '--yes', '--number', '1'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain(`(see ${file})\nhint: If that run was killed, remove the file`);
  });

  it.each<[string, boolean, number]>([
    ['stays', false, 0],
    ['is told after ten minutes, and stays', true, 1],
  ])('a temporary directory that nothing here knows of %s', async (_, isOld, notes) => {
    const cwd = emptyFolder();
    const name = 'enhancements/.create-enhancement-a-b-c';
    mkdirSync(path.join(cwd, name), { recursive: true });
    if (isOld) utimesSync(path.join(cwd, name), new Date(0), new Date(0));
    const { code, stderr } = await run(['T', '--yes'], { cwd });
    expect(code).toBe(0);
    expect(stderr.match(/note: .*a-b-c was left by a run/g) ?? []).toHaveLength(notes);
    expect(Object.keys(treeOf(cwd))).toContain(name);
  });
});
