import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with {
  type: 'json',
};
import ajvDraft4 from 'ajv-draft-04';
import { describe, expect, it } from 'vitest';
import { emptyFolder, git, treeOf, writeAll } from '../support/folder.ts';
import { commitOf, historyOf } from '../support/history.ts';
import { run, runJson } from '../support/program.ts';

const TEMPLATE =
  '# NNNN: Title\n\n- Status: draft <!-- draft | accepted | superseded -->\n\n## Summary\n\nWhat is it about?\n\n## Design\n\nHow does it work?\n\n## Drawbacks [optional]\n\nWhy not?\n';

const rfc = (
  title: string,
  { summary = 'It is so.', design = 'Like that.', status = 'draft' } = {},
) => `# ${title}\n\n- Status: ${status}\n\n## Summary\n\n${summary}\n\n## Design\n\n${design}\n`;

const [ONE, TWO, THREE] = ['rfcs/0001-a.md', 'rfcs/0002-b.md', 'rfcs/0003-c.md'];

const rfcs = (...more: Record<string, string>[]) =>
  historyOf(
    { 'rfcs/0000-template.md': TEMPLATE, [ONE]: rfc('0001: A'), [TWO]: rfc('0002: B') },
    ...more,
  );

interface Found {
  code: string;
  path: string;
  line: number;
  severity: string;
}

async function checked(cwd: string, ...args: string[]) {
  const { json, code } = await runJson(['check', ...args], { cwd });
  const findings: Found[] = json.findings;
  return { code, json, found: findings.map((each) => `${each.path}:${each.line} ${each.code}`) };
}

describe('check --changed', () => {
  const withOld = () => rfcs({ [TWO]: rfc('0002: B', { design: 'TBD' }) });

  it('tells what the branch adds, finding by finding', async () => {
    const cwd = await withOld();
    await git(cwd, 'switch', '--quiet', '--create', 'feature');
    const worse = rfc('0002: B', { summary: 'TODO', design: 'TBD' }).replace('# ', '\n# ');
    await commitOf(cwd, { [TWO]: worse, [THREE]: rfc('0003: C', { status: 'acepted' }) }, 5);
    expect(await checked(cwd, '--changed')).toMatchObject({
      code: 1,
      found: [`${TWO}:8 section-tbd`, `${THREE}:3 status-unknown`],
    });
    // What is not committed is a part of it.
    writeAll(cwd, { 'rfcs/0004-d.md': rfc('0004: D', { design: '' }), [ONE]: rfc('0001: A') });
    expect((await checked(cwd, '--changed', '--base', 'main')).found).toContain(
      'rfcs/0004-d.md:9 section-empty',
    );
  });

  it('follows what was renamed, and blames nobody for what others took away', async () => {
    const cwd = await withOld();
    await git(cwd, 'switch', '--quiet', '--create', 'feature');
    await git(cwd, 'mv', TWO, 'rfcs/0002-better.md');
    expect(await checked(cwd, '--changed')).toMatchObject({ code: 0, found: [] });
    await git(cwd, 'mv', 'rfcs/0002-better.md', 'rfcs/0001-better.md');
    // The other one of the same number is not touched by the branch.
    expect((await checked(cwd, '--changed')).found).toEqual([
      'rfcs/0001-better.md:1 number-duplicate',
      'rfcs/0001-better.md:1 number-differs',
    ]);
  });

  it('tells a link that the branch has broken in another file', async () => {
    const cwd = await rfcs({ [THREE]: rfc('0003: C', { design: 'As [B](0002-b.md).' }) });
    await git(cwd, 'switch', '--quiet', '--create', 'feature');
    await commitOf(cwd, { [TWO]: null }, 5);
    expect((await checked(cwd, '--changed')).found).toEqual([`${THREE}:11 link-broken`]);
  });

  it('says so where nothing is added', async () => {
    const { stdout } = await run(['check', '--changed'], { cwd: await withOld() });
    expect(stdout).toBe('This branch adds no problems in 2 proposals.\n');
  });

  it.each<[args: string[], message: string]>([
    [['--changed', '--base', 'nowhere'], 'git cannot find the branch or commit nowhere'],
    [['--base', 'main'], '--base needs --changed'],
    [['--changed', '--prune'], '--changed and --prune cannot be used together'],
    [['--dry-run'], '--dry-run needs --fix'],
    [['--format', 'xml'], '--format takes text, github, gitlab, sarif, found "xml"'],
    [['--format', 'sarif', '--json'], '--json and --format cannot be used together'],
  ])('refuses %j', async (args, message) => {
    const { code, stderr } = await run(['check', ...args], { cwd: await rfcs() });
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
  });

  it('needs git', async () => {
    const cwd = emptyFolder();
    writeAll(cwd, { [ONE]: rfc('0001: A') });
    const { code, stderr } = await run(['check', '--changed'], { cwd });
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--changed needs git'),
    });
  });
});

