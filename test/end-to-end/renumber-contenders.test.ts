import { lstatSync, readlinkSync, symlinkSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { emptyFolder, git, repositoryWith, treeOf, writeAll } from '../support/folder.ts';
import { run, runJson } from '../support/program.ts';

const FIRST = {
  'rfcs/0001-a/README.md': '# 0001: A\n',
  'rfcs/0002-b/README.md': '# 0002: B\n\n[a](../0001-a/README.md)\n',
};
const SECOND = { 'rfcs/0002-c/README.md': '# 0002: C\n' };

async function commit(cwd: string, message: string, day?: string): Promise<void> {
  await git(cwd, 'add', '--all');
  await git(cwd, 'commit', '--quiet', '--message', message);
  if (day !== undefined) await amend(cwd, day);
}

/** Gives the last commit another day. */
async function amend(cwd: string, day: string): Promise<void> {
  const env = { GIT_COMMITTER_DATE: `${day}T12:00:00Z` };
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.invalid'];
  await execa('git', [...identity, 'commit', '--quiet', '--amend', '--no-edit'], { cwd, env });
}

/** Two proposals have the number 2 on the main branch, the second since a later day. */
async function bothLanded(): Promise<string> {
  const cwd = await repositoryWith(FIRST);
  writeAll(cwd, SECOND);
  await commit(cwd, 'Second', '2040-05-06');
  return cwd;
}

describe('which of two with one number moves', () => {
  it('is the one that is not on the default branch', async () => {
    const cwd = await repositoryWith(FIRST);
    await git(cwd, 'checkout', '--quiet', '-b', 'feature');
    writeAll(cwd, SECOND);
    await commit(cwd, 'Second', '2001-01-01');
    const { json } = await runJson(['renumber', '2', '--dry-run'], { cwd });
    expect(json).toMatchObject({
      from: { path: 'rfcs/0002-c' },
      to: { path: 'rfcs/0003-c' },
      because: 'rfcs/0002-b is on main, but this one is not',
    });
  });

  it('is the one that the remote does not have, also on the default branch', async () => {
    const origin = await repositoryWith(SECOND);
    const cwd = path.join(emptyFolder(), 'clone');
    await git(origin, 'clone', '--quiet', '--origin', 'company', origin, cwd);
    writeAll(cwd, FIRST);
    await commit(cwd, 'Ours');
    const { code, stdout } = await run(['renumber', '2'], { cwd });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: [
        'Moved rfcs/0002-b to rfcs/0003-b',
        '  (rfcs/0002-c is on company/main, but this one is not)',
        '  rfcs/0002-b/README.md:1  0002 → 0003',
        '',
      ].join('\n'),
    });
  });

  it('is the later one with --yes; without, and with nobody to ask, both are shown', async () => {
    const cwd = await bothLanded();
    writeAll(cwd, {
      'README.md': '[b](rfcs/0002-b) [c](rfcs/0002-c) [c](rfcs/0002-c/README.md)\n',
    });
    await commit(cwd, 'Links');
    const before = treeOf(cwd);
    const { code, stderr } = await run(['renumber', '2'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /Several proposals match "2":\n {2}rfcs\/0002-c {2}\(on main since 2040-05-06, 2 references to it\)\n {2}rfcs\/0002-b {2}\(on main since \d{4}-\d\d-\d\d, 1 reference to it\)\n/,
    );
    expect(stderr).toContain(
      'hint: The later one should move: pass its path, or --yes\nnext: npx create-enhancement renumber rfcs/0002-c\n',
    );
    expect(treeOf(cwd)).toEqual(before);
    const { json } = await runJson(['renumber', '2', '--yes'], { cwd });
    expect(json).toMatchObject({ to: { path: 'rfcs/0003-c' }, because: 'the later one' });
  });

  it('is the one that came to the default branch later, whenever it was written', async () => {
    const cwd = await repositoryWith({ 'rfcs/0001-a/README.md': '# 0001: A\n' });
    await git(cwd, 'checkout', '--quiet', '-b', 'feature');
    writeAll(cwd, SECOND);
    await commit(cwd, 'Second', '2001-01-01');
    await git(cwd, 'checkout', '--quiet', 'main');
    writeAll(cwd, { 'rfcs/0002-b/README.md': '# 0002: B\n' });
    await commit(cwd, 'First', '2040-01-01');
    await git(cwd, 'merge', '--quiet', '--no-edit', 'feature');
    await amend(cwd, '2041-01-01');
    const { json } = await runJson(['renumber', '2', '--yes', '--dry-run'], { cwd });
    expect(json).toMatchObject({ from: { path: 'rfcs/0002-c' }, because: 'the later one' });
  });

  it('is the later one where the default branch was moved to a branch that had merged it', async () => {
    const cwd = await repositoryWith({ 'rfcs/0001-a/README.md': '# 0001: A\n' });
    await git(cwd, 'checkout', '--quiet', '-b', 'feature');
    writeAll(cwd, SECOND);
    await commit(cwd, 'Second', '2040-05-05');
    await git(cwd, 'checkout', '--quiet', 'main');
    writeAll(cwd, { 'rfcs/0002-b/README.md': '# 0002: B\n' });
    await commit(cwd, 'First', '2040-05-01');
    await git(cwd, 'checkout', '--quiet', 'feature');
    await git(cwd, 'merge', '--quiet', '--no-edit', 'main');
    await amend(cwd, '2040-05-06');
    await git(cwd, 'checkout', '--quiet', 'main');
    await git(cwd, 'merge', '--quiet', '--ff-only', 'feature');
    const { json } = await runJson(['renumber', '2', '--yes', '--dry-run'], { cwd });
    expect(json).toMatchObject({ from: { path: 'rfcs/0002-c' }, because: 'the later one' });
  });

  it.each([{ only: [] }, { only: ['--changed', '--base', 'main'] }])(
    'is the same one for check: $only',
    async ({ only }) => {
      const cwd = await repositoryWith(FIRST);
      await git(cwd, 'checkout', '--quiet', '-b', 'feature');
      writeAll(cwd, SECOND);
      await commit(cwd, 'Second', '2001-01-01');
      const { json } = await runJson(['check', ...only], { cwd });
      const fixes = json.findings.flatMap((each: { code: string; fix?: string }) =>
        each.code === 'number-duplicate' && each.fix ? [each.fix] : [],
      );
      expect(fixes).toEqual(['npx create-enhancement renumber rfcs/0002-c/README.md']);
    },
  );

  it('is the later one also where both came in the same second', async () => {
    const cwd = await repositoryWith(FIRST);
    await amend(cwd, '2040-05-06');
    writeAll(cwd, SECOND);
    await commit(cwd, 'Second', '2040-05-06');
    const { json } = await runJson(['renumber', '2', '--yes', '--dry-run'], { cwd });
    expect(json).toMatchObject({ from: { path: 'rfcs/0002-c' }, because: 'the later one' });
  });

  it('is nobody’s guess where both came at once, or there is no git', async () => {
    const together = await repositoryWith({ ...FIRST, ...SECOND });
    const apart = emptyFolder();
    writeAll(apart, { ...FIRST, ...SECOND });
    for (const cwd of [together, apart]) {
      const before = treeOf(cwd);
      const { code, stderr } = await run(['renumber', '2', '9', '--yes'], { cwd });
      expect(code).toBe(2);
      expect(stderr).toContain('Pass the path of the one to move');
      expect(treeOf(cwd)).toEqual(before);
    }
  });
});

