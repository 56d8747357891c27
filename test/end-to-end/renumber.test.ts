import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, git, repositoryWith, treeOf, writeAll } from '../support/folder.ts';
import { run, runJson } from '../support/program.ts';

const FILES = {
  'rfcs/0007-cache/README.md': '---\nnumber: 7\n---\n# RFC 0007: Cache\n\nSee #7.\n',
  'rfcs/0007-cache/kep.yaml': 'title: Cache\nkep-number: "0007"\n',
  'rfcs/0007-cache-v2/README.md': '# RFC 0007: Second\n\n[first](../0007-cache/README.md)\n',
  'rfcs/README.md': [
    '| 0007 | [Cache](0007-cache/README.md) |',
    '| 0007 | [Second](0007-cache-v2/README.md) |',
    '- [RFC 0007](0007-cache) · [0007]: ./0007-cache/ · [x](/rfcs/0007-cache/#goals)',
    'https://example.invalid/o/r/blob/0123456789abcdef/rfcs/0007-cache/README.md',
    'https://example.invalid/o/r/blob/main/rfcs/0007-cache/README.md',
    'EP-0007 and my-0007-cache and 0007-cache.png',
    '',
  ].join('\n'),
  'mkdocs.yml': 'nav:\n  - rfcs/0007-cache/README.md\n',
  CODEOWNERS: '/rfcs/0007-cache/ @a\n',
  'src/a.go': '// see rfcs/0007-cache\r\n',
  'data.bin': 'rfcs/0007-cache\0',
};

const MOVED = {
  'rfcs/0009-cache/README.md': '---\nnumber: 9\n---\n# RFC 0009: Cache\n\nSee #7.\n',
  'rfcs/0009-cache/kep.yaml': 'title: Cache\nkep-number: "0009"\n',
  'rfcs/0007-cache-v2/README.md': '# RFC 0007: Second\n\n[first](../0009-cache/README.md)\n',
  'rfcs/README.md': [
    '| 0009 | [Cache](0009-cache/README.md) |',
    '| 0007 | [Second](0007-cache-v2/README.md) |',
    '- [RFC 0009](0009-cache) · [0009]: ./0009-cache/ · [x](/rfcs/0009-cache/#goals)',
    'https://example.invalid/o/r/blob/0123456789abcdef/rfcs/0007-cache/README.md',
    'https://example.invalid/o/r/blob/main/rfcs/0009-cache/README.md',
    'EP-0007 and my-0007-cache and 0007-cache.png',
    '',
  ].join('\n'),
  'mkdocs.yml': 'nav:\n  - rfcs/0009-cache/README.md\n',
  CODEOWNERS: '/rfcs/0009-cache/ @a\n',
  'src/a.go': '// see rfcs/0009-cache\r\n',
  'data.bin': 'rfcs/0007-cache\0',
};

const filesOf = (folder: string) =>
  Object.fromEntries(Object.entries(treeOf(folder)).filter(([, text]) => text !== null));

