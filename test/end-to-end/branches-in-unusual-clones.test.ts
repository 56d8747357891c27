import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, git, repositoryWith, writeAll } from '../support/folder.ts';
import { run, runJson } from '../support/program.ts';

const FIRST = { 'rfcs/0001-a.md': '# A\n', 'rfcs/0002-b.md': '# B\n', 'rfcs/0003-c.md': '# C\n' };

async function commitOn(cwd: string, branch: string, files: Record<string, string>) {
  await git(cwd, 'checkout', '--quiet', '-b', branch);
  writeAll(cwd, files);
  await git(cwd, 'add', '--all');
  await git(cwd, 'commit', '--quiet', '--message', 'More');
  await git(cwd, 'checkout', '--quiet', 'main');
}

const dry = (cwd: string, env: Record<string, string> = {}, args: string[] = []) =>
  runJson(['New', '--yes', '--dry-run', ...args], { cwd, env });

describe('numbers on branches are passed', () => {
  it('where nothing is committed yet', async () => {
    const origin = await repositoryWith(FIRST);
    const cwd = emptyFolder();
    await git(cwd, 'init', '--quiet');
    await git(cwd, 'remote', 'add', 'origin', origin);
    await git(cwd, 'fetch', '--quiet');
    writeAll(cwd, { 'rfcs/0001-x.md': '# X\n' });
    expect((await dry(cwd)).json.number).toBe(4);
  });

  it('that a merge has added', async () => {
    const cwd = await repositoryWith(FIRST);
    await commitOn(cwd, 'feature', { 'rfcs/0004-mine.md': '# Mine\n' });
    writeAll(cwd, { 'rfcs/0004-theirs.md': '# Theirs\n' });
    await git(cwd, 'add', '--all');
    await git(cwd, 'commit', '--quiet', '--message', 'Theirs');
    await git(cwd, 'checkout', '--quiet', 'feature');
    await git(cwd, 'merge', '--quiet', '--no-commit', 'main');
    await run(['renumber', 'mine', '--force'], { cwd });
    await git(cwd, 'add', '--all');
    await git(cwd, 'commit', '--quiet', '--message', 'Merge');
    await git(cwd, 'checkout', '--quiet', 'main');
    expect((await dry(cwd)).json.number).toBe(6);
  });

  it('when the only branch is not the one that is checked out', async () => {
    const cwd = await repositoryWith(FIRST);
    writeAll(cwd, { 'rfcs/0004-d.md': '# D\n' });
    await git(cwd, 'add', '--all');
    await git(cwd, 'commit', '--quiet', '--message', 'D');
    await git(cwd, 'checkout', '--quiet', '--detach', 'HEAD~1');
    expect((await dry(cwd)).json.number).toBe(5);
  });

  it('in an area that only a branch has', async () => {
    const cwd = await repositoryWith({
      'keps/sig-a/0001-a/README.md': '# A\n',
      'keps/sig-b/0002-b/README.md': '# B\n',
      'keps/sig-b/0003-c/README.md': '# C\n',
    });
    await commitOn(cwd, 'feature', { 'keps/sig-c/0004-d/README.md': '# D\n' });
    const { json } = await dry(cwd, {}, ['--area', 'sig-a']);
    expect(json.path).toBe('keps/sig-a/0005-new/README.md');
    const clone = path.join(emptyFolder(), 'clone');
    await git(cwd, 'clone', '--quiet', '--single-branch', cwd, clone);
    const online = await dry(clone, {}, ['--area', 'sig-a', '--online']);
    expect(online.json.path).toBe('keps/sig-a/0005-new/README.md');
    expect(online.stderr).toContain('read 2 branches and 0 open requests of the remote');
    expect(online.stderr).not.toContain('follows a single branch');
  });

  it('whatever the user has set for git, and through a link', async () => {
    const cwd = await repositoryWith(FIRST);
    await commitOn(cwd, 'größe', { 'rfcs/0004-d.md': '# D\n' });
    symlinkSync('rfcs', path.join(cwd, 'proposals'));
    const { json, stderr } = await dry(cwd, {
      GIT_LITERAL_PATHSPECS: '1',
      GIT_CONFIG_COUNT: '3',
      GIT_CONFIG_KEY_0: 'log.showSignature',
      GIT_CONFIG_VALUE_0: 'true',
      GIT_CONFIG_KEY_1: 'i18n.logOutputEncoding',
      GIT_CONFIG_VALUE_1: 'UTF-16',
      GIT_CONFIG_KEY_2: 'log.showRoot',
      GIT_CONFIG_VALUE_2: 'false',
    });
    expect(json.number).toBe(5);
    expect(stderr).toContain('number 4 is taken: rfcs/0004-d.md (on größe, by Test)');
    expect((await dry(cwd, {}, ['--dir', 'proposals'])).json.path).toBe('rfcs/0005-new.md');
  });

  it('or it is said that they could not be read', async () => {
    const cwd = await repositoryWith(FIRST);
    await git(cwd, 'branch', 'feature');
    writeFileSync(path.join(cwd, '.git/refs/heads/broken'), `${'1'.repeat(40)}\n`);
    expect((await dry(cwd)).stderr).toContain('git could not read all branches');
  });
});
