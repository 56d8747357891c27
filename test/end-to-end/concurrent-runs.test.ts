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
      nonce: 'a-b-c',
      time: Date.now(),
      ...change,
    });

  it.each<[string, object, number]>([
    ['a claim that somebody may hold is respected', {}, 2],
    [
      'a claim of another container, whose processes cannot be seen, is respected',
      { host: hostname() },
      process.platform === 'linux' ? 2 : 1,
    ],
    ['a claim older than ten minutes is not', { time: Date.now() - 601_000 }, 1],
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

  it.each<[string, boolean, object | undefined, boolean]>([
    ['of a dead owner is removed', false, { time: 0 }, true],
    ['of a living owner stays', false, {}, false],
    ['that no claim knows of stays for ten minutes', false, undefined, false],
    ['that no claim knows of is then removed', true, undefined, true],
  ])('a temporary directory %s', async (_, isOld, claim, isRemoved) => {
    const cwd = emptyFolder();
    const temporary = path.join(cwd, 'enhancements/.create-enhancement-a-b-c');
    mkdirSync(temporary, { recursive: true });
    if (isOld) utimesSync(temporary, new Date(0), new Date(0));
    const claims = path.join(cwd, 'enhancements/.create-enhancement');
    mkdirSync(claims);
    if (claim) writeFileSync(path.join(claims, '1.0'), owner(claim));
    await run(['T', '--yes'], { cwd });
    const isThere = Object.keys(treeOf(cwd)).includes('enhancements/.create-enhancement-a-b-c');
    expect(isThere).toBe(!isRemoved);
  });
});
