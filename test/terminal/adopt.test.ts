import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, repositoryWith } from '../support/folder.ts';
import { Terminal } from '../support/terminal.ts';

const record = (n: number) =>
  `# ${n}. T\n\n## Status\n\nAccepted\n\n## Context\n\nx\n\n## Decision\n\nx\n\n## Consequences\n\nx\n`;

const records = Object.fromEntries([1, 2, 3].map((n) => [`docs/adr/000${n}-t.md`, record(n)]));

describe('in a repository of its own kind, the questions', () => {
  it('are the sections of its template, in their order', async () => {
    const cwd = await repositoryWith(records);
    const terminal = new Terminal(['New'], { cwd });
    for (const section of ['Context', 'Decision', 'Consequences']) {
      await terminal.waitFor(new RegExp(`◆ {2}${section}`));
      terminal.type(`About the ${section}`);
      terminal.press('tab');
    }
    await terminal.waitFor('Write docs/adr/0004-new.md?');
    terminal.press('enter');
    await terminal.waitFor('Open the proposal now');
    expect(readFileSync(path.join(cwd, 'docs/adr/0004-new.md'), 'utf8')).toBe(
      '# 4. New\n\n## Status\n\nProposed\n\n## Context\n\nAbout the Context\n\n## Decision\n\nAbout the Decision\n\n## Consequences\n\nAbout the Consequences\n',
    );
  });

  it('say where an answer goes that the template has no section for', async () => {
    const cwd = emptyFolder();
    writeFileSync(path.join(cwd, 't.md'), '# Title\n\n## Context\n\nSay.\n\n## Decision\n');
    const terminal = new Terminal(['New', '--goal', 'A goal', '--template', 't.md'], { cwd });
    await terminal.waitFor('The template has no section for goals');
    terminal.press('down');
    terminal.press('enter');
    await terminal.waitFor(/◆ {2}Context/);
    terminal.press('enter');
    await terminal.waitFor(/Write enhancements/);
    terminal.press('enter');
    await terminal.waitFor('Open the proposal now');
    const [file = ''] = /enhancements\/\S+\.md/.exec(terminal.screen()) ?? [];
    expect(readFileSync(path.join(cwd, file), 'utf8')).toBe(
      '# New\n\n## Context\n\nSay.\n\n## Decision\n\n- A goal\n',
    );
  });

  it('say which document is the main one', async () => {
    const files = ['notes', 'plan'].flatMap((name) =>
      [1, 2, 3].map((n) => [`rfcs/000${n}-a/${name}.md`, `# ${name}\n`]),
    );
    const cwd = await repositoryWith(Object.fromEntries(files));
    const terminal = new Terminal(['New'], { cwd });
    await terminal.waitFor('Which is the main document of a proposal?');
    terminal.press('down');
    terminal.press('enter');
    expect(await terminal.waitFor(/◆ {2}Summary/)).toContain('rfcs/NNNN-slug/plan.md');
  });
});
