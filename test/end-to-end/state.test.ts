import { rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, git, treeOf, writeAll } from '../support/folder.ts';
import { commitOf, historyOf } from '../support/history.ts';
import { run, runJson } from '../support/program.ts';

const record = (title: string, status: string, decision = 'We do.') =>
  `# ${title}\n\n## Status\n\n${status}\n\n## Context\n\nIt is so.\n\n## Decision\n\n${decision}\n\n## Consequences\n\nMore.\n`;

const [ONE, TWO, THREE] = [
  'docs/adr/0001-use-git.md',
  'docs/adr/0002-cache.md',
  'docs/adr/0003-queue.md',
];

const decisions = () =>
  historyOf(
    {
      'docs/adr/template.md':
        '# NNNN. Title\n\n## Status\n\nProposed\n\n## Context\n\nWhat is it?\n\n## Decision\n\nWhat do we do?\n\n## Consequences\n\nWhat then?\n',
      [ONE]: record('1. Use Git', 'Accepted'),
    },
    { [TWO]: record('2. Cache', 'Proposed', 'TBD') },
    {
      [THREE]: record('3. Queue', 'Proposed\n\nSupersedes [1](0001-use-git.md)').replace(
        /## Context[\s\S]*?(?=## Decision)/,
        '',
      ),
    },
  );

const numbers = async (cwd: string, ...args: string[]) => {
  const { json, code } = await runJson(['list', ...args], { cwd });
  expect(code).toBe(0);
  return json.proposals.map(({ number }: { number: number }) => number);
};

