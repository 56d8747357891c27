import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, git, repositoryWith, treeOf, writeAll } from '../support/folder.ts';
import { type Commit, commitOf, historyOf } from '../support/history.ts';
import { run, runJson } from '../support/program.ts';

const TEMPLATE = 'rfcs/0000-template.md';

/** A text of these sections, each with its words. */
const text = (title: string, sections: Record<string, string>) =>
  [
    `# ${title}\n`,
    ...Object.entries(sections).map(([name, words]) => `## ${name}\n\n${words}\n`),
  ].join('\n');

const OLD = {
  Summary: 'What is it about, in a paragraph?',
  Motivation: 'Why should this be done at all?',
  Design: 'Explain it so that it can be built.',
  Drawbacks: 'Why should it not be done?',
};

const NEW = {
  Summary: 'What is it about, in a paragraph?',
  Motivation: 'Which problem does it solve, and whose?',
  Design: 'Explain it so that it can be built.',
  Security: 'What could an attacker do with it?',
  Drawbacks: 'Why should it not be done?',
  'Open questions [optional]': 'What is not settled?',
};

const old = text('RFC-NNNN: Title', OLD);
const now = text('RFC-NNNN: Title', NEW);
const cache = text('RFC-0001: Cache', {
  ...OLD,
  Summary: 'It caches.',
  Design: 'A map.',
  Numbers: '7',
  Drawbacks: 'Memory.',
});
const queue = text('RFC-0002: Queue', {
  Summary: 'It queues.',
  Motivation: 'Mail.',
  Design: 'A list.',
  Drawbacks: 'Time.',
});

const ONE = 'rfcs/0001-cache.md';
const TWO = 'rfcs/0002-queue.md';

/** A template that two proposals were made from, and that has grown since. */
const grown = (): Promise<string> =>
  historyOf({ [TEMPLATE]: old }, { [ONE]: cache }, { [TWO]: queue }, { [TEMPLATE]: now });

async function upgrade(cwd: string, ...args: string[]) {
  const { code, stdout, stderr } = await run(['upgrade', ...args, '--json'], { cwd });
  return { code, stderr, ...JSON.parse(stdout) };
}

/** Kind, section and whether it is done, of each change of one proposal. */
async function changesOf(cwd: string, proposal: string, ...args: string[]): Promise<string[]> {
  const { proposals } = await upgrade(cwd, proposal, '--dry-run', ...args);
  return proposals[0].changes.map(({ kind, section, from, to, applied }: Record<string, string>) =>
    [kind, section ?? to, kind === 'renamed' && `from ${from}`, applied ? 'done' : '']
      .filter(Boolean)
      .join(' '),
  );
}

const dateOf = async (cwd: string, proposal: string): Promise<string | undefined> => {
  const { proposals } = await upgrade(cwd, proposal, '--dry-run');
  return proposals[0].base?.date.slice(0, 10);
};

