import { describe, expect, it } from 'vitest';
import { emptyFolder, git, treeOf, writeAll } from '../support/folder.ts';
import { run, runJson } from '../support/program.ts';

type Files = Record<string, string>;

/** Proposals in one of the forms that say their status. */
const FORMS: Record<string, (number: number, status: string) => Files> = {
  'a section': (n, status) => ({
    [`rfcs/000${n}-x.md`]: `# ${n}. T${n}\n\nDate: x\n\n## Status\n\n${status}\n\n## Context\n\nC.\n`,
  }),
  'a numbered section': (n, status) => ({
    [`rfcs/000${n}-x.md`]: `# ${n}. T${n}\n\n## 1.2 Status\n\n${status}\n\n## 1.3 Context\n\nC.\n`,
  }),
  'names with signs': (n, status) => ({
    [`rfcs/000${n}-c#-(x, y).md`]: `---\nstatus: ${status}\nsupersedes: []\n---\n\n# T${n}\n\n## Context\n\nC.\n`,
  }),
  'a list': (n, status) => ({
    [`rfcs/000${n}-x.md`]: `# ${n}. T${n}\n\n- **Status**: ${status}\n- Date: x\n\n## Context\n\nC.\n`,
  }),
  'a list in code marks': (n, status) => ({
    [`rfcs/000${n}-x.md`]: `# ${n}. T${n}\n\n- Status: \`${status}\`\n\n## Context\n\nC.\n`,
  }),
  'a line in bold': (n, status) => ({
    [`rfcs/000${n}-x.md`]: `# ${n}. T${n}\n\n**Status:** ${status}\n\n**Date:** x\n\n## Context\n\nC.\n`,
  }),
  'broken lines': (n, status) => ({
    [`rfcs/000${n}-x.md`]: `# ${n}. T${n}\r\n\r\nStatus: ${status}  \r\nDate: x\r\n\r\n## Context\r\n\r\nC.\r\n`,
  }),
  'a table': (n, status) => ({
    [`rfcs/000${n}-x.md`]: `# ${n}. T${n}\n\n| Date | x |\n| --- | --- |\n| Status | ${status} |\n\n## Context\n\nC.\n`,
  }),
  'a table that begins with it': (n, status) => ({
    [`rfcs/000${n}-x.md`]: `# ${n}. T${n}\n\n| Status | ${status} |\n:--- |:--- |\n| Date | x |\n\n## Context\n\nC.\n`,
  }),
  'lines that HTML breaks': (n, status) => ({
    [`rfcs/000${n}-x.md`]: `# ${n}. T${n}\n\n**Status:** ${status}<br>\n**Date:** x<br>\n\n## Context\n\nC.\n`,
  }),
  'a value in colour': (n, status) => ({
    [`rfcs/000${n}-x.md`]: `# ${n}. T${n}\n\n**Status:** <span style="color:green">${status}</span>\n\n## Context\n\nC.\n`,
  }),
  'labels of their own': (n, status) => ({
    [`rfcs/000${n}-x.md`]: `# ${n}. T${n}\n\n- Status: ${status}\n- Supersedes: N/A\n- Superseded by:\n\n## Context\n\nC.\n`,
  }),
  YAML: (n, status) => ({
    [`rfcs/000${n}-x.md`]: `---\ntitle: T${n}\nstatus: ${status} # now\nauthors:\n  - me\n---\n\n# T${n}\n\n## Context\n\nC.\n`,
  }),
  'YAML with keys for it': (n, status) => ({
    [`rfcs/000${n}-x.md`]: `---\nstatus: ${status}\nsupersedes: []\nsuperseded-by: null\n---\n\n# T${n}\n\n## Context\n\nC.\n`,
  }),
  TOML: (n, status) => ({
    [`rfcs/000${n}-x.md`]: `+++\ntitle = "T${n}"\nstatus = "${status}"\n+++\n\n# T${n}\n\n## Context\n\nC.\n`,
  }),
  'a file beside it': (n, status) => ({
    [`keps/000${n}-x/README.md`]: `# KEP-${n}: T${n}\n\n## Summary\n\nC.\n`,
    [`keps/000${n}-x/kep.yaml`]: `title: T${n}\nstatus: ${status}\nreplaces:\n  - "/keps/y"\n`,
  }),
  nothing: (n) => ({ [`rfcs/000${n}-x.md`]: `# T${n}\n\n## Context\n\nC.\n` }),
};

function repositoryOf(form: (number: number, status: string) => Files): string {
  const cwd = emptyFolder();
  for (const number of [1, 2, 3]) writeAll(cwd, form(number, number === 3 ? 'draft' : 'accepted'));
  return cwd;
}

