import { rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, git, treeOf, writeAll } from '../support/folder.ts';
import { historyOf } from '../support/history.ts';
import { run, runJson } from '../support/program.ts';

const TEMPLATE = ['# NNNN: Title', '## Summary', '## Motivation', '## Design', '## Drawbacks']
  .map((heading) => `${heading}\n\nSay it.\n`)
  .join('\n');

const rfc = (title: string, ...sections: string[]) =>
  [
    `# ${title}\n\n- Status: accepted\n`,
    ...sections.map((each) => `## ${each}\n\nIt is so.\n`),
  ].join('\n');

const ALL = ['Summary', 'Motivation', 'Design', 'Drawbacks'];

const repository = (more: Record<string, string> = {}) =>
  historyOf({
    'rfcs/0000-template.md': TEMPLATE,
    'rfcs/0001-a.md': rfc('0001: A', ...ALL),
    'rfcs/0002-b.md': rfc('0002: B', ...ALL),
    ...more,
  });

const NEW = 'rfcs/0003-c.md';

const found = async (cwd: string, ...args: string[]) => {
  const { json, code } = await runJson(['check', ...args], { cwd });
  const findings: { path: string; code: string; section?: string; severity: string }[] =
    json.findings;
  return {
    code,
    found: findings.map((each) => [each.path, each.code, each.section ?? each.severity].join(' ')),
  };
};

describe('a proposal that git does not know yet', () => {
  it('is to have the sections of the template of today', async () => {
    const cwd = await repository();
    writeAll(cwd, { [NEW]: rfc('0003: C', 'Summary', 'Motivation') });
    const missing = {
      code: 1,
      found: [`${NEW} section-missing Design`, `${NEW} section-missing Drawbacks`],
    };
    expect(await found(cwd)).toEqual(missing);
    git(cwd, 'add', '.');
    expect(await found(cwd, '--changed', '--base', 'HEAD')).toEqual(missing);
  });

  it('is not, where it is nothing like the template', async () => {
    const cwd = await repository();
    writeAll(cwd, { [NEW]: rfc('0003: C', 'Background', 'Plan') });
    expect((await found(cwd)).found.join()).not.toContain('section-missing');
  });
});

describe('a number that another proposal has got on the base since', () => {
  const branched = async (theirs: Record<string, string>) => {
    const cwd = await repository();
    await git(cwd, 'switch', '--quiet', '--create', 'topic');
    writeAll(cwd, { [NEW]: rfc('0003: C', ...ALL) });
    await git(cwd, 'add', '.');
    await git(cwd, 'commit', '--quiet', '--message', 'C');
    await git(cwd, 'switch', '--quiet', 'main');
    writeAll(cwd, theirs);
    await git(cwd, 'add', '.');
    await git(cwd, 'commit', '--quiet', '--message', 'Theirs');
    await git(cwd, 'switch', '--quiet', 'topic');
    return cwd;
  };

  it('is an error of the branch, whose command gives it another one', async () => {
    const cwd = await branched({ 'rfcs/0003-d.md': rfc('0003: D', ...ALL) });
    const before = await runJson(['check', '--changed', '--base', 'main'], { cwd });
    expect(before.json.findings).toMatchObject([
      {
        path: NEW,
        code: 'number-duplicate',
        severity: 'error',
        message: 'rfcs/0003-d.md on main also has the number 3',
        fix: `npx create-enhancement renumber ${NEW}`,
      },
    ]);
    expect(before.code).toBe(1);
    expect(await run(['renumber', NEW], { cwd })).toMatchObject({ code: 0 });
    const after = await found(cwd, '--changed', '--base', 'main');
    expect(after).toEqual({ code: 0, found: [] });
  });

  it('is none of another series, in another language, of the proposal itself, or of what is no proposal', async () => {
    const cwd = await branched({
      [NEW]: rfc('0003: C, once more', ...ALL),
      'rfcs/0003-c.de.md': rfc('0003: C', ...ALL),
      'rfcs/0003-c.png': 'x',
      'rfcs/0003-2-part.md': rfc('0003-2: Part', ...ALL),
      'docs/0003-d.md': rfc('0003: D', ...ALL),
    });
    expect(await found(cwd, '--changed', '--base', 'main')).toEqual({ code: 0, found: [] });
  });
});

