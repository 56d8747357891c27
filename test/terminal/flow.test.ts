import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, treeOf } from '../support/folder.ts';
import { run } from '../support/program.ts';
import { type KeyName, Terminal } from '../support/terminal.ts';

const DOCUMENT = 'enhancements/0001-faster-startup/README.md';

/** Each question, and the keys that answer it and lead to the next. */
const FLOW: readonly { question: RegExp; answer: (terminal: Terminal) => void }[] = [
  {
    question: /What is the title/,
    answer: (terminal) => {
      terminal.type('Faster startup');
      terminal.press('enter');
    },
  },
  {
    question: /◆ {2}Summary/,
    answer: (terminal) => {
      terminal.type('One.');
      terminal.press('enter', 'enter');
      terminal.type('Two.');
      terminal.press('tab');
    },
  },
  {
    question: /◆ {2}Goal 1/,
    answer: (terminal) => {
      terminal.type('Fast');
      terminal.press('enter');
    },
  },
  { question: /◆ {2}Goal 2/, answer: (terminal) => terminal.press('enter') },
  {
    question: /◆ {2}Non-goal 1/,
    answer: (terminal) => {
      terminal.type('Cheap');
      terminal.press('enter');
    },
  },
  { question: /◆ {2}Non-goal 2/, answer: (terminal) => terminal.press('enter') },
  {
    question: /◆ {2}Story 1: who/,
    answer: (terminal) => {
      terminal.type('As a user, I wait less.');
      terminal.press('ctrl+s');
    },
  },
  {
    question: /◆ {2}Story 1: title\n.*\n│ {2}Wait less/,
    answer: (terminal) => terminal.press('tab'),
  },
  { question: /◆ {2}Story 2: who/, answer: (terminal) => terminal.press('enter') },
  {
    question: /◆ {2}Which optional sections/,
    answer: (terminal) => terminal.press('space', 'enter'),
  },
  { question: /◆ {2}Write[\s│]+enhancements/, answer: (terminal) => terminal.press('enter') },
];

function questionsAbove(screen: string): string[] {
  return [...screen.matchAll(/^◇ {2}([^?\n]*?)(?: of the proposal)?\??$/gm)].map(
    ([, name = '']) => name,
  );
}

/** What is asked when it is written. */
const OPEN_IT = /◆ {2}Open the proposal now\?/;

async function answerUntil(terminal: Terminal, count: number): Promise<void> {
  for (const { question, answer } of FLOW.slice(0, count)) {
    await terminal.waitFor(question);
    answer(terminal);
  }
}