describe('supersede', () => {
  it.each(Object.entries(FORMS))('says it in both, each in its own way: %s', async (_, form) => {
    const cwd = repositoryOf(form);
    const before = treeOf(cwd);
    const dry = await run(['supersede', '1', '--by', '3', '--dry-run'], { cwd });
    expect({ code: dry.code, tree: treeOf(cwd) }).toEqual({ code: 0, tree: before });
    const { code, json } = await runJson(['supersede', '1', '--by', '3'], { cwd });
    expect(code).toBe(0);
    const changed = json.files.map(({ path }: { path: string }) => path);
    const after = treeOf(cwd);
    expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual(changed);
    for (const path of changed) expect({ path, text: after[path] }).toMatchSnapshot();
    const { json: found } = await runJson(['check'], { cwd });
    const codes = found.findings.map((each: { code: string }) => each.code);
    expect(
      codes.filter((each: string) => /relation|successor|status|front|nowhere/.test(each)),
    ).toEqual([]);
    const { json: shown } = await runJson(['show', '1'], { cwd });
    expect(shown.referredBy).toEqual([
      { kind: 'supersedes', number: 3, path: expect.stringContaining('0003-') },
    ]);
    const again = await runJson(['supersede', '1', '--by', '3'], { cwd });
    expect({ code: again.code, files: again.json.files }).toEqual({ code: 0, files: [] });
  });

  it('leads from one directory to another, and adds to what is there', async () => {
    const cwd = emptyFolder();
    const text = (n: number) =>
      `# ${n}. T [${n}]\n\n- Status: accepted\n- Supersedes: [0](../0-x/README.md)\n`;
    for (const n of [1, 2]) writeAll(cwd, { [`rfcs/000${n}-a b/README.md`]: text(n) });
    await run(['supersede', '1', '--by', '2'], { cwd });
    expect(treeOf(cwd)['rfcs/0002-a b/README.md']).toContain(
      '- Supersedes: [0](../0-x/README.md), [1. T \\[1\\]](../0001-a%20b/README.md)\n',
    );
  });

  it('sets the date of the last update in a file beside the document as well, as status does', async () => {
    const cwd = emptyFolder();
    const yaml = 'title: T\nstatus: provisional\nlast-updated: 2020-01-01\n';
    for (const each of ['1-a', '2-b']) {
      writeAll(cwd, {
        [`keps/${each}/README.md`]: `# KEP-${each}\n`,
        [`keps/${each}/kep.yaml`]: yaml,
      });
    }
    expect(await run(['status', '1', 'implementable', '--force'], { cwd })).toMatchObject({
      code: 0,
    });
    const today = new Date().toISOString().slice(0, 10);
    expect(treeOf(cwd)['keps/1-a/kep.yaml']).toBe(
      `title: T\nstatus: implementable\nlast-updated: ${today}\n`,
    );
    expect(treeOf(cwd)['keps/2-b/kep.yaml']).toBe(yaml);
  });

  it('sets the date of the last update', async () => {
    const cwd = emptyFolder();
    const text = '---\nstatus: draft\nlast-updated: 2020-01-01\n---\n\n# A\n';
    writeAll(cwd, { 'rfcs/0001-a.md': text, 'rfcs/0002-b.md': text.replace('A', 'B') });
    await run(['supersede', '1', '--by', '2'], { cwd });
    const today = new Date().toISOString().slice(0, 10);
    for (const text of Object.values(treeOf(cwd)).filter((each) => each !== null))
      expect(text).toContain(`last-updated: ${today}`);
  });

  it.each<[args: string[], code: number, message: string]>([
    [['1'], 2, 'supersede needs the superseding proposal: --by <new>'],
    [['--by', '1'], 2, 'supersede takes the proposal that is superseded'],
    [['1', '--by', '1'], 2, 'cannot supersede itself'],
    [['1', '--by', '9'], 2, 'There is no proposal "9"'],
    [['4', '--by', '1'], 1, 'has no place for what supersedes it'],
    [['1', '--by', '4'], 1, 'has no place for what it supersedes'],
  ])('refuses %j, and writes nothing', async (args, code, message) => {
    const cwd = repositoryOf(FORMS['a list'] ?? expect.unreachable());
    writeAll(cwd, { 'rfcs/0004-x.md': 'Only words.\n' });
    const before = treeOf(cwd);
    const refused = await run(['supersede', ...args], { cwd });
    expect(refused).toMatchObject({ code, stderr: expect.stringContaining(message) });
    expect(treeOf(cwd)).toEqual(before);
  });
});

