import { mkdirSync, readlinkSync, renameSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { KILLING, killAt, killedChanges, MANY, WHEN_KILLED } from '../support/crash.ts';
import { emptyFolder, repositoryWith, treeOf, writeAll } from '../support/folder.ts';
import { run } from '../support/program.ts';

describe.each(WHEN_KILLED)('killed right %s each change to the disk', (when) => {
  it.each([
    ['a directory', 'rfcs/0001-a/README.md', 'rfcs/0002-a/README.md', 1],
    ['a file', 'rfcs/0001-a.md', 'rfcs/0002-a.md', 2],
  ])('renumber of %s is done whole by the next run', KILLING, async (_, from, to, first) => {
    let last = 0;
    for (const at of killedChanges(Number(first))) {
      const cwd = emptyFolder();
      const files = (name: string, number: number) => ({
        [name]: `# 000${number}: A\n`,
        'README.md': `[a](${name})\n`,
        'docs/x.md': `See ${name}.\n`,
      });
      writeAll(cwd, files(from, 1));
      symlinkSync(from, path.join(cwd, 'latest'));
      const isDone = await killAt(cwd, ['renumber', '1', '2'], `${at} ${when}`);
      if (!isDone) last = at;
      await run(['renumber', '1', '2'], { cwd });
      // A claim of a process that is gone holds nothing, and goes with the next run that takes a number.
      const left = Object.entries(treeOf(cwd)).filter(
        ([name, text]) => text !== null && !/\/\.create-enhancement\/\d/.test(name),
      );
      expect(Object.fromEntries(left)).toEqual(files(to, 2));
      expect(readlinkSync(path.join(cwd, 'latest'))).toBe(to);
      if (isDone) break;
    }
    // The claim, the journal, three files, a link, and giving the claim up.
    expect(last).toBeGreaterThan(20);
  });
});

describe('a move that was killed in a repository that has moved since', () => {
  it('is taken back there by the next run', { timeout: 60_000 }, async () => {
    for (let at = 1; at < MANY; at++) {
      const old = await repositoryWith({
        'rfcs/0001-a.md': '# 0001: A\n',
        'rfcs/0002-b.md': '# B\n',
      });
      await killAt(old, ['renumber', '1', '9'], `${at} after`);
      if (!('rfcs/0009-a.md' in treeOf(old))) continue;
      const moved = path.join(emptyFolder(), 'moved');
      renameSync(old, moved);
      mkdirSync(old);
      const { stderr } = await run(['T', '--yes'], { cwd: moved });
      expect(stderr).toContain('an interrupted change to 0001-a.md was rolled back first');
      expect(Object.keys(treeOf(moved))).toEqual([
        ...['rfcs', 'rfcs/0001-a.md', 'rfcs/0002-b.md', 'rfcs/0003-t.md'],
      ]);
      return;
    }
    expect.unreachable('it never moved');
  });
});

describe('a move that was killed', () => {
  it('is told by every command that only reads, and changed by none', {
    timeout: 60_000,
  }, async () => {
    const files = {
      'rfcs/0000-template.md': '# NNNN: Title\n\n## Summary\n\nWhat?\n',
      'rfcs/0001-a.md': '# 0001: A\n\nStatus: draft\n\n## Summary\n\nOne.\n',
      'rfcs/0002-b.md': '# 0002: B\n\nStatus: draft\n\n## Summary\n\nTwo.\n',
    };
    let cwd = await repositoryWith(files);
    const quiet = await run(['list'], { cwd });
    expect(quiet.stderr).not.toContain('has not finished');
    for (let at = 1; at < MANY && !('rfcs/0009-a.md' in treeOf(cwd)); at++) {
      cwd = await repositoryWith(files);
      await killAt(cwd, ['renumber', '1', '9'], `${at} after`);
    }
    const before = treeOf(cwd);
    expect(before).toHaveProperty(['rfcs/0009-a.md']);
    for (const args of [
      ['list'],
      ['show', '2'],
      ['status', '2'],
      ['status', '2', 'draft', '--dry-run'],
      ['check'],
      ['check', '--fix', '--dry-run'],
      ['upgrade', '--all', '--dry-run'],
      ['renumber', '2', '5', '--dry-run'],
      ['T', '--yes', '--dry-run'],
    ]) {
      const { stderr } = await run(args, { cwd });
      expect(`${args.join(' ')}: ${stderr}`).toContain('a change of files here has not finished');
      expect(treeOf(cwd)).toEqual(before);
    }
    const { stderr } = await run(['check', '--fix'], { cwd });
    expect(stderr).toContain('an interrupted change to 0001-a.md was rolled back first');
    expect(treeOf(cwd)).toHaveProperty(['rfcs/0001-a.md']);
  });
});

describe('a move that was killed, and whose files were changed since', () => {
  it('is left to the user, who has lost nothing', { timeout: 60_000 }, async () => {
    for (let at = 1; at < MANY; at++) {
      const cwd = emptyFolder();
      writeAll(cwd, {
        'rfcs/0001-a/README.md': '# 0001: A\n',
        'README.md': '[a](rfcs/0001-a/README.md)\n',
      });
      const isDone = await killAt(cwd, ['renumber', '1', '2'], `${at} after`);
      expect(isDone).toBe(false);
      if (!treeOf(cwd)['README.md']?.includes('0002-a')) continue;
      writeAll(cwd, { 'README.md': 'Mine\n', 'rfcs/0002-a/notes.md': 'Notes\n' });
      const before = treeOf(cwd);
      const { code, stderr } = await run(['renumber', '1', '2'], { cwd });
      expect({ code, stderr }).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/was interrupted[\s\S]*README\.md\nhint: [\s\S]*--force/),
      });
      expect(treeOf(cwd)).toEqual(before);
      await run(['renumber', '2', '3', '--force'], { cwd });
      const left = Object.entries(treeOf(cwd)).filter(([, text]) => text !== null);
      expect(Object.fromEntries(left)).toEqual({
        'README.md': 'Mine\n',
        // As the killed run left it.
        'rfcs/0003-a/README.md': '# 0001: A\n',
        'rfcs/0003-a/notes.md': 'Notes\n',
      });
      return;
    }
    expect.unreachable('the link was never changed');
  });
});
