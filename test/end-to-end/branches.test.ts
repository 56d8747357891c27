import { execFileSync } from 'node:child_process';
import { utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, git, repositoryWith, writeAll } from '../support/folder.ts';
import { run, runJson } from '../support/program.ts';

/** A repository whose branch has the numbers 2 and 3, and whose main has 1. */
async function origin(): Promise<string> {
  const folder = await repositoryWith({ 'rfcs/0001-a.md': '# A\n' });
  await git(folder, 'checkout', '--quiet', '-b', 'feature/x');
  writeAll(folder, { 'rfcs/0002-b.md': '# B\n', 'rfcs/0003-ü x/README.md': '# C\n' });
  await git(folder, 'add', '--all');
  await git(folder, 'commit', '--quiet', '--message', 'Two');
  await git(folder, 'checkout', '--quiet', 'main');
  return folder;
}

async function clone(source: string, ...flags: string[]): Promise<string> {
  const folder = path.join(emptyFolder(), 'clone');
  await git(source, 'config', 'uploadpack.allowFilter', 'true');
  await git(source, 'clone', '--quiet', ...flags, `file://${source}`, folder);
  return folder;
}

describe('numbers on branches', () => {
  it('are passed, and the run says whom it met', async () => {
    const cwd = await origin();
    await git(cwd, 'config', 'core.quotePath', 'true');
    const { json, stderr } = await runJson(['New', '--yes'], { cwd });
    expect(json).toMatchObject({ number: 4, path: 'rfcs/0004-new.md' });
    expect(stderr).toContain('number 2 is taken: rfcs/0002-b.md (on feature/x, by Test)');
    expect(stderr).toContain('number 3 is taken: rfcs/0003-ü x (on feature/x, by Test)');
    const taken = await run(['Other', '--number', '3', '--yes'], { cwd });
    expect(taken.code).toBe(1);
    expect(taken.stderr).toContain('Number 3 is taken: rfcs/0003-ü x (on feature/x, by Test)');
  });

  it('are passed on fetched branches, and their slugs are free', async () => {
    const cwd = await clone(await origin());
    const { json, stderr } = await runJson(['B', '--yes', '--dry-run'], { cwd });
    expect(json.path).toBe('rfcs/0004-b.md');
    expect(stderr).toContain('(on origin/feature/x, by Test)');
  });

  it('are not asked for where numbers come from issues', async () => {
    const cwd = await repositoryWith({ 'keps/101-a.md': '# A\n', 'keps/377-b.md': '# B\n' });
    await git(cwd, 'checkout', '--quiet', '-b', 'mine');
    writeAll(cwd, { 'keps/1205-c.md': '# C\n' });
    await git(cwd, 'add', '--all');
    await git(cwd, 'commit', '--quiet', '--message', 'Mine');
    await git(cwd, 'checkout', '--quiet', 'main');
    const { json } = await runJson(['C', '--number', '1205', '--yes'], { cwd });
    expect(json.path).toBe('keps/1205-c.md');
  });

  it('cannot be seen in every clone, which is said', async () => {
    const source = await origin();
    const single = await runJson(['N', '--yes'], { cwd: await clone(source, '--single-branch') });
    expect(single.json.number).toBe(2);
    expect(single.stderr).toContain('follows a single branch');
    const treeless = await runJson(['N', '--yes'], { cwd: await clone(source, '--filter=tree:0') });
    expect(treeless.stderr).toContain('has no trees');
    const old = await clone(source);
    const file = path.join(old, '.git/FETCH_HEAD');
    writeFileSync(file, '');
    utimesSync(file, new Date(0), new Date(0));
    const unfetched = await runJson(['N', '--yes'], { cwd: old });
    expect(unfetched.json.number).toBe(4);
    expect(unfetched.stderr).toContain('last fetched over two weeks ago');
  });

  it('are seen during a merge, with a detached head, and below the root', async () => {
    const cwd = await origin();
    await git(cwd, 'checkout', '--quiet', '--detach');
    writeAll(cwd, { 'src/x.txt': '' });
    const { json } = await runJson(['N', '--yes', '--dry-run'], { cwd: path.join(cwd, 'src') });
    expect(json.path).toBe('../rfcs/0004-n.md');
    writeAll(cwd, { 'rfcs/0001-a.md': '# Other\n' });
    await git(cwd, 'commit', '--quiet', '--all', '--message', 'Other');
    await git(cwd, 'merge', '--no-commit', '--no-ff', 'feature/x');
    const merging = await runJson(['N', '--yes', '--dry-run'], { cwd });
    expect(merging.json.path).toBe('rfcs/0004-n.md');
  });

  it('leave the repository as it was', async () => {
    const cwd = await clone(await origin());
    const state = () =>
      execFileSync('git', ['for-each-ref'], { cwd, encoding: 'utf8' }) +
      execFileSync('git', ['config', '--list', '--local'], { cwd, encoding: 'utf8' });
    const before = state();
    await run(['N', '--yes'], { cwd });
    expect(state()).toBe(before);
  });
});