describe('renumber', () => {
  it('moves a proposal and mends what points at it, and nothing else', async () => {
    const cwd = await repositoryWith(FILES);
    const plan = await runJson(['renumber', 'rfcs/0007-cache', '9', '--dry-run'], { cwd });
    expect(filesOf(cwd)).toEqual(FILES);
    expect(plan.json).toMatchObject({
      command: 'renumber',
      dryRun: true,
      from: { number: '0007', path: 'rfcs/0007-cache' },
      to: { number: '0009', path: 'rfcs/0009-cache' },
    });
    expect(plan.json.mentions).toContainEqual({
      path: 'rfcs/README.md',
      line: 6,
      text: 'EP-0007 and my-0007-cache and 0007-cache.png',
    });
    expect(plan.json.mentions).toContainEqual({
      path: 'rfcs/0007-cache/README.md',
      line: 6,
      text: 'See #7.',
    });
    const { code, stdout } = await run(['renumber', 'rfcs/0007-cache', '9'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('Moved rfcs/0007-cache to rfcs/0009-cache\n');
    expect(filesOf(cwd)).toEqual(MOVED);
  });

  it('takes the next number, in a folder without git as well, also of a proposal that is a file', async () => {
    const cwd = emptyFolder();
    writeAll(cwd, {
      'rfcs/001-a.md': '# 001. A\n',
      'rfcs/002-b b.md': '# 002. B\n',
      'README.md': '[2](rfcs/002-b%20b.md) [002](<rfcs/002-b b.md>)\n',
    });
    const { json } = await runJson(['renumber', '2'], { cwd });
    expect(json.to).toEqual({ number: '003', path: 'rfcs/003-b b.md' });
    expect(filesOf(cwd)).toEqual({
      'rfcs/001-a.md': '# 001. A\n',
      'rfcs/003-b b.md': '# 003. B\n',
      'README.md': '[3](rfcs/003-b%20b.md) [003](<rfcs/003-b b.md>)\n',
    });
  });

  it.each<[string, string[], number, string]>([
    ['a number that is taken', ['renumber', 'rfcs/0007-cache', '8'], 1, 'Number 8 is taken'],
    ['its own number', ['renumber', 'rfcs/0007-cache', '7'], 2, 'already has the number 7'],
    [
      'a number that two have since the same day',
      ['renumber', '7'],
      2,
      'Several proposals match "7"',
    ],
    ['nothing of that name', ['renumber', 'nothing'], 2, 'There is no proposal "nothing"'],
    ['no proposal', ['renumber'], 2, 'renumber takes a proposal'],
    [
      'a word for a number',
      ['renumber', '7', 'nine'],
      2,
      'renumber takes a proposal and optionally a number',
    ],
    ['answers', ['renumber', '7', '--goal', 'x'], 2, '--goal cannot be used with renumber'],
  ])('refuses %s', async (_, args, exitCode, message) => {
    const cwd = await repositoryWith({
      ...FILES,
      'rfcs/0008-other/README.md': '# RFC 0008: Other\n',
    });
    const before = treeOf(cwd);
    const { code, stdout, stderr } = await run(args, { cwd });
    expect({ code, stdout }).toEqual({ code: exitCode, stdout: '' });
    expect(stderr).toContain(message);
    expect(treeOf(cwd)).toEqual(before);
  });

  it('refuses while something that would change is not committed, unless forced', async () => {
    const cwd = await repositoryWith(FILES);
    writeFileSync(path.join(cwd, 'CODEOWNERS'), '/rfcs/0007-cache/ @b\n');
    const before = treeOf(cwd);
    const { code, stderr } = await run(['renumber', 'rfcs/0007-cache'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('have uncommitted changes:\n  CODEOWNERS\n');
    expect(treeOf(cwd)).toEqual(before);
    const forced = await run(['renumber', 'rfcs/0007-cache', '--force'], { cwd });
    expect(forced.code).toBe(0);
    expect(readFileSync(path.join(cwd, 'CODEOWNERS'), 'utf8')).toBe('/rfcs/0008-cache/ @b\n');
  });

  it.each<[string, Record<string, string>, string[], Record<string, string>]>([
    [
      'another of the same name',
      {
        'keps/net/0001-x/README.md': '# 0001: X\n',
        'keps/net/0002-y/README.md': '# Y\n',
        'keps/node/0001-x/README.md': '# 0001: X\n',
        'keps/node/0002-z/README.md': '# Z\n',
        'README.md': '[n](keps/node/0001-x/README.md) [m](keps/net/0001-x/README.md)\n',
      },
      ['keps/net/0001-x', '50', '--dir', 'keps/net'],
      {
        'README.md': '[n](keps/node/0001-x/README.md) [m](keps/net/0050-x/README.md)\n',
        'keps/net/0050-x/README.md': '# 0050: X\n',
      },
    ],
    [
      'attachments beside a file',
      {
        'rfcs/0001-a.md': '# 0001: A\n\n![d](0001-a/d.png)\n',
        'rfcs/0001-a/d.md': '',
        'rfcs/0002-b.md': '# B\n',
      },
      ['rfcs/0001-a.md', '5'],
      { 'rfcs/0005-a.md': '# 0005: A\n\n![d](0001-a/d.png)\n', 'rfcs/0001-a/d.md': '' },
    ],
    [
      'files inside that have its name',
      {
        'rfcs/0001-a/README.md': '# 0001: A\n\n[x](../0001-a/0001-a.md) [h](0001-a.html)\n',
        'rfcs/0001-a/0001-a.md': 'x\n',
      },
      ['1', '5'],
      { 'rfcs/0005-a/README.md': '# 0005: A\n\n[x](../0005-a/0001-a.md) [h](0001-a.html)\n' },
    ],
    [
      'digits that count something',
      {
        'rfcs/2-two.md': '# Migrate to Vue 2\n',
        'rfcs/1-one.md': '# 1: One\n',
        'rfcs/3-three.md': '# 3: Three\n',
        'README.md':
          '| 2 | [Two](rfcs/2-two.md) | 2 | 2 May |\n\n- [The 2 phases](rfcs/2-two.md)\n',
      },
      ['2', '5'],
      {
        'rfcs/5-two.md': '# Migrate to Vue 2\n',
        'README.md':
          '| 5 | [Two](rfcs/5-two.md) | 2 | 2 May |\n\n- [The 2 phases](rfcs/5-two.md)\n',
      },
    ],
    [
      'names that go on',
      {
        'rfcs/0003-cach.md': '# 0003: C\n',
        'rfcs/0001-a.md': '# A\n',
        'rfcs/0002-b.md': '# B\n',
        'README.md': '[l](0003-caché.md) 0003-cach.md-old rfcs%2F0003-cach.md\n',
      },
      ['cach', '6'],
      { 'README.md': '[l](0003-caché.md) 0003-cach.md-old rfcs%2F0006-cach.md\n' },
    ],
    [
      'identifiers in YAML',
      {
        'rfcs/0007-a/README.md': '\uFEFF# 0007: A\n',
        'rfcs/0007-a/metrics.yaml': 'id: CVE-2024-7\nnumber: "3 of 7"\n',
      },
      ['7', '12'],
      {
        'rfcs/0012-a/README.md': '\uFEFF# 0012: A\n',
        'rfcs/0012-a/metrics.yaml': 'id: CVE-2024-7\nnumber: "3 of 7"\n',
      },
    ],
  ])('leaves %s alone', async (_, files, args, expected) => {
    const cwd = await repositoryWith(files);
    const { code, stderr } = await run(['renumber', ...args], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(filesOf(cwd)).toMatchObject(expected);
  });

  it.each(['rfcs/README.md', 'rfcs/http2.md', 'rfcs/latest.md'])(
    'refuses %s, which is no proposal',
    async (file) => {
      const cwd = await repositoryWith({ ...FILES, 'rfcs/http2.md': '# H\n' });
      symlinkSync('0007-cache/README.md', path.join(cwd, 'rfcs/latest.md'));
      const before = treeOf(cwd);
      const { code } = await run(['renumber', file, '20', '--force'], { cwd });
      expect(code).toBe(2);
      expect(treeOf(cwd)).toEqual(before);
    },
  );

  it('takes everything back when something cannot be written', async () => {
    const cwd = await repositoryWith(FILES);
    const before = treeOf(cwd);
    const env = {
      NODE_OPTIONS: `--require ${path.join(import.meta.dirname, '../support/refuse.cjs')}`,
      REFUSE: 'mkdocs.yml',
    };
    const { code, stderr } = await run(['renumber', 'rfcs/0007-cache'], { cwd, env });
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Nothing was written'),
    });
    expect(treeOf(cwd)).toEqual(before);
  });

  it('passes numbers on branches', async () => {
    const cwd = await repositoryWith(FILES);
    await git(cwd, 'checkout', '--quiet', '-b', 'x');
    writeAll(cwd, { 'rfcs/0008-x/README.md': '# X\n' });
    await git(cwd, 'add', '--all');
    await git(cwd, 'commit', '--quiet', '--message', 'X');
    await git(cwd, 'checkout', '--quiet', 'main');
    const { json } = await runJson(['renumber', 'rfcs/0007-cache', '--dry-run'], { cwd });
    expect(json.to.number).toBe('0009');
  });
});

describe('drafts', () => {
  it('have no number until they get one', async () => {
    const cwd = await repositoryWith({
      'rfcs/0001-a.md': '# 0001: A\n',
      'rfcs/0000-template.md': '# NNNN: Title\n\nLink: NNNN\n',
    });
    const draft = await runJson(['My idea', '--draft', '--yes'], { cwd });
    expect(draft.json).toMatchObject({ number: null, path: 'rfcs/XXXX-my-idea.md' });
    expect(treeOf(cwd)['rfcs/XXXX-my-idea.md']).toBe('# XXXX: My idea\n\nLink: XXXX\n');
    const same = await run(['My idea', '--draft', '--yes'], { cwd });
    expect(same.code).toBe(1);
    const other = await runJson(['Other', '--yes'], { cwd });
    expect(other.json.number).toBe(2);
    const numbered = await runJson(['number', 'my-idea'], { cwd });
    expect(numbered.json.to).toEqual({ number: '0003', path: 'rfcs/0003-my-idea.md' });
    expect(treeOf(cwd)['rfcs/0003-my-idea.md']).toMatch(/^# 0003: My idea\n/);
    expect(Object.keys(treeOf(cwd))).not.toContain('rfcs/XXXX-my-idea.md');
  });

  it('need no number of an issue, and go with none', async () => {
    const cwd = await repositoryWith({ 'keps/101-a.md': '# A\n', 'keps/377-b.md': '# B\n' });
    const { json } = await runJson(['C', '--draft', '--yes'], { cwd });
    expect(json.path).toBe('keps/XXXX-c.md');
    const both = await run(['D', '--draft', '--number', '5', '--yes'], { cwd });
    expect({ code: both.code, stderr: both.stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('cannot be used with --draft'),
    });
    const asked = await run(['number', 'c'], { cwd });
    expect(asked.stderr).toContain('hint: Add it to the call, behind c\n');
    const given = await runJson(['number', 'c', '512'], { cwd });
    expect(given.json.to.path).toBe('keps/512-c.md');
  });

  it('leave the convention as it is, however many there are, and say it where there is nothing else', async () => {
    const cwd = await repositoryWith({
      'rfcs/001-a.md': '# A\n',
      'rfcs/XXXX-b.md': '# B\n',
      'rfcs/XXXX-c.md': '# C\n',
    });
    const next = await runJson(['D', '--yes'], { cwd });
    expect(next.json.path).toBe('rfcs/002-d.md');
    const taken = await run(['B', '--yes'], { cwd });
    expect(taken).toMatchObject({ code: 1, stderr: expect.stringContaining('rfcs/XXXX-b.md') });
    const only = await repositoryWith({ 'rfcs/XXXX-b/README.md': '# B\n' });
    const first = await runJson(['C', '--yes'], { cwd: only });
    expect(first.json.path).toBe('rfcs/0001-c/README.md');
    const moved = await runJson(['renumber', 'b'], { cwd: only });
    expect(moved.json.to.path).toBe('rfcs/0002-b');
  });
});