describe('a baseline', () => {
  const BASELINE = 'enhancement.baseline.json';
  const withOld = () => rfcs({ [TWO]: rfc('0002: B', { summary: 'TODO', design: 'TBD' }) });

  it('keeps quiet what was there, whatever its line, and nothing else', async () => {
    const cwd = await withOld();
    const { code, stderr } = await run(['check', '--update-baseline'], { cwd });
    expect({ code, stderr }).toMatchObject({
      code: 0,
      stderr: expect.stringContaining(`${BASELINE} suppresses 2 findings`),
    });
    expect(JSON.parse(treeOf(cwd)[BASELINE] ?? '')).toEqual({
      version: 1,
      findings: [
        { path: TWO, code: 'section-tbd', section: 'Design', text: 'Design TBD' },
        { path: TWO, code: 'section-tbd', section: 'Summary', text: 'Summary TODO' },
      ],
    });
    const moved = rfc('0002: B', { summary: 'TODO', design: 'TBD' }).replace(
      '## S',
      'More.\n\n## S',
    );
    writeAll(cwd, { [TWO]: moved, [ONE]: rfc('0001: A', { design: '...' }) });
    const again = await checked(cwd);
    expect(again).toMatchObject({ code: 1, found: [`${ONE}:11 section-tbd`] });
    expect(again.json.baseline).toEqual({ file: BASELINE, known: 2, mended: 0 });
  });

  it('knows a finding again below another title', async () => {
    const bare = '\n## Summary\n\nIt is so.\n';
    const cwd = await rfcs({ [TWO]: `# 0002: B\n${bare}` });
    await run(['check', '--update-baseline'], { cwd });
    writeAll(cwd, { [TWO]: `# 0002: B, said better\n${bare}` });
    expect(await checked(cwd)).toMatchObject({ code: 0, found: [] });
    await git(cwd, 'switch', '--quiet', '--create', 'better');
    expect(await checked(cwd, '--changed', '--base', 'main')).toMatchObject({ code: 0, found: [] });
  });

  it.each(['--prune', '--update-baseline'])('only shrinks by %s', async (flag) => {
    const cwd = await withOld();
    await run(['check', '--update-baseline'], { cwd });
    writeAll(cwd, {
      [TWO]: rfc('0002: B', { summary: 'TODO' }),
      [ONE]: rfc('0001: A', { design: '--' }),
    });
    expect((await run(['check'], { cwd })).stderr).toContain('clean up with --prune');
    expect(await checked(cwd, flag)).toMatchObject({
      code: 1,
      found: [`${ONE}:11 section-tbd`],
    });
    const { findings } = JSON.parse(treeOf(cwd)[BASELINE] ?? '');
    expect(findings).toEqual([
      { path: TWO, code: 'section-tbd', section: 'Summary', text: 'Summary TODO' },
    ]);
  });

  it.each(['{', '[]', '{"version":1,"findings":[{"path":1}]}', '{"version":2,"findings":[]}'])(
    'that is none is refused: %s',
    async (text) => {
      const cwd = await withOld();
      writeAll(cwd, { [BASELINE]: text });
      const { code, stderr } = await run(['check'], { cwd });
      expect({ code, stderr }).toMatchObject({
        code: 2,
        stderr: expect.stringContaining(`${BASELINE} is not a valid baseline: `),
      });
    },
  );
});