describe('list', () => {
  it('takes the number from a document whose name has none, and finds it by that', async () => {
    const cwd = emptyFolder();
    writeAll(cwd, {
      'docs/adr/use-postgres.md': '# ADR-0049: Use PostgreSQL\n\n## Status\n\nAccepted\n',
      'docs/adr/edge-functions.md': '---\nid: ADR-241\nstatus: Proposed\n---\n\n# Edge functions\n',
      'docs/adr/two-phase.md': '# 2-phase commits\n\n## Status\n\nAccepted\n',
    });
    const { json } = await runJson(['list'], { cwd });
    expect(
      json.proposals.map(({ number, title }: { number: number; title: string }) => [number, title]),
    ).toEqual([
      [49, 'Use PostgreSQL'],
      [241, 'Edge functions'],
      [null, '2-phase commits'],
    ]);
    expect((await runJson(['status', '49', 'Proposed'], { cwd })).json).toMatchObject({
      path: 'docs/adr/use-postgres.md',
      to: 'Proposed',
    });
    expect((await runJson(['show', 'ADR-241'], { cwd })).json.title).toBe('Edge functions');
    expect(await run(['show', '7'], { cwd })).toMatchObject({ code: 2 });
  });

  it('that a file keeps is named with the command that keeps it', async () => {
    const cwd = emptyFolder();
    const all = Object.fromEntries([1, 2, 3].map((n) => [`rfcs/000${n}-t${n}.md`, `# T${n}\n`]));
    writeAll(cwd, {
      ...all,
      'rfcs/README.md':
        '# RFCs\n\n<!-- create-enhancement list -->\n<!-- /create-enhancement list -->\n',
    });
    await run(['list', '--write', 'rfcs/README.md'], { cwd });
    const { stderr } = await run(['Next', '--yes'], { cwd });
    const [, command = ''] = /run npx create-enhancement (list --write .*)/.exec(stderr) ?? [];
    await run(command.split(' '), { cwd });
    expect(treeOf(cwd)['rfcs/README.md']).toContain('0004-next.md');
  });

  it.each([
    ['a directory', 'rfcs', 'rfcs/'],
    ['the root', '.', ''],
  ])('tells no change that a merge has thrown away, in %s', async (_, directory, prefix) => {
    const cwd = await historyOf(
      { [`${prefix}0001-one.md`]: '# One\n' },
      { [`${prefix}0002-two.md`]: '# Two\n' },
    );
    await git(cwd, 'switch', '--quiet', '--create', 'side', 'HEAD~1');
    await commitOf(cwd, { [`${prefix}0001-one.md`]: '# One\n\nElse.\n' }, 4);
    await git(cwd, 'switch', '--quiet', '-');
    await git(cwd, 'merge', '--quiet', '--strategy', 'ours', 'side');
    const { json } = await runJson(['list', '--dir', directory], { cwd });
    const changes = json.proposals.map(({ changed }: { changed: string }) => changed.slice(0, 10));
    expect(changes).toEqual(['2024-01-01', '2024-02-01']);
  });

  it('names who wrote a proposal, and not who moved it or wrote another one there before', async () => {
    const cwd = await historyOf(
      { 'rfcs/0001-a.md': '# A\n\nText of A.\n', 'rfcs/0002-b.md': '# B\n\nText of B.\n' },
      { 'rfcs/0002-b.md': null },
    );
    await git(cwd, 'mv', 'rfcs/0001-a.md', 'rfcs/0003-a.md');
    writeAll(cwd, { 'rfcs/0002-b.md': '# Wholly different\n\n- New lines\n- of somebody else\n' });
    await git(cwd, 'add', '--all');
    await git(cwd, '-c', 'user.name=Mover', '-c', 'user.email=m@x.invalid', 'commit', '-qm', 'x');
    const { json } = await runJson(['list'], { cwd });
    const authors = json.proposals.map(({ path: own, author }: Record<string, string>) => [
      own,
      author,
    ]);
    expect(authors).toEqual([
      ['rfcs/0002-b.md', 'Mover'],
      ['rfcs/0003-a.md', 'Test'],
    ]);
  });

  it('finds proposals beside a directory with more files than are looked at, and names it', async () => {
    const cwd = emptyFolder();
    const many = Array.from({ length: 20_001 }, (_, at) => [`data/${at}`, ''] as const);
    writeAll(cwd, {
      ...Object.fromEntries(many),
      'docs/adr/0001-a.md': '# 1. A\n',
      'docs/adr/0002-b.md': '# 2. B\n',
    });
    const note = 'note: not searched (unreadable, or too many files): data\n';
    expect(await run(['list'], { cwd })).toMatchObject({
      stdout: expect.stringContaining('2  -  B'),
      stderr: expect.stringContaining(note),
    });
    expect((await run(['check'], { cwd })).stderr).toContain(note);
  });

  it('tells paths from where it runs, also inside of a proposal', async () => {
    const cwd = await historyOf({
      'enhancements/0001-one/README.md': '# One\n',
      'enhancements/0002-two/README.md': '# Two\n',
    });
    const own = path.join(cwd, 'enhancements/0001-one');
    const { json } = await runJson(['list'], { cwd: own });
    const paths = json.proposals.map(({ path: shown }: { path: string }) => shown);
    expect(paths).toEqual(['README.md', '../0002-two/README.md']);
  });

  it.each([
    ['most', 1],
    ['few', 20],
  ])('tells when a proposal was changed, where %s files are proposals', async (_, others) => {
    const code = Object.fromEntries(
      Array.from({ length: others }, (_each, at) => [
        `src/${at}.ts`,
        `const ${'a'.repeat(at + 1)};`,
      ]),
    );
    const cwd = await historyOf(
      { 'rfcs/0001-one.md': '# One\n', 'rfcs/0002-two.md': '# Two\n', ...code },
      { 'rfcs/0001-one.md': '# One\n\nOnce more.\n' },
      { 'src/0.ts': 'const b;' },
    );
    const { json } = await runJson(['list'], { cwd });
    const changed = json.proposals.map(({ changed }: { changed: string }) => changed.slice(0, 10));
    expect(changed).toEqual(['2024-02-01', '2024-01-01']);
  });

  it('tells what is known of every proposal', async () => {
    const { json } = await runJson(['list'], { cwd: await decisions() });
    expect(json).toEqual({
      command: 'list',
      proposals: [
        expect.objectContaining({
          number: 1,
          title: 'Use Git',
          slug: 'use-git',
          path: ONE,
          status: { value: 'Accepted', file: ONE, line: 5 },
          relations: [],
          sections: { written: 4, present: 4, missing: [] },
          area: null,
          branch: null,
          changed: '2024-01-01T00:00:00+00:00',
          author: 'Test',
        }),
        expect.objectContaining({ number: 2, sections: { written: 3, present: 4, missing: [] } }),
        expect.objectContaining({
          number: 3,
          relations: [{ kind: 'supersedes', to: '0001-use-git.md' }],
          sections: { written: 3, present: 3, missing: ['context'] },
        }),
      ],
    });
  });

  it('chooses and sorts', async () => {
    const cwd = await decisions();
    expect(await numbers(cwd, '--status', 'proposed')).toEqual([2, 3]);
    expect(await numbers(cwd, '--open')).toEqual([2, 3]);
    expect(await numbers(cwd, '--missing', 'context')).toEqual([3]);
    expect(await numbers(cwd, '--stale', '--months', '1')).toEqual([1, 2, 3]);
    expect(await numbers(cwd, '--stale', '--months', '9000')).toEqual([]);
    expect(await numbers(cwd, '--author', 'tes')).toEqual([1, 2, 3]);
    expect(await numbers(cwd, 'cach')).toEqual([2]);
    expect(await numbers(cwd, 'we do', 'QUEUE')).toEqual([3]);
    expect(await numbers(cwd, '--sort', 'title')).toEqual([2, 3, 1]);
    expect(await numbers(cwd, '--sort', 'status')).toEqual([1, 2, 3]);
  });

  it('keeps a list of some proposals one of some, and fills no example of its markers', async () => {
    const cwd = await decisions();
    const markers = '<!-- create-enhancement list -->\n<!-- /create-enhancement list -->\n';
    const example = `# Ours\n\n\`\`\`md\n${markers}\`\`\`\n\n`;
    writeAll(cwd, { 'docs/adr/README.md': example + markers });
    await run(['list', '--status', 'Accepted', '--write', 'docs/adr/README.md'], { cwd });
    writeAll(cwd, { 'docs/adr/0004-more.md': record('4. More', 'Accepted') });
    await git(cwd, 'add', '--all');
    await run(['check', '--fix'], { cwd });
    const text = treeOf(cwd)['docs/adr/README.md'] ?? '';
    expect(text.startsWith(example)).toBe(true);
    expect(text.match(/^\| \d.*$/gm)?.map((row) => row.slice(0, 5))).toEqual(['| 1 |', '| 4 |']);
  });

  it('is there where the template is tracked and not on the disk', async () => {
    const cwd = await decisions();
    rmSync(path.join(cwd, 'docs/adr/template.md'));
    expect(await numbers(cwd)).toEqual([1, 2, 3]);
    const { code, stdout } = await run(['check'], { cwd });
    expect({ code, stdout }).toMatchObject({ stdout: expect.not.stringContaining('template.md') });
  });

  it('keeps a table in a file, between its markers', async () => {
    const cwd = await decisions();
    const index = (table: string) =>
      `# Ours\r\n\r\n<!-- create-enhancement list -->${table}<!-- /create-enhancement list -->\r\nEnd\r\n`;
    writeAll(cwd, { 'docs/INDEX.md': index('old') });
    const { json, code } = await runJson(['list', '--write', 'docs/INDEX.md', '--sort', 'title'], {
      cwd,
    });
    expect({ code, index: json.index }).toEqual({
      code: 0,
      index: { file: 'docs/INDEX.md', isChanged: true },
    });
    const rows = [
      '| 2 | [Cache](adr/0002-cache.md) | Proposed | 2024-02-01 |',
      '| 3 | [Queue](adr/0003-queue.md) | Proposed | 2024-03-01 |',
      '| 1 | [Use Git](adr/0001-use-git.md) | Accepted | 2024-01-01 |',
    ];
    expect(treeOf(cwd)['docs/INDEX.md']).toBe(
      index(
        [
          '',
          '| Number | Title | Status | Changed |',
          '| --- | --- | --- | --- |',
          ...rows,
          '',
        ].join('\r\n'),
      ),
    );
    expect(
      (await run(['list', '--write', 'docs/INDEX.md', '--sort', 'title'], { cwd })).stdout,
    ).toBe('docs/INDEX.md is up to date\n');
    writeAll(cwd, { 'docs/OTHER.md': 'x\n' });
    const refused = await run(['list', '--write', 'docs/OTHER.md'], { cwd });
    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('docs/OTHER.md does not mark where the list goes'),
    });
    expect(treeOf(cwd)['docs/OTHER.md']).toBe('x\n');
    const none = await run(['list', '--write', 'docs/NONE.md'], { cwd });
    expect(none).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(
        'hint: Create it with two lines: <!-- create-enhancement list -->',
      ),
    });
  });

  it('says on which branch one is that is not merged', async () => {
    const cwd = await decisions();
    await git(cwd, 'switch', '--quiet', '--create', 'feature');
    await commitOf(cwd, { 'docs/adr/0004-new.md': record('4. New', 'Proposed') }, 4);
    const { json } = await runJson(['list'], { cwd });
    expect(json.proposals.map(({ branch }: { branch: string }) => branch)).toEqual([
      null,
      null,
      null,
      'feature',
    ]);
  });

  it('prints a line or a row for each, and works without git', async () => {
    const cwd = emptyFolder();
    writeAll(cwd, { [ONE]: record('1. Use | Git', 'Accepted'), [TWO]: '# 2. Cache\n' });
    const { stdout } = await run(['list', '--dir', 'docs/adr'], { cwd });
    expect(stdout).toBe('1  Accepted  Use | Git  4/4  -\n2  -         Cache      0/0  -\n');
    const table = await run(['list', '--dir', 'docs/adr', '--markdown'], { cwd });
    expect(table.stdout.split('\n')[2]).toBe(`| 1 | [Use \\| Git](${ONE}) | Accepted |  |`);
  });

  it('names what it cannot read, and knows decisions in other languages', async () => {
    const cwd = await decisions();
    await commitOf(
      cwd,
      {
        'docs/adr/0004-binary.md': '\0\0',
        'docs/adr/0005-de.md': record('5. Eins', 'Akzeptiert'),
        'docs/adr/0006-zh.md': record('6. Zwei', '已接受'),
      },
      4,
    );
    const { json } = await runJson(['list'], { cwd });
    expect(json.unread).toEqual(['docs/adr/0004-binary.md']);
    const { stderr } = await run(['list'], { cwd });
    expect(stderr).toContain('docs/adr/0004-binary.md is not listed');
    expect(await numbers(cwd, '--open')).toEqual([2, 3]);
  });

  it.each<[args: string[], message: string]>([
    [['--sort', 'size'], '--sort takes number, status, changed, title, found "size"'],
    [['--stale', '--months', 'x'], '--months takes a number, found "x"'],
    [['--months', '6'], '--months needs --stale'],
    [['--missing', 'nonsense'], 'There is no section "nonsense"'],
  ])('refuses %j', async (args, message) => {
    const { code, stderr } = await run(['list', ...args], { cwd: await decisions() });
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
  });

  it('tells of filters that no proposal can pass', async () => {
    const cwd = await decisions();
    const { code, stdout, stderr } = await run(
      ['list', '--status', 'acceptd,Proposed', '--area', 'x'],
      { cwd },
    );
    const words = await run(['list', 'nowhere', '--status', 'Accepted'], { cwd });
    expect(words.stderr).toBe('');
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: 'No matching proposals.\n',
      stderr:
        'note: no proposal here has the status "acceptd"; did you mean Accepted?\nnote: no proposal here is in the area "x"\n',
    });
  });
});

