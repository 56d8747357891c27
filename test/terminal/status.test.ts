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

  it('asks which proposal is meant where none is named, and so does show', async () => {
    const cwd = proposals();
    const status = new Terminal(['status'], { cwd, env: { NO_COLOR: '1' } });
    await status.waitFor(/Which proposal\?[\s\S]*0002-b[\s\S]*0001-a/);
    status.press('enter');
    await status.waitFor(/rfcs\/0002-b.md is draft. What should it be now\?/);
    status.press('enter');
    expect(await status.exit).toBe(0);
    const show = new Terminal(['show'], { cwd, env: { NO_COLOR: '1' } });
    await show.waitFor(/Which proposal do you want to see\?/);
    show.press('down', 'enter');
    expect(await show.exit).toBe(0);
    expect(show.screen()).toMatch(/accepted[\s\S]*rfcs\/0001-a.md/);
  });

  it('goes to the first value and to the last with Home and End', async () => {
    const terminal = new Terminal(['status', '2'], { cwd: proposals(), env: { NO_COLOR: '1' } });
    await terminal.waitFor(/❯ ● Keep draft/);
    terminal.press('end');
    await terminal.waitFor(/❯ ● rejected/);
    terminal.press('home');
    await terminal.waitFor(/❯ ● Keep draft/);
    terminal.press('ctrl+c');
    expect(await terminal.exit).toBe(130);
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