describe('the guided flow', () => {
  it.each([80, 40])(
    'leads from the title to a written proposal, %i columns wide',
    async (columns) => {
      const cwd = emptyFolder();
      const terminal = new Terminal([], { cwd, columns, rows: 60 });
      await answerUntil(terminal, FLOW.length);
      await terminal.waitFor(OPEN_IT);
      terminal.press('enter');
      expect(await terminal.exit).toBe(0);
      const text = treeOf(cwd)[DOCUMENT];
      expect(text).toContain('# Faster startup\n\n## Summary\n\nOne.\n\nTwo.\n\n## Motivation\n');
      expect(text).toContain('### Goals\n\n- Fast\n\n### Non-Goals\n\n- Cheap\n\n');
      expect(text).toContain(
        '#### Wait less\n\nAs a user, I wait less.\n\n### Notes/Constraints/Caveats\n',
      );
      const screen = terminal.screen();
      expect(screen.replaceAll('\n', '')).toContain(`Created enhancements/0001-faster-startup`);
      expect(screen.split('\n').every((line) => line.length <= columns)).toBe(true);
    },
  );

  it('shows what is asked for, in the words of the template', async () => {
    const terminal = new Terminal(['T'], { cwd: emptyFolder() });
    await terminal.waitFor('A good summary is probably at least a paragraph in length.');
    terminal.press('enter');
    await terminal.waitFor('List the specific goals of the proposal.');
    terminal.press('enter');
    await terminal.waitFor('What is out of scope for this proposal?');
    terminal.press('enter');
    await terminal.waitFor(
      'Detail the things that people will be able to do if this is implemented.',
    );
    terminal.press('enter');
    await terminal.waitFor('◼ Drawbacks');
    terminal.press('down', 'down', 'down', 'down', 'down');
    await terminal.waitFor('Why should this enhancement not be implemented?');
  });

  it('asks only for what is missing', async () => {
    const args = ['T', '--summary', 's', '--goal', 'g', '--non-goal', 'n', '--with', 'drawbacks'];
    const terminal = new Terminal(args, { cwd: emptyFolder() });
    const screen = await terminal.waitFor('Story 1: who');
    expect(screen).not.toMatch(/Summary|Goal/);
    terminal.press('enter');
    await terminal.waitFor('Write enhancements/0001-t/README.md?');
  });

  it('goes back, question by question, with the answers still there, and nothing stale above', async () => {
    const cwd = emptyFolder();
    const terminal = new Terminal([], { cwd, rows: 60 });
    await answerUntil(terminal, 5);
    const steps: [active: RegExp, above: string[]][] = [
      [/◆ {2}Non-goal 2/, ['What is the title', 'Summary', 'Goal 1', 'Goal 2', 'Non-goal 1']],
      [/◆ {2}Non-goal 1\n.*\n│ {2}Cheap/, ['What is the title', 'Summary', 'Goal 1', 'Goal 2']],
      [/◆ {2}Goal 2/, ['What is the title', 'Summary', 'Goal 1']],
      [/◆ {2}Goal 1\n.*\n│ {2}Fast/, ['What is the title', 'Summary']],
      [/◆ {2}Summary\n.*\n│ {2}One\./, ['What is the title']],
      [/◆ {2}What is the title.*\n.*\n│ {2}Faster startup/, []],
    ];
    for (const [active, above] of steps) {
      const screen = await terminal.waitFor(active);
      expect(questionsAbove(screen)).toEqual(above);
      expect(screen).not.toMatch(/\n│?\n│?\n|■/);
      terminal.press('shift+tab');
    }
    expect(await terminal.waitFor(/Faster startup/)).not.toContain('shift+tab');
    terminal.press('ctrl+u');
    terminal.type('Slower startup');
    terminal.press('enter');
    await terminal.waitFor(/◆ {2}Summary\n.*\n│ {2}One\./);
    terminal.press('tab');
    await terminal.waitFor(/◆ {2}Goal 1\n.*\n│ {2}Fast/);
  });

  it('changes any answer from the preview', async () => {
    const cwd = emptyFolder();
    const terminal = new Terminal(['First title', '--goal', 'a', '--goal', 'b'], { cwd, rows: 60 });
    await terminal.waitFor(/◆ {2}Summary/);
    terminal.press('enter');
    await terminal.waitFor(/◆ {2}Non-goal 1/);
    terminal.press('enter');
    await terminal.waitFor(/◆ {2}Story 1/);
    terminal.press('enter');
    await terminal.waitFor(/◆ {2}Which optional/);
    terminal.press('enter');
    await terminal.waitFor(/enhancements\/0001-first-title\/README\.md[\s\S]*Write enhancements/);
    terminal.press('down', 'down', 'enter');
    await terminal.waitFor(/◆ {2}What is the title/);
    terminal.press('ctrl+u');
    terminal.type('Faster startup');
    terminal.press('enter');
    await terminal.waitFor(/0001-faster-startup\/README\.md[\s\S]*◆ {2}Write enhancements/);
    terminal.press('down', 'down', 'down', 'down', 'down', 'enter');
    await terminal.waitFor(/◆ {2}Goal 1/);
    terminal.press('ctrl+u', 'tab');
    await terminal.waitFor(/◆ {2}Goal 1[\s\S]*│ {2}b/);
    terminal.press('enter');
    await terminal.waitFor(/◆ {2}Goal 2/);
    terminal.press('enter');
    await terminal.waitFor(/◇ {2}Goal 2[\s\S]*◆ {2}Write en/);
    terminal.press('enter');
    await terminal.waitFor(OPEN_IT);
    terminal.press('enter');
    expect(await terminal.exit).toBe(0);
    expect(treeOf(cwd)[DOCUMENT]).toContain('### Goals\n\n- b\n\n### Non-Goals');
  });

  it('asks for a name where the title has none, or it is taken', async () => {
    const cwd = emptyFolder();
    mkdirSync(path.join(cwd, 'enhancements/0001-taken'), { recursive: true });
    const terminal = new Terminal([], { cwd });
    await terminal.waitFor(/What is the title/);
    terminal.type('外部公開');
    terminal.press('enter');
    await terminal.waitFor(/◆ {2}What name should the proposal have in its path/);
    terminal.type('taken');
    terminal.press('enter');
    await terminal.waitFor('enhancements/0001-taken already has that name');
    terminal.press('ctrl+u');
    terminal.type('Not Free');
    terminal.press('enter');
    await terminal.waitFor('Did you mean not-free?');
    terminal.press('ctrl+u');
    terminal.type('free');
    terminal.press('enter');
    await terminal.waitFor(/◆ {2}Summary/);
  });

  it('offers to keep a heading inside its section', async () => {
    const cwd = emptyFolder();
    const args = [
      'Faster startup',
      '--goal',
      'g',
      '--non-goal',
      'n',
      '--story',
      's',
      '--with',
      'drawbacks',
    ];
    const terminal = new Terminal(args, { cwd, rows: 60 });
    await terminal.waitFor(/◆ {2}Summary/);
    terminal.paste('Text\n\n# Mine\n\n```\nopen');
    terminal.press('tab');
    await terminal.waitFor('Line 3, "# Mine", is a heading that ends the section "Summary".');
    await terminal.waitFor('Line 5, "```", opens a block that is never closed');
    terminal.press('enter');
    await terminal.waitFor(/Write enhancements/);
    terminal.press('enter');
    await terminal.waitFor(OPEN_IT);
    terminal.press('enter');
    expect(await terminal.exit).toBe(0);
    expect(treeOf(cwd)[DOCUMENT]).toContain(
      '## Summary\n\nText\n\n### Mine\n\n```\nopen\n```\n\n## Motivation',
    );
  });

  it('shows without colours where the keys are, and says when nothing is chosen', async () => {
    const cwd = emptyFolder();
    await run(['First', '--yes', '--without', 'drawbacks,alternatives'], { cwd });
    const terminal = new Terminal(['--section'], { cwd, env: { NO_COLOR: '1' } });
    await terminal.waitFor('Which proposal?');
    terminal.type('nothing of that name');
    terminal.press('enter');
    await terminal.waitFor('No matches for "nothing of that name"');
    terminal.press('ctrl+u');
    terminal.type('first');
    terminal.press('enter');
    await terminal.waitFor(/❯ ◻ Notes/);
    terminal.press('down');
    await terminal.waitFor(/ {2}◻ Notes.*\n│ {2}❯ ◻ Drawbacks/);
    terminal.press('enter');
    await terminal.waitFor('Nothing is selected');
    terminal.press('shift+tab');
    const screen = await terminal.waitFor(/◆ {2}Which proposal/);
    expect(screen).not.toContain('Which sections');
    terminal.press('ctrl+c');
    expect(await terminal.exit).toBe(130);
  });

  it('takes what was typed ahead', async () => {
    const terminal = new Terminal([], { cwd: emptyFolder() });
    terminal.type('My idea\r');
    await terminal.waitFor(/◆ {2}Summary/);
    expect(terminal.screen()).toMatch(
      /^┌ {2}create-enhancement\n│\n◇ {2}What is the title.*\n│ {2}My idea\n/m,
    );
  });

  it('uses no colour with NO_COLOR', async () => {
    const escapes = async (env: Record<string, string>) => {
      const terminal = new Terminal([], { cwd: emptyFolder(), env });
      await terminal.waitFor('What is the title');
      terminal.press('escape');
      expect(await terminal.exit).toBe(130);
      return [...terminal.raw.matchAll(/\p{Cc}\[(?:3\d|9\d|38;[\d;]*)m/gu)].length;
    };
    expect(await escapes({})).toBeGreaterThan(0);
    expect(await escapes({ NO_COLOR: '1' })).toBe(0);
  });

  it('asks as many questions as there are answers, without a warning on the screen', async () => {
    const terminal = new Terminal(['T', '--summary', 's'], { cwd: emptyFolder(), rows: 60 });
    for (let goal = 1; goal <= 12; goal++) {
      await terminal.waitFor(new RegExp(`◆ {2}Goal ${goal}`));
      terminal.type('x');
      terminal.press('enter');
    }
    expect(await terminal.waitFor(/◆ {2}Goal 13/)).not.toMatch(/warning/i);
  });

  it('keeps standard output for the JSON', async () => {
    const cwd = emptyFolder();
    const terminal = new Terminal(['T', '--json', '--dry-run'], { cwd, rows: 200 });
    await terminal.waitFor(/◆ {2}Summary/);
    terminal.press('ctrl+c');
    expect(await terminal.exit).toBe(130);
    expect(await terminal.waitFor('"code": "cancelled"')).toContain('"command": "create"');
  });

  it('asks nothing where the questions would not be seen', async () => {
    const cwd = emptyFolder();
    const terminal = new Terminal(['T', '--json'], { cwd, rows: 200, redirect: '2>/dev/null' });
    expect(await terminal.exit).toBe(2);
    expect(terminal.screen()).toContain('"code": "missing-answers"');
    expect(terminal.screen().startsWith('{')).toBe(true);
  });

  it('asks line by line, without redrawing, for screen readers', async () => {
    const cwd = emptyFolder();
    const terminal = new Terminal([], { cwd, rows: 200, env: { ACCESSIBLE: '1' } });
    const lines = [
      'Faster startup',
      'Line one',
      'Line two',
      '.',
      'Goal',
      '',
      '',
      'Text',
      '.',
      'Story',
      '',
      '7',
      '',
      '1',
      '1',
    ];
    await terminal.waitFor('What is the title');
    for (const line of lines) {
      terminal.type(`${line}\r`);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    expect(await terminal.exit).toBe(0);
    expect(terminal.raw.split('Created')[0]).toMatch(
      /^[^\p{Cc}]*(?:[\r\n][^\p{Cc}]*)*(?:\p{Cc}\[32m)?$/u,
    );
    const text = treeOf(cwd)[DOCUMENT];
    expect(text).toContain('## Summary\n\nLine one\nLine two\n\n');
    expect(text).toContain('#### Story\n\nText\n\n');
    expect(text).toContain('## Infrastructure Needed\n');
  });
});

describe('cancelling leaves the tree as it was, with 130 and the way to go on', () => {
  const ways: [KeyName[], string][] = [
    [['ctrl+c'], 'Ctrl-C'],
    [['escape'], 'Esc'],
    [['ctrl+d'], 'Ctrl-D'],
  ];
  const moments = FLOW.map(({ question }, index) => [index, String(question)] as const);

  for (const [keys, name] of ways) {
    it.each(moments)(`${name} at question %i, %s`, async (index) => {
      const cwd = emptyFolder();
      writeFileSync(path.join(cwd, 'mine.txt'), 'mine');
      const terminal = new Terminal([], { cwd, rows: 60 });
      await answerUntil(terminal, index);
      await terminal.waitFor(FLOW[index]?.question ?? '');
      terminal.press(...keys);
      expect(await terminal.exit).toBe(130);
      const screen = await terminal.waitFor('Cancelled. Nothing was written.');
      expect(screen.includes('  npx create-enhancement --resume')).toBe(index > 0);
      expect(treeOf(cwd)).toEqual({ 'mine.txt': 'mine' });
    });
  }

  it('keeps what was being typed', async () => {
    const terminal = new Terminal(['T'], { cwd: emptyFolder() });
    await terminal.waitFor(/◆ {2}Summary/);
    terminal.type('Half a thou');
    await terminal.waitFor('Half a thou');
    terminal.press('ctrl+c');
    expect(await terminal.exit).toBe(130);
    await terminal.waitFor('npx create-enhancement --resume');
  });

  it('asks nothing for a word that is meant as a command', async () => {
    const cwd = emptyFolder();
    const terminal = new Terminal(['search'], { cwd });
    expect(await terminal.exit).toBe(2);
    expect(await terminal.waitFor('--title')).toContain('There is no command "search"');
    expect(treeOf(cwd)).toEqual({});
  });

  it('keeps what was typed when going back', async () => {
    const terminal = new Terminal([], { cwd: emptyFolder() });
    await answerUntil(terminal, 1);
    await terminal.waitFor(/◆ {2}Summary/);
    terminal.type('Half a thought');
    terminal.press('shift+tab');
    await terminal.waitFor(/◆ {2}What is the title/);
    terminal.press('enter');
    await terminal.waitFor(/◆ {2}Summary\n.*\n│ {2}Half a thought/);
  });

  it('keeps the answers when writing fails', async () => {
    const cwd = emptyFolder();
    const args = ['T', '--goal', 'g', '--non-goal', 'n', '--story', 's', '--with', 'drawbacks'];
    const terminal = new Terminal(args, { cwd, rows: 60 });
    await terminal.waitFor(/◆ {2}Summary/);
    terminal.type('Words');
    terminal.press('tab');
    await terminal.waitFor(/Write enhancements/);
    writeFileSync(path.join(cwd, 'enhancements'), 'a file');
    terminal.press('enter');
    expect(await terminal.exit).toBe(1);
    expect(await terminal.waitFor('a file is in the way')).toMatch(
      /To continue from here:\n.*--resume/,
    );
  });

  it('asks nothing that the template has no place for', async () => {
    const cwd = emptyFolder();
    writeFileSync(
      path.join(cwd, 't.md'),
      '# {{title}}\n\n## Goals\n\n{{#each goals}}\n- {{this}}\n{{/each}}\n',
    );
    const terminal = new Terminal(['T', '--template', 't.md'], { cwd });
    expect(await terminal.waitFor(/◆ {2}Goal 1/)).not.toContain('Summary');
    terminal.press('enter');
    await terminal.waitFor(/Write enhancements/);
  });

  it('asks before Esc throws a text away', async () => {
    const terminal = new Terminal(['T'], { cwd: emptyFolder() });
    await terminal.waitFor(/◆ {2}Summary/);
    terminal.type('Words');
    terminal.press('escape');
    await terminal.waitFor('Quit the questions?');
    terminal.press('left');
    await terminal.waitFor('tab done');
    terminal.press('escape');
    await terminal.waitFor('Quit the questions?');
    terminal.type('y');
    expect(await terminal.exit).toBe(130);
  });

  it('ends in line-by-line mode when input ends', async () => {
    const cwd = emptyFolder();
    const terminal = new Terminal([], { cwd, env: { ACCESSIBLE: '1' } });
    await terminal.waitFor('What is the title');
    terminal.type('T\r');
    await terminal.waitFor('Summary');
    terminal.press('ctrl+d');
    expect(await terminal.exit).toBe(130);
    expect(treeOf(cwd)).toEqual({});
  });

  it.each([{}, { ACCESSIBLE: '1' }])('stops when asked to by a signal (%j)', async (env) => {
    const cwd = emptyFolder();
    const terminal = new Terminal([], { cwd, env });
    await terminal.waitFor('What is the title');
    terminal.signal('SIGTERM');
    expect(await terminal.exit).toBe(130);
    expect(treeOf(cwd)).toEqual({});
  });
});
