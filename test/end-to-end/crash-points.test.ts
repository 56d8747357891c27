import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, gitFolder, repositoryWith, treeOf, writeAll } from '../support/folder.ts';
import { run } from '../support/program.ts';

const crash = path.join(import.meta.dirname, '../support/crash.cjs');

/** Kills the program at its n-th change to the disk; true when it had fewer. */
async function killAt(cwd: string, args: readonly string[], at: string): Promise<boolean> {
  const env = { NODE_OPTIONS: `--require ${crash}`, CRASH_AT: at };
  const { code } = await run(args, { cwd, env });
  return code !== undefined;
}

const numbersIn = (cwd: string, directory: string) =>
  Object.keys(treeOf(cwd)).flatMap(
    (name) => new RegExp(`^${directory}/(\\d+)-[^/]+$`).exec(name)?.[1] ?? [],
  );

/** More than any run has. */
const MANY = 60;

describe.each(['before', 'after'])('killed right %s each change to the disk', (when) => {
  it.each<[string, () => Promise<string>, string]>([
    ['in a plain folder', async () => emptyFolder(), 'enhancements'],
    ['in a git repository', gitFolder, 'enhancements'],
    ['where proposals are files', () => repositoryWith({ 'rfcs/0001-a.md': '# A\n' }), 'rfcs'],
  ])(
    '%s, no number is there twice, nothing is torn, and the next run cleans up',
    { timeout: 120_000 },
    async (_, prepare, directory) => {
      const cwd = await prepare();
      let points = 0;
      for (let at = 1; at < MANY; at++) {
        if (await killAt(cwd, [`Killed ${at}`, '--yes'], `${at} ${when}`)) break;
        points += 1;
      }
      // A directory, a claim, the files, the rename, and giving the claim up.
      expect(points).toBeGreaterThan(10);
      const { code } = await run(['Afterwards', '--yes'], { cwd });
      expect(code).toBe(0);
      const numbers = numbersIn(cwd, directory);
      expect(new Set(numbers).size).toBe(numbers.length);
      const tree = treeOf(cwd);
      for (const [name, text] of Object.entries(tree)) {
        if (text !== null && /killed|afterwards/.test(name))
          expect(text).toMatch(/acceptable\.\n$/);
      }
      expect(Object.keys(tree).filter((name) => /(?:^|\/)\./.test(name))).toEqual([]);
    },
  );

  it('renumber leaves a proposal that can be found', { timeout: 120_000 }, async () => {
    for (let at = 1; at < MANY; at++) {
      const cwd = emptyFolder();
      writeAll(cwd, {
        'rfcs/0001-a/README.md': '# 0001: A\n',
        'README.md': '[a](rfcs/0001-a/README.md)\n',
      });
      const isDone = await killAt(cwd, ['renumber', '1'], `${at} ${when}`);
      const found = numbersIn(cwd, 'rfcs');
      expect(found).toHaveLength(1);
      const { code } = await run(['Next', '--yes'], { cwd });
      expect(code).toBe(0);
      const all = numbersIn(cwd, 'rfcs');
      expect(new Set(all).size).toBe(2);
      if (isDone) return;
    }
    expect.unreachable('the run never ended by itself');
  });
});