describe('upgrade', () => {
  it('carries over what the template has become, and leaves what people wrote', async () => {
    const cwd = await grown();
    const before = treeOf(cwd);
    const { code, stdout } = await run(['upgrade', '--all'], { cwd });
    expect({ code, stdout }).toMatchObject({ code: 0 });
    expect(stdout).toContain(`  Added Security ${ONE}:15\n`);
    expect(stdout).toContain('2 upgraded\n');
    const withSecurity = (document: string) =>
      document.replace('## Drawbacks', `## Security\n\n${NEW.Security}\n\n## Drawbacks`);
    expect(treeOf(cwd)).toEqual({
      ...before,
      [ONE]: withSecurity(cache.replace(OLD.Motivation, NEW.Motivation)),
      [TWO]: withSecurity(queue),
    });
  });

  it('changes nothing in a dry run, which is refused where something would change', async () => {
    const cwd = await grown();
    const before = treeOf(cwd);
    const made = await upgrade(cwd, '--all', '--dry-run');
    expect(made).toMatchObject({ code: 1, command: 'upgrade', dryRun: true, template: TEMPLATE });
    expect(treeOf(cwd)).toEqual(before);
    const [first] = made.proposals;
    expect(first).toMatchObject({
      path: ONE,
      status: 'upgraded',
      base: { commit: expect.stringMatching(/^[0-9a-f]{40}$/), date: '2024-01-01T00:00:00+00:00' },
    });
    expect(first.document).toContain(NEW.Motivation);
    await upgrade(cwd, '1');
    expect(readFileSync(path.join(cwd, ONE), 'utf8')).toBe(first.document);
  });

  it('has nothing to do a second time, committed or not', async () => {
    const cwd = await grown();
    await upgrade(cwd, '--all');
    for (const isCommitted of [false, true]) {
      if (isCommitted) await commitOf(cwd, {}, 5);
      const again = await upgrade(cwd, '--all');
      expect(again.code).toBe(0);
      expect(again.proposals.map(({ status }: { status: string }) => status)).toEqual([
        'current',
        'current',
      ]);
    }
  });

  it('renames headings that are still called as before, and tells what moved, went or came as a key', async () => {
    const front = (keys: string) => `---\n${keys}\n---\n\n`;
    const first = text('T', {
      Why: 'Say in a sentence or two why this is worth doing.',
      How: 'h',
      Old: 'o',
      What: 'w',
      End: 'e',
    });
    const second = text('T', {
      Motivation: 'Say in a sentence or two why this is worth it.',
      What: 'w',
      How: 'h',
      End: 'e',
    });
    const own = (sections: Record<string, string>) => front('title: x') + text('Cache', sections);
    const cwd = await historyOf(
      { [TEMPLATE]: front('title: Title') + first },
      {
        [ONE]: own({ Why: 'Speed.', How: 'A map.', Old: 'Yes.', What: 'It.', End: 'Now.' }),
        [TWO]: own({ Reasons: 'x', How: 'y', End: 'z' }),
      },
      { [TEMPLATE]: front('title: Title\nstatus: draft') + second },
    );
    expect(await changesOf(cwd, '1')).toEqual([
      'renamed Motivation from Why done',
      'moved How',
      'dropped Old',
      'key status',
    ]);
    expect(await changesOf(cwd, '2')).not.toContain('renamed Motivation from Why done');
    await upgrade(cwd, '1');
    expect(readFileSync(path.join(cwd, ONE), 'utf8')).toBe(
      own({ Motivation: 'Speed.', How: 'A map.', Old: 'Yes.', What: 'It.', End: 'Now.' }),
    );
  });

  it('keeps the line endings of each document', async () => {
    const crlf = cache.replaceAll('\n', '\r\n');
    const cwd = await historyOf({ [TEMPLATE]: old }, { [ONE]: crlf }, { [TEMPLATE]: now });
    await git(cwd, 'config', 'core.autocrlf', 'false');
    const made = await upgrade(cwd, '1');
    expect(made.code).toBe(0);
    const after = readFileSync(path.join(cwd, ONE), 'utf8');
    expect(after).toContain(`\r\n## Security\r\n\r\n${NEW.Security}\r\n`);
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('writes all that is certain, and says what is left', async () => {
    const strange = text('RFC-0003: Odd', {
      Summary: 'S.',
      Drawbacks: 'D.',
      Security: 'Who knows',
      Motivation: 'M.',
      Design: 'x',
    });
    const other = text('RFC-0004: Other', { Agenda: 'A.', Minutes: 'M.', Attendants: 'X.' });
    const cwd = await historyOf(
      { [TEMPLATE]: old },
      {
        [ONE]: cache,
        'rfcs/0003-odd.md': strange.replace('## Security', '## API security'),
        'rfcs/0004-other.md': other,
      },
      { [TEMPLATE]: now },
    );
    const before = treeOf(cwd);
    const { code, stdout } = await run(['upgrade', '--all'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('In doubt: Security was not added: ');
    expect(stdout).toContain('"API security" (line 11) may be this section under another name');
    expect(stdout).toContain('Unchanged: no version of the template matches it');
    expect(stdout).toContain('1 upgraded, 2 unchanged');
    const after = treeOf(cwd);
    expect(after['rfcs/0004-other.md']).toBe(before['rfcs/0004-other.md']);
    expect(after['rfcs/0003-odd.md']).toBe(before['rfcs/0003-odd.md']);
    expect(after[ONE]).not.toBe(before[ONE]);
  });

  it('adds optional sections that are asked for', async () => {
    const cwd = await grown();
    const { code, stdout } = await run(['upgrade', '2'], { cwd });
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(
        'Optional: Open questions; add it with --with "Open questions"',
      ),
    });
    expect(await changesOf(cwd, '2', '--with', 'open', '--force')).toEqual([
      'gained Open questions done',
    ]);
    const refused = await run(['upgrade', '2', '--with', 'nonsense'], { cwd });
    expect(refused).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('There is no section "nonsense"'),
    });
  });

  it('leaves what is not committed, or cannot be written, and does the rest', async () => {
    const cwd = await grown();
    writeFileSync(path.join(cwd, ONE), `${cache}\nMore.\n`);
    const left = await upgrade(cwd, '--all');
    expect(left.code).toBe(1);
    expect(left.proposals[0]).toMatchObject({
      path: ONE,
      status: 'refused',
      reason: 'it has uncommitted changes: commit them, or pass --force',
    });
    expect(left.proposals[1]).toMatchObject({ path: TWO, status: 'upgraded' });
    expect(readFileSync(path.join(cwd, ONE), 'utf8')).toBe(`${cache}\nMore.\n`);
    chmodSync(path.join(cwd, ONE), 0o444);
    expect((await upgrade(cwd, '1', '--force')).proposals[0]).toMatchObject({
      status: 'refused',
      reason: expect.stringContaining('read-only'),
    });
    chmodSync(path.join(cwd, ONE), 0o644);
    expect(await upgrade(cwd, '1', '--force')).toMatchObject({ code: 0 });
    expect(readFileSync(path.join(cwd, ONE), 'utf8')).toContain('\nMore.\n');
  });

  it.each<[what: string, args: string[], message: string]>([
    ['the template itself', [TEMPLATE], `${TEMPLATE} is the template itself`],
    ['two ways to say which', ['--all', '1'], '--all and "1" cannot be used together'],
    ['a directory that is not there', ['--all', '--dir', 'rfsc'], 'There is no directory rfsc'],
    ['what is not there', ['9'], 'There is no proposal "9" in rfcs:'],
    ['nothing', [], 'Choose a proposal with upgrade <number|path>:'],
  ])('refuses %s', async (_, args, message) => {
    const { code, stderr } = await run(['upgrade', ...args], { cwd: await grown() });
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
  });

  it('tells the keys that a file beside the template has gained', async () => {
    const kep = (keys: string) => `title: x\n${keys}`;
    const cwd = await historyOf(
      {
        'keps/NNNN-template/README.md': old,
        'keps/NNNN-template/kep.yaml': kep('status: provisional\n'),
      },
      {
        'keps/0001-cache/README.md': cache,
        'keps/0001-cache/kep.yaml': kep('status: implemented\n'),
      },
      { 'keps/NNNN-template/kep.yaml': kep('status: provisional\nstage: alpha\n') },
    );
    const { proposals, code } = await upgrade(cwd, '1');
    expect(code).toBe(0);
    expect(proposals[0].changes).toEqual([
      { kind: 'key', section: 'kep.yaml', to: 'stage', certain: true, applied: false },
    ]);
  });
});