describe('check --fix', () => {
  const BAD =
    '# 0003: C\r\n\r\n- Status: draft\r\n\r\n## Contents\r\n\r\n- [Summary](#summary)\r\n- [Costs](#costs)\r\n- [Design](#design)\r\n\r\n## Summary\r\n\r\nTBD\r\n\r\n### Drawbacks [optional]\r\n\r\nOld.';
  const GOOD =
    '# 0003: C\r\n\r\n- Status: draft\r\n\r\n## Contents\r\n\r\n- [Summary](#summary)\r\n- [Design](#design)\r\n- [Drawbacks](#drawbacks)\r\n\r\n## Summary\r\n\r\nTBD\r\n\r\n## Design\r\n\r\nHow does it work?\r\n\r\n## Drawbacks\r\n\r\nOld.';

  it('mends what is certain, and a second time nothing', async () => {
    const cwd = await rfcs({ [THREE]: BAD });
    const before = treeOf(cwd);
    const dry = await run(['check', '--fix', '--dry-run'], { cwd });
    expect(dry.stdout).toContain('-### Drawbacks [optional]');
    expect(dry.stdout).toContain('Nothing was written: this is a dry run.');
    expect(treeOf(cwd)).toEqual(before);
    const { json, code } = await checked(cwd, '--fix');
    expect({ code, fixed: json.fixed }).toEqual({ code: 1, fixed: [{ path: THREE }] });
    expect(treeOf(cwd)).toEqual({ ...before, [THREE]: GOOD });
    expect((await checked(cwd, '--fix')).json.fixed).toBeUndefined();
    expect(treeOf(cwd)).toEqual({ ...before, [THREE]: GOOD });
  });

  it('brings the list of proposals up to date, and leaves what is not asked for', async () => {
    const list = '# RFCs\n\n<!-- create-enhancement list -->\n<!-- /create-enhancement list -->\n';
    const cwd = await rfcs({ [THREE]: BAD, 'rfcs/README.md': list });
    const { found } = await checked(cwd);
    expect(found.at(-1)).toBe('rfcs/README.md:3 index-outdated');
    await run(['check', '1', '--fix'], { cwd });
    expect(treeOf(cwd)).toMatchObject({ [THREE]: BAD, 'rfcs/README.md': list });
    await run(['check', '--fix'], { cwd });
    expect(treeOf(cwd)['rfcs/README.md']).toContain('| 2 | [B](0002-b.md) | draft |');
    expect((await checked(cwd)).found.join()).not.toContain('index-outdated');
  });

  it('finds nothing in another line ending, and moves nothing that would take others along', async () => {
    const cwd = await rfcs({
      [THREE]: rfc('0003: C')
        .replace('## Design', '### Design')
        .replace('Like that.', 'x\n\n### Mine\n\nx'),
    });
    const { json } = await checked(cwd, '--fix');
    expect(json.fixed).toBeUndefined();
    const crlf = await rfcs({ [THREE]: BAD.replaceAll('\r\n', '\n') });
    const other = await rfcs({ [THREE]: BAD });
    expect((await checked(crlf)).found).toEqual((await checked(other)).found);
  });
});

