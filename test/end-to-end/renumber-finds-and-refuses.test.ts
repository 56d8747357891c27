import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, git, repositoryWith, treeOf, writeAll } from '../support/folder.ts';
import { run, runJson } from '../support/program.ts';

const THREE = {
  'rfcs/0001-a/README.md': '# 0001: A\n',
  'rfcs/0002-b/README.md': '# 0002: B\n',
  'rfcs/0003-c/README.md': '# 0003: C\n',
};

describe('renumber refuses', () => {
  it.each<[string, Record<string, string>]>([
    [
      'a setting that git does not take',
      {
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: 'status.showUntrackedFiles',
        GIT_CONFIG_VALUE_0: 'bogus',
      },
    ],
    ['a repository of somebody else', { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' }],
    ['a git that is not there', { PATH: path.join(import.meta.dirname, 'nothing') }],
  ])('when git says nothing of what is committed, because of %s', async (_, env) => {
    const cwd = await repositoryWith(THREE);
    const before = treeOf(cwd);
    const { code, stderr } = await run(['renumber', '3', '9'], { cwd, env });
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/git cannot tell[\s\S]*--force/),
    });
    expect(treeOf(cwd)).toEqual(before);
  });

  it('to move another repository that lies in a proposal', async () => {
    const inner = await repositoryWith({ 'x.md': 'x\n' });
    const cwd = await repositoryWith(THREE);
    const add = ['submodule', '--quiet', 'add', inner, 'rfcs/0003-c/demo'];
    await git(cwd, '-c', 'protocol.file.allow=always', ...add);
    await git(cwd, 'commit', '--quiet', '--message', 'Submodule');
    const { code, stderr } = await run(['renumber', '3', '9'], { cwd });
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('rfcs/0003-c/demo is a submodule'),
    });
  });

  it('a name that proposals with several numbers have, without a guess', async () => {
    const cwd = await repositoryWith(THREE);
    await git(cwd, 'checkout', '--quiet', '-b', 'feature');
    writeAll(cwd, { 'rfcs/0004-a/README.md': '# 0004: A\n' });
    await git(cwd, 'add', '--all');
    await git(cwd, 'commit', '--quiet', '--message', 'A again');
    const { code, stderr } = await run(['renumber', 'a', '--yes'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/Several proposals match "a":\n {2}rfcs\/0001-a .*\n {2}rfcs\/0004-a /);
  });

  it('a number that proposals of several areas have', async () => {
    const one = (area: string) =>
      [1, 2, 3].map((n) => [`keps/${area}/000${n}-x/README.md`, '# X\n']);
    const cwd = await repositoryWith(Object.fromEntries([...one('alpha'), ...one('beta')]));
    const { code, stderr } = await run(['renumber', '2'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('--dir keps/alpha\n  --dir keps/beta');
    const { json } = await runJson(['renumber', '2', '--dir', 'keps/beta'], { cwd });
    expect(json.to.path).toBe('keps/beta/0004-x');
  });

  it('a number that is taken, naming the one it would get', async () => {
    const cwd = await repositoryWith(THREE);
    const { stderr } = await run(['renumber', '3', '2'], { cwd });
    expect(stderr).toContain('Leave out the number to get 4');
  });

  it('over what is staged under another name', async () => {
    const cwd = await repositoryWith({
      ...THREE,
      'rfcs/0003-c/notes.md': 'Notes that are long.\n',
    });
    await git(cwd, 'mv', 'rfcs/0003-c/notes.md', 'rfcs/0003-c/other.md');
    const { stderr } = await run(['renumber', '3'], { cwd });
    expect(stderr).toContain(
      'have uncommitted changes:\n  rfcs/0003-c/notes.md\n  rfcs/0003-c/other.md\nhint',
    );
  });
});

describe('renumber finds', () => {
  it('a proposal by its name, although a directory is called so', async () => {
    const cwd = await repositoryWith({ ...THREE, 'c/README.md': '# Not this\n' });
    const { json } = await runJson(['renumber', 'c', '9'], { cwd });
    expect(json.to.path).toBe('rfcs/0009-c');
  });

  it('proposals through a link to their directory', async () => {
    const cwd = await repositoryWith({ ...THREE, 'README.md': '[c](rfcs/0003-c/README.md)\n' });
    symlinkSync('rfcs', path.join(cwd, 'proposals'));
    const { json } = await runJson(['renumber', '3', '--dir', 'proposals'], { cwd });
    expect(json.to.path).toBe('rfcs/0004-c');
    expect(treeOf(cwd)).toMatchObject({
      'README.md': '[c](rfcs/0004-c/README.md)\n',
      'rfcs/0004-c/README.md': '# 0004: C\n',
    });
  });

  it('links in files that are no UTF-8, and leaves their other bytes', async () => {
    const cwd = await repositoryWith(THREE);
    const bytes = (name: string) => Buffer.from(`caf\xe9 [c](rfcs/${name}/README.md)\n`, 'latin1');
    writeFileSync(path.join(cwd, 'old.txt'), bytes('0003-c'));
    await git(cwd, 'add', '--all');
    await git(cwd, 'commit', '--quiet', '--message', 'Old');
    await run(['renumber', '3'], { cwd });
    expect(readFileSync(path.join(cwd, 'old.txt'))).toEqual(bytes('0004-c'));
  });

  it('but not in what is no text of a usual size, which it names where it may point', async () => {
    const link = '[c](rfcs/0003-c/README.md)\n';
    const cwd = await repositoryWith({
      ...THREE,
      'large.md': `${'x\n'.repeat(1_100_000)}${link}`,
      'large.log': 'x\n'.repeat(1_100_000),
      'binary.md': `\0${link}`,
      'picture.png': '\0',
    });
    const before = treeOf(cwd);
    const { json } = await runJson(['renumber', '3'], { cwd });
    expect(json.unseen).toEqual([
      { path: 'binary.md', why: 'binary' },
      { path: 'large.md', why: 'too large' },
    ]);
    for (const name of ['large.md', 'binary.md']) expect(treeOf(cwd)[name]).toBe(before[name]);
  });

  it('what may mean one of two of the same name, and says so', async () => {
    const cwd = emptyFolder();
    writeAll(cwd, {
      'docs/adr/0001-a.md': '# 1. A\n',
      'docs/adr/0002-b.md': '# 2. B\n',
      'docs/de/adr/0002-b.md': '# 2. B\n',
      'mkdocs.yml': 'nav:\n  - B: adr/0002-b.md\n',
      'README.md': '[b](docs/adr/0002-b.md) [de](docs/de/adr/0002-b.md)\n',
    });
    const { json } = await runJson(['renumber', 'docs/adr/0002-b.md'], { cwd });
    expect(json.mentions).toEqual([{ path: 'mkdocs.yml', line: 2, text: '- B: adr/0002-b.md' }]);
    expect(treeOf(cwd)).toMatchObject({
      'README.md': '[b](docs/adr/0003-b.md) [de](docs/de/adr/0002-b.md)\n',
      'docs/adr/0003-b.md': '# 3. B\n',
      'docs/de/adr/0002-b.md': '# 2. B\n',
    });
  });

  it('its own number in its document alone, and nothing in templates and other drafts', async () => {
    const files = {
      'rfcs/0001-a.md': '# 0001: A\n',
      'rfcs/XXXX-one.md': '# XXXX: One\n',
      'rfcs/XXXX-two.md': '# XXXX: Two\n\nRequires: XXXX\n',
      'rfcs/0000-template.md': '---\nsuperseded-by: XXXX\n---\n# NNNN: Title\n',
    };
    const cwd = await repositoryWith(files);
    await run(['number', 'one'], { cwd });
    expect(treeOf(cwd)).toEqual({
      rfcs: null,
      'rfcs/0000-template.md': files['rfcs/0000-template.md'],
      'rfcs/0001-a.md': files['rfcs/0001-a.md'],
      'rfcs/0002-one.md': '# 0002: One\n',
      'rfcs/XXXX-two.md': files['rfcs/XXXX-two.md'],
    });
    const before = treeOf(cwd);
    const moved = await run(['number', '1', '12'], { cwd });
    expect(moved).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/already has the number 1[\s\S]*renumber 1 12/),
    });
    expect(treeOf(cwd)).toEqual(before);
    const inside = {
      'rfcs/0007-c/README.md': '# 7. C\n',
      'rfcs/0007-c/guide/7-d.md': '# 7. Do\n',
      'rfcs/0007-c/examples/x.yaml': 'number: 7\n',
    };
    const other = await repositoryWith({ ...THREE, ...inside });
    await run(['renumber', '7', '9'], { cwd: other });
    expect(treeOf(other)).toMatchObject({
      'rfcs/0009-c/README.md': '# 9. C\n',
      'rfcs/0009-c/guide/7-d.md': '# 7. Do\n',
      'rfcs/0009-c/examples/x.yaml': 'number: 7\n',
    });
  });
});