describe('what comes after an upgrade', () => {
  const sections = (risks: string) => text('T', { ...OLD, Risks: risks });
  /** Each version of the template in turn, every proposal upgraded to it and committed. */
  const through = async (own: string, ...versions: string[]) => {
    const [first = '', ...later] = versions;
    const cwd = await historyOf({ [TEMPLATE]: first }, { [ONE]: own });
    for (const [at, version] of later.entries()) {
      await commitOf(cwd, { [TEMPLATE]: version }, 2 * at + 2);
      await run(['upgrade', '--all'], { cwd });
      await commitOf(cwd, {}, 2 * at + 3);
    }
    return cwd;
  };

  it('is carried over as well: explanations, names and sections of the second change', async () => {
    const own = sections('What are the risks of it?').replace('# T', '# Cache');
    const cwd = await through(
      own,
      sections('What are the risks of it?'),
      sections('Which risks are there, and for whom?'),
      sections('Which risks are there, and for whom?').replace('## Risks', '## Dangers'),
      sections('Which risks are there, and for whom?').replace('## Risks', '## Hazards'),
    );
    expect(treeOf(cwd)[ONE]).toBe(
      own
        .replace('What are the risks of it?', 'Which risks are there, and for whom?')
        .replace('## Risks', '## Hazards'),
    );
  });

  it('is nothing, where people have taken out what it added', async () => {
    const cwd = await through(cache, old, now);
    expect(treeOf(cwd)[ONE]).toContain('## Security');
    await commitOf(cwd, { [ONE]: cache }, 9);
    expect(await changesOf(cwd, '1')).not.toContain('gained Security done');
    const gained = async () => {
      const { json } = await runJson(['check', '1'], { cwd });
      const findings: { code: string; sections?: string[] }[] = json.findings;
      return findings.flatMap(({ code, sections }) => (code === 'behind' ? sections : []));
    };
    expect(await gained()).toEqual([]);
    // What it gains later is not what they took out.
    await commitOf(cwd, { [TEMPLATE]: `${now}\n## Costs\n\nWhat does it cost, and whom?\n` }, 10);
    expect(await gained()).toEqual(['Costs']);
  });

  it('is asked about, where a section that it added may have another name now', async () => {
    const later = now
      .replace('## Security', '## Threats')
      .replace('What could an attacker do with it?', 'Who would harm it?');
    const cwd = await through(cache, old, now);
    await commitOf(cwd, { [TEMPLATE]: later }, 9);
    const { code, stdout } = await run(['upgrade', '1'], { cwd });
    expect({ code, stdout }).toMatchObject({
      code: 1,
      stdout: expect.stringContaining(
        'In doubt: Threats was not added: "Security" (line 15) may be this section',
      ),
    });
  });

  it.each([
    'See [why](#drawbacks).',
    'See <a href="#drawbacks">why</a>.',
    '[why]: #drawbacks "Why"',
    'See `[no](#drawbacks)`. [Why](<#Drawbacks>).',
  ])('tells links and tables of contents that are stale: %s', async (link) => {
    const own = cache.replace('It caches.', `<!-- toc -->\n\n${link}`);
    const cwd = await historyOf(
      { [TEMPLATE]: old },
      { [ONE]: own },
      { [TEMPLATE]: old.replace('## Drawbacks', '## Downsides') },
    );
    const { stderr } = await run(['upgrade', '1'], { cwd });
    expect(stderr).toContain(
      `note: the generated table of contents at ${ONE}:5 is out of date: run its generator again`,
    );
    expect(stderr).toContain(`note: ${ONE}:7 links to #drawbacks, which is now #downsides`);
  });

  it('tells a table of contents by hand that is out of date, and links of other documents to a renamed heading', async () => {
    const entries = Object.keys(OLD).map((name) => `- [${name}](#${name.toLowerCase()})\n`);
    const contents = `## Contents\n\n${entries.join('')}\n`;
    const cwd = await historyOf(
      { [TEMPLATE]: old },
      { [ONE]: cache.replace('## Summary', `${contents}## Summary`) },
      { [TEMPLATE]: old.replace('## Drawbacks', '## Downsides') },
    );
    await commitOf(
      cwd,
      { 'docs/why.md': '# Why\n\nSee [it](../rfcs/0001-cache.md#drawbacks).\n' },
      3,
    );
    const { stderr } = await run(['upgrade', '1'], { cwd });
    expect(stderr).toContain('note: docs/why.md:3 links to #drawbacks, which is now #downsides\n');
    expect(stderr).toContain(`note: the table of contents at ${ONE}:`);
    expect(stderr).toContain(`run npx create-enhancement check ${ONE} --fix`);
  });

  it('tells a statement that the template has changed, and asks nothing of a proposal that stands by it', async () => {
    const licence = 'This document is placed in the public domain.';
    const [then, today] = [licence, licence.replace('placed in the public domain', 'under MIT')];
    const cwd = await historyOf(
      { [TEMPLATE]: text('T', { ...OLD, Licence: then }) },
      { [ONE]: text('Cache', { ...OLD, Licence: then }) },
      { [TEMPLATE]: text('T', { ...OLD, Licence: today }) },
    );
    const { code, stdout } = await run(['upgrade', '--all', '--dry-run'], { cwd });
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.not.stringContaining('would'),
    });
    const one = await run(['upgrade', '1'], { cwd });
    expect(one.code).toBe(0);
    expect(one.stdout).toContain(
      'In doubt: the template has changed what may be a statement of the proposal in Licence; accept it with --with "Licence"',
    );
    await run(['upgrade', '1', '--with', 'Licence'], { cwd });
    expect(treeOf(cwd)[ONE]).toBe(text('Cache', { ...OLD, Licence: today }));
  });

  it('leaves files that git does not know', async () => {
    const cwd = await grown();
    writeAll(cwd, { 'rfcs/0003-new.md': queue });
    const { code, proposals } = await upgrade(cwd, '--all', '--with', 'open');
    expect(code).toBe(1);
    expect(proposals[2]).toMatchObject({
      status: 'refused',
      reason: 'it has uncommitted changes: commit them, or pass --force',
    });
    expect(treeOf(cwd)['rfcs/0003-new.md']).toBe(queue);
  });

  it('says what many proposals have that the template no longer has, and what it has not gained', async () => {
    const cwd = await historyOf(
      { [TEMPLATE]: old },
      { [ONE]: cache, [TWO]: queue },
      { [TEMPLATE]: old.replace(/## Drawbacks[\s\S]*$/, '') },
    );
    const { code, stdout, stderr } = await run(['upgrade', '--all', '--with', 'design'], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '2 up to date\n' });
    expect(stderr).toContain('note: the template no longer has Drawbacks (2 of the proposals)');
    expect(stderr).toContain(
      'note: the template has not gained Design since then; if it is missing, add it with --section',
    );
  });
});

