import { describe, expect, it } from 'vitest';
import { KILLING, killAt, MANY, WHEN_KILLED } from '../support/crash.ts';
import { emptyFolder, gitFolder, repositoryWith, treeOf } from '../support/folder.ts';
import { run } from '../support/program.ts';

const numbersIn = (cwd: string, directory: string) =>
  Object.keys(treeOf(cwd)).flatMap(
    (name) => new RegExp(`^${directory}/(\\d+)-[^/]+$`).exec(name)?.[1] ?? [],
  );

describe.each(WHEN_KILLED)('killed right %s each change to the disk', (when) => {
  it.each<[string, () => Promise<string>, string]>([
    ['in a plain folder', async () => emptyFolder(), 'enhancements'],
    ['in a git repository', gitFolder, 'enhancements'],
    ['where proposals are files', () => repositoryWith({ 'rfcs/0001-a.md': '# A\n' }), 'rfcs'],
  ])(
    '%s, no number is there twice, nothing is torn, and the next run cleans up',
    KILLING,
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
});
