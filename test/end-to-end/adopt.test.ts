import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, git, repositoryWith, treeOf, writeAll } from '../support/folder.ts';
import { run, runJson } from '../support/program.ts';

const RFC =
  '# RFC-NNNN: Title\n\n## Summary\n\nSay what.\n\n### Goals\n\n## Notes (Optional)\n\nMore.\n';
const KEP = '# KEP-NNNN: Title\n\n## Summary\n\nSay what.\n';

/** A sequence of files with a template. */
const RFCS = {
  'README.md': '# A\n',
  'rfcs/0000-template.md': RFC,
  'rfcs/0001-first.md': '# First\n',
  'rfcs/0002-second.md': '# Second\n',
};

/** Issue numbers, areas, and a directory template. */
const KEPS = {
  'keps/NNNN-template/README.md': KEP,
  'keps/NNNN-template/kep.yaml': 'title: KEP Template\nkep-number: NNNN\nowning-sig: sig-xyz\n',
  'keps/NNNN-template/NNNN-notes.txt': 'Keep {{this}}.\n',
  'keps/sig-a/101-one/README.md': '# One\n',
  'keps/sig-a/377-two/README.md': '# Two\n',
  'keps/sig-b/1205-three/README.md': '# Three\n',
};

describe('in a repository with proposals', () => {
  it('writes the next file of a sequence from the repository’s template', async () => {
    const cwd = await repositoryWith(RFCS);
    const { code, stdout, stderr } = await run(
      ['Faster startup', '--goal', 'Half the time', '--yes'],
      { cwd },
    );
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr:
        'note: rfcs/NNNN-slug.md, next 0003, template rfcs/0000-template.md, like the 2 proposals here\n',
    });
    expect(stdout).toContain('Created rfcs/0003-faster-startup.md\n');
    expect(treeOf(cwd)).toEqual({
      ...treeOf(await repositoryWith(RFCS)),
      'rfcs/0003-faster-startup.md':
        '# RFC-0003: Faster startup\n\n## Summary\n\nSay what.\n\n### Goals\n\n- Half the time\n',
    });
  });

  it('counts on from numbers that look like dates and are none', async () => {
    const names = [20, 21, 22, 23, 24].map((end) => [`rfcs/1901${end}-n${end}.md`, '# N\n']);
    const cwd = await repositoryWith({
      ...Object.fromEntries(names),
      'rfcs/2019-12-factor-apps/README.md': '# Twelve\n',
    });
    const { code, json } = await runJson(['Next', '--yes'], { cwd });
    expect({ code, path: json.path, number: json.number }).toEqual({
      code: 0,
      path: 'rfcs/190125-next.md',
      number: 190125,
    });
    const added = await runJson(['--section', 'drawbacks', '--in', '190122', '--dry-run'], { cwd });
    expect(added.json.path).toBe('rfcs/190122-n22.md');
  });

  it('writes a directory with everything that the template has', async () => {
    const cwd = await repositoryWith(KEPS);
    const before = treeOf(cwd);
    const args = [
      'Go "fast"',
      '--area',
      'sig-b',
      '--number',
      'https://example.invalid/x/y/issues/4242',
      '--yes',
    ];
    const { code, json } = await runJson(args, { cwd });
    expect(code).toBe(0);
    expect(json).toMatchObject({
      number: 4242,
      path: 'keps/sig-b/4242-go-fast/README.md',
      template: 'keps/NNNN-template/README.md',
      convention: {
        directory: 'keps/sig-b',
        layout: 'directory',
        document: 'README.md',
        name: '{number}-{slug}',
        numbering: 'assigned',
        width: null,
      },
      adopted: {
        learnedFrom: 3,
        pattern: 'keps/sig-b/N-slug/README.md',
        areas: ['keps/sig-a', 'keps/sig-b'],
        numbersPerArea: false,
      },
    });
    expect(treeOf(cwd)).toEqual({
      ...before,
      'keps/sig-b/4242-go-fast': null,
      'keps/sig-b/4242-go-fast/README.md': '# KEP-4242: Go "fast"\n\n## Summary\n\nSay what.\n',
      'keps/sig-b/4242-go-fast/kep.yaml':
        'title: "Go \\"fast\\""\nkep-number: 4242\nowning-sig: sig-b\n',
      'keps/sig-b/4242-go-fast/4242-notes.txt': 'Keep {{this}}.\n',
    });
  });

  it('exits 2 with the flag that decides, where only the author can know', async () => {
    const cwd = await repositoryWith(KEPS);
    const before = treeOf(cwd);
    const area = await run(['T', '--number', '7', '--yes'], { cwd });
    expect(area.code).toBe(2);
    for (const text of ['--dir keps/sig-a', '--dir keps/sig-b', '--area'])
      expect(area.stderr).toContain(text);
    const number = await run(['T', '--area', 'sig-a', '--yes'], { cwd });
    expect({ code: number.code, stdout: number.stdout }).toEqual({ code: 2, stdout: '' });
    expect(number.stderr).toContain('--number <n>  number of its issue or pull request');
    const typo = await run(['T', '--area', 'sig-c', '--number', '7', '--yes'], { cwd });
    expect(typo.stderr).toMatch(/no such area; did you mean sig-[ab]\?/);
    expect(typo.code).toBe(2);
    for (const other of ['new', '../../x', '.git/x']) {
      const unknown = await run(['T', '--area', other, '--number', '7', '--yes'], { cwd });
      expect(unknown.stderr).toContain('there is no such area');
      expect(unknown.stderr).toContain('for a new one, pass its directory, as in --dir keps/');
    }
    expect(treeOf(cwd)).toEqual(before);
  });

  it('counts the numbers of every area', async () => {
    const cwd = await repositoryWith({
      'rfcs/core/001-a.md': '# A\n',
      'rfcs/core/002-b.md': '# B\n',
      'rfcs/web/003-c.md': '# C\n',
    });
    const { json } = await runJson(['D', '--area', 'core', '--yes'], { cwd });
    expect(json).toMatchObject({ number: 4, path: 'rfcs/core/004-d.md' });
    const taken = await run(['E', '--area', 'web', '--number', '4', '--yes'], { cwd });
    expect(taken.stderr).toContain('Number 4 is taken: rfcs/core/004-d.md');
    expect(taken.code).toBe(1);
  });

  it('counts numbers in a group that nobody tracks yet', async () => {
    const cwd = await repositoryWith({
      'keps/sig-a/0001-a/README.md': '# A\n',
      'keps/sig-a/0002-b/README.md': '# B\n',
      'keps/sig-b/0003-c/README.md': '# C\n',
    });
    const numbers = [];
    for (const directory of ['keps/sig-new', 'keps/sig-a', 'keps/sig-new', 'keps/sig-b']) {
      const { json } = await runJson([`T${numbers.length}`, '--dir', directory, '--yes'], { cwd });
      numbers.push(json.number);
    }
    expect(numbers).toEqual([4, 5, 6, 7]);
  });

  it('asks for the area also where a configuration names the directory', async () => {
    const cwd = await repositoryWith({
      ...KEPS,
      'enhancement.config.json': '{ "directory": "keps" }',
    });
    const { code, stderr } = await run(['T', '--number', '7', '--yes'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('--dir keps/sig-a');
  });

  it('keeps the author’s own lists of links as they are', async () => {
    const cwd = emptyFolder();
    const summary = 'See:\n\n- [the goals of it](#goals)\n* [My design](#design-details) \n\nend';
    const { json } = await runJson(['T', '--yes', '--dry-run', '--summary', summary], { cwd });
    expect(json.files[0].content).toContain(summary);
  });

  it('refuses to write beside proposals of another format', async () => {
    const files = Object.fromEntries([1, 2, 3].map((n) => [`peps/pep-000${n}.rst`, 'PEP\n']));
    const { code, stderr } = await run(['T', '--yes'], { cwd: await repositoryWith(files) });
    expect(code).toBe(2);
    expect(stderr).toContain('The proposals in peps are written as .rst');
  });

  it.each<[file: string, text: string, path: RegExp]>([
    ['.adr-dir', 'docs/arch\n', /^docs\/arch\/0002-b\.md$/],
    ['adrs.toml', 'adr_dir = "docs/arch"\nmode = "ng"\n', /^docs\/arch\/0002-b\.md$/],
    [
      '.log4brains.yml',
      'project:\n  name: x\n  adrFolder: ./docs/arch # here\n',
      /^docs\/arch\/20\d{6}-b\.md$/,
    ],
  ])('goes where another tool was told to, by %s', async (file, text, expected) => {
    const cwd = await repositoryWith({ [file]: text, 'docs/arch/0001-a.md': '# 1. A\n' });
    const { json } = await runJson(['B', '--yes'], { cwd });
    expect(json.path).toMatch(expected);
  });

  it('dates what is dated, and numbers nothing that has no numbers', async () => {
    const dated = await repositoryWith({
      'docs/proposals/20250101-a.md': '# A\n',
      'docs/proposals/YYYYMMDD-template.md': '# Title\n',
    });
    const first = await runJson(['B', '--yes', '--dry-run'], { cwd: dated });
    expect(first.json).toMatchObject({ number: null, convention: { numbering: 'date' } });
    expect(first.json.path).toMatch(/^docs\/proposals\/20\d{6}-b\.md$/);
    const refused = await run(['B', '--number', '7', '--yes'], { cwd: dated });
    expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('Number 7: proposals in docs/proposals have no numbers');

    const plain = await repositoryWith({
      'enhancements/a.md': '# A\n',
      'enhancements/b.md': '# B\n',
      'enhancements/template.md': '# Title\n',
    });
    const second = await run(['C', '--yes'], { cwd: plain });
    expect(second.stdout).toContain('Created enhancements/c.md\n');
    const again = await run(['C', '--yes'], { cwd: plain });
    expect({ code: again.code, stderr: again.stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('The slug "c" is taken: enhancements/c.md'),
    });
    expect(treeOf(plain)['enhancements/c.md']).toBe('# C\n');
  });

  it('adds sections of the adopted template', async () => {
    const second = '# Second\n\n## Summary\n\nMine.\n\n### Goals\n\n- one\n';
    const cwd = await repositoryWith({ ...RFCS, 'rfcs/0002-second.md': second });
    const { code, json } = await runJson(['--section', 'notes', '--in', '2', '--accept-doubts'], {
      cwd,
    });
    expect(code).toBe(0);
    expect(json.path).toBe('rfcs/0002-second.md');
    expect(treeOf(cwd)['rfcs/0002-second.md']).toBe(`${second}\n## Notes\n\nMore.\n`);
    const files = { ...KEPS, 'keps/sig-a/101-one/README.md': '# One\n\n## Summary\n\nMine.\n' };
    const inside = path.join(await repositoryWith(files), 'keps/sig-a/101-one');
    const present = await runJson(['--section', 'summary'], { cwd: inside });
    expect(present.json).toMatchObject({
      path: 'README.md',
      results: [{ section: 'summary', status: 'present' }],
    });
  });

  it.each(['.jj', '.hg', '.sl', '.svn'])('knows the root by %s as well', async (mark) => {
    const root = emptyFolder();
    writeAll(root, {
      [`${mark}/x`]: '',
      'rfcs/0001-a.md': '# A\n',
      'rfcs/0002-b.md': '# B\n',
      'src/x': '',
    });
    const { json } = await runJson(['New', '--yes', '--dry-run'], { cwd: path.join(root, 'src') });
    expect(json.path).toBe('../rfcs/0003-new.md');
  });

  it('takes nothing from another repository that lies below', async () => {
    const cwd = emptyFolder();
    writeAll(cwd, {
      'other/.git/HEAD': 'ref: refs/heads/main\n',
      'other/rfcs/0001-a.md': '# A\n',
      'other/rfcs/0002-b.md': '# B\n',
    });
    const { json } = await runJson(['New', '--yes', '--dry-run'], { cwd });
    expect(json.path).toBe('enhancements/0001-new/README.md');
  });

  it('names two directories that are as likely', async () => {
    const cwd = await repositoryWith({ 'a/rfcs/0001-x.md': '# X\n', 'b/rfcs/0001-y.md': '# Y\n' });
    const { code, stderr } = await run(['T', '--yes'], { cwd });
    expect(code).toBe(2);
    for (const text of ['--dir a/rfcs', '--dir b/rfcs']) expect(stderr).toContain(text);
    const chosen = await runJson(['T', '--yes', '--dir', 'b/rfcs'], { cwd });
    expect(chosen.json.path).toBe('b/rfcs/0002-t.md');
  });

  it('works from below, and in a folder without git', async () => {
    const cwd = await repositoryWith(RFCS);
    mkdirSync(path.join(cwd, 'src'));
    const below = await runJson(['T', '--yes'], { cwd: path.join(cwd, 'src') });
    expect(below.json.path).toBe('../rfcs/0003-t.md');
    const plain = emptyFolder();
    writeAll(plain, RFCS);
    const without = await runJson(['T', '--yes'], { cwd: plain });
    expect(without.json.path).toBe('rfcs/0003-t.md');
  });
});