describe('check says', () => {
  const found = async (files: Record<string, string>) => (await checked(await rfcs(files))).found;

  it('where something is still to come, or misspelled, also outside of the template', async () => {
    expect(await found({ [THREE]: `${rfc('0003: C')}\n## Ours\n\nTODO\n` })).toEqual([
      `${THREE}:15 section-tbd`,
    ]);
    const text = rfc('0003: C').replace('## Summary', '## Sumary');
    expect(await found({ [THREE]: text })).toEqual([`${THREE}:5 heading-misspelled`]);
  });

  it('what is missing of a proposal that has no section yet', async () => {
    expect(await found({ [THREE]: '# 0003: C\n\n- Status: draft\n' })).toEqual([
      `${THREE}:1 section-missing`,
      `${THREE}:1 section-missing`,
    ]);
  });

  it('that a proposal has hardly anything of the template', async () => {
    const long = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map(
      (each) => `## Part ${each}\n\nSay what ${each} is.\n`,
    );
    const cwd = await historyOf(
      { 'rfcs/0000-template.md': `# NNNN: Title\n\n${long.join('\n')}` },
      {
        [ONE]: `# 0001: A\n\n${long.join('\n').replace(/Say what/g, 'This')}`,
        [TWO]: '# 0002: B\n\n## Part A\n\nThis.\n',
      },
    );
    const { code, stdout, stderr } = await run(['check'], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'No problems in 2 proposals.\n' });
    expect(stderr).toContain(`note: hardly any section of the template is in ${TWO}`);
  });

  it('parts of sections as notes', async () => {
    const cwd = await historyOf(
      {
        'rfcs/0000-template.md': TEMPLATE.replace(
          'How does it work?',
          'How does it work?\n\n### API\n\nWhich calls?',
        ),
      },
      { [ONE]: rfc('0001: A') },
    );
    expect((await checked(cwd)).json.findings).toMatchObject([
      { code: 'section-missing', section: 'API', severity: 'note' },
    ]);
  });

  it('which value is still the template’s, and not what the template links to', async () => {
    const line =
      '* Status: [proposed | accepted | … | superseded by [ADR-0005](0005-x.md)] <!-- optional -->';
    const template = TEMPLATE.replace(/- Status.*/, line);
    const cwd = await historyOf(
      { 'rfcs/0000-template.md': template },
      { [ONE]: rfc('0001: A').replace(/- Status.*/, line) },
    );
    expect((await checked(cwd)).found).toEqual([`${ONE}:3 value-placeholder`]);
  });

  it('for the later of two with the same number how to move it', async () => {
    const cwd = await rfcs({ 'rfcs/0002-a.md': rfc('0002: Late') });
    const { json } = await checked(cwd);
    const fixes = json.findings.map(({ path: where, fix }: { path: string; fix?: string }) => [
      where,
      fix,
    ]);
    expect(fixes).toEqual([
      ['rfcs/0002-a.md', 'npx create-enhancement renumber rfcs/0002-a.md'],
      [TWO, undefined],
    ]);
  });

  it('what says of itself that it is a proposal, and lies in another one', async () => {
    const cwd = await historyOf({
      'keps/0001-a/README.md': '---\ntitle: A\nstatus: draft\n---\n\n# A\n\n## Summary\n\nx\n',
      'keps/0001-a/part/README.md': '---\ntitle: Part\nstatus: draft\n---\n\n# Part\n',
      'keps/0001-a/images/README.md': '# Images\n',
      'keps/0002-b/README.md': '---\ntitle: B\nstatus: draft\n---\n\n# B\n\n## Summary\n\nx\n',
    });
    const { stderr } = await run(['check'], { cwd });
    expect(stderr).toContain(
      'note: inside other proposals, and not included unless you name them: keps/0001-a/part/README.md\n',
    );
  });

  it('once that most proposals are behind', async () => {
    const names = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `rfcs/000${n}-t${n}.md`);
    const cwd = await historyOf({
      'rfcs/0000-template.md': TEMPLATE,
      ...Object.fromEntries(names.map((name, at) => [name, rfc(`000${at + 1}: T${at + 1}`)])),
    });
    await commitOf(cwd, { 'rfcs/0000-template.md': `${TEMPLATE}\n## New\n\nWhat is new?\n` }, 5);
    const { code, stdout, stderr } = await run(['check'], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'No problems in 8 proposals.\n' });
    expect(stderr).toContain('note: 8 of 8 proposals are behind the template');
    expect((await run(['check', '3'], { cwd })).stdout).toContain(
      'The template has since gained New',
    );
  });

  it('of two with the same title the one whose heading says another', async () => {
    const titled = (title: string, heading: string) =>
      `---\ntitle: ${title}\n---\n\n${rfc(heading)}`;
    const cwd = await rfcs({
      [ONE]: titled('migration-waves', '0001: Custom targets'),
      [TWO]: titled('migration-waves', '0002: Migration waves'),
    });
    expect((await checked(cwd)).found).toEqual([`${ONE}:2 title-duplicate`]);
  });

  it('nothing of what template a proposal was begun with by another name', async () => {
    const cwd = emptyFolder();
    await run(['T', '--yes', '--template', 'rfc'], { cwd });
    const { json } = await checked(cwd);
    expect(json.findings.length).toBeGreaterThan(5);
  });
});

