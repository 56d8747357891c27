import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { treeOf } from '../support/folder.ts';
import { historyOf } from '../support/history.ts';
import { Terminal } from '../support/terminal.ts';

const TEMPLATE = 'rfcs/0000-template.md';
const ONE = 'rfcs/0001-cache.md';

const of = (...headings: string[]) => headings.map((each) => `${each}\n\nWords.\n`).join('\n');

/** A proposal with one certain change, one that is doubtful and one that is optional, and one that is up to date. */
const behind = () =>
  historyOf(
    { [TEMPLATE]: of('# RFC-NNNN: Title', '## Summary', '## Design', '## Drawbacks') },
    {
      [ONE]: of('# RFC-0001: Cache', '## Summary', '## Design', '## API security', '## Drawbacks'),
      'rfcs/0002-queue.md': of(
        '# RFC-0002: Queue',
        '## Summary',
        '## Design',
        '## Security',
        '## Costs',
        '## Drawbacks',
      ),
    },
    {
      [TEMPLATE]: of(
        '# RFC-NNNN: Title',
        '## Summary',
        '## Design',
        '## Security',
        '## Costs',
        '## Drawbacks',
        '## Questions [optional]',
      ),
    },
  );

describe('upgrade in a terminal', () => {
  it('asks about what is not certain, one by one, with its diff', async () => {
    const cwd = await behind();
    const terminal = new Terminal(['upgrade', '1'], { cwd, env: { NO_COLOR: '1' } });
    const screen = await terminal.waitFor(/◆ {2}Add "Security" to rfcs\/0001-cache.md\?/);
    expect(screen).toContain('│  +## Security');
    expect(screen).toContain(
      'In doubt: "API security" (line 13) may be this section under another name.',
    );
    expect(screen).toContain('❯ ● No, leave it out');
    terminal.press('up', 'enter');
    expect(await terminal.waitFor(/◆ {2}Add "Questions"/)).toContain('❯ ● No, it is optional');
    terminal.press('enter');
    expect(await terminal.exit).toBe(0);
    expect(terminal.screen()).toContain('Added Costs');
    expect(readFileSync(path.join(cwd, ONE), 'utf8')).toBe(
      of(
        '# RFC-0001: Cache',
        '## Summary',
        '## Design',
        '## API security',
        '## Security',
        '## Costs',
        '## Drawbacks',
      ),
    );
  });

  it('leaves what somebody does not want, goes back, and writes nothing when it is stopped', async () => {
    const cwd = await behind();
    const before = treeOf(cwd);
    const stopped = new Terminal(['upgrade', '1'], { cwd });
    await stopped.waitFor(/Add "Security"/);
    stopped.press('enter');
    await stopped.waitFor(/◆ {2}Add "Questions"/);
    stopped.press('shift+tab');
    await stopped.waitFor(/◆ {2}Add "Security"/);
    stopped.press('ctrl+c');
    expect(await stopped.exit).toBe(130);
    expect(treeOf(cwd)).toEqual(before);
    const left = new Terminal(['upgrade', '1'], { cwd });
    await left.waitFor(/Add "Security"/);
    left.press('enter');
    await left.waitFor(/◆ {2}Add "Questions"/);
    left.press('enter');
    expect(await left.exit).toBe(0);
    expect(treeOf(cwd)[ONE]).toBe(
      of(
        '# RFC-0001: Cache',
        '## Summary',
        '## Design',
        '## API security',
        '## Costs',
        '## Drawbacks',
      ),
    );
  });

  it('asks about a heading and about words that may be meant, and changes only what is wanted', async () => {
    const text = (name: string, meant: string) =>
      `# RFC-0001: Cache\n\n## Summary\n\nWords.\n\n## ${name}\n\nFill it in.\n\n## Licence\n\n${meant}\n`;
    const [was, says] = [
      'This document is placed in the public domain.',
      'This document is licensed under the MIT licence.',
    ];
    const cwd = await historyOf(
      { [TEMPLATE]: text('Sales', was) },
      { [ONE]: text('Sales', was).replace('Fill it in', 'Ours') },
      { [TEMPLATE]: text('Security', says) },
    );
    const terminal = new Terminal(['upgrade', '1'], { cwd, env: { NO_COLOR: '1' } });
    const screen = await terminal.waitFor(/◆ {2}Rename "Sales" to "Security" in rfcs/);
    expect(screen).toContain('│  +## Security');
    expect(screen).toContain('In doubt: it may be another section.');
    expect(screen).toContain('❯ ● No, leave it as it is');
    terminal.press('enter');
    const next = await terminal.waitFor(/◆ {2}Replace this guidance in "Licence" of rfcs/);
    expect(next).toContain(
      'In doubt: the template has changed what may be a statement of the proposal.',
    );
    terminal.press('up', 'enter');
    expect(await terminal.exit).toBe(0);
    expect(terminal.screen()).toContain('Left as it is: Sales rfcs/0001-cache.md:7');
    expect(readFileSync(path.join(cwd, ONE), 'utf8')).toBe(
      text('Sales', says).replace('Fill it in', 'Ours'),
    );
  });

  it('asks which proposal where nobody has said it', async () => {
    const cwd = await behind();
    const terminal = new Terminal(['upgrade'], { cwd });
    const screen = await terminal.waitFor(/Which proposal do you want to upgrade\?/);
    expect(screen).toContain('All of them');
    expect(screen).not.toContain('template');
    terminal.press('down', 'enter');
    await terminal.waitFor(/Add "Questions" to rfcs\/0002-queue.md/);
    terminal.press('enter');
    expect(await terminal.exit).toBe(0);
    expect(terminal.screen()).toContain('rfcs/0002-queue.md is up to date');
  });
});
