import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { git, repositoryWith } from '../support/folder.ts';
import { run, runJson } from '../support/program.ts';

const nygard = (number: number, status = 'Accepted') =>
  `# ${number}. Decision ${number}\n\nDate: 2024-01-0${number}\n\n## Status\n\n${status}\n\n## Context\n\nWords.\n\n## Decision\n\nWords.\n\n## Consequences\n\nWords.\n`;

const records = (count: number, text = nygard) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `docs/adr/000${index + 1}-decision.md`,
      text(index + 1),
    ]),
  );

describe('a number is one in whatever form', () => {
  it('is taken, also where another form of it is there', async () => {
    const cwd = await repositoryWith({ ...records(5), 'docs/adr/ADR-0006-z.md': nygard(6) });
    const { json } = await runJson(['New', '--yes', '--dry-run'], { cwd });
    expect(json.path).toBe('docs/adr/0007-new.md');
    const refused = await run(['New', '--number', '6', '--yes'], { cwd });
    expect(refused.stderr).toContain('docs/adr/ADR-0006-z.md');
    const moved = await run(['renumber', '6', '9', '--dry-run'], { cwd });
    expect(moved.stdout).toContain('docs/adr/ADR-0009-z.md');
  });

  it('is that of a proposal about templates as well', async () => {
    const cwd = await repositoryWith({ 'README.md': '# A\n' });
    await run(['Helm chart template', '--yes'], { cwd });
    await run(['Caching', '--yes'], { cwd });
    expect(readdirSync(path.join(cwd, 'enhancements')).sort()).toEqual([
      '0001-helm-chart-template',
      '0002-caching',
    ]);
  });
});

describe('a number that only the text of a proposal has', () => {
  const named = (text: (number: number) => string) =>
    Object.fromEntries(
      ['apple', 'berry', 'cherry', 'date'].map((name, index) => [
        `docs/decisions/use-${name}.md`,
        `${text(index + 1)}\n\n## Context\n\nWords.\n\n## Decision\n\nWords.\n`,
      ]),
    );

  it.each<[what: string, files: Record<string, string>, expected: string]>([
    [
      'in headings',
      named((number) => `# ADR-00${number}: Decision ${number}`),
      '# ADR-005: New thing\n',
    ],
    [
      'in headings, with a template',
      {
        ...named((number) => `# ADR-00${number}: Decision ${number}`),
        'docs/decisions/template.md':
          '# ADR-NNN: Title\n\n## Context\n\nWhy?\n\n## Decision\n\nWhat?\n',
      },
      '# ADR-005: New thing\n',
    ],
    [
      'in front matter',
      named((number) => `---\nrfc: ${number}\ntitle: D ${number}\n---\n\n# D ${number}`),
      '---\nrfc: 5\ntitle: New thing\n---\n',
    ],
  ])('goes on, and is told: %s', async (_, files, expected) => {
    const cwd = await repositoryWith(files);
    const { code, stderr } = await run(['New thing', '--yes'], { cwd });
    expect({ code, stderr }).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/note: the new text has the number 0*5, the next of those/),
    });
    const written = readFileSync(path.join(cwd, 'docs/decisions/new-thing.md'), 'utf8');
    expect(written.startsWith(expected)).toBe(true);
  });

  it('is none where two have the same, or few have one', async () => {
    for (const number of [() => 1, (own: number) => (own > 1 ? '' : own)]) {
      const cwd = await repositoryWith(named((own) => `# ADR-${number(own)}: D`));
      const { stderr } = await run(['New thing', '--yes', '--dry-run'], { cwd });
      expect(stderr).not.toContain('the new text has');
    }
  });
});