it('an anchor in a file with a space in its name is looked for', async () => {
  const link = (anchor: string) => rfc('0001: A', { summary: `See [it](x%20y.md#${anchor}).` });
  const cwd = await rfcs({ 'rfcs/x y.md': '# X\n\n## Yes\n', [ONE]: link('no') });
  expect((await checked(cwd)).found).toEqual([`${ONE}:7 anchor-broken`]);
  writeAll(cwd, { [ONE]: link('yes') });
  expect((await checked(cwd)).found).toEqual([]);
});

describe('a merge conflict', () => {
  const conflict = rfc('0002: B', {
    summary: '<<<<<<< HEAD\nIt is so.\n=======\nIt is other.\n>>>>>>> other',
  });

  it('is found, and nothing else is said of its document', async () => {
    const cwd = await rfcs({ [TWO]: conflict });
    expect(await checked(cwd)).toMatchObject({ code: 1, found: [`${TWO}:7 conflict-left`] });
    for (const half of ['<<<<<<< HEAD\nIt is so.', 'It is so.\n>>>>>>> other']) {
      const left = rfc('0002: B', { summary: half });
      const line = half.startsWith('<') ? 7 : 8;
      const { found } = await checked(await rfcs({ [TWO]: left }));
      expect(found).toEqual([`${TWO}:${line} conflict-left`]);
    }
    const example = rfc('0002: B', { summary: `\`\`\`\n${conflict}\n\`\`\`` });
    expect((await checked(await rfcs({ [TWO]: example }))).found).toEqual([]);
  });

  it.each([
    [['status', '2', 'accepted']],
    [['supersede', '2', '--by', '1']],
    [['--section', 'drawbacks', '--in', '2']],
  ])('is no document to write to: %j', async (call) => {
    const cwd = await rfcs({ [TWO]: conflict });
    const before = treeOf(cwd);
    const { code, stderr } = await run(call, { cwd });
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`${TWO} has an unresolved merge conflict in line 7`),
    });
    expect(treeOf(cwd)).toEqual(before);
  });
});

