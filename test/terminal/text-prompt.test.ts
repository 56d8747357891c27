import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { emptyFolder, treeOf } from '../support/folder.ts';
import { type KeyName, Terminal } from '../support/terminal.ts';

const ANSWERED = ['T', '--goal', 'g', '--non-goal', 'n', '--story', 's', '--with', 'drawbacks'];

/** Answers the summary by keys and pastes, and gives what was written as the summary. */
async function summaryOf(
  act: (terminal: Terminal) => void | Promise<void>,
  options: { columns?: number; rows?: number; env?: Record<string, string> } = {},
): Promise<string> {
  const cwd = emptyFolder();
  const terminal = new Terminal(ANSWERED, { cwd, rows: 40, ...options });
  await terminal.waitFor(/◆ {2}Summary/);
  await act(terminal);
  terminal.press('tab');
  await terminal.waitFor(/Write enhancements/);
  terminal.press('enter');
  await terminal.waitFor(/Open the proposal now/);
  terminal.press('enter');
  expect(await terminal.exit).toBe(0);
  const text = treeOf(cwd)['enhancements/0001-t/README.md'] ?? '';
  return /^# T\n\n## Summary\n\n([\s\S]*)\n\n## Motivation\n/.exec(text)?.[1] ?? '';
}

describe('each key of the prose prompt', () => {
  it.each<[KeyName[], string]>([
    [['left', 'left'], 'one two thr|ee'],
    [['left', 'right'], 'one two three|'],
    [['home'], '|one two three'],
    [['ctrl+a', 'end'], 'one two three|'],
    [['ctrl+a', 'ctrl+e'], 'one two three|'],
    [['ctrl+left'], 'one two |three'],
    [['alt+b', 'alt+b'], 'one |two three'],
    [['home', 'ctrl+right'], 'one| two three'],
    [['home', 'alt+f', 'alt+f'], 'one two| three'],
    [['backspace'], 'one two thre|'],
    [['home', 'delete'], '|ne two three'],
    [['ctrl+w'], 'one two |'],
    [['home', 'alt+d'], '| two three'],
    [['ctrl+left', 'ctrl+k'], 'one two |'],
    [['ctrl+left', 'ctrl+u'], '|three'],
    [['left', 'enter'], 'one two thre\n|e'],
    [['enter', 'backspace'], 'one two three|'],
    [['enter', 'up'], '|one two three'],
    [['home', 'enter', 'up', 'down'], '\n|one two three'],
    [['enter', 'ctrl+home'], '|one two three'],
    [['home', 'enter', 'ctrl+home', 'ctrl+end'], '\none two three|'],
    [['enter', 'page up'], '|one two three'],
    [['home', 'enter', 'up', 'page down'], '\n|one two three'],
    [['ctrl+z'], 'one two three|'],
    [['home', 'ctrl+d'], '|ne two three'],
    [['ctrl+d'], 'one two three|'],
    [['ctrl+w', 'ctrl+y'], 'one two three|'],
    [['ctrl+u', 'ctrl+y', 'ctrl+y'], 'one two threeone two three|'],
    [['ctrl+w', 'ctrl+w', 'home', 'ctrl+y'], 'two three|one '],
    [['ctrl+u', 'ctrl+_'], 'one two three|'],
    [['ctrl+w', 'ctrl+_', 'ctrl+_'], 'one two |'],
    [['enter', 'ctrl+p'], '|one two three'],
    [['home', 'ctrl+j', 'ctrl+p', 'ctrl+n'], '\n|one two three'],
  ])('%j: %j', async (keys, expected) => {
    const written = await summaryOf((terminal) => {
      terminal.type('one two three');
      terminal.press(...keys);
      terminal.type('|');
    });
    expect(written).toBe(expected.replace(/^\n/, ''));
  });

  it.each<[KeyName]>([['tab'], ['ctrl+s']])('%s submits', async (key) => {
    const terminal = new Terminal(['T'], { cwd: emptyFolder() });
    await terminal.waitFor(/◆ {2}Summary/);
    terminal.type('text');
    terminal.press(key);
    await terminal.waitFor(/◇ {2}Summary\n│ {2}text[\s\S]*◆ {2}Goal 1/);
  });

  it.each([
    ['an emoji of several parts', '👩‍👩‍👧‍👦'],
    ['a flag', '🇪🇺'],
    ['a letter with its accents', 'e\u0301\u0323'],
    ['a wide character', '語'],
    ['a skin tone', '👍🏽'],
  ])('one step passes and deletes %s', async (_, character) => {
    expect(
      await summaryOf((terminal) => {
        terminal.type(`a${character}b`);
        terminal.press('left', 'left');
        terminal.type('<');
        terminal.press('right');
        terminal.type('>');
      }),
    ).toBe(`a<${character}>b`);
    expect(
      await summaryOf((terminal) => {
        terminal.type(`a${character}b`);
        terminal.press('left', 'backspace');
      }),
    ).toBe('ab');
  });
});