describe('show', () => {
  it('tells a relation that both ends say once', async () => {
    const cwd = emptyFolder();
    writeAll(cwd, {
      'rfcs/0001-a.md': '# A\n\n- Status: draft\n',
      'rfcs/0002-b.md': '# B\n\n- Status: draft\n',
    });
    await run(['supersede', '1', '--by', '2'], { cwd });
    const { stdout } = await run(['show', '1'], { cwd });
    expect(stdout.match(/^Superseded by .*$/gm)).toEqual(['Superseded by 0002-b.md']);
  });

  it('tells all of several, whose documents have one name', async () => {
    const cwd = emptyFolder();
    const record = (n: number, says: string) =>
      `# RFC 000${n}: T${n}\n\n- Status: draft\n- ${says}\n\n## Why\n\nx\n`;
    writeAll(cwd, {
      'rfcs/0001-a/README.md': record(1, 'Supersedes: [2](../0002-b/README.md)'),
      'rfcs/0002-b/README.md': record(2, 'Date: 2024-01-01'),
      'rfcs/0003-c/README.md': record(3, 'Superseded by: [1](../0001-a/README.md)'),
    });
    const { stdout } = await run(['show', '1'], { cwd });
    expect(stdout).toContain('Supersedes ../0002-b/README.md\n');
    expect(stdout).toContain('Supersedes rfcs/0003-c/README.md\n');
  });

  it('tells what is known of one proposal, and what others say of it', async () => {
    const cwd = await decisions();
    const { json } = await runJson(['show', '1'], { cwd });
    expect(json).toMatchObject({
      command: 'show',
      number: 1,
      status: { value: 'Accepted' },
      referredBy: [{ kind: 'supersedes', number: 3, path: THREE }],
    });
    await commitOf(cwd, { 'docs/adr/0004-x.md': record('4. X', 'Superseded by #1') }, 4);
    const of = async (number: string) => (await runJson(['show', number], { cwd })).json.referredBy;
    expect(await of('2')).toEqual([]);
    expect(await of('1')).toHaveLength(2);
    const { stdout } = await run(['show', '3'], { cwd });
    expect(stdout).toBe(
      `3  Queue\n${THREE}\nStatus: Proposed\nCreated by Test, last changed 2024-03-01\n\nSupersedes 0001-use-git.md\n\n` +
        '3. Queue\n  Status  3 words\n  Decision  2 words\n  Consequences  1 word\n\n' +
        `Missing: context\n  npx create-enhancement --section context --in ${THREE}\n`,
    );
    expect((await run(['show', '2'], { cwd })).stdout).toContain('\n  Decision  to be written\n');
  });

  it('refuses what is not there', async () => {
    const { code, stderr } = await run(['show', '9'], { cwd: await decisions() });
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('There is no proposal "9"'),
    });
  });
});