describe('check --fix leaves', () => {
  it('a table of contents in a form that it does not know', async () => {
    const contents = '## Contents\n\n- [Summary](#summary)\n- [Design](#design)\n  1. One\n\n';
    const text = rfc('0003: C')
      .replace('## Summary', `${contents}## Summary`)
      .concat('\n### One\n\nx\n\n## New\n\nx\n');
    const cwd = await rfcs({ [THREE]: text });
    await run(['check', '--fix'], { cwd });
    expect(treeOf(cwd)[THREE]).toBe(text);
  });

  it('what people wrote in a table of contents, and headings that are left out of it', async () => {
    const contents =
      '## Contents\n\n- [Summary](#summary)\n- [Design](#design)\n- [Notes](#my-notes): read this first\n\n';
    const text = rfc('0003: C')
      .replace('## Summary', `${contents}## Summary`)
      .concat('\n## Costs <!-- omit in toc -->\n\nx\n\n## New\n\nx\n');
    const cwd = await rfcs({ [THREE]: text });
    await run(['check', '--fix'], { cwd });
    const fixed = treeOf(cwd)[THREE] ?? '';
    expect(fixed).toContain('- [Notes](#my-notes): read this first\n');
    expect(fixed).toContain('- [New](#new)\n');
    expect(fixed).not.toContain('[Costs');
  });

  it('a section of the same name in a part of people’s own at its level', async () => {
    const text = rfc('0003: C')
      .replace(/## Drawbacks[\s\S]*/, '')
      .concat('\n## Other ways\n\n### Redis\n\nFast.\n\n### Drawbacks\n\nHeavy.\n');
    const cwd = await rfcs({ [THREE]: text });
    await run(['check', '--fix'], { cwd });
    expect(treeOf(cwd)[THREE]).toContain('\n### Drawbacks\n\nHeavy.\n');
  });

  it('no link leading nowhere', async () => {
    const text = `${rfc('0003: C')}\n## Drawbacks [optional]\n\nSee [above](#drawbacks-optional), [x].\n\n[x]: #drawbacks-optional\n`;
    const cwd = await rfcs({ [THREE]: text });
    await run(['check', '--fix'], { cwd });
    expect(treeOf(cwd)[THREE]).toBe(
      text.replace(' [optional]', '').replaceAll('drawbacks-optional', 'drawbacks'),
    );
    const other = await rfcs({
      [THREE]: text,
      'README.md': '[x](rfcs/0003-c.md#drawbacks-optional)\n',
    });
    await run(['check', '--fix'], { cwd: other });
    expect(treeOf(other)[THREE]).toBe(text);
  });
});

describe('the configuration', () => {
  const withConfiguration = async (check: object, status = 'draft') =>
    rfcs({
      'enhancement.config.json': JSON.stringify({ check }),
      [TWO]: rfc('0002: B', { design: 'TBD', status }),
    });

  it('gives codes another severity', async () => {
    for (const [level, code] of [
      ['error', 1],
      ['note', 0],
      ['off', 0],
    ] as const) {
      const cwd = await withConfiguration({ severities: { 'section-tbd': level } });
      const { json, code: exit } = await checked(cwd);
      expect({ exit, said: json.findings.map(({ severity }: Found) => severity) }).toEqual({
        exit: code,
        said: level === 'off' ? [] : [level],
      });
    }
  });

  it('waits with what is still to be written until a status calls for it', async () => {
    const strict = { strictWhen: ['accepted'] };
    expect((await checked(await withConfiguration(strict))).code).toBe(0);
    expect((await checked(await withConfiguration(strict, 'Accepted'))).code).toBe(1);
    const odd = await withConfiguration({ strictWhen: ['acepted'] }, 'Accepted');
    const { code, stderr } = await run(['check'], { cwd: odd });
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr:
        'note: check.strictWhen: "acepted" is not a status used here; did you mean accepted?\n',
    });
    expect((await run(['check'], { cwd: await withConfiguration(strict) })).stderr).toBe('');
  });

  it('says which statuses there are', async () => {
    const cwd = await rfcs({ 'enhancement.config.json': '{"statuses":["open","closed"]}' });
    expect((await checked(cwd)).found).toEqual([
      `${ONE}:3 status-unknown`,
      `${TWO}:3 status-unknown`,
    ]);
    const { stderr } = await run(['status', '1', 'draft'], { cwd });
    expect(stderr).toBe('');
  });

  it.each<[check: object, message: string]>([
    [
      { severities: { 'section-emty': 'off' } },
      'unknown finding "section-emty"; did you mean section-empty?',
    ],
    [{ severities: { 'section-empty': 'fatal' } }, 'check.severities.section-empty: expected'],
    [{ strict: [] }, 'check: unknown key "strict"; did you mean strictWhen?'],
  ])('%j is refused', async (check, message) => {
    const { code, stderr } = await run(['check'], { cwd: await withConfiguration(check) });
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
  });
});

