import { describe, expect, it } from 'vitest';
import { emptyFolder, treeOf, writeAll } from '../support/folder.ts';
import { Terminal } from '../support/terminal.ts';

const [ONE, TWO] = ['rfcs/0001-a.md', 'rfcs/0002-b.md'];

function proposals(): string {
  const cwd = emptyFolder();
  writeAll(cwd, {
    [ONE]: '# A\n\n- Status: accepted\n',
    [TWO]: '# B\n\n- Status: draft <!-- draft | accepted | rejected -->\n',
  });
  return cwd;
}

describe('status in a terminal', () => {
  it('asks for one of the values that are used here', async () => {
    const cwd = proposals();
    const terminal = new Terminal(['status', '2'], { cwd, env: { NO_COLOR: '1' } });
    const screen = await terminal.waitFor(
      /◆ {2}rfcs\/0002-b.md is draft. What should it be now\?[\s\S]*rejected/,
    );
    expect(screen).toContain('❯ ● Keep draft');
    terminal.press('down', 'down', 'enter');
    expect(await terminal.exit).toBe(0);
    expect(terminal.screen()).toContain(
      'Set the status from draft to rejected in rfcs/0002-b.md:3',
    );
    expect(treeOf(cwd)[TWO]).toContain('- Status: rejected <!--');
  });

  it('changes nothing where it stays as it is, and where it is stopped', async () => {
    const cwd = proposals();
    const before = treeOf(cwd);
    const kept = new Terminal(['status', '2'], { cwd });
    await kept.waitFor(/What should it be now/);
    kept.press('enter');
    expect(await kept.exit).toBe(0);
    const stopped = new Terminal(['status', '2'], { cwd });
    await stopped.waitFor(/What should it be now/);
    stopped.press('ctrl+c');
    expect(await stopped.exit).toBe(130);
    const told = new Terminal(['status', '2', '--yes'], { cwd });
    expect(await told.exit).toBe(0);
    expect(treeOf(cwd)).toEqual(before);
  });
});