describe('Enter', () => {
  it('in prose begins a line, and ends on a second empty one', async () => {
    const terminal = new Terminal(['T'], { cwd: emptyFolder() });
    await terminal.waitFor(/◆ {2}Summary/);
    terminal.type('One');
    terminal.press('enter', 'enter');
    terminal.type('Two');
    terminal.press('enter', 'enter');
    await terminal.waitFor(/│ {2}One\n│ *\n│ {2}Two\n│ *\n│ *\n└/);
    terminal.press('enter');
    await terminal.waitFor(/◇ {2}Summary\n│ {2}One \(2 lines\)[\s\S]*◆ {2}Goal 1/);
  });

  it('submits a goal, which other keys give more lines', async () => {
    const terminal = new Terminal(['T', '--summary', ''], { cwd: emptyFolder() });
    await terminal.waitFor(/◆ {2}Goal 1/);
    terminal.type('One');
    terminal.press('alt+enter');
    terminal.type('more');
    terminal.press('ctrl+j');
    terminal.type('still');
    terminal.press('enter');
    await terminal.waitFor(/◇ {2}Goal 1\n│ {2}One \(3 lines\)[\s\S]*◆ {2}Goal 2/);
    terminal.paste('- a\n  more of a\n* b\n1. c');
    terminal.press('enter');
    await terminal.waitFor(/◆ {2}Goal 5[\s\S]*enter no more goals/);
  });
});

describe('a paste is taken whole', () => {
  it('from a terminal that does not mark it', async () => {
    const written = await summaryOf(async (terminal) => {
      await new Promise((resolve) => setTimeout(resolve, 150));
      terminal.type('A table\tof two\r\rcolumns, and\ta paragraph');
      await terminal.waitFor('a paragraph');
    });
    expect(written).toBe('A table\tof two\n\ncolumns, and\ta paragraph');
  });

  it.each([
    ['blank lines and tabs', 'a\n\n\n\tb\n\n  c', 'a\n\n\n\tb\n\n  c'],
    ['CRLF and CR', 'a\r\n\r\nb\rc', 'a\n\nb\nc'],
    ['emoji next to each other', '🚀🚀👩‍👩‍👧‍👦', '🚀🚀👩‍👩‍👧‍👦'],
    ['colours and control characters', '\u001B[31mred\u001B[0m\u0007 b\u0000ell', 'red bell'],
    ['words that are names of keys', 'escape', 'escape'],
    ['braces', '{{title}} $& `x`', '{{title}} $& `x`'],
  ])('%s', async (_, pasted, expected) => {
    expect(await summaryOf((terminal) => terminal.paste(pasted))).toBe(expected);
  });

  it('of 10,000 lines, and the prompt still answers', async () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => `Line ${index + 1} of many`);
    const written = await summaryOf(async (terminal) => {
      terminal.paste(lines.join('\n'));
      await terminal.waitFor('Line 10000 of many');
      terminal.press('up');
      terminal.type('!');
      await terminal.waitFor('Line 9999 of many!');
    });
    expect(written).toBe(lines.join('\n').replace('Line 9999 of many', 'Line 9999 of many!'));
  });

  it('into the title it stays one line', async () => {
    const terminal = new Terminal([], { cwd: emptyFolder() });
    await terminal.waitFor(/What is the title/);
    terminal.paste('Two\nlines');
    terminal.press('enter');
    await terminal.waitFor(/◇ {2}What is the title.*\n│ {2}Two lines/);
  });
});

