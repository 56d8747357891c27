import { describe, expect, it } from 'vitest';
import { treeOf, writeAll } from '../support/folder.ts';
import { historyOf } from '../support/history.ts';
import { run, runJson } from '../support/program.ts';

const [LONG, SHORT] = ['docs/adr/template.md', 'docs/adr/template-short.md'];

const long =
  '# Title\n\n## Context\n\nDescribe the context of it.\n\n## Options\n\nDescribe the options.\n\n## Outcome\n\nDescribe what was chosen.\n';
const short =
  '# Title\n\n## Background\n\nDescribe the background of it.\n\n## Decision\n\nDescribe what is done.\n\n## Links\n\nList what it leads to.\n';

const filled = (template: string, title: string) =>
  template.replace('Title', title).replace(/^(?:Describe|List) .*$/gm, `Words of ${title}.`);

const records = () =>
  historyOf(
    {
      [LONG]: long,
      [SHORT]: short,
      'docs/adr/0001-a.md': filled(long, 'A'),
      'docs/adr/0002-b.md': filled(short, 'B'),
      'docs/adr/0003-c.md': filled(short, 'C').replace(/\n## Links[\s\S]*/, ''),
    },
    { [SHORT]: `${short}\n## Risks\n\nDescribe what may go wrong.\n` },
  );

describe('templates side by side', () => {
  it('are named to whoever writes a new proposal, who may choose one', async () => {
    const cwd = await records();
    const note = `other templates here: ${SHORT}; choose one with --template`;
    const { stdout, stderr } = await run(['New', '--yes', '--dry-run'], { cwd });
    expect(stdout).toContain(long.replace('Title', 'New'));
    expect(stderr).toContain(note);
    const chosen = await run(['New', '--yes', '--dry-run', '--template', SHORT], { cwd });
    expect(chosen.stdout).toContain('## Background');
    expect(chosen.stderr).not.toContain('other templates');
  });

  it('are each what proposals that were made from them are held against', async () => {
    const cwd = await records();
    const { json } = await runJson(['check'], { cwd });
    const found = json.findings.map(
      ({ path, code, message }: Record<string, string>) => `${path} ${code} ${message}`,
    );
    expect(found).toEqual([
      expect.stringMatching(/^docs\/adr\/0002-b\.md behind .*Risks/),
      expect.stringMatching(/^docs\/adr\/0003-c\.md section-missing .*Links/),
      expect.stringMatching(/^docs\/adr\/0003-c\.md behind .*Risks/),
    ]);
    const { json: list } = await runJson(['list'], { cwd });
    const sections = list.proposals.map((each: { sections: object }) => each.sections);
    expect(sections).toEqual([
      { written: 3, present: 3, missing: [] },
      { written: 3, present: 3, missing: ['risks'] },
      { written: 2, present: 2, missing: ['links', 'risks'] },
    ]);
  });

  it('give their sections to proposals of their own', async () => {
    const cwd = await records();
    await run(['--section', 'links', '--in', '3'], { cwd });
    expect(treeOf(cwd)['docs/adr/0003-c.md']).toMatch(/\n## Links\n\nList what it leads to\.\n$/);
    const { code, stderr } = await run(['--section', 'risks', '--in', '1'], { cwd });
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Sections of the template: context, options, outcome'),
    });
  });

  it('are each what proposals are brought up to', async () => {
    const cwd = await records();
    const { json } = await runJson(['upgrade', '--all', '--yes'], { cwd });
    expect(
      json.proposals.map((each: Record<string, string>) => [each.status, each.template]),
    ).toEqual([
      ['current', undefined],
      ['upgraded', SHORT],
      ['upgraded', SHORT],
    ]);
    expect(treeOf(cwd)['docs/adr/0002-b.md']).toMatch(
      /## Risks\n\nDescribe what may go wrong\.\n$/,
    );
  });

  it('may be unreadable but for the main one', async () => {
    const cwd = await records();
    writeAll(cwd, { [SHORT]: '\0'.repeat(40) });
    expect((await run(['list'], { cwd })).code).toBe(0);
  });
});