describe('decision records', () => {
  it('without a template are written as the others are', async () => {
    const cwd = await repositoryWith(records(3));
    const { code, json } = await runJson(['New thing', '--yes'], { cwd });
    expect({ code, template: json.template }).toEqual({ code: 0, template: 'siblings' });
    expect(readFileSync(path.join(cwd, 'docs/adr/0004-new-thing.md'), 'utf8')).toMatch(
      /^# 4\. New thing\n\nDate: \d{4}-\d\d-\d\d\n\n## Status\n\nProposed\n\n## Context\n\n## Decision\n\n## Consequences\n$/,
    );
    const section = await run(['--section', 'consequences', '--in', '4'], { cwd });
    expect(section).toMatchObject({ code: 0, stdout: expect.stringContaining('Already there') });
  });

  it('get back a section that one of them has lost', async () => {
    const cwd = await repositoryWith({
      ...records(3),
      'docs/adr/0004-d.md': nygard(4).replace(/## Consequences[\s\S]*/, ''),
    });
    const { code } = await run(['--section', 'consequences', '--in', '4', '--yes'], { cwd });
    expect(code).toBe(0);
    expect(readFileSync(path.join(cwd, 'docs/adr/0004-d.md'), 'utf8')).toMatch(
      /## Decision\n\nWords\.\n\n## Consequences\n$/,
    );
  });

  it.each([
    ['nygard', nygard(1)],
    [
      'madr-minimal',
      '# A\n\n## Context and Problem Statement\n\nx\n\n## Considered Options\n\n## Decision Outcome\n',
    ],
    ['madr', '# A\n\n## Context and Problem Statement\n\nx\n\n## Decision Drivers\n'],
    ['adr', '# A\n'],
  ])('of which there are few get the preset of their form: %s', async (preset, text) => {
    const cwd = await repositoryWith({ 'docs/adr/0001-a.md': text });
    const { json } = await runJson(['New', '--yes', '--dry-run'], { cwd });
    expect({ template: json.template, path: json.path }).toEqual({
      template: preset,
      path: 'docs/adr/0002-new.md',
    });
    expect(json.adopted.because).toContainEqual({
      subject: 'template',
      ...(preset === 'adr'
        ? { sign: 'usual', text: 'nothing suggests another format for decision records' }
        : { sign: 'form', text: 'the decision records use this format' }),
    });
  });

  it('that were accepted are never copied', async () => {
    const cwd = await repositoryWith({
      'docs/adr/0001-use-madr-template.md': '# Use MADR\n\n## Status\n\nAccepted\n\nOurs.\n',
      'docs/adr/0002-b.md': '# B\n',
      'docs/adr/0003-c.md': '# C\n',
    });
    const { json } = await runJson(['Adopt Kafka', '--yes', '--dry-run'], { cwd });
    expect(json.path).toBe('docs/adr/0004-adopt-kafka.md');
    expect(json.files[0].content).not.toMatch(/Accepted|Ours/);
  });
});

it('names without a number in the folder of drafts are told, with how to do the same', async () => {
  const rfc = (n: string) => `# RFC${n}: A\n\n- Status: Draft\n\n## Why\n\nx\n\n## How\n\ny\n`;
  const cwd = await repositoryWith({
    ...Object.fromEntries([1, 2, 3, 4].map((n) => [`rfcs/accepted/000${n}-a.md`, rfc(` 000${n}`)])),
    'rfcs/draft/queue.md': rfc(''),
    'rfcs/draft/cache.md': rfc(''),
  });
  const { json, stderr } = await runJson(['New', '--yes', '--dry-run'], { cwd });
  expect(json.path).toBe('rfcs/draft/0005-new.md');
  expect(json.notes?.join() ?? stderr).toContain('the documents in rfcs/draft have no number');
  const env = { CREATE_ENHANCEMENT_NAME: '{slug}.md', CREATE_ENHANCEMENT_NUMBERING: 'none' };
  const without = await runJson(['New', '--yes', '--dry-run'], { cwd, env });
  expect(without.json.path).toBe('rfcs/draft/new.md');
});

describe('what is no template', () => {
  const PAGE = 'Text of ours.\n\n## Install\n\nnpm i\n';

  it.each([
    ['a page with an image in its title', 'README.md', `# <img src="logo.svg"> Ours\n\n${PAGE}`],
    [
      'a page whose title is a link',
      'docs/adr/README.md',
      `# [Ours](https://example.invalid)\n\n${PAGE}`,
    ],
    ['a list of changes', 'CHANGELOG.md', `# [1.2.0](https://example.invalid)\n\n${PAGE}`],
    ['a page with other sections', 'docs/overview.md', `# <Ours>\n\n${PAGE}`],
    [
      'a list of the proposals',
      'docs/adr/0000-index.md',
      '# ADR 0000: Index of ours\n\n- [1](0001-a.md)\n',
    ],
    [
      'a proposal of its own about templates',
      'docs/adr/0004-new-adr-template.md',
      `# 4. New ADR template\n\n- Status: Accepted\n\nYYYY-MM-DD, NNNN. ${PAGE}`,
    ],
    ['one that has no title yet', 'docs/adr/0004-return-option.md', `# TODO: name it\n\n${PAGE}`],
    [
      'one whose title has a bracket',
      'docs/adr/0004-return-option.md',
      `# 4. Return Option<T> [beta]\n\n${PAGE}`,
    ],
  ])('is %s', async (_, file, text) => {
    const cwd = await repositoryWith({
      ...records(3),
      'docs/adr/README.md': '# Decisions\n\n- [x](0004-return-option.md)\n',
      [file]: text,
    });
    const { json } = await runJson(['New', '--yes', '--dry-run'], { cwd });
    expect(json.adopted.template).toBe('siblings');
    expect(json.files[0].content).not.toMatch(/ours|Install/i);
  });

  it.each(['[RFC] Queue', '[WIP] Queue', 'Option<T> in lookups', '0001: Queue'])(
    'is a proposal called %s',
    async (title) => {
      const text = `# ${title}\n\n| **Author** | Jane Roe |\n|---|---|\n\n## Why\n\nTheirs.\n`;
      const cwd = await repositoryWith({
        'docs/rfcs/queue.md': text,
        'docs/rfcs/cache.md': text.replace('Queue', 'Cache'),
      });
      const { json } = await runJson(['New', '--yes', '--dry-run'], { cwd });
      expect(json.files[0].content).not.toMatch(/Theirs|Jane/);
      const { json: checked } = await runJson(['check'], { cwd });
      expect(checked.checked).toBe(2);
    },
  );
});

describe('drafts', () => {
  const REQUESTS = {
    'README.md': 'The number of an RFC is that of its pull request.\n',
    '0000-template.md':
      '- Feature Name: (fill me in)\n- RFC PR: [o/r#0000](https://example.invalid/o/r/pull/0000)\n- Supersedes: RFC-NNNN\n\n# Summary\n',
    'text/0012-a.md': '# Summary\n',
    'text/0345-b.md': '# Summary\n',
  };

  it('get their number wherever creating would have written it', async () => {
    const cwd = await repositoryWith(REQUESTS);
    await run(['New', '--draft', '--yes'], { cwd });
    expect((await run(['renumber', 'new', '77'], { cwd })).code).toBe(0);
    const draft = readFileSync(path.join(cwd, 'text/0077-new.md'), 'utf8');
    const { json } = await runJson(['New two', '--number', '78', '--yes', '--dry-run'], { cwd });
    expect(draft).toContain('[o/r#0077](https://example.invalid/o/r/pull/0077)');
    expect(draft.replaceAll('0077', '0078')).toBe(
      json.files[0].content.replaceAll(/new_two|New two/g, (word: string) =>
        word === 'New two' ? 'New' : 'new',
      ),
    );
  });

  it('that were made by hand from 0000 are drafts', async () => {
    const cwd = await repositoryWith({
      ...REQUESTS,
      'text/0000-mine.md': REQUESTS['0000-template.md'],
    });
    const { code, stdout } = await run(['renumber', '0000-mine', '77'], { cwd });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringContaining('text/0077-mine.md'),
    });
    expect(readFileSync(path.join(cwd, 'text/0077-mine.md'), 'utf8')).toContain('pull/0077');
  });

  it('that are not found are listed with ten at most', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`rfcs/00${index + 10}-a.md`, '# A\n']),
    );
    const { stderr } = await run(['renumber', 'nothing', '77'], {
      cwd: await repositoryWith(many),
    });
    expect(stderr).toContain('… and 30 more');
    expect(stderr.split('\n').length).toBeLessThan(16);
  });
});