describe('sections of a template whose history is not known', () => {
  const files = {
    'rfcs/0000-template.md': TEMPLATE,
    'rfcs/0001-a.md': rfc('0001: A', ...ALL),
    'rfcs/0002-b.md': rfc('0002: B', 'Summary', 'Motivation'),
  };

  it('are told where a clone is shallow, and are no finding', async () => {
    const whole = await historyOf(files, { 'README.md': 'x\n' });
    expect((await found(whole)).code).toBe(1);
    const cwd = path.join(emptyFolder(), 'clone');
    await git(whole, 'clone', '--quiet', '--depth', '1', `file://${whole}`, cwd);
    const { code, stdout, stderr } = await run(['check'], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'No problems in 2 proposals.\n' });
    expect(stderr).toBe(
      'note: 1 proposal lacks sections that the template has, which is not reported: this shallow clone does not have the template that they were made from (get it with git fetch --unshallow)\n',
    );
  });

  it('are told without git, and not where none is missing', async () => {
    const cwd = emptyFolder();
    writeAll(cwd, files);
    const { stderr } = await run(['check'], { cwd });
    expect(stderr).toContain(
      '1 proposal lacks sections that the template has, which is not reported: without git',
    );
    writeAll(cwd, { 'rfcs/0002-b.md': rfc('0002: B', ...ALL) });
    expect((await run(['check'], { cwd })).stderr).toBe('');
  });
});

it('what is found in a file beside the document is found there, at its line', async () => {
  const readme = (title: string) => `# KEP-${title}\n\n## Summary\n\nIt is so.\n`;
  const cwd = await historyOf({
    'keps/NNNN-template/README.md': '# KEP-NNNN: Title\n\n## Summary\n\nSay it.\n',
    'keps/NNNN-template/kep.yaml': 'title: Title\nauthors:\n  - "@nickname"\nowning-sig: sig-xyz\n',
    'keps/1-a/README.md': readme('1: A'),
    'keps/1-a/kep.yaml': 'title: A\nauthors:\n  - "@jo"\nowning-sig: sig-xyz\n',
    'keps/2-b/README.md': readme('2: B'),
    'keps/2-b/kep.yaml': 'title: B\nauthors:\n  - "@jo"\nowning-sig: "sig-node\n',
  });
  const { json } = await runJson(['check'], { cwd });
  const places = json.findings.map(
    ({ path: file, line, code }: { path: string; line: number; code: string }) =>
      `${file}:${line} ${code}`,
  );
  expect(places).toEqual([
    'keps/1-a/kep.yaml:4 value-placeholder',
    'keps/2-b/kep.yaml:4 front-matter-broken',
  ]);
});

describe('a template that cannot be looked at', () => {
  it('is an error: nothing could be found wrong without it', async () => {
    const cwd = await repository();
    rmSync(path.join(cwd, 'rfcs/0000-template.md'));
    symlinkSync('0000-template.md', path.join(cwd, 'rfcs/0000-template.md'));
    const { code, stdout, stderr } = await run(['check'], { cwd });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('0000-template.md: symbolic links form a loop');
  });
});