describe('symbolic links to a proposal', () => {
  it('follow it, wherever they lead through its name', async () => {
    const cwd = await repositoryWith({ ...FIRST, 'docs/x.md': 'x\n' });
    const link = (target: string, name: string) => symlinkSync(target, path.join(cwd, name));
    link('../rfcs/0002-b/README.md', 'docs/b.md');
    link('rfcs/0002-b', 'latest');
    link('../0002-b/README.md', 'rfcs/0002-b/self.md');
    link('../0002-b-other', 'rfcs/0001-a/other');
    link('0002-b', 'elsewhere');
    await commit(cwd, 'Links');
    const { json } = await runJson(['renumber', '2'], { cwd });
    expect(json.links).toContainEqual({
      path: 'latest',
      before: 'rfcs/0002-b',
      after: 'rfcs/0003-b',
    });
    const said = (name: string) => readlinkSync(path.join(cwd, name));
    expect(said('docs/b.md')).toBe('../rfcs/0003-b/README.md');
    expect(said('latest')).toBe('rfcs/0003-b');
    expect(said('rfcs/0003-b/self.md')).toBe('../0003-b/README.md');
    expect(said('rfcs/0001-a/other')).toBe('../0002-b-other');
    expect(said('elsewhere')).toBe('0002-b');
    expect(Object.keys(treeOf(cwd)).filter((name) => name.includes('.create-'))).toEqual([]);
  });

  it('are left as they are when something cannot be written, and follow without git', async () => {
    const cwd = emptyFolder();
    writeAll(cwd, { ...FIRST, 'README.md': '[b](rfcs/0002-b)\n' });
    symlinkSync('rfcs/0002-b', path.join(cwd, 'latest'));
    symlinkSync('rfcs/0002-b/README.md', path.join(cwd, 'now.md'));
    const env = {
      NODE_OPTIONS: `--require ${path.join(import.meta.dirname, '../support/refuse.cjs')}`,
      REFUSE: 'now.md',
    };
    const before = treeOf(cwd);
    const { code } = await run(['renumber', '2'], { cwd, env });
    expect(code).toBe(1);
    expect(treeOf(cwd)).toEqual(before);
    expect(readlinkSync(path.join(cwd, 'latest'))).toBe('rfcs/0002-b');
    expect(await run(['renumber', '2'], { cwd })).toMatchObject({ code: 0 });
    expect(readlinkSync(path.join(cwd, 'latest'))).toBe('rfcs/0003-b');
    expect(lstatSync(path.join(cwd, 'now.md')).isSymbolicLink()).toBe(true);
  });

  it('count as what would be lost when they are not committed', async () => {
    const cwd = await repositoryWith(FIRST);
    symlinkSync('rfcs/0001-a', path.join(cwd, 'latest'));
    await commit(cwd, 'Link');
    unlinkSync(path.join(cwd, 'latest'));
    symlinkSync('rfcs/0002-b', path.join(cwd, 'latest'));
    const { code, stderr } = await run(['renumber', '2'], { cwd });
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('have uncommitted changes:\n  latest\n'),
    });
  });
});