describe('repositories of every kind', () => {
  it.each<[string, (origin: string) => Promise<string>]>([
    [
      'a work tree',
      async (origin) => {
        const other = path.join(emptyFolder(), 'other');
        await git(origin, 'worktree', 'add', '--quiet', other);
        return other;
      },
    ],
    [
      'a shallow clone',
      async (origin) => {
        const clone = path.join(emptyFolder(), 'clone');
        await git(origin, 'clone', '--quiet', '--depth', '1', `file://${origin}`, clone);
        return clone;
      },
    ],
    [
      'a sparse clone that has the template',
      async (origin) => {
        const clone = path.join(emptyFolder(), 'clone');
        await git(origin, 'clone', '--quiet', '--sparse', `file://${origin}`, clone);
        await git(clone, 'sparse-checkout', 'set', 'rfcs');
        return clone;
      },
    ],
    [
      'a submodule',
      async (origin) => {
        const outer = await repositoryWith({ 'docs/adr/0001-x.md': '# X\n' });
        await git(
          outer,
          '-c',
          'protocol.file.allow=always',
          'submodule',
          '--quiet',
          'add',
          `file://${origin}`,
          'inner',
        );
        return path.join(outer, 'inner');
      },
    ],
    [
      'one with a detached head',
      async (origin) => {
        await git(origin, 'checkout', '--quiet', '--detach');
        return origin;
      },
    ],
    [
      'one without a commit',
      async () => {
        const folder = emptyFolder();
        writeAll(folder, RFCS);
        await git(folder, 'init', '--quiet');
        return folder;
      },
    ],
  ])('%s', async (_, prepare) => {
    const cwd = await prepare(await repositoryWith(RFCS));
    const { json } = await runJson(['T', '--yes'], { cwd });
    expect(json).toMatchObject({ path: 'rfcs/0003-t.md', template: 'rfcs/0000-template.md' });
    expect(Object.keys(treeOf(cwd))).toContain('rfcs/0003-t.md');
  });

  it('a sparse clone without the template says that it is not there', async () => {
    const origin = await repositoryWith({ ...RFCS, 'other/a.txt': '' });
    const clone = path.join(emptyFolder(), 'clone');
    await git(origin, 'clone', '--quiet', '--sparse', `file://${origin}`, clone);
    const before = treeOf(clone);
    const { code, stderr } = await run(['T', '--yes'], { cwd: clone });
    expect({ code, before: treeOf(clone) }).toEqual({ code: 2, before });
    expect(stderr).toContain('rfcs/0000-template.md');
    const built = await runJson(['T', '--yes', '--template', 'enhancement'], { cwd: clone });
    expect(built.json).toMatchObject({ path: 'rfcs/0003-t.md', template: 'built-in' });
  });

  it('without git, the files tell it', async () => {
    const cwd = await repositoryWith(RFCS);
    const { json, stderr } = await runJson(['T', '--yes'], { cwd, env: { PATH: emptyFolder() } });
    expect(json.path).toBe('rfcs/0003-t.md');
    expect(stderr).toContain('git could not read this repository');
  });

  it('survives hostile names', async () => {
    const names = [
      '-rf',
      'a\nb.md',
      '😀/😀.md',
      `${'x'.repeat(200)}.md`,
      '__proto__/constructor.md',
      'rfcs/0009-\u001b[31mred.md',
      'rfcs/$(touch x).md',
    ];
    const cwd = await repositoryWith({
      ...RFCS,
      ...Object.fromEntries(names.map((name) => [name, '# X\n'])),
    });
    const { json, stderr } = await runJson(['T', '--yes'], { cwd });
    expect(json.path).toBe('rfcs/0010-t.md');
    expect(stderr).not.toContain('\u001b');
  });
});