describe('a list of proposals', () => {
  const list = '<!-- create-enhancement list -->\n<!-- /create-enhancement list -->\n';

  it('lacks one with another status than all that it has', async () => {
    const cwd = await repository({ 'rfcs/README.md': list });
    await run(['list', '--write', 'rfcs/README.md'], { cwd });
    expect((await found(cwd)).found).toEqual([]);
    writeAll(cwd, { [NEW]: rfc('0003: C', ...ALL).replace('accepted', 'draft') });
    expect((await found(cwd)).found).toEqual(['rfcs/README.md index-outdated note']);
    await run(['check', '--fix'], { cwd });
    expect((await found(cwd)).found).toEqual([]);
    expect(treeOf(cwd)['rfcs/README.md']).toContain('| 3 | [C](0003-c.md) | draft |');
  });

  it('of some says so, and goes on showing those', async () => {
    const cwd = await repository({ 'rfcs/README.md': list });
    await run(['list', '--status', 'accepted', '--write', 'rfcs/README.md'], { cwd });
    const before = treeOf(cwd);
    expect(before['rfcs/README.md']).toContain(
      '<!-- some proposals only {"statuses":["accepted"]} -->',
    );
    writeAll(cwd, { [NEW]: rfc('0003: C', ...ALL).replace('accepted', 'draft') });
    await run(['check', '--fix'], { cwd });
    expect(treeOf(cwd)['rfcs/README.md']).toBe(before['rfcs/README.md']);
  });

  it('of some lets go of one that has another status now, once and for all', async () => {
    const cwd = await repository({
      'rfcs/README.md': list,
      'rfcs/0003-c.md': rfc('0003: C', ...ALL).replace('accepted', 'draft'),
    });
    await run(['list', '--status', 'accepted', '--write', 'rfcs/README.md'], { cwd });
    await run(['status', '2', 'draft'], { cwd });
    expect((await found(cwd)).found).toEqual(['rfcs/README.md index-outdated note']);
    await run(['check', '--fix'], { cwd });
    const once = treeOf(cwd);
    expect(once['rfcs/README.md']?.match(/\]\(/g)).toHaveLength(1);
    expect(await found(cwd)).toEqual({ code: 0, found: [] });
    await run(['check', '--fix'], { cwd });
    expect(treeOf(cwd)).toEqual(once);
  });

  it.each<[what: string, files: Record<string, string>]>([
    ['a document without a number beside others', { 'rfcs/idea.md': rfc('Idea', ...ALL) }],
    [
      'numbers in texts alone',
      {
        'rfcs/0001-a.md': '',
        'rfcs/0002-b.md': '',
        'rfcs/a.md': `---\nrfc: 2\n---\n\n${rfc('A', ...ALL)}`,
        'rfcs/b.md': `---\nrfc: 1\n---\n\n${rfc('B', ...ALL)}`,
      },
    ],
    ['letters before the number', { 'rfcs/0001-a.md': rfc('MSC1: A', ...ALL) }],
  ])('that was just written is up to date: %s', async (_, files) => {
    const all = { 'README.md': list, ...files };
    const cwd = await repository(
      Object.fromEntries(Object.entries(all).filter(([, text]) => text !== '')),
    );
    for (const [file, text] of Object.entries(files)) if (text === '') rmSync(path.join(cwd, file));
    await run(['list', '--write', 'README.md'], { cwd });
    expect((await found(cwd)).found.join()).not.toContain('index-outdated');
  });

  it('follows a number that changes', async () => {
    const cwd = await repository({ 'rfcs/README.md': list });
    await run(['list', '--write', 'rfcs/README.md'], { cwd });
    await git(cwd, 'add', '.');
    await git(cwd, 'commit', '--quiet', '--message', 'List');
    expect(await run(['renumber', '2', '9'], { cwd })).toMatchObject({ code: 0 });
    expect(treeOf(cwd)['rfcs/README.md']).toContain('| 9 | [B](0009-b.md) |');
    expect((await found(cwd)).found.join()).not.toContain('index-outdated');
  });
});

describe('a list of some that has none yet', () => {
  it('stays empty', async () => {
    const list = '<!-- create-enhancement list -->\n<!-- /create-enhancement list -->\n';
    const cwd = await repository({ 'rfcs/README.md': list });
    await run(['list', '--status', 'rejected', '--write', 'rfcs/README.md'], { cwd });
    const before = treeOf(cwd);
    expect(await found(cwd)).toEqual({ code: 0, found: [] });
    await run(['check', '--fix'], { cwd });
    expect(treeOf(cwd)).toEqual(before);
  });
});

describe('a link to a folder that is not there', () => {
  it.each([
    ['../0007-gone/README.md', 'warning'],
    ['../0007-gone/', 'warning'],
    ['images/flow.png', 'note'],
  ])('%s is a %s', async (target, severity) => {
    const cwd = await historyOf({
      'keps/0000-template/README.md': TEMPLATE,
      'keps/0001-a/README.md': rfc('0001: A', ...ALL).replace('It is', `See [x](${target}), it is`),
      'keps/0002-b/README.md': rfc('0002: B', ...ALL),
    });
    const broken = (await found(cwd)).found.filter((each) => each.includes('link-broken'));
    expect(broken).toEqual([`keps/0001-a/README.md link-broken ${severity}`]);
  });
});