describe('a format', () => {
  const bad = () =>
    rfcs({
      [TWO]: rfc('0002: B, 100%', { summary: 'TODO', design: 'TBD' }),
      [ONE]: rfc('0001: A').split('## Design')[0] ?? '',
    });

  it('for GitHub has one annotation for a document, and fills the summary of the job', async () => {
    const cwd = await bad();
    const summary = path.join(emptyFolder(), 'summary.md');
    mkdirSync(path.join(cwd, 'sub'));
    const { code, stdout } = await run(['check', '--format', 'github'], {
      cwd,
      env: { GITHUB_STEP_SUMMARY: summary },
    });
    expect({ code, lines: stdout.split('\n') }).toEqual({
      code: 1,
      lines: [
        `::error file=${ONE},line=1,title=section-missing::1:1 error The section Design is missing (section-missing)`,
        `::warning file=${TWO},line=7,title=2 findings::7:1 warning Summary contains only "TODO" (section-tbd)%0A11:1 warning Design contains only "TBD" (section-tbd)`,
        '1 error, 2 warnings in 2 proposals',
        '',
      ],
    });
    const told = readFileSync(summary, 'utf8');
    expect(told).toContain(`| ${TWO}:11 | warning | Design contains only "TBD" | section-tbd |`);
    expect(told).toContain('1 error, 2 warnings in 2 proposals');
  });

  it('for GitHub names files from the root, whereever it runs', async () => {
    const cwd = await bad();
    const { stdout } = await run(['check', '2', '--format', 'github'], {
      cwd: path.join(cwd, 'rfcs'),
    });
    expect(stdout).toContain(`::warning file=${TWO},line=7`);
  });

  it('for GitLab is a report of code quality, with a fingerprint for each', async () => {
    const { stdout } = await run(['check', '--format', 'gitlab'], { cwd: await bad() });
    const report: { fingerprint: string }[] = JSON.parse(stdout);
    expect(report).toHaveLength(3);
    expect(report[2]).toEqual({
      description: 'Design contains only "TBD"',
      check_name: 'section-tbd',
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      severity: 'minor',
      location: { path: TWO, lines: { begin: 11 } },
    });
    expect(new Set(report.map(({ fingerprint }) => fingerprint)).size).toBe(3);
  });

  it('of SARIF has a rule for each code, and results that point into the repository', async () => {
    const { stdout } = await run(['check', '--format', 'sarif'], { cwd: await bad() });
    const log = JSON.parse(stdout);
    const [{ tool, results }] = log.runs;
    expect({ version: log.version, count: results.length }).toEqual({ version: '2.1.0', count: 3 });
    for (const { ruleId, ruleIndex } of results)
      expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
    expect(results[2]).toMatchObject({
      ruleId: 'section-tbd',
      level: 'warning',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: TWO },
            region: { startLine: 11, startColumn: 1 },
          },
        },
      ],
    });
  });

  it('of SARIF is what its schema says, whatever is found', async () => {
    const isValid = new ajvDraft4.default({
      strict: false,
      validateFormats: false,
      unicodeRegExp: false,
    }).compile(sarifSchema);
    const strange = { 'rfcs/0004-a b#é.md': rfc('0002: "B"', { summary: '<TBD>', status: 'x' }) };
    for (const cwd of [await rfcs(), await bad(), await rfcs(strange)]) {
      const { stdout } = await run(['check', '--format', 'sarif'], { cwd });
      expect(isValid(JSON.parse(stdout)) ? [] : isValid.errors).toEqual([]);
    }
    expect(isValid({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
  });
});

describe('what is usual in a repository', () => {
  it('is not called missing, and told as a note where it is seldom', async () => {
    const many = (count: number, without: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => {
          const text = rfc(`00${at + 10}: N${at}`);
          return [
            `rfcs/00${at + 10}-n${at}.md`,
            at < without ? (text.split('\n## Design')[0] ?? '') : text,
          ];
        }),
      );
    const severities = async (cwd: string) => {
      const { json } = await checked(cwd);
      return [...new Set(json.findings.map(({ severity }: Found) => severity))];
    };
    expect(await severities(await rfcs(many(10, 1)))).toEqual(['error']);
    expect(await severities(await rfcs(many(10, 4)))).toEqual(['note']);
    expect(await severities(await rfcs(many(10, 9)))).toEqual([]);
  });
});

describe('a branch', () => {
  const template = TEMPLATE.replace('What is it about?', '');
  const empty = (n: number) => ({ [`rfcs/000${n}-n.md`]: rfc(`000${n}: N${n}`, { summary: '' }) });

  it('does not decide what is usual for itself', async () => {
    const many = Object.assign(
      {},
      ...[3, 4, 5, 6, 7, 8].map((n) => ({ [`rfcs/000${n}-o.md`]: rfc(`000${n}: O${n}`) })),
    );
    const added = Object.assign({}, ...[91, 92, 93, 94].map(empty));
    const cwd = await rfcs(many, { 'rfcs/0000-template.md': template }, added);
    const { code, found } = await checked(cwd, '--changed', '--base', 'HEAD~1');
    expect(found.filter((each) => each.includes('section-empty'))).toHaveLength(4);
    expect(code).toBe(1);
  });

  it('is told where it is the base itself', async () => {
    const { stderr } = await run(['check', '--changed', '--base', 'HEAD'], { cwd: await rfcs() });
    expect(stderr).toContain('note: the base is what is checked out');
  });
});