describe('the view', () => {
  it('scrolls when the text is taller than the terminal', async () => {
    const terminal = new Terminal(['T'], { cwd: emptyFolder(), rows: 14 });
    await terminal.waitFor(/◆ {2}Summary/);
    terminal.paste(Array.from({ length: 30 }, (_, index) => `row ${index + 1}`).join('\n'));
    const bottom = await terminal.waitFor('row 30');
    expect(bottom).toMatch(/↑ 23 more/);
    terminal.press('ctrl+home');
    const top = await terminal.waitFor(/↓ 23 more/);
    expect(top.split('\n').slice(-10).join('\n')).toContain('row 1\n');
  });

  it('wraps wide characters and follows a resize', async () => {
    const terminal = new Terminal(['T'], { cwd: emptyFolder(), columns: 40 });
    await terminal.waitFor(/◆ {2}Summary/);
    terminal.type('語'.repeat(20));
    await terminal.waitFor(/│ {2}語{17}\n│ {2}語{3} ?\n│ {2}tab done/);
    terminal.resize(80, 30);
    await terminal.waitFor(/│ {2}語{20}/);
  });
});

describe('the editor', () => {
  it('opens on the text and comes back with it', async () => {
    const cwd = emptyFolder();
    const script = path.join(cwd, 'edit.mjs');
    const editing =
      "import fs from 'node:fs'; const [file] = process.argv.slice(2); fs.appendFileSync(file, ' and more\\n');";
    writeFileSync(script, editing);
    const env = { VISUAL: `"${process.execPath}" "${script}"` };
    const written = await summaryOf(
      async (terminal) => {
        terminal.type('typed');
        terminal.press('ctrl+o');
        await terminal.waitFor('typed and more');
        terminal.type('!');
      },
      { env },
    );
    expect(written).toBe('typed and more!');
    expect(readFileSync(script, 'utf8')).toBe(editing);
  });

  it('is ended with the run, and what was typed is kept', async () => {
    const env = { VISUAL: 'sleep 60 #', XDG_STATE_HOME: emptyFolder() };
    const terminal = new Terminal(['T'], { cwd: emptyFolder(), env });
    await terminal.waitFor(/◆ {2}Summary/);
    terminal.type('typed');
    terminal.press('ctrl+o');
    await terminal.waitFor('Waiting for sleep 60 #: close the text there to continue');
    terminal.signal('SIGTERM');
    expect(await terminal.exit).toBe(130);
    await terminal.waitFor('npx create-enhancement --resume');
  });

  it('gives a text that is kept as what is typed is', async () => {
    const cwd = emptyFolder();
    const script = path.join(cwd, 'edit.mjs');
    writeFileSync(
      script,
      "import fs from 'node:fs'; fs.writeFileSync(process.argv[2], 'written there');",
    );
    const env = { VISUAL: `"${process.execPath}" "${script}"`, XDG_STATE_HOME: emptyFolder() };
    const terminal = new Terminal(['T'], { cwd, env });
    await terminal.waitFor(/◆ {2}Summary/);
    terminal.press('ctrl+o');
    await terminal.waitFor('written there');
    await vi.waitFor(
      () => expect(Object.values(treeOf(env.XDG_STATE_HOME)).join('')).toContain('written there'),
      { timeout: 10_000, interval: 50 },
    );
    terminal.signal('SIGKILL');
    await terminal.exit;
  });

  it('that cannot be started leaves the text as it was', async () => {
    const written = await summaryOf(
      async (terminal) => {
        terminal.type('typed');
        terminal.press('ctrl+o');
        await terminal.waitFor('The editor "no-such-editor" could not be used');
        await terminal.waitFor(/▲ {2}Summary[\s\S]*typed/);
      },
      { env: { VISUAL: 'no-such-editor' } },
    );
    expect(written).toBe('typed');
  });
});