/** Two proposals of the same text, but for their number; what the second one says of the first, and the other way round. */
async function succession(text: (n: number) => string) {
  const cwd = emptyFolder();
  for (const n of [1, 2, 3]) writeAll(cwd, { [`rfcs/000${n}-t.md`]: text(n) });
  const before = treeOf(cwd);
  const { code, stderr } = await run(['supersede', '1', '--by', '2'], { cwd });
  const tree = treeOf(cwd);
  return {
    cwd,
    code,
    stderr,
    before,
    tree,
    old: tree['rfcs/0001-t.md'],
    by: tree['rfcs/0002-t.md'],
  };
}

describe('supersede keeps what is there', () => {
  it('also the name of another one that its status has', async () => {
    const cwd = emptyFolder();
    const cip = (status: string) => `---\nStatus: ${status}\n---\n\n# T\n`;
    writeAll(cwd, {
      'cips/0038-a.md': cip('Inactive (merged into CIP-0068)'),
      'cips/0039-b.md': cip('Draft'),
    });
    const before = treeOf(cwd);
    const { code, stderr } = await run(['supersede', '38', '--by', '39'], { cwd });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining('its status would no longer name CIP-0068'),
    });
    expect(treeOf(cwd)).toEqual(before);
    const set = await run(['status', '38', 'Draft'], { cwd });
    expect(set.stderr).toContain('names CIP-0068');
  });

  it.each<[what: string, text: string, reason: string]>([
    [
      'a value of several lines',
      '---\nstatus: >-\n  accepted\n  by all\ndate: x\n---\n\n# T\n',
      'several lines',
    ],
    [
      'an anchor',
      '---\nstatus: &s accepted\nother: *s\n---\n\n# T\n',
      'the YAML would be read differently',
    ],
    ['check boxes', '# T\n\n## Status\n\n- [ ] Proposed\n- [x] Accepted\n', 'check boxes'],
    [
      'a link beside the status',
      '# T\n\n## Status\n\nAccepted on 2024-01-01, see the [minutes](m.md).\n',
      'its status would no longer link to m.md',
    ],
    [
      'what the status says of a third one',
      '# T\n\n## Status\n\nAccepted, supersedes [3](0003-t.md)\n',
      'it would no longer say "supersedes 0003-t.md"',
    ],
    [
      'a history',
      '# T\n\n## Status\n\n* 2023-12-01 proposed\n* 2024-01-01 accepted\n',
      'it is the latest entry of a history',
    ],
    [
      'a link around the status',
      '# T\n\n- Status: [Accepted](states.md#accepted)\n\n## X\n',
      'its status would no longer link to states.md#accepted',
    ],
    [
      'a picture of the status',
      '# T\n\n- Status: ![Accepted](https://x.y/accepted.svg)\n\n## X\n',
      'it is the text of an image',
    ],
    [
      'a row in HTML',
      '# T\n\n<table>\n<tr><td>Status</td><td>Final</td></tr>\n</table>\n\n## X\n',
      'its status stands in HTML',
    ],
    [
      'a map',
      '---\nstatus: a\nsupersedes: {number: 7}\n---\n\n# T\n',
      'no place for what it supersedes',
    ],
  ])('%s is refused, and stays', async (_, text, reason) => {
    const { code, stderr, before, tree } = await succession(() => text);
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining(reason) });
    expect(tree).toEqual(before);
  });

  it.each<[what: string, text: string, by: string]>([
    ['one value', 'supersedes: 7', 'supersedes: [7, 1]'],
    ['a quoted link', 'supersedes: "[[0007-x]]"', 'supersedes: ["[[0007-x]]", "1"]'],
    ['a list in brackets', 'supersedes: [7]', 'supersedes: [7, 1]'],
    ['a list below', 'supersedes:\n  - 7', 'supersedes:\n  - 7\n  - 1'],
    ['nothing', 'supersedes: ~', 'supersedes: 1'],
  ])('in YAML, another one is added to %s', async (_, key, wanted) => {
    const { code, by } = await succession(() => `---\nstatus: accepted\n${key}\n---\n\n# T\n`);
    expect({ code, by }).toEqual({ code: 0, by: expect.stringContaining(`\n${wanted}\n`) });
  });

  it('a row of a table keeps its cells, and the same again does nothing', async () => {
    const { cwd, old } = await succession(
      (n) =>
        `# RFC ${n}: a | b ${n}\n\n| Field | Value |\n|---|---|\n| Status | Accepted |\n| Superseded by | - |\n`,
    );
    expect(old).toContain('| Superseded by | [RFC 2: a \\| b 2](0002-t.md) |');
    expect((await runJson(['supersede', '1', '--by', '2'], { cwd })).json.files).toEqual([]);
  });

  it('an item of a list keeps what is inside it, and a code span is none any more', async () => {
    const { old, by } = await succession(
      (n) => `# ${n}. T\n\n- Status: accepted\n  - since: x\n- Superseded by: \`none\`\n`,
    );
    expect(by).toContain('- Status: accepted\n  - since: x\n- Supersedes: [1. T](0001-t.md)\n');
    expect(old).toContain('- Superseded by: [2. T](0002-t.md)\n');
  });

  it('a preamble in code names it by its number, where no link would be shown', async () => {
    const cwd = emptyFolder();
    const text = (n: number) => `\`\`\`\nNumber: ${n}\nStatus: Final\n\`\`\`\n\n# T${n}\n\n## X\n`;
    writeAll(cwd, { 'rfcs/0001-a.md': text(1), 'rfcs/0002-b.md': text(2) });
    expect(await run(['supersede', '1', '--by', '2'], { cwd })).toMatchObject({ code: 0 });
    const tree = treeOf(cwd);
    expect(tree['rfcs/0001-a.md']).toBe(text(1).replace('Final', 'Superseded by 2'));
    expect(tree['rfcs/0002-b.md']).toBe(text(2).replace('Final\n', 'Final\nSupersedes: 1\n'));
  });

  it.each(['RFC-0001', 'rfc 1', '#1', 'rfcs/0001-a', 'rfcs/0001-a.md'])(
    'names the old one as %s',
    async (word) => {
      const cwd = emptyFolder();
      const text = (n: number) => `# T${n}\n\n- Status: Accepted\n\n## X\n`;
      writeAll(cwd, { 'rfcs/0001-a.md': text(1), 'rfcs/0002-b.md': text(2) });
      const { code, json } = await runJson(['supersede', word, '--by', '2', '--dry-run'], { cwd });
      expect({ code, old: json.old }).toEqual({ code: 0, old: 'rfcs/0001-a.md' });
    },
  );

  it('another decision that is given up is told', async () => {
    const cwd = emptyFolder();
    const text = (n: number, status: string) => `# T${n}\n\n- Status: ${status}\n\n## X\n`;
    writeAll(cwd, { 'rfcs/0001-a.md': text(1, 'Rejected'), 'rfcs/0002-b.md': text(2, 'Accepted') });
    const { json } = await runJson(['supersede', '1', '--by', '2'], { cwd });
    expect(json.notes).toEqual(['the status of rfcs/0001-a.md was "Rejected"']);
  });

  it('in French as well, and in a quote', async () => {
    const french = await succession((n) => `# ${n}. T\n\n- Statut : accepté\n`);
    expect(french).toMatchObject({ code: 0, old: expect.stringContaining('[2. T](0002-t.md)') });
    const quoted = await succession(
      (n) => `# ${n}. T\n\n> **Status:** accepted\n> **Author:** Jo\n`,
    );
    expect(quoted.old).toContain(
      '> **Status:** superseded by [2. T](0002-t.md)\n> **Author:** Jo\n',
    );
  });

  it('a circle and a second successor are refused', async () => {
    const { cwd } = await succession((n) => `# ${n}. T\n\n- Status: accepted\n`);
    const before = treeOf(cwd);
    for (const [old, by] of [
      ['2', '1'],
      ['1', '3'],
    ]) {
      const { code, stderr } = await run(['supersede', old ?? '', '--by', by ?? ''], { cwd });
      expect({ code, stderr }).toMatchObject({
        code: 1,
        stderr: expect.stringContaining(' already'),
      });
    }
    expect(treeOf(cwd)).toEqual(before);
  });
});