describe('while somebody else is at a document, check', () => {
  const meddling = async (how: string, text: string, ...args: string[]) => {
    const old = rfc('0003: C', { summary: 'TBD' });
    const cwd = await rfcs({ [THREE]: `${old}\n### Drawbacks [optional]\n\nNone.\n` });
    const env = {
      NODE_OPTIONS: `--require ${path.join(import.meta.dirname, '../support/meddle.cjs')}`,
      MEDDLE_FILE: path.join(cwd, THREE),
      MEDDLE_HOW: how,
      MEDDLE_TEXT: text,
      MEDDLE_AT: args.includes('--fix') ? '2' : '1',
    };
    const { json, code } = await runJson(['check', ...args], { cwd, env });
    return { json, code, now: treeOf(cwd)[THREE] };
  };
  const old = ['section-tbd', 'marker-left', 'heading-level'].map((code) =>
    expect.objectContaining({ code, path: THREE }),
  );

  it('tells what it read, whole', async () => {
    const { json, code, now } = await meddling('changed', '');
    expect(json).toMatchObject({ checked: 3, findings: old });
    expect({ code, now }).toEqual({ code: 1, now: '' });
  });

  it('reads what is left of one that has become shorter', async () => {
    const { json, code } = await meddling('shorter', rfc('0003: C'));
    expect({ code, found: json.findings }).toEqual({ code: 0, found: [] });
  });

  it('names the one that has gone, and checks the others', async () => {
    const { json, code, now } = await meddling('gone', '');
    expect(json).toMatchObject({ findings: [{ code: 'unreadable', path: THREE }] });
    expect({ code, now }).toEqual({ code: 1, now: undefined });
  });

  it('mends nothing over what they wrote', async () => {
    const text = rfc('0003: Mine');
    const { json, code, now } = await meddling('changed', text, '--fix');
    expect({ code, now }).toEqual({ code: 1, now: text });
    expect(json.error).toMatchObject({ code: 'not-written' });
  });
});

it.each(['--update-baseline', '--prune'])('%s is for all proposals', async (flag) => {
  const cwd = await rfcs();
  const { code, stderr } = await run(['check', '1', flag], { cwd });
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: expect.stringContaining(`${flag} is for all proposals, not for some`),
  });
});

describe('check knows that proposals', () => {
  const template =
    '# RFC NNNN: Title\n\n- Status: draft\n\n## Design\n\nDescribe how it works.\n\nThe words of RFC 2119 are explained there, please use them as they are meant.\n';
  const codes = async (files: Record<string, string>) => {
    const { json } = await runJson(['check'], { cwd: await historyOf(files) });
    return json.findings.map(
      ({ code, path: at }: { code: string; path: string }) => `${at} ${code}`,
    );
  };

  it('keep words of the template, where nearly all do', async () => {
    const kept = template.split('\n').at(-2);
    const rfc = (n: number, rest: string) =>
      [
        `rfcs/000${n}-x.md`,
        `# RFC 000${n}: X${n}\n\n- Status: draft\n\n## Design\n\nLike ${n}.\n\n${rest}\n`,
      ] as const;
    const all = (keeping: number) => ({
      'rfcs/0000-template.md': template,
      ...Object.fromEntries(
        Array.from({ length: 9 }, (_, at) => rfc(at + 1, at < keeping ? (kept ?? '') : 'Mine.')),
      ),
    });
    expect(await codes(all(9))).toEqual([]);
    expect(await codes(all(4))).toHaveLength(4);
  });

  it('have titles that differ by signs, and translations', async () => {
    const rfc = (title: string) =>
      `# ${title}\n\n- Status: draft\n\n## Design\n\n${title} it is.\n`;
    expect(
      await codes({
        'rfcs/0001-cpp.md': rfc('Support C++'),
        'rfcs/0002-cs.md': rfc('Support C#'),
        'rfcs/0002-cs.zh-CN.md': rfc('支持'),
      }),
    ).toEqual([]);
  });
});
