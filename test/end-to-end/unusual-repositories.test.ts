import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, git, repositoryWith, treeOf, writeAll } from '../support/folder.ts';
import { historyOf } from '../support/history.ts';
import { run, runJson } from '../support/program.ts';

const record = (title: string, status = 'Accepted', more = '') =>
  `# ${title}\n\n## Status\n\n${status}\n\n## Context\n\nIt is so.\n\n## Decision\n\nWe do.\n${more}`;

const pathsListed = async (cwd: string, ...args: string[]) => {
  const { json } = await runJson(['list', ...args], { cwd });
  return json.proposals.map(({ path: listed }: { path: string }) => listed);
};

const created = async (cwd: string, ...args: string[]) => {
  const { json } = await runJson(['Use caches', '--yes', '--dry-run', ...args], { cwd });
  return json as { path: string; template: string; content: string };
};

describe('a repository of decisions', () => {
  it('has a first one with the number 0, and drafts in small letters', async () => {
    const cwd = await historyOf({
      'docs/adr/0000-record-decisions.md': record('Record decisions'),
      'docs/adr/0001-a.md': record('A'),
      'docs/adr/0002-b.md': record('B'),
      'docs/adr/xxxx-c.md': record('C', 'Proposed'),
    });
    expect(await pathsListed(cwd)).toEqual(
      ['0000-record-decisions', 'xxxx-c', '0001-a', '0002-b'].map((name) => `docs/adr/${name}.md`),
    );
    expect((await created(cwd)).path).toBe('docs/adr/0003-use-caches.md');
  });

  it('may lie in a chapter of arc42', async () => {
    const folder = 'docs/arc42/09_architecture_decisions';
    const cwd = await historyOf({
      'docs/arc42/08_concepts.md': '# Concepts\n',
      [`${folder}/ADR-001-a.md`]: record('A'),
      [`${folder}/ADR-002-b.md`]: record('B'),
      [`${folder}/ADR-003-c.md`]: record('C'),
    });
    expect((await created(cwd)).path).toBe(`${folder}/ADR-004-use-caches.md`);
  });

  it('lists every year where each counts anew, and finds no number twice', async () => {
    const cwd = await historyOf({
      'rfcs/2024/01-a.md': record('A'),
      'rfcs/2024/02-b.md': record('B'),
      'rfcs/2025/01-c.md': record('C'),
      'rfcs/2025/02-d.md': record('D'),
    });
    expect(await pathsListed(cwd)).toHaveLength(4);
    const { json } = await runJson(['check'], { cwd });
    const codes = json.findings.map(({ code }: { code: string }) => code);
    expect(codes).not.toContain('number-duplicate');
  });

  it('is named where its documents are alike, and nothing says that they are proposals', async () => {
    const pitch = (name: string, words: string) =>
      `# ${name}\n\n## Problem\n\n${words}\n\n## Appetite\n\n${words}\n\n## Solution\n\n${words}\n`;
    const numbered = (directory: string, text: (name: string) => string) =>
      Object.fromEntries(
        ['1', '2', '3', '4', '5'].map((each) => [`${directory}/000${each}-x.md`, text(each)]),
      );
    const cwd = await historyOf({
      ...numbered('docs/pitches', (each) => pitch(each, `It is ${each}.`)),
      ...numbered('docs/chapters', (each) => `# ${each}\n\n## About ${each}\n\nWords.\n`),
    });
    const { stderr, json } = await runJson(['New', '--yes', '--dry-run'], { cwd });
    expect(json.path).toBe('enhancements/0001-new/README.md');
    expect(stderr).toBe(
      'note: if the documents in docs/pitches are proposals, pass --dir docs/pitches\n',
    );
  });

  it('is found in another language', async () => {
    const record = (name: string) =>
      `# ${name}\n\nAuteur : Jo\nStatut : proposé\n\n## Contexte\n\nIci.\n`;
    const files = ['1', '2', '3', '4', '5'].map((each) => [
      `docs/fiches/000${each}-x.md`,
      record(each),
    ]);
    const { json } = await runJson(['Neuf', '--yes', '--dry-run'], {
      cwd: await historyOf(Object.fromEntries(files)),
    });
    expect(json.path).toBe('docs/fiches/0006-neuf.md');
  });

  it('is named where proposals of another kind are meant', async () => {
    const cwd = await historyOf({
      'rfcs/0001-a.md': record('A'),
      'rfcs/0002-b.md': record('B'),
      'docs/adr/0001-c.md': record('C'),
      'docs/adr/0002-d.md': record('D'),
    });
    const note = 'note: proposals in docs/adr are not included; for these, pass --dir docs/adr\n';
    expect((await run(['list'], { cwd })).stderr).toBe(note);
    expect((await run(['check'], { cwd })).stderr).toBe(note);
    expect((await run(['list', '--dir', 'rfcs'], { cwd })).stderr).toBe('');
    expect((await run(['Use caches', '--yes', '--dry-run'], { cwd })).stderr).toContain(note);
  });

  it('is asked about where documents lie in folders of quarters', async () => {
    const cwd = await historyOf({
      'design-docs/2024-Q1/a.md': record('A'),
      'design-docs/2024-Q1/b.md': record('B'),
      'design-docs/2024-Q3/c.md': record('C'),
    });
    const { code, stderr } = await run(['Use caches', '--yes'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('--dir design-docs');
  });

  it('has a template in .github, or where its README says', async () => {
    const template =
      '# NNNN: [Title]\n\n## Status\n\nProposed\n\n## Context\n\nWhat is it?\n\n## Own\n\nWhat?\n';
    const records = { 'adr/0001-a.md': record('0001: A'), 'adr/0002-b.md': record('0002: B') };
    const hidden = await historyOf({ ...records, '.github/ADR_TEMPLATE.md': template });
    expect((await created(hidden)).template).toBe('.github/ADR_TEMPLATE.md');
    const named = await historyOf({
      ...records,
      'adr/README.md': '# Records\n\nCopy `prototypes/prototype.md`.\n',
      'prototypes/prototype.md': template,
    });
    expect((await created(named)).template).toBe('prototypes/prototype.md');
  });
});

describe('a new proposal', () => {
  it('has nothing written but what was answered', async () => {
    const cwd = emptyFolder();
    await run(['One', '--yes'], { cwd });
    await run(['Two', '--yes', '--goal', 'Be fast'], { cwd });
    const { json } = await runJson(['list'], { cwd });
    const written = json.proposals.map(
      ({ sections }: { sections: { written: number } }) => sections.written,
    );
    // Goals, and the motivation that they are a part of.
    expect(written).toEqual([0, 2]);
  });
});

describe('a template', () => {
  it('keeps the form of numbers between quotes and joined to letters', async () => {
    const cwd = await historyOf({
      'docs/adr/adr000-template.md':
        "---\nid: adrs-adr000\ntitle: 'ADR000: [TITLE]'\n---\n\n## Context\n\n<!-- What? -->\n\n## Decision\n",
      'docs/adr/adr001-a.md': "---\nid: adrs-adr001\ntitle: 'ADR001: A'\n---\n\n## Context\n\nC.\n",
      'docs/adr/adr002-b.md': "---\nid: adrs-adr002\ntitle: 'ADR002: B'\n---\n\n## Context\n\nC.\n",
    });
    const { stdout } = await run(["It's late", '--yes', '--dry-run'], { cwd });
    expect(stdout).toContain("id: adrs-adr003\ntitle: 'ADR003: It''s late'\n");
  });

  it('has comments that belong to the part of a section below them', async () => {
    const cwd = emptyFolder();
    writeAll(cwd, {
      'adr/template.md':
        '# Title\n\n## Context\n\nWhy?\n\n## Proof\n\nHow?\n\n<!-- This section is optional. -->\n### Numbers\n\nWhich?\n\n## Notes\n\nMore?\n',
      'adr/0001-a.md': '# A\n\n## Context\n\nC.\n\n## Notes\n\nN.\n',
    });
    await run(['--section', 'proof', '--in', 'adr/0001-a.md'], { cwd });
    expect(readFileSync(path.join(cwd, 'adr/0001-a.md'), 'utf8')).toBe(
      '# A\n\n## Context\n\nC.\n\n## Proof\n\nHow?\n\n## Notes\n\nN.\n',
    );
  });

  it('has comments that belong to the next section', async () => {
    const cwd = emptyFolder();
    const optional = '<!-- This is an optional element. Feel free to remove. -->\n';
    writeAll(cwd, {
      'adr/template.md': `# Title\n\n## Context\n\nWhy?\n\n${optional}## Proof\n\nHow is it proved?\n\n${optional}## Notes\n\nWhat else?\n`,
      'adr/0001-a.md': '# A\n\n## Context\n\nC.\n\n## Notes\n\nN.\n',
    });
    await run(['--section', 'proof', '--in', 'adr/0001-a.md'], { cwd });
    expect(readFileSync(path.join(cwd, 'adr/0001-a.md'), 'utf8')).toBe(
      '# A\n\n## Context\n\nC.\n\n## Proof\n\nHow is it proved?\n\n## Notes\n\nN.\n',
    );
    const { stdout } = await run(['B', '--without', 'proof', '--yes', '--dry-run'], { cwd });
    expect(stdout).toContain(`Why?\n\n${optional}## Notes\n`);
  });
});

describe('renumber', () => {
  it('changes the own number under keys that the others have for it', async () => {
    const proposal = (number: string, title: string) =>
      `---\nsimd: '${number}'\ntitle: ${title}\n---\n\n# MSC${number}: ${title}\n\n## Summary\n\nS.\n`;
    const cwd = await historyOf({
      'proposals/0033-a.md': proposal('0033', 'A'),
      'proposals/0045-b.md': proposal('0045', 'B'),
      'proposals/0089-c.md': proposal('0089', 'C'),
    });
    await run(['renumber', '89', '140'], { cwd });
    expect(readFileSync(path.join(cwd, 'proposals/0140-c.md'), 'utf8')).toBe(proposal('0140', 'C'));
  });
});

describe('status', () => {
  it('takes every value in use, and says where another one still stands', async () => {
    const cwd = await historyOf({
      'adr/0001-a.md': '# A\n\nStatus: Implemented (7.1)\n\n## Context\n\nC.\n',
      'adr/0002-b.md': '---\nstatus: Implemented (7.2)\n---\n\n# B\n\n## Status\n\nImplemented\n',
    });
    const { code, stderr } = await run(['status', '2', 'Implemented (7.1)'], { cwd });
    expect([code, stderr]).toEqual([0, '']);
    const draft = await run(['status', '2', 'Draft', '--force'], { cwd });
    expect(draft.stderr).toBe('note: adr/0002-b.md:9 still has the status Implemented\n');
    expect(await pathsListed(cwd, '--status', 'implemented')).toEqual(['adr/0001-a.md']);
  });

  it('is superseded in the words of the repository', async () => {
    const cwd = await historyOf({
      'adr/0001-a.md': '# A\n\n- Status: ersetzt durch ADR-2\n\n## Kontext\n\nK.\n',
      'adr/0002-b.md': '# B\n\n- Status: angenommen\n\n## Kontext\n\nK.\n',
      'adr/0003-c.md': '# C\n\n- Status: angenommen\n\n## Kontext\n\nK.\n',
    });
    await run(['supersede', '2', '--by', '3'], { cwd });
    expect(readFileSync(path.join(cwd, 'adr/0002-b.md'), 'utf8')).toContain(
      '- Status: ersetzt durch [C](0003-c.md)\n',
    );
  });
});

describe('a sparse checkout', () => {
  const rfc = (n: number) => `# 000${n}: T${n}\n\n- Status: draft\n\n## Summary\n\nIt is ${n}.\n`;
  const LIST = '<!-- create-enhancement list -->\n<!-- /create-enhancement list -->\n';

  async function sparse() {
    const cwd = await repositoryWith({
      'README.md': LIST,
      'rfcs/0001-a.md': rfc(1),
      'rfcs/0002-b.md': rfc(2),
      'rfcs/0003-c.md': rfc(3),
    });
    await git(cwd, 'sparse-checkout', 'set', '--no-cone', '/README.md', '/rfcs/0001*');
    return cwd;
  }

  it('is told to leave proposals out', async () => {
    const cwd = await sparse();
    for (const call of [['list'], ['check']]) {
      const { code, stderr } = await run(call, { cwd });
      expect({ code, stderr }).toMatchObject({
        code: 0,
        stderr: expect.stringContaining('leaves out 2 tracked documents'),
      });
    }
    await git(cwd, 'sparse-checkout', 'disable');
    expect((await run(['list'], { cwd })).stderr).toBe('');
  });

  it.each([
    [['list', '--write', 'README.md'], 'The list needs all proposals'],
    [['check', '--update-baseline'], 'The baseline needs all proposals'],
  ])('writes nothing that would lose those: %j', async (call, reason) => {
    const cwd = await sparse();
    const before = treeOf(cwd);
    const { code, stderr } = await run(call, { cwd });
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining(reason) });
    expect(stderr).toContain('git sparse-checkout add rfcs');
    expect(treeOf(cwd)).toEqual(before);
  });
});