describe('create --supersedes', () => {
  it('says it in both', async () => {
    const cwd = repositoryOf(FORMS['a list'] ?? expect.unreachable());
    const { json } = await runJson(['New', '--yes', '--supersedes', '2'], { cwd });
    expect(json).toMatchObject({
      path: 'rfcs/0004-new.md',
      supersedes: { path: 'rfcs/0002-x.md' },
    });
    expect(json.repeat).toContain('--supersedes');
    const tree = treeOf(cwd);
    expect(tree['rfcs/0002-x.md']).toContain('- **Status**: superseded by [New](0004-new.md)\n');
    expect(tree['rfcs/0004-new.md']).toContain('[2. T2](0002-x.md)');
  });

  it('names both files for git', async () => {
    const cwd = emptyFolder();
    const text = (n: number) => `# T${n}\n\n- Status: Accepted\n\n## X\n`;
    writeAll(cwd, { 'rfcs/0001-a.md': text(1), 'rfcs/0002-b.md': text(2) });
    await git(cwd, 'init', '--quiet');
    const { stdout } = await run(['New', '--yes', '--supersedes', '1'], { cwd });
    expect(stdout).toContain('git add rfcs/0003-new.md rfcs/0001-a.md\n');
  });

  it.each<[args: string[], code: number]>([
    [['--supersedes', '9'], 2],
    [['--supersedes', '4'], 1],
  ])('%j writes nothing where that cannot be', async (args, code) => {
    const cwd = repositoryOf(FORMS['a list'] ?? expect.unreachable());
    writeAll(cwd, { 'rfcs/0004-x.md': 'Only words.\n' });
    const before = treeOf(cwd);
    expect((await run(['New', '--yes', ...args], { cwd })).code).toBe(code);
    expect(treeOf(cwd)).toEqual(before);
  });

  it('writes nothing in a dry run', async () => {
    const cwd = repositoryOf(FORMS['a list'] ?? expect.unreachable());
    const before = treeOf(cwd);
    const { stderr } = await run(['New', '--yes', '--supersedes', '2', '--dry-run'], { cwd });
    expect(stderr).toContain('rfcs/0002-x.md would be marked as superseded by this proposal');
    expect(treeOf(cwd)).toEqual(before);
  });
});

