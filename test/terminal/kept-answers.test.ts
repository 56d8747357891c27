import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, treeOf, writeAll } from '../support/folder.ts';
import { run } from '../support/program.ts';
import { Terminal } from '../support/terminal.ts';

function place() {
  return { cwd: emptyFolder(), env: { XDG_STATE_HOME: emptyFolder() }, rows: 50 };
}

function filesIn({ env }: { env: { XDG_STATE_HOME: string } }): string[] {
  return Object.entries(treeOf(env.XDG_STATE_HOME)).flatMap(([name, text]) =>
    text === null ? [] : [path.join(env.XDG_STATE_HOME, name)],
  );
}

/** A run that has a title and is at the summary, of which some has been typed. */
async function begun(at: ReturnType<typeof place>, title = 'My idea'): Promise<Terminal> {
  const terminal = new Terminal([], at);
  await terminal.waitFor('What is the title');
  terminal.type(title);
  terminal.press('enter');
  await terminal.waitFor(/◆ {2}Summary/);
  terminal.type('Half a thought');
  await terminal.waitFor('Half a thought');
  return terminal;
}

/** What is asked after the summary, where Enter goes on. */
const QUESTIONS = [
  ...[/◆ {2}Goal 1/, /◆ {2}Non-goal 1/, /◆ {2}Story 1/, /◆ {2}Which opt/],
  ...[/◆ {2}Write/, /Open the/],
];