describe('status', () => {
  it('that it has already is no new one', async () => {
    const cwd = emptyFolder();
    const rfc = (title: string, status: string) => `# ${title}\n\n- Status: ${status}\n`;
    writeAll(cwd, { 'rfcs/0001-a.md': rfc('A', 'Accepted'), 'rfcs/0002-b.md': rfc('B', 'Odd') });
    const before = treeOf(cwd);
    expect(await run(['status', '2', 'Odd'], { cwd })).toMatchObject({ code: 0 });
    expect(treeOf(cwd)).toEqual(before);
    expect(await run(['status', '1', 'Other'], { cwd })).toMatchObject({ code: 2 });
  });

  it('is of no file of data', async () => {
    const cwd = emptyFolder();
    writeAll(cwd, { 'rfcs/0001-a.md': '# A\n', 'notes.json': '{}\n' });
    for (const command of ['status', 'check', 'show']) {
      const { code, stderr } = await run([command, 'notes.json'], { cwd });
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: expect.stringContaining('notes.json is not Markdown'),
      });
    }
  });

  it('lists the proposals where none is named, and nobody can be asked', async () => {
    const { code, stderr } = await run(['status'], { cwd: await decisions() });
    expect(code).toBe(2);
    expect(stderr).toContain('Choose a proposal with status <number|path>:\n');
    expect(stderr).toContain(TWO);
  });

  it('tells the status, and which ones are used here', async () => {
    const { stdout } = await run(['status', '2'], { cwd: await decisions() });
    expect(stdout).toBe(`Proposed ${TWO}:5\nKnown here: Accepted, Proposed\n`);
  });

  it('is that of the proposal whose directory it runs in', async () => {
    const cwd = emptyFolder();
    for (const name of ['rfcs/0001-a', 'rfcs/0002-b'])
      writeAll(cwd, { [`${name}/README.md`]: '# T\n\n- Status: Draft\n' });
    const { json } = await runJson(['status'], { cwd: path.join(cwd, 'rfcs/0002-b') });
    expect(json).toMatchObject({ path: 'README.md', from: 'Draft' });
  });

  it('takes one in any case for that which is used, and none that would be read as a choice', async () => {
    const cwd = await decisions();
    expect((await runJson(['status', '2', 'accepted'], { cwd })).json.to).toBe('Accepted');
    const before = treeOf(cwd);
    const { code, stderr } = await run(['status', '2', 'a|b', '--force'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('"a|b" would be read as a status that is still to be chosen');
    expect(treeOf(cwd)).toEqual(before);
  });

  it('sets it, and nothing else', async () => {
    const cwd = await decisions();
    const before = treeOf(cwd);
    const dry = await run(['status', '2', 'Accepted', '--dry-run'], { cwd });
    expect(dry.stdout).toContain(`Would set the status from Proposed to Accepted in ${TWO}:5`);
    expect(treeOf(cwd)).toEqual(before);
    const { json, code } = await runJson(['status', '2', 'Accepted'], { cwd });
    expect({ code, json }).toEqual({
      code: 0,
      json: {
        command: 'status',
        dryRun: false,
        path: TWO,
        from: 'Proposed',
        to: 'Accepted',
        file: TWO,
        line: 5,
        known: ['Accepted', 'Proposed'],
      },
    });
    expect(treeOf(cwd)).toEqual({ ...before, [TWO]: before[TWO]?.replace('Proposed', 'Accepted') });
  });

  it('sets it in the file beside the document, with the date of the last update in a document', async () => {
    const cwd = emptyFolder();
    const yaml = (status: string) => `title: x\nstatus: ${status} # draft | done\n`;
    writeAll(cwd, { 'keps/0001-a/README.md': '# A\n', 'keps/0001-a/kep.yaml': yaml('draft') });
    await run(['status', '1', 'done', '--dir', 'keps'], { cwd });
    expect(treeOf(cwd)['keps/0001-a/kep.yaml']).toBe(yaml('done'));
    const front = '---\nstatus: draft # draft | done\nlast-updated: 2020-01-01\n---\n\n# B\n';
    writeAll(cwd, { 'keps/0002-b/README.md': front });
    await run(['status', '2', 'done', '--dir', 'keps'], { cwd });
    const today = new Date().toISOString().slice(0, 10);
    expect(treeOf(cwd)['keps/0002-b/README.md']).toBe(
      front.replace('draft #', 'done #').replace('2020-01-01', today),
    );
  });

  it.each<[text: string, value: string]>([
    ['---\nstatus: >-\n  draft\n  of today\n---\n\n# A\n', 'done'],
    ['---\nstatus: draft\n  and more\n---\n\n# A\n', 'done'],
    ['---\nstatus: &s draft\nother: *s\n---\n\n# A\n', 'done'],
    ['---\nstatus: draft\nstatus: accepted\n---\n\n# A\n', 'done'],
    ['---\nstage:\n  alpha: v1\n---\n\n# A\n', 'done'],
    ['+++\nstatus = """\ndraft"""\n+++\n\n# A\n', 'done'],
    ["+++\nstatus = 'draft'\n+++\n\n# A\n", "it's"],
    ['# A\n\n| Status | draft |\n|---|---|\n| Date | x |\n', 'a|b'],
    [record('1. A', 'Accepted'), '# Done'],
    [record('1. A', '- [x] Accepted\n- [ ] Rejected'), 'Rejected'],
  ])('refuses to write what would be read as something else: %j, %j', async (text, value) => {
    const cwd = emptyFolder();
    writeAll(cwd, { [ONE]: text });
    const args = ['status', '1', value, '--force', '--dir', 'docs/adr'];
    const { code, stderr } = await run(args, { cwd });
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('cannot be set in 0001-use-git.md, line '),
    });
    expect(treeOf(cwd)[ONE]).toBe(text);
  });

  it.each<[text: string, from: string, value: string, after: string]>([
    ['# A\n\n| Status | Author |\n|:--|:--|\n| draft | me |\n', 'draft', 'done', '| done | me |'],
    ['# A\n\n## Status\n\n| Status | Date |\n|--|--|\n| draft | x |\n', 'draft', 'd', '| d | x |'],
    ['# A\n\nStatus: draft, Date: 2020-01-01\n', 'draft', 'done', 'Status: done, Date: 2020-01-01'],
    ['# A\n\n* Status:\n  draft\n', 'draft', 'done', '* Status:\n  done\n'],
    ['+++\nstatus = "dr\\"aft"\n+++\n\n# A\n', 'dr"aft', 'done', 'status = "done"'],
    ["---\nstatus: 'it''s'\n---\n\n# A\n", "it's", "isn't", "status: 'isn''t'"],
    [record('1. A', 'Amended by [2](2.md)\n\ndraft'), 'draft', 'done', '(2.md)\n\ndone\n'],
  ])('reads %j as %j, and sets %j', async (text, from, value, after) => {
    const cwd = emptyFolder();
    writeAll(cwd, { [ONE]: text });
    const args = ['status', '1', value, '--force', '--dir', 'docs/adr'];
    const { json } = await runJson(args, { cwd });
    expect(json).toMatchObject({ from, to: value });
    expect(treeOf(cwd)[ONE]).toContain(after);
  });

  it('takes no sentence for a status, and changes nothing where it is set already', async () => {
    const cwd = emptyFolder();
    const prose = '# A\n\nThe HTTP server writes\nStatus: 404 when it fails.\n';
    const dated = '---\nstatus: draft\nlast-updated: 2020-01-01\n---\n\n# B\n';
    writeAll(cwd, { [ONE]: prose, [TWO]: dated });
    const { json } = await runJson(['status', '1', '--dir', 'docs/adr'], { cwd });
    expect(json.from).toBe(null);
    const { stdout } = await run(['status', '2', 'draft', '--dir', 'docs/adr'], { cwd });
    expect(stdout).toContain('is already draft');
    expect(treeOf(cwd)[TWO]).toBe(dated);
  });

  it.each(['', ' ', 'a\nb', 'a\tb'])('refuses the value %j', async (value) => {
    const { code, stderr } = await run(['status', '2', value, '--force'], {
      cwd: await decisions(),
    });
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('A status must be one line of text'),
    });
  });

  it('says what the old value said besides, and leaves histories alone', async () => {
    const cwd = await decisions();
    const status = '# 2. Cache\n\n## Status\n\n';
    writeAll(cwd, { [TWO]: `${status}Proposed, amends [1](0001-use-git.md)\n` });
    const { stderr } = await run(['status', '2', 'Accepted'], { cwd });
    expect(stderr).toContain('the status no longer says "amends 0001-use-git.md"');
    const history = `${status}- 2024-01-01: Proposed\n- 2024-02-01: Accepted\n`;
    writeAll(cwd, { [TWO]: history });
    const refused = await run(['status', '2', 'Proposed'], { cwd });
    expect(refused.stderr).toContain('it is the latest entry of a history');
    expect({ code: refused.code, text: treeOf(cwd)[TWO] }).toEqual({ code: 1, text: history });
  });

  it('refuses a value that is not used here, and one without a place', async () => {
    const cwd = await decisions();
    const { code, stderr } = await run(['status', '2', 'Acepted'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('No proposal here has the status "Acepted"; did you mean Accepted?');
    expect((await run(['status', '2', 'On hold', '--force'], { cwd })).code).toBe(0);
    expect(treeOf(cwd)[TWO]).toContain('\n\nOn hold\n\n');
    await commitOf(cwd, { 'docs/adr/0004-x.md': '# 4. X\n' }, 5);
    const none = await run(['status', '4', 'Accepted'], { cwd });
    expect(none.code).toBe(0);
    expect(treeOf(cwd)['docs/adr/0004-x.md']).toBe('# 4. X\n\n## Status\n\nAccepted\n');
  });
});