describe('a status where there is none', () => {
  // Without its first row, a table is none.
  const OTHERS = ['nothing', 'labels of their own', 'a table that begins with it'];

  it.each(Object.entries(FORMS).filter(([name]) => !OTHERS.includes(name)))(
    'is written as the others have it: %s',
    async (_, form) => {
      const cwd = repositoryOf(form);
      const wanted = form(4, 'draft');
      const without = Object.fromEntries(
        Object.entries(wanted).map(([name, text]) => [
          name,
          text
            .replace(/## (?:1\.2 )?Status\n\ndraft\n\n|^.*\bdraft\b.*\r?\n(?:\r?\n(?=\*))?/m, '')
            .replace(/\n{3,}/, '\n\n'),
        ]),
      );
      writeAll(cwd, without);
      const { code, json } = await runJson(['status', '4', 'draft'], { cwd });
      expect({ code, from: json.from, to: json.to }).toEqual({ code: 0, from: null, to: 'draft' });
      for (const [name, text] of Object.entries(wanted))
        expect(treeOf(cwd)[name]).toBe(text.replace(' # now', ''));
      const { json: told } = await runJson(['status', '4'], { cwd });
      expect(told).toMatchObject({ from: 'draft', file: json.file, line: json.line });
    },
  );

  it('is refused where no other has one', async () => {
    const cwd = repositoryOf(FORMS.nothing ?? expect.unreachable());
    const { code, stderr } = await run(['status', '1', 'draft'], { cwd });
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/has no status and no place for one[\s\S]*next: .* --force\n/),
    });
    const forced = await runJson(['status', '1', 'draft', '--force'], { cwd });
    expect(forced).toMatchObject({ code: 0, json: { from: null, to: 'draft', line: 3 } });
    expect(treeOf(cwd)['rfcs/0001-x.md']).toBe('# T1\n\n- Status: draft\n\n## Context\n\nC.\n');
    // From then on, it is the form that others have.
    expect(await run(['status', '2', 'draft'], { cwd })).toMatchObject({ code: 0 });
  });

  it.each<[text: string, after: string]>([
    [
      '# 4. T\n\n## Status\n\n## Context\n\nC.\n',
      '# 4. T\n\n## Status\n\ndraft\n\n## Context\n\nC.\n',
    ],
    [
      '# 4. T\n\n## Status\n\n<!-- draft | done -->\n',
      '# 4. T\n\n## Status\n\ndraft\n\n<!-- draft | done -->\n',
    ],
    ['# 4. T\n\n- Date: x\n  - y\n', '# 4. T\n\n- **Status**: draft\n- Date: x\n  - y\n'],
  ])('is written where its section is, or beside items: %j', async (text, after) => {
    const cwd = repositoryOf(
      FORMS[text.includes('##') ? 'a section' : 'a list'] ?? expect.unreachable(),
    );
    writeAll(cwd, { 'rfcs/0004-t.md': text });
    expect((await run(['status', '4', 'draft'], { cwd })).code).toBe(0);
    expect(treeOf(cwd)['rfcs/0004-t.md']).toBe(after);
  });
});