describe('the template that a proposal was made from', () => {
  const middle = old.replace(
    '## Drawbacks',
    '## Security\n\nWho could do harm with this, and how?\n\n## Drawbacks',
  );

  it('is the one that was there when it was added', async () => {
    const cwd = await historyOf(
      { [TEMPLATE]: old },
      { [ONE]: cache },
      { [TEMPLATE]: middle },
      { [TWO]: queue },
      { [TEMPLATE]: now },
    );
    expect([await dateOf(cwd, '1'), await dateOf(cwd, '2')]).toEqual(['2024-01-01', '2024-03-01']);
    // The section is not put back that its author has left out.
    expect(await changesOf(cwd, '2')).toEqual(['gained Open questions']);
  });

  it('is found where template and proposal had other names and places', async () => {
    const cwd = await historyOf(
      { 'docs/old/template.md': old, 'drafts/cache.md': cache },
      { 'docs/old/template.md': null, 'rfcs/0000-rfc-template.md': old },
      { 'drafts/cache.md': null, 'rfcs/0007-cache.md': cache },
      { 'rfcs/0007-cache.md': null, [ONE]: cache.replace('It caches.', 'It caches a lot.') },
      { 'rfcs/0000-rfc-template.md': null, [TEMPLATE]: old },
      { [TEMPLATE]: now },
    );
    expect(await dateOf(cwd, '1')).toBe('2024-01-01');
    expect(await changesOf(cwd, '1')).toContain('gained Security done');
  });

  it('is not looked for in what a proposal was copied from', async () => {
    const cwd = await historyOf(
      { [TEMPLATE]: old },
      { [TEMPLATE]: middle },
      { [ONE]: middle },
      { [TEMPLATE]: now },
    );
    expect(await dateOf(cwd, '1')).toBe('2024-02-01');
  });

  it('is the one of its branch, also where only a merge brought it', async () => {
    const cwd = await historyOf({ [TEMPLATE]: old });
    await git(cwd, 'switch', '--quiet', '--create', 'one');
    await commitOf(cwd, { [ONE]: cache }, 1);
    await git(cwd, 'switch', '--quiet', 'main');
    await commitOf(cwd, { [TEMPLATE]: middle }, 2);
    await git(cwd, 'merge', '--quiet', '--no-ff', '--no-commit', 'one');
    writeAll(cwd, { [TWO]: queue });
    await commitOf(cwd, {}, 3);
    await commitOf(cwd, { [TEMPLATE]: now }, 4);
    expect([await dateOf(cwd, '1'), await dateOf(cwd, '2')]).toEqual(['2024-01-01', '2024-03-01']);
  });

  it('is another one that fits clearly better', async () => {
    const other = text('RFC-NNNN: Title', {
      Abstract: 'a',
      Specification: 'b',
      Rationale: 'c',
      Copyright: 'd',
    });
    const own = text('RFC-0001: Cache', {
      Abstract: 'A.',
      Specification: 'S.',
      Rationale: 'R.',
      Copyright: 'C.',
    });
    const cwd = await historyOf({ [TEMPLATE]: other }, { [TEMPLATE]: old }, { [ONE]: own });
    const { proposals } = await upgrade(cwd, '1', '--dry-run');
    expect(proposals[0]).toMatchObject({
      because: 'better',
      base: { date: '2024-01-01T00:00:00+00:00' },
    });
  });

  it('is the first one, where the template is younger, or the last one before it was taken away', async () => {
    const younger = await historyOf({ [ONE]: cache }, { [TEMPLATE]: old }, { [TEMPLATE]: now });
    expect((await upgrade(younger, '1', '--dry-run')).proposals[0]).toMatchObject({
      because: 'later',
      base: { date: '2024-02-01T00:00:00+00:00' },
    });
    const remade = await historyOf(
      { [TEMPLATE]: old },
      { [TEMPLATE]: null, 'rfcs/x.txt': '' },
      { [ONE]: cache },
      { [TEMPLATE]: middle },
      { [TEMPLATE]: now },
    );
    expect(await dateOf(remade, '1')).toBe('2024-01-01');
  });

  it('is not that of another document that once had its name, and was moved there', async () => {
    const cwd = await historyOf(
      { [TEMPLATE]: old, 'drafts/x.md': cache },
      { 'drafts/x.md': null, [ONE]: cache },
      { [ONE]: null, [TEMPLATE]: middle },
      { [ONE]: queue },
      { [TEMPLATE]: now },
    );
    expect(await dateOf(cwd, '1')).toBe('2024-03-01');
  });

  it('is not known without history: then there is the one of today alone, and that is said', async () => {
    const cwd = await grown();
    writeAll(cwd, { 'rfcs/0003-new.md': queue });
    expect((await upgrade(cwd, '3', '--dry-run')).proposals[0]).toMatchObject({
      base: null,
      because: 'no history',
    });
    const shallow = path.join(emptyFolder(), 'clone');
    await git(cwd, 'clone', '--quiet', '--depth', '1', `file://${cwd}`, shallow);
    const { stdout, stderr } = await run(['upgrade', '1', '--dry-run'], { cwd: shallow });
    expect(stderr).toContain('note: this shallow clone has no earlier templates');
    expect(stdout).toContain('Optional: Open questions; add it with --with "Open questions"');
    expect((await upgrade(shallow, '1', '--dry-run')).proposals[0]).toMatchObject({
      base: null,
      because: 'shallow',
      changes: [
        { kind: 'gained', section: 'Security', applied: false, doubts: ['unknown-base'] },
        { optional: true, applied: false },
      ],
    });
    const plain = emptyFolder();
    writeAll(plain, { [TEMPLATE]: now, [ONE]: cache });
    expect((await upgrade(plain, '1', '--dry-run', '--dir', 'rfcs')).proposals[0]).toMatchObject({
      base: null,
      because: 'no git',
    });
  });

  it('is told how to get where a clone has no more than the last texts', async () => {
    const cwd = await historyOf({ [TEMPLATE]: old }, { [ONE]: cache }, { [TEMPLATE]: now });
    await git(cwd, 'config', 'uploadpack.allowFilter', 'true');
    const partial = path.join(emptyFolder(), 'partial');
    await git(cwd, 'clone', '--quiet', '--filter', 'tree:0', `file://${cwd}`, partial);
    const refused = await run(['upgrade', '--all', '--dry-run'], { cwd: partial });
    expect(refused.code).toBe(2);
    const [command = ''] = /git fetch --refetch \S+/.exec(refused.stderr) ?? [];
    await git(partial, ...command.split(' ').slice(1), '--quiet');
    const { stdout } = await run(['upgrade', '--all', '--dry-run'], { cwd: partial });
    expect(stdout).toContain('Would add Security');
  });

  it('is a preset, which has no history', async () => {
    const cwd = await repositoryWith({ 'README.md': 'x\n' });
    await run(['T', '--yes', '--without', 'drawbacks'], { cwd });
    await commitOf(cwd, {}, 1);
    const made = await upgrade(cwd, '1');
    expect(made).toMatchObject({
      code: 0,
      proposals: [{ status: 'current', base: null, because: 'preset' }],
    });
  });

  it('is what the proposals share: then none is behind it', async () => {
    const record = (number: number) =>
      text(`${number}. Decide`, {
        Status: 'Accepted',
        Context: `c${number}`,
        Reasons: 'r',
        Consequences: 'x',
      });
    const files = Object.fromEntries(
      [1, 2, 3, 4].map((number) => [`docs/adr/000${number}-d-${number}.md`, record(number)]),
    );
    const { code, proposals, stderr } = await upgrade(await repositoryWith(files), '--all');
    expect(code).toBe(0);
    expect(stderr).toContain('note: there is no template here except what the proposals share');
    expect(proposals).toHaveLength(4);
    expect(proposals[0]).toMatchObject({
      status: 'current',
      base: null,
      changes: [],
      reason: 'siblings',
    });
  });

  it('is passed over where it is no text', async () => {
    const cwd = await historyOf({ [TEMPLATE]: old });
    writeFileSync(path.join(cwd, TEMPLATE), Buffer.from([0x23, 0x20, 0xff, 0xfe]));
    await commitOf(cwd, { [ONE]: cache }, 1);
    await commitOf(cwd, { [TEMPLATE]: now }, 2);
    expect((await upgrade(cwd, '1', '--dry-run')).proposals[0]).toMatchObject({
      base: null,
      because: 'unreadable',
    });
  });

  it('is asked of git the same number of times for two proposals and for twenty', async () => {
    const many = (count: number): Commit =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [
          `rfcs/00${at + 10}-x-${at}.md`,
          cache.replace('0001', `00${at + 10}`),
        ]),
      );
    const asked = async (count: number) => {
      const cwd = await historyOf(
        { [TEMPLATE]: old },
        many(count),
        { [TEMPLATE]: middle },
        { [TEMPLATE]: now },
      );
      const log = path.join(emptyFolder(), 'log');
      const bin = emptyFolder();
      const real = (process.env.PATH ?? '')
        .split(path.delimiter)
        .map((each) => path.join(each, 'git'))
        .find((each) => existsSync(each));
      writeFileSync(path.join(bin, 'git'), `#!/bin/sh\necho x >> '${log}'\nexec '${real}' "$@"\n`);
      chmodSync(path.join(bin, 'git'), 0o755);
      const env = { PATH: `${bin}${path.delimiter}${process.env.PATH}` };
      const { code } = await run(['upgrade', '--all'], { cwd, env });
      expect(code).toBe(0);
      return readFileSync(log, 'utf8').length;
    };
    expect(await asked(20)).toBe(await asked(2));
  });
});

describe('--section', () => {
  it('takes a place as certain by the template that the document was made from', async () => {
    const parts = (...names: string[]) =>
      text('T', Object.fromEntries(names.map((name) => [name, name])));
    const cwd = await historyOf(
      { [TEMPLATE]: parts('Aims', 'Bounds', 'Costs', 'Dates', 'Effort') },
      { [ONE]: parts('Aims', 'Bounds', 'Costs', 'Dates', 'Effort').replace('# T', '# Cache') },
      { [TEMPLATE]: parts('Summary', 'Aims', 'Yield', 'Zones', 'Other', 'Last') },
    );
    const { code, stdout } = await run(['--section', 'yield', '--in', '1', '--json'], { cwd });
    expect({ code, ...JSON.parse(stdout) }).toMatchObject({
      code: 0,
      results: [{ status: 'added', certain: true }],
    });
  });
});