describe('check', () => {
  it('finds what is to be mended, and says how', async () => {
    const cwd = await decisions();
    await commitOf(
      cwd,
      {
        'docs/adr/0003-again.md': record('3. Again', 'Proposed\n\nAmends 17').replace(
          'More.',
          '[x](gone.md)',
        ),
      },
      4,
    );
    const { code, stdout } = await run(['check'], { cwd });
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: [
        TWO,
        '  13:1  warning  Decision contains only "TBD"  section-tbd',
        'docs/adr/0003-again.md',
        '  1:1  error  docs/adr/0003-queue.md also has the number 3  number-duplicate',
        '    npx create-enhancement renumber docs/adr/0003-again.md',
        '  7:1  note  "amends" refers to proposal 17, which does not exist  relation-unknown',
        '  19:5  warning  The file does not exist: gone.md  link-broken',
        THREE,
        '  1:1  error  docs/adr/0003-again.md also has the number 3  number-duplicate',
        '  1:1  error  The section Context is missing  section-missing',
        `    npx create-enhancement --section context --in ${THREE}`,
        `  7:1  warning  ${ONE} does not say that it is superseded by this proposal  relation-one-sided`,
        `    npx create-enhancement supersede ${ONE} --by ${THREE}`,
        '3 errors, 3 warnings, 1 note in 4 proposals',
        '',
      ].join('\n'),
    });
  });

  it('is quiet where there is nothing, and goes on where one cannot be read', async () => {
    const cwd = await decisions();
    expect(await run(['check', '1'], { cwd })).toMatchObject({
      code: 0,
      stdout: 'No problems in 1 proposal.\n',
    });
    writeAll(cwd, { 'docs/adr/0005-x.md': 'a\0b' });
    const { json, code } = await runJson(['check'], { cwd });
    expect(code).toBe(1);
    expect(json.findings.at(-1)).toMatchObject({
      code: 'unreadable',
      path: 'docs/adr/0005-x.md',
      reason: 'it is not UTF-8 text',
    });
    const own = json.findings.filter(({ path: where }: { path: string }) => where === TWO);
    expect(own).toEqual([
      {
        code: 'section-tbd',
        path: TWO,
        under: 'Decision',
        heading: 'Decision',
        text: 'TBD',
        line: 13,
        column: 1,
        severity: 'warning',
        message: 'Decision contains only "TBD"',
      },
    ]);
  });

  it('explains a finding, and refuses another word', async () => {
    const cwd = emptyFolder();
    const { json } = await runJson(['explain', 'behind'], { cwd });
    expect(json).toEqual({
      command: 'explain',
      code: 'behind',
      text: expect.stringContaining('upgrade'),
    });
    expect(await run(['explain', 'behint'], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('did you mean behind'),
    });
  });
});