describe('a template that cannot be used exits 2 and writes nothing', () => {
  const refuse = async (cwd: string, expected: string[], args: string[] = []) => {
    const before = treeOf(cwd);
    const { code, stdout, stderr } = await run(['T', '--yes', ...args], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    for (const text of expected) expect(stderr).toContain(text);
    expect(treeOf(cwd)).toEqual(before);
  };

  it.each<[string, string | Buffer, string[]]>([
    [
      'a block that is not closed',
      '# {{title}}\n\n{{#if summary}}\nx\n',
      ['rfcs/0000-template.md:5:1', 'a block is not closed'],
    ],
    [
      'an unknown helper',
      '# {{title}}\n\n {{uper title}}\n',
      ['rfcs/0000-template.md:3:2: unknown helper "uper"'],
    ],
    [
      'a prototype',
      '# {{title}}\n{{constructor}}\n',
      ['rfcs/0000-template.md:2:3: "constructor" cannot be'],
    ],
    [
      'a partial',
      '# {{title}}\n{{> ../../etc/passwd}}\n',
      ['rfcs/0000-template.md:2:1', 'not supported'],
    ],
    ['20 MB', Buffer.alloc(20_000_000, 'x'), ['rfcs/0000-template.md: it has 20000000 bytes']],
    ['binary', Buffer.from([0x23, 0x20, 0, 1, 2]), ['rfcs/0000-template.md: it is not UTF-8 text']],
  ])('%s', async (_, content, expected) => {
    const cwd = await repositoryWith(RFCS);
    writeFileSync(path.join(cwd, 'rfcs/0000-template.md'), content);
    await refuse(cwd, expected);
  });

  it('one that is a link out of the repository, unless it is named', async () => {
    const outside = path.join(emptyFolder(), 'secret.md');
    writeFileSync(outside, '# Title\n\nSecret.\n');
    const { 'rfcs/0000-template.md': _, ...others } = RFCS;
    const cwd = await repositoryWith(others);
    symlinkSync(outside, path.join(cwd, 'rfcs/0000-template.md'));
    await git(cwd, 'add', '--all');
    await refuse(cwd, ['the template is outside the repository', 'pass --template']);
    const { json } = await runJson(['T', '--yes', '--dry-run', '--template', outside], { cwd });
    expect(json.files[0].content).toBe('# T\n\nSecret.\n');
  });

  it('one that a configuration names outside, and a directory outside', async () => {
    const cwd = await repositoryWith({ 'enhancement.config.json': '{ "template": "../x.md" }' });
    writeFileSync(path.join(cwd, '../x.md'), '# X\n');
    await refuse(cwd, ['the template is outside the repository']);
    writeFileSync(path.join(cwd, 'enhancement.config.json'), '{ "directory": "../x" }');
    await refuse(cwd, ['enhancement.config.json: the directory is outside the repository: ../x']);
  });

  it.each<[string, string, string[]]>([
    ['no JSON', '{ "name": ', ['enhancement.config.json: ', 'The configuration is JSON']],
    [
      'a number that cannot be found again',
      '{ "name": "{slug}-{number}.md" }',
      ['could not be recognised'],
    ],
    ['an unknown key', '{ "dir": "x" }', ['enhancement.config.json: unknown key "dir"']],
    ['a wrong value', '{ "numbering": "guess" }', ['enhancement.config.json: numbering']],
  ])('a configuration with %s', async (_, text, expected) => {
    await refuse(await repositoryWith({ 'enhancement.config.json': text }), expected);
  });
});

describe('a template with names of its own', () => {
  const template =
    '# {{title}}\n\n## Rollout\n\nWho turns it on? {{owner}}\n{{#each steps}}\n- {{this}}\n{{/each}}\n{{#if public}}\nPublic.\n{{/if}}\n';

  it('takes them by flag and from a file, and names those that are missing', async () => {
    const cwd = emptyFolder();
    writeAll(cwd, { 't.md': template, 'a.yaml': 'values: { owner: "a `$&` b", public: true }\n' });
    const missing = await run(['T', '--template', 't.md'], { cwd });
    expect(missing.code).toBe(2);
    for (const name of ['owner', 'steps', 'public'])
      expect(missing.stderr).toContain(`--set ${name}=<text>`);
    const { json } = await runJson(
      [
        'T',
        '--template',
        't.md',
        '--from',
        'a.yaml',
        '--set',
        'steps=one',
        '--set',
        'steps=two {{x}}',
        '--yes',
        '--dry-run',
      ],
      { cwd },
    );
    expect(json.files[0].content).toBe(
      '# T\n\n## Rollout\n\nWho turns it on? a `$&` b\n- one\n- two {{x}}\nPublic.\n',
    );
    const { stdout } = await run(
      [
        ...['T', '--template', 't.md', '--set', 'steps=one', '--set', 'public=no'],
        '--yes',
        '--show-command',
      ],
      { cwd },
    );
    expect(stdout).toContain('--set steps=one --set public=no');
  });

  it.each([
    [['--set', 'onwer=x'], 'has no value "onwer"; did you mean owner?'],
    [['--set', 'owner=x', '--set', 'owner=y'], 'The value "owner": expected text'],
    [['--set', 'public=maybe'], 'The value "public": expected yes or no'],
    [['--set', 'owner'], '--set takes name=value'],
  ])('%j is refused', async (args, expected) => {
    const cwd = emptyFolder();
    writeAll(cwd, { 't.md': template });
    const { code, stderr } = await run(['T', '--template', 't.md', '--yes', ...args], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(expected);
  });
});

describe('presets and configuration', () => {
  it.each(['enhancement', 'kep', 'rfc', 'adr'])(
    '%s is a whole proposal without a trace of its template',
    async (name) => {
      const cwd = emptyFolder();
      const { json } = await runJson(
        [
          'A "title"',
          '--template',
          name,
          '--yes',
          '--summary',
          'S',
          '--goal',
          'g',
          '--non-goal',
          'n',
        ],
        { cwd },
      );
      const tree = treeOf(cwd);
      const files = json.files.map(({ path: file }: { path: string }) => tree[file]);
      expect(files.length).toBe(name === 'kep' ? 2 : 1);
      for (const text of files) {
        expect(text).toContain(
          'A "title"'.replaceAll('"', text.startsWith('title:') ? '\\"' : '"'),
        );
        expect(text).not.toMatch(/\{\{|\}\}|\[optional\]|\[if applicable\]|\n\n\n|[ \t]\n/i);
      }
    },
  );

  it('lists the templates', async () => {
    const { code, stdout } = await run(['--list-templates'], { cwd: await repositoryWith(RFCS) });
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^enhancement .*\nkep .*\nrfc .*\nadr .*\nnygard .*\nmadr .*\nmadr-minimal .*\nopenspec .*\n\nUsed here: rfcs\/0000-template\.md\n/,
    );
  });

  it('init writes down what was found, once', async () => {
    const cwd = await repositoryWith(RFCS);
    const asked = await run(['init'], { cwd });
    expect(asked).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('--yes') });
    const { code, stdout } = await run(['init', '--yes'], { cwd });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringContaining('Created enhancement.config.json\n'),
    });
    const written = JSON.parse(readFileSync(path.join(cwd, 'enhancement.config.json'), 'utf8'));
    expect(written).toEqual({
      directory: 'rfcs',
      name: '{number}-{slug}.md',
      numbering: 'sequential',
      width: 4,
    });
    const { json } = await runJson(['T', '--yes'], { cwd });
    expect(json).toMatchObject({
      path: 'rfcs/0003-t.md',
      adopted: { configuredBy: 'enhancement.config.json' },
    });
    const again = await run(['init', '--yes'], { cwd });
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('already exists') });
  });

  it.each([
    ['enhancement', ['docs/rfcs/template.md']],
    ['kep', ['docs/rfcs/NNNN-template/README.md', 'docs/rfcs/NNNN-template/kep.yaml']],
  ])('init puts the template %s into a repository that has none', async (name, files) => {
    const cwd = await repositoryWith({ 'README.md': '# A\n' });
    await run(['init', '--yes', '--dir', 'docs/rfcs', '--template', name], { cwd });
    expect(Object.keys(treeOf(cwd))).toEqual(
      expect.arrayContaining(['enhancement.config.json', ...files]),
    );
    const { json } = await runJson(['T', '--yes'], { cwd });
    expect(json).toMatchObject({
      number: 1,
      path: 'docs/rfcs/0001-t/README.md',
      template: files[0],
    });
    const { document } = { document: treeOf(cwd)['docs/rfcs/0001-t/README.md'] };
    expect(document).toMatch(/^# (?:KEP-0001: )?T\n/);
    await git(cwd, 'add', '--all');
    const second = await runJson(['U', '--yes'], { cwd });
    expect(second.json.path).toBe('docs/rfcs/0002-u/README.md');
  });

  it('a configured directory that is not there is refused where proposals are in another one', async () => {
    const cwd = await repositoryWith({
      'docs/adr/0001-a.md': '# A\n',
      'docs/adr/0002-b.md': '# B\n',
      'docs/adr/0003-c.md': '# C\n',
      'enhancement.config.json': '{ "directory": "dcos/adr" }',
    });
    const before = treeOf(cwd);
    for (const args of [['check'], ['list'], ['T', '--yes']]) {
      const { code, stderr } = await run(args, { cwd });
      expect(code).toBe(2);
      expect(stderr).toContain(
        'there is no directory dcos/adr, and there are proposals in docs/adr',
      );
    }
    const alone = await run(['T', '--yes', '--dir', 'docs/adr', '--document', 'x.md'], { cwd });
    expect({ code: alone.code, stderr: alone.stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining('proposals here are single files'),
    });
    expect(treeOf(cwd)).toEqual(before);
  });

  it('a flag wins over a variable, a variable over the file, the file over what is found', async () => {
    const cwd = await repositoryWith({
      ...RFCS,
      'package.json': '{ "create-enhancement": { "width": 6, "directory": "one" } }',
    });
    const file = await runJson(['T', '--yes', '--dry-run'], { cwd });
    expect(file.json.path).toBe('one/000001-t/README.md');
    const env = { CREATE_ENHANCEMENT_DIRECTORY: 'rfcs', CREATE_ENHANCEMENT_WIDTH: '5' };
    const variable = await runJson(['T', '--yes', '--dry-run'], { cwd, env });
    expect(variable.json.path).toBe('rfcs/00003-t.md');
    const flag = await runJson(['T', '--yes', '--dry-run', '--dir', 'three'], { cwd, env });
    expect(flag.json.path).toBe('three/00001-t/README.md');
  });
});
