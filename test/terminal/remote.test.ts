import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, git, repositoryWith, treeOf } from '../support/folder.ts';
import { Terminal } from '../support/terminal.ts';

/** A clone of a remote that hides the namespace of reservations. */
async function cloneOfStrict(): Promise<string> {
  const remote = await repositoryWith({ 'rfcs/0001-a.md': '# 0001: A\n' });
  await git(remote, 'config', 'receive.hideRefs', 'refs/enhancements');
  const clone = path.join(emptyFolder(), 'clone');
  await git(remote, 'clone', '--quiet', remote, clone);
  return clone;
}

/** A run whose answers are all given, up to the question what to do without a reservation. */
async function refused(cwd: string): Promise<Terminal> {
  const answers = ['My idea', '--summary', 'Short.', '--goal', 'One', '--non-goal', ''];
  const terminal = new Terminal([...answers, '--story', '', '--reserve', '--fresh'], {
    cwd,
    columns: 140,
  });
  await terminal.waitFor('Which optional sections');
  terminal.press('enter');
  await terminal.waitFor(/Write rfcs\/0002-my-idea\.md\?/);
  terminal.press('enter');
  await terminal.waitFor(/does not allow refs\/enhancements\/\*[\s\S]*What do you want to do\?/);
  return terminal;
}

describe('a remote that does not answer', () => {
  it.each([
    ['asked for by flags', ['X', '--reserve', '--yes']],
    [
      'after the questions',
      [
        'X',
        '--reserve',
        '--summary',
        's',
        '--goal',
        '',
        '--non-goal',
        '',
        '--story',
        '',
        '--with',
        'drawbacks',
      ],
    ],
  ])('is said to be waited for, and can be left: %s', async (_, args) => {
    const cwd = await repositoryWith({ 'x.txt': 'x' });
    await git(cwd, 'remote', 'add', 'origin', 'git@example.invalid:o/r.git');
    const env = { GIT_SSH_COMMAND: 'sh -c "sleep 60"', XDG_STATE_HOME: emptyFolder() };
    const terminal = new Terminal(args, { cwd, env, rows: 50 });
    if (!args.includes('--yes')) {
      await terminal.waitFor(/Write enhancements/);
      terminal.press('enter');
    }
    await terminal.waitFor('Waiting for the remote (Ctrl-C stops) …');
    terminal.press('ctrl+c');
    expect(await terminal.exit).toBe(130);
    expect(terminal.screen()).toContain('Cancelled. Nothing was written.');
    expect(terminal.screen()).not.toContain('Waiting');
  });
});

describe('a reservation that the remote does not allow', () => {
  it('becomes a draft when the author wants one', async () => {
    const cwd = await cloneOfStrict();
    const terminal = await refused(cwd);
    terminal.press('enter');
    await terminal.waitFor('Open the proposal now?');
    terminal.press('enter');
    expect(await terminal.exit).toBe(0);
    await terminal.waitFor(
      'Assign its number with: npx create-enhancement number rfcs/XXXX-my-idea.md',
    );
    expect(treeOf(cwd)['rfcs/XXXX-my-idea.md']).toContain('# My idea\n');
  });

  it('becomes a number that is not reserved, or nothing', async () => {
    const cwd = await cloneOfStrict();
    const before = treeOf(cwd);
    const stopped = await refused(cwd);
    stopped.press('down', 'down', 'enter');
    expect(await stopped.exit).toBe(130);
    await stopped.waitFor('npx create-enhancement --resume');
    expect(treeOf(cwd)).toEqual(before);
    const terminal = await refused(cwd);
    terminal.press('down', 'enter');
    await terminal.waitFor('Open the proposal now?');
    terminal.press('enter');
    expect(await terminal.exit).toBe(0);
    expect(treeOf(cwd)['rfcs/0002-my-idea.md']).toContain('# My idea\n');
  });
});