describe('what names no proposals', () => {
  it.each([['list'], ['check'], ['show', '1'], ['status', '1'], ['upgrade', '--all']])(
    '%s refuses a directory that is not there',
    async (...args) => {
      const { code, stderr } = await run([...args, '--dir', 'nowhere'], { cwd: emptyFolder() });
      expect({ code, stderr }).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('There is no directory nowhere'),
      });
    },
  );

  it.each<[args: string[], said: string]>([
    [['list'], 'There are no proposals here.\n'],
    [['list', '--open'], 'No matching proposals.\n'],
    [['check'], 'There are no proposals here.\n'],
  ])('%s says that there are none', async (args, said) => {
    expect(await run(args, { cwd: emptyFolder() })).toMatchObject({ code: 0, stdout: said });
  });

  it.each<[args: string[], message: string]>([
    [['show'], 'There is no proposal in enhancements yet'],
    [['status'], 'There is no proposal in enhancements yet'],
    [['show', '1', '2'], 'show takes a proposal and nothing else, found "2"'],
    [['status', 'accepted', '7'], 'Type npx create-enhancement status 7 accepted'],
    [['open', '7'], 'Type npx create-enhancement show 7'],
    [['find', 'cache'], 'Type npx create-enhancement list cache'],
    [['move', '1', '2'], 'Type npx create-enhancement renumber 1 2'],
    [['accept', '7'], 'Type npx create-enhancement status 7 accepted'],
    [['explain', 'behind', 'x'], 'explain takes the code of a finding and nothing else, found "x"'],
    [['explain', 'behindd'], 'There is no finding "behindd"; did you mean behind?'],
  ])('refuses %j', async (args, message) => {
    expect(await run(args, { cwd: emptyFolder() })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(message),
    });
  });
});

it('puts quotes around a path in the commands that it proposes', async () => {
  const cwd = emptyFolder();
  const file = 'my docs/adr/0001-a.md';
  writeAll(cwd, { [file]: '# A\n\n## Summary\n\nIt is so.\n', 'my docs/adr/0001-9.md': '# B\n' });
  const { stdout } = await run(['show', file], { cwd });
  expect(stdout).toContain(`--in '${file}'`);
  const list = '## Contents\n\n- [Goals](#goals)\n- [Risks](#risks)\n';
  const sections = ['Goals', 'Risks', 'Costs'].map((title) => `\n## ${title}\n\nIt is so.\n`);
  writeAll(cwd, { [file]: `# A\n\n${list}${sections.join('')}` });
  const { json } = await runJson(['check', file], { cwd });
  const fixes = json.findings.map(({ fix }: { fix?: string }) => fix);
  expect(fixes).toContain(`npx create-enhancement check '${file}' --fix`);
});
