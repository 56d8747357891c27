import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, treeOf } from '../support/folder.ts';
import { run } from '../support/program.ts';
import { Terminal } from '../support/terminal.ts';

const DOCUMENT = 'enhancements/0002-second/README.md';

async function proposals(): Promise<string> {
  const cwd = emptyFolder();
  await run(['First', '--yes'], { cwd });
  await run(['Second', '--yes', '--without', 'drawbacks,alternatives'], { cwd });
  return cwd;
}

const read = (cwd: string) => readFileSync(path.join(cwd, DOCUMENT), 'utf8');

describe('--section in a terminal', () => {
  it('lets the user pick the proposal, the sections, and write their text', async () => {
    const cwd = await proposals();
    const terminal = new Terminal(['--section'], { cwd, rows: 50 });
    await terminal.waitFor('Which proposal?');
    terminal.type('sec');
    await terminal.waitFor(/Search: sec/);
    terminal.press('enter');
    await terminal.waitFor(`Which sections do you want to add to ${DOCUMENT}?`);
    terminal.press('down', 'space', 'down', 'space', 'enter');
    await terminal.waitFor(/◆ {2}Drawbacks/);
    await terminal.waitFor('Why should this enhancement not be implemented?');
    terminal.type('It costs.');
    terminal.press('tab');
    await terminal.waitFor(/◆ {2}Alternatives/);
    terminal.press('enter');
    expect(await terminal.exit).toBe(0);
    expect(read(cwd)).toContain(
      '\n## Drawbacks\n\nIt costs.\n\n## Alternatives\n\nWhat other approaches',
    );
  });

  it('shows a doubtful place and lets the user move it', async () => {
    const cwd = await proposals();
    const text = read(cwd).replace(/## Motivation[\s\S]*?(?=## Proposal)/, '');
    writeFileSync(path.join(cwd, DOCUMENT), text);
    const terminal = new Terminal(['--section', 'goals', '--in', '2'], { cwd, rows: 50 });
    const screen = await terminal.waitFor('Is this the place for "Goals"?');
    expect(screen).toMatch(/Goals {2}←\n│ +Proposal[\s\S]*In doubt: /);
    expect(screen).not.toContain('Put it before "Second"');
    terminal.press('down', 'down', 'down', 'enter');
    expect(await terminal.exit).toBe(0);
    expect(read(cwd)).toMatch(/### Goals\n\nList[^#]*### User Stories/);
  });

  it('asks for no text that has no place', async () => {
    const cwd = await proposals();
    writeFileSync(path.join(cwd, DOCUMENT), `${read(cwd)}\n\`\`\`\nnever closed\n`);
    const terminal = new Terminal(['--section', '--in', '2'], { cwd, rows: 50 });
    await terminal.waitFor(`Which sections do you want to add to ${DOCUMENT}?`);
    terminal.press('down', 'space', 'enter');
    expect(await terminal.exit).toBe(1);
    expect(await terminal.waitFor('Nothing was written.')).not.toContain('keep the template');
  });

  it('gives back a text that is not written', async () => {
    const cwd = await proposals();
    const text = read(cwd).replace(/## Motivation[\s\S]*?(?=## Proposal)/, '');
    writeFileSync(path.join(cwd, DOCUMENT), text);
    const terminal = new Terminal(['--section', '--in', '2'], { cwd, rows: 50 });
    await terminal.waitFor('Which sections do you want to add');
    terminal.press('space', 'down', 'down', 'space', 'enter');
    await terminal.waitFor(/◆ {2}Goals/);
    terminal.type('Mine alone.');
    terminal.press('tab');
    await terminal.waitFor('Is this the place for "Goals"?');
    terminal.press('up', 'enter');
    await terminal.waitFor(/Your text, which was not written:[\s\S]*Mine alone\./);
    await terminal.exit;
    expect(read(cwd)).toBe(text);
  });

  it('says what it did in colours, and shows control characters of a document by escapes', async () => {
    const cwd = await proposals();
    const clean = new Terminal(['--section', 'drawbacks', '--in', '2', '--dry-run'], { cwd });
    expect(await clean.exit).toBe(0);
    const screen = await clean.waitFor(/^Would add Drawbacks enh.*\nNothing was written: this/m);
    expect(screen).not.toMatch(/\uFFFD|\[3\d?m/);
    writeFileSync(path.join(cwd, DOCUMENT), read(cwd).replace('## Motivation', '## \u001B[2JMine'));
    const refused = new Terminal(['--section', 'drawbacks', '--in', '2', '--before', 'x'], { cwd });
    await refused.exit;
    await refused.waitFor('\\u001b[2JMine');
  });

  it('asks before it takes out what people have written', async () => {
    const cwd = await proposals();
    await run(['--section', 'drawbacks', '--text', 'drawbacks=Ours', '--in', '2'], { cwd });
    const before = read(cwd);
    const kept = new Terminal(['--remove', 'drawbacks', '--in', '2'], { cwd });
    await kept.waitFor(/Ours[\s\S]*Remove it\?/);
    kept.press('enter');
    expect(await kept.exit).toBe(0);
    expect(await kept.waitFor('Unchanged: drawbacks')).not.toContain('error');
    expect(read(cwd)).toBe(before);
    const removed = new Terminal(['--remove', 'drawbacks', '--in', '2'], { cwd });
    await removed.waitFor(/Remove it\?/);
    removed.press('down', 'enter');
    expect(await removed.exit).toBe(0);
    expect(read(cwd)).not.toContain('Ours');
  });

  it.each<[string, string[], string]>([
    ['the proposal', ['--section'], 'Which proposal?'],
    ['the sections', ['--section', '--in', '2'], 'Which sections'],
    ['a text', ['--section', '--in', '2'], 'What are the caveats'],
  ])('is cancelled at %s with 130, and nothing is written', async (name, args, question) => {
    const cwd = await proposals();
    const before = treeOf(cwd);
    const terminal = new Terminal(args, { cwd, rows: 50 });
    if (name === 'a text') {
      await terminal.waitFor('Which sections');
      terminal.press('space', 'enter');
    }
    await terminal.waitFor(question);
    terminal.press('escape');
    expect(await terminal.exit).toBe(130);
    expect(treeOf(cwd)).toEqual(before);
  });
});