describe('what was said in a run that did not end', () => {
  it('goes on with what it was told to supersede, too', async () => {
    const at = place();
    const old = '# 1. Old\n\n- Status: Accepted\n\n## Summary\n\nIt is.\n';
    writeAll(at.cwd, { 'enhancements/0001-old/README.md': old });
    const first = new Terminal(['--supersedes', '1', '--title', 'My idea'], at);
    await first.waitFor(/◆ {2}Summary/);
    first.type('Half a thought');
    await first.waitFor('Half a thought');
    first.press('ctrl+c');
    expect(await first.exit).toBe(130);
    const next = new Terminal(['--resume'], at);
    await next.waitFor(/◆ {2}Summary/);
    next.press('tab');
    for (const question of QUESTIONS) {
      await next.waitFor(question);
      next.press('enter');
    }
    expect(await next.exit).toBe(0);
    expect(treeOf(at.cwd)['enhancements/0001-old/README.md']).toContain('Superseded by');
  });

  it.each<[string, (terminal: Terminal) => void]>([
    ['Ctrl-C', (terminal) => terminal.press('ctrl+c')],
    ['SIGTERM', (terminal) => terminal.signal('SIGTERM')],
    ['a closed window', (terminal) => terminal.signal('SIGHUP')],
  ])(
    'is offered after %s, with what was being typed, and gone once it is written',
    async (_, stop) => {
      const at = place();
      const first = await begun(at);
      stop(first);
      expect(await first.exit).toBe(130);
      const [file = '', ...others] = filesIn(at);
      expect(others).toEqual([]);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
      const next = new Terminal([], at);
      await next.waitFor(/Continue with "My idea"/);
      next.press('enter');
      await next.waitFor(/◆ {2}Summary\n.*\n│ {2}Half a thought/);
      next.press('tab');
      for (const question of [
        /◆ {2}Goal 1/,
        /◆ {2}Non-goal 1/,
        /◆ {2}Story 1/,
        /◆ {2}Which opt/,
        /◆ {2}Write/,
        /Open the/,
      ]) {
        await next.waitFor(question);
        next.press('enter');
      }
      expect(await next.exit).toBe(0);
      const text = readFileSync(path.join(at.cwd, 'enhancements/0001-my-idea/README.md'), 'utf8');
      expect(text).toContain('## Summary\n\nHalf a thought\n');
      expect(filesIn(at)).toEqual([]);
    },
  );

  it('is there after SIGKILL, but for what was typed in the last seconds', async () => {
    const at = place();
    const first = await begun(at);
    first.signal('SIGKILL');
    await first.exit;
    const next = new Terminal(['--resume'], at);
    await next.waitFor(/◆ {2}Summary/);
    next.press('shift+tab');
    await next.waitFor(/◆ {2}What is the title[^\n]*\n.*\n│ {2}My idea/);
  });

  it('of the last list is gone on with where it stopped, and can be gone back over', async () => {
    const at = place();
    const first = new Terminal(['T', '--summary', 's'], at);
    for (const goal of ['one', 'two']) {
      await first.waitFor(/◆ {2}Goal/);
      first.type(goal);
      first.press('enter');
    }
    await first.waitFor(/◆ {2}Goal 3/);
    first.press('ctrl+c');
    await first.exit;
    const next = new Terminal(['--resume'], at);
    await next.waitFor(/◆ {2}Goal 3/);
    next.press('shift+tab');
    await next.waitFor(/◆ {2}Goal 2\n.*\n│ {2}two/);
  });

  it('stays where another proposal is begun, and goes where the user says so', async () => {
    const at = place();
    const first = await begun(at);
    first.press('ctrl+c');
    await first.exit;
    const fresh = new Terminal(['--fresh'], at);
    await fresh.waitFor('What is the title');
    fresh.press('ctrl+c');
    await fresh.exit;
    expect(filesIn(at)).toHaveLength(1);
    const next = new Terminal([], at);
    await next.waitFor('Continue with "My idea"');
    next.press('down', 'down', 'enter');
    await next.waitFor('What is the title');
    expect(filesIn(at)).toEqual([]);
  });

  it('is not offered while that run goes on, or in another folder', async () => {
    const at = place();
    await begun(at);
    const beside = new Terminal([], at);
    await beside.waitFor('What is the title');
    const elsewhere = new Terminal([], { ...at, cwd: emptyFolder() });
    await elsewhere.waitFor('What is the title');
  });

  it('is told of without a terminal, and used where that is asked for', async () => {
    const at = place();
    const first = await begun(at);
    first.press('ctrl+c');
    await first.exit;
    const other = await run(['Other', '--yes'], at);
    expect(other.code).toBe(0);
    expect(other.stderr).toContain('answers for "My idea" are saved: continue with --resume');
    const resumed = await run(['--resume', '--yes'], at);
    expect(resumed).toMatchObject({ code: 2, stdout: '' });
    expect(resumed.stderr).toContain('--resume continues with questions, which are disabled here');
    expect(filesIn(at)).toHaveLength(1);
    const none = new Terminal(['--resume'], { ...at, cwd: emptyFolder() });
    expect(await none.exit).toBe(2);
    await none.waitFor('There are no saved answers here');
  });

  it('is gone on with by flags of the first call, and those of the next before them', async () => {
    const at = place();
    const first = new Terminal(['--dir', 'rfcs', '--goal', 'old'], at);
    await first.waitFor('What is the title');
    first.type('My idea');
    first.press('enter');
    await first.waitFor(/◆ {2}Summary/);
    first.press('ctrl+c');
    await first.exit;
    const second = new Terminal(['--resume', '--goal', 'new', '--draft'], at);
    await second.waitFor(/◆ {2}Summary/);
    second.press('ctrl+c');
    await second.exit;
    const third = new Terminal(['--resume', '--show-command'], at);
    await third.waitFor(/◆ {2}Summary/);
    const fourth = new Terminal([], at);
    await fourth.waitFor('What is the title');
    await third.waitFor(/◆ {2}Summary/);
    third.press('enter');
    for (const question of QUESTIONS.filter(({ source }) => !/ Goal|\}Goal/.test(source))) {
      await third.waitFor(question);
      third.press('enter');
    }
    expect(await third.exit).toBe(0);
    const shown = await third.waitFor('The same command');
    expect(shown.replaceAll('\n', '')).toMatch(
      /--title 'My idea'[\s\S]*--goal new [\s\S]*--dir rfcs[\s\S]*--draft/,
    );
  });

  it('is said where it could not be kept', async () => {
    const at = place();
    writeFileSync(path.join(at.env.XDG_STATE_HOME, 'create-enhancement'), 'in the way');
    const terminal = await begun(at);
    terminal.press('ctrl+c');
    expect(await terminal.exit).toBe(130);
    expect(await terminal.waitFor('Cancelled.')).toContain('your answers could not be saved: ');
    expect(terminal.screen()).not.toContain('--resume');
  });

  it('is set aside where nobody can read it', async () => {
    const at = place();
    const first = await begun(at);
    first.press('ctrl+c');
    await first.exit;
    const [file = ''] = filesIn(at);
    writeFileSync(file, '{"version":1,"progress":[]}');
    const next = new Terminal([], at);
    await next.waitFor('What is the title');
    expect(next.screen()).toContain('could not be read and were moved aside');
    expect(readdirSync(path.dirname(file))).toEqual([`${path.basename(file)}.corrupt`]);
  });

  it('keeps nothing where nothing was said', async () => {
    const at = place();
    const terminal = new Terminal([], at);
    await terminal.waitFor('What is the title');
    terminal.press('ctrl+c');
    expect(await terminal.exit).toBe(130);
    expect(filesIn(at)).toEqual([]);
    expect(terminal.screen()).not.toContain('--resume');
  });
});
