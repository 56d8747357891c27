import { describe, expect, it } from 'vitest';
import { KILLING, killAt, killedChanges, WHEN_KILLED } from '../support/crash.ts';
import { emptyFolder, gitFolder, repositoryWith, treeOf } from '../support/folder.ts';
import { run } from '../support/program.ts';

const numbersIn = (cwd: string, directory: string) =>
  Object.keys(treeOf(cwd)).flatMap(
    (name) => new RegExp(`^${directory}/(\\d+)-[^/]+$`).exec(name)?.[1] ?? [],
  );

describe.each(WHEN_KILLED)('killed right %s each change to the disk', (when) => {
  it.each<[string, () => Promise<string>, string, first: number]>([
    ['in a plain folder', async () => emptyFolder(), 'enhancements', 1],
    ['in a git repository', gitFolder, 'enhancements', 2],
    ['where proposals are files', () => repositoryWith({ 'rfcs/0001-a.md': '# A\n' }), 'rfcs', 1],
  ])(
    '%s, no number is there twice, nothing is torn, and the next run cleans up',
    KILLING,
    async (_, prepare, directory, first) => {
      const cwd = await prepare();
      let last = 0;
      for (const at of killedChanges(first)) {
        if (await killAt(cwd, [`Killed ${at}`, '--yes'], `${at} ${when}`)) break;
        last = at;
      }
      // A directory, a claim, the files, the rename, and giving the claim up.
      expect(last).toBeGreaterThan(10);
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
});