describe('where only the author can say', () => {
  it('names folders that may be meant, and the one that would be begun', async () => {
    const cwd = await repositoryWith({ 'docs/specs/login.md': '# Login\n', 'README.md': '# A\n' });
    const { code, stderr } = await run(['New', '--yes'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('--dir docs/specs\n  --dir enhancements\n');
    expect(readdirSync(cwd).sort()).toEqual(['.git', 'README.md', 'docs']);
    expect((await run(['New', '--dir', 'enhancements', '--yes'], { cwd })).code).toBe(0);
  });

  it('refuses to make a month of a number within a year', async () => {
    const names = ['2023-09', '2023-17', '2024-01', '2024-21'];
    const cwd = await repositoryWith(
      Object.fromEntries(names.map((name) => [`docs/rfcs/${name}-x.md`, '# X\n'])),
    );
    const { code, stderr } = await run(['New', '--yes'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('numbered within each year');
    const env = {
      CREATE_ENHANCEMENT_NAME: '2024-22-{slug}.md',
      CREATE_ENHANCEMENT_NUMBERING: 'none',
    };
    const { json } = await runJson(['New', '--yes'], { cwd, env });
    expect(json.path).toBe('docs/rfcs/2024-22-new.md');
  });

  it('asks for the main document where every directory has several', async () => {
    const files = ['notes', 'plan', 'text'].flatMap((name) =>
      [1, 2, 3].map((n) => [`rfcs/000${n}-a/${name}.md`, `# ${name}\n`]),
    );
    const cwd = await repositoryWith(Object.fromEntries(files));
    const { code, stderr } = await run(['New', '--yes'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('--document notes.md\n  --document plan.md\n  --document text.md\n');
    const { json } = await runJson(['New', '--document', 'text.md', '--yes'], { cwd });
    expect(json.path).toBe('rfcs/0004-new/text.md');
    const section = await run(['--section', 'drawbacks', '--in', '1'], { cwd });
    expect(section.stderr).toContain('--in rfcs/0001-a/plan.md');
  });

  it('says which sections there are for an answer that has none', async () => {
    const cwd = await repositoryWith(records(3));
    const { code, stderr } = await run(['New', '--goal', 'G', '--yes'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('--text context=…');
    expect(readdirSync(path.join(cwd, 'docs/adr'))).toHaveLength(3);
  });
});

describe('the preset kep', () => {
  it('has the area as its owning sig', async () => {
    const files = ['sig-a/101-x', 'sig-a/377-x', 'sig-b/205-x', 'sig-b/412-x'].map((name) => [
      `keps/${name}/README.md`,
      '# X\n',
    ]);
    const cwd = await repositoryWith(Object.fromEntries(files));
    const args = ['New', '--area', 'sig-b', '--number', '9', '--template', 'kep', '--yes'];
    expect((await run(args, { cwd })).code).toBe(0);
    const yaml = readFileSync(path.join(cwd, 'keps/sig-b/9-new/kep.yaml'), 'utf8');
    expect(yaml).toContain('owning-sig: sig-b\n');
  });
});

describe('MDX', () => {
  it('is written so that it compiles', async () => {
    const text = (n: number) =>
      `# Proposal ${n}\n\n{/* ## Gone */}\n\n## Why\n\nx\n\n## How\n\nx\n`;
    const files = [1, 2, 3].map((n) => [`rfcs/000${n}-a.mdx`, text(n)]);
    const cwd = await repositoryWith(Object.fromEntries(files));
    const args = ['Map<T> of {x}', '--text', 'why=a <b> {c}', '--yes', '--dry-run'];
    const { json } = await runJson(args, { cwd });
    expect(json.files[0]).toEqual({
      path: 'rfcs/0004-map-t-of-x.mdx',
      content: '# Map\\<T> of \\{x\\}\n\n## Why\n\na \\<b> \\{c\\}\n\n## How\n',
    });
  });
});

describe('a template in another language', () => {
  const TEMPLATE =
    '# RFC-NNNN: 标题\n\n## 摘要\n\n写一段。\n\n## 背景\n\n### 目标\n\n### 非目标（Non-Goals）\n';

  it('is filled in its own sections', async () => {
    const cwd = await repositoryWith({
      'rfcs/0000-template.md': TEMPLATE,
      'rfcs/0001-a.md': '# RFC-0001: A\n',
    });
    const answers = ['--summary', '一', '--goal', '二', '--non-goal', '三'];
    const args = ['缓存', '--slug', 'cache', ...answers, '--yes', '--dry-run'];
    const { json } = await runJson(args, { cwd });
    expect(json.files[0].content).toBe(
      '# RFC-0002: 缓存\n\n## 摘要\n\n一\n\n## 背景\n\n### 目标\n\n- 二\n\n### 非目标（Non-Goals）\n\n- 三\n',
    );
  });

  it('that is not known gets no section in English', async () => {
    const cwd = await repositoryWith({ 't.md': '# Titel\n\n## Perché\n\n## Miksi\n' });
    const { code, stderr } = await run(['T', '--summary', 'S', '--template', 't.md', '--yes'], {
      cwd,
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/no section for: summary.*\n.*--text perché=…\n.*--text miksi=…/);
  });
});

describe('what is left open is said', () => {
  it('names the values of the template that nobody gave', async () => {
    const cwd = await repositoryWith({
      't.md': '# {{title}}\n\nTeam: {{team}}\n\n{{#each steps}}{{this}}{{/each}}\n',
    });
    const { code, stderr } = await run(['T', '--template', 't.md', '--yes'], { cwd });
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'note: no value for: team, steps; set it with --set team=<text>\n',
    });
  });

  it('names what lists the others', async () => {
    const names = ['0001-a', '0002-b', '0003-c'];
    const cwd = await repositoryWith({
      ...Object.fromEntries(
        names.map((name) => [`docs/adr/${name}.md`, '# T\n\n## Status\n\nDraft\n']),
      ),
      'docs/adr/README.md': names.map((name) => `- [${name}](${name}.md)\n`).join(''),
      'mkdocs.yml': 'nav:\n  - docs/adr/0001-a.md\n',
    });
    const { stderr } = await run(['New', '--yes'], { cwd });
    expect(stderr).toContain('note: docs/adr/README.md lists the proposals here: add this one\n');
  });

  it('gives another template nothing of what the proposals have that were made of theirs', async () => {
    const one = (n: number) =>
      `---\nid: a-000${n}\n---\n\n# ADR-000${n}: T${n}\n\n## Context\n\nC.\n`;
    const cwd = await repositoryWith({
      'docs/adr/template.md': '# Title\n\n## Context\n\nWhy?\n',
      'docs/adr/0001-a.md': one(1),
      'docs/adr/0002-b.md': one(2),
      'docs/adr/0003-c.md': one(3),
      'other.md': '# Title\n\n## Why\n',
    });
    const args = ['New', '--yes', '--dry-run'];
    const own = (await runJson(args, { cwd })).json.files[0].content;
    expect(own).toMatch(/^---\nid: a-0004\n---\n\n# ADR-0004: New\n/);
    const other = (await runJson([...args, '--template', 'other.md'], { cwd })).json.files[0]
      .content;
    expect(other).toBe('# New\n\n## Why\n');
  });

  it('keeps to the template that the first one was made from', async () => {
    for (const template of ['nygard', 'madr', 'adr', 'rfc']) {
      const cwd = await repositoryWith({ 'README.md': 'R.\n' });
      await run(['First', '--template', template, '--yes'], { cwd });
      await git(cwd, 'add', '--all');
      const { json } = await runJson(['Second', '--yes', '--dry-run'], { cwd });
      expect(json.template).toBe(template);
    }
  });

  it('names a file that the others have and it has not', async () => {
    const files = [1, 2, 3].flatMap((n) => [
      [`keps/000${n}-a/README.md`, `# ${n}. A\n`],
      [`keps/000${n}-a/kep.yaml`, 'title: A\n'],
    ]);
    const cwd = await repositoryWith(Object.fromEntries(files));
    const { stderr } = await run(['New', '--yes'], { cwd });
    expect(stderr).toContain('note: other proposals also have kep.yaml, which was not created');
    const { stderr: none } = await run(['New two', '--template', 'kep', '--yes'], { cwd });
    expect(none).not.toContain('other proposals also have');
  });

  it('moves the number that a table says of the proposal itself', async () => {
    const text = (n: number) =>
      `# ADR-00${n}: A\n\n| ID | ADR-00${n} |\n|---|---|\n\n## Context\n\n| ID | ADR-001 |\n`;
    const cwd = await repositoryWith({
      'docs/adr/ADR-001-a.md': text(1),
      'docs/adr/ADR-002-b.md': text(2),
    });
    await run(['renumber', '1', '6'], { cwd });
    expect(readFileSync(path.join(cwd, 'docs/adr/ADR-006-a.md'), 'utf8')).toBe(
      '# ADR-006: A\n\n| ID | ADR-006 |\n|---|---|\n\n## Context\n\n| ID | ADR-001 |\n',
    );
  });
});

describe('what proposals have around them', () => {
  const rfcs = (count: number, directory = 'rfcs') =>
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => [
        `${directory}/000${at + 1}-part-${'abcdefghi'[at]}.md`,
        `# Part ${at}\n\n## Summary\n\nIt is ${at}.\n`,
      ]),
    );
  const planned = async (files: Record<string, string>) => {
    const cwd = await repositoryWith(files);
    const { json } = await runJson(['New thing', '--yes', '--dry-run'], { cwd });
    return json;
  };

  it('names a number that a list keeps for somebody', async () => {
    const rows = Object.keys(rfcs(3)).map((file, at) => `| 000${at + 1} | [P](${file.slice(5)}) |`);
    const list = ['| n | t |', '|---|---|', ...rows, '| 0004 | Warm start (for Ana) |', ''];
    const { notes, path: place } = await planned({ ...rfcs(3), 'rfcs/README.md': list.join('\n') });
    expect(place).toBe('rfcs/0004-new-thing.md');
    expect(notes.join('\n')).toContain('rfcs/README.md:6 already has the number 4');
  });

  it('takes no step of a page for a row of its list', async () => {
    const links = Object.keys(rfcs(3)).map((file) => `- [A part](${file.slice(5)})`);
    const page = ['# RFCs', '', ...links, '', '- 4 people have to agree', ''];
    const { notes } = await planned({ ...rfcs(3), 'rfcs/README.md': page.join('\n') });
    expect(notes.join('\n')).not.toContain('already has the number');
  });

  it('does not take an archive for the place of new ones', async () => {
    const files = Object.entries(rfcs(9, 'hips')).map(([file, text]) => [
      file.replace('/', '/hip-'),
      text,
    ]);
    const archived = { 'hips/archives/proposals/1-foo.md': '# Foo\n' };
    const json = await planned({ ...Object.fromEntries(files), ...archived });
    expect(json.path).toBe('hips/hip-0010-new-thing.md');
  });

  it.each(['rfcs/0000-modele.md', '.github/templates/rfc.md', 'rfcs/templates/full.md'])(
    'finds the template %s',
    async (file) => {
      const template =
        '# [Title]\n\n## Résumé\n\n<!-- Décrivez. -->\n\n## Coûts\n\n<!-- Combien ? -->\n';
      expect((await planned({ ...rfcs(3), [file]: template })).template).toBe(file);
    },
  );

  it.each([
    ['# {{number}}: {{title}}\n', 'rfcs/0001-new-thing.md'],
    ['---\nnumber: {{pad number 3}}\n---\n\n# {{title}}\n', 'rfcs/001-new-thing.md'],
    ['# {{title}}\n', 'rfcs/new-thing.md'],
  ])('numbers as a template of ours says: %j', async (head, expected) => {
    const json = await planned({ 'rfcs/template.md': `${head}\n## Summary\n\n{{summary}}\n` });
    expect(json.path).toBe(expected);
  });

  it('writes a title in front matter as a slug, where all do', async () => {
    const front = (name: string) => `---\ntitle: ${name}\n---\n\n# ${name.replace('-', ' ')}\n`;
    const names = ['slow-start', 'fast-end', 'warm-cache'];
    const json = await planned({
      'rfcs/template.md': `${front('neat-idea')}\n## Summary\n`,
      ...Object.fromEntries(names.map((name, at) => [`rfcs/000${at + 1}-${name}.md`, front(name)])),
    });
    expect(json.files[0].content).toContain('---\ntitle: new-thing\n---\n\n# New thing\n');
  });
});

it('numbers in front matter keep their zeros also with CRLF', async () => {
  const rfc = (n: string) =>
    `---\r\nrfc: ${n}\r\ntitle: T\r\n---\r\n\r\n# RFC ${n}: T\r\n\r\n## Why\r\n\r\nx\r\n`;
  const cwd = await repositoryWith({
    'rfcs/0000-template.md': rfc('0000'),
    ...Object.fromEntries(['0001', '0002', '0003'].map((n) => [`rfcs/${n}-a.md`, rfc(n)])),
  });
  const { json } = await runJson(['New', '--yes', '--dry-run'], { cwd });
  expect(json.files[0].content).toContain('---\r\nrfc: 0004\r\n');
});

it('authors go by their names where the others do, and by their accounts where they do not', async () => {
  const rfc = (author: string) => (n: number) => [
    `rfcs/000${n}-a.md`,
    `# RFC 000${n}: A\n\n- Author: ${author}\n- Number: ${n}\n\n## Why\n\nx\n\n## How\n\nx\n`,
  ];
  const authorAmong = async (author: string) => {
    const cwd = await repositoryWith(Object.fromEntries([1, 2, 3].map(rfc(author))));
    await git(cwd, 'config', 'github.user', 'jroe');
    await git(cwd, 'config', 'user.name', 'Jane Roe');
    const { json } = await runJson(['New', '--yes', '--dry-run'], { cwd });
    return json.files[0].content.slice(0, 60);
  };
  expect(await authorAmong('Ann Bell')).toContain('- Author: Jane Roe\n- Number: 4\n');
  expect(await authorAmong('@ann')).toContain('- Author: @jroe\n- Number: 4\n');
});
