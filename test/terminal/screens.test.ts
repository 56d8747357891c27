import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../support/folder.ts';
import { type KeyName, Terminal } from '../support/terminal.ts';

/** What is waited for, what is typed there, and the keys after it: the shortest way to a proposal that is of use. */
const SHORTEST: readonly [screen: RegExp, words: string, keys: KeyName[]][] = [
  [/◆ {2}What is the title/, 'Faster startup', ['enter']],
  [/◆ {2}Summary/, 'Starting takes a second less.', ['tab']],
  [/◆ {2}Goal 1/, 'Start in under one second', ['enter']],
  [/◆ {2}Goal 2/, '', ['enter']],
  [/◆ {2}Non-goal 1/, '', ['enter']],
  [/◆ {2}Story 1: who/, 'As a user, I wait less, so that I stay.', ['tab']],
  [/◆ {2}Story 1: title/, '', ['tab']],
  [/◆ {2}Story 2: who/, '', ['enter']],
  [/◆ {2}Which optional/, '', ['enter']],
  [/◆ {2}Write/, '', ['enter']],
  [/◆ {2}Open the proposal now/, '', ['enter']],
];

/** How the last line of a question ends, that is asked line by line: what is typed before it would be echoed there. */
const ASKED = /(?:One line\..*|with \. on its own line\..*|to continue\.|:)$/;

/** The lines that answer the questions when they are asked one by one. */
const SPOKEN: readonly [question: RegExp, line: string][] = [
  [/What is the title/, 'Faster startup'],
  [/Summary/, 'Starting takes a second less.'],
  [/Starting takes a second less/, '.'],
  [/Goal 1/, 'Start in under one second'],
  [/Goal 2/, '<'],
  [/Now: Start in under one second/, ''],
  [/Goal 2[\s\S]*Goal 2/, ''],
  [/Non-goal 1/, ''],
  [/Story 1: who/, 'As a user, I wait less.'],
  [/As a user, I wait less/, '.'],
  [/An empty line accepts "Wait less"; a line with -: without a title/, '-'],
  [/Story 2: who/, ''],
  [/Which optional/, '1 5'],
  [/5\. Drawbacks: no/, ''],
  [/Write enhancements/, '1'],
  [/Open the proposal now/, '1'],
];

describe('the guided flow on the screen', () => {
  it.each([100, 80, 40])('is one that people can read, %i columns wide', async (columns) => {
    const env = { VISUAL: 'vi', XDG_STATE_HOME: emptyFolder() };
    const terminal = new Terminal([], { cwd: emptyFolder(), columns, rows: 30, env });
    const screens: string[] = [];
    for (const [question, words, keys] of SHORTEST) {
      screens.push(activeQuestion(await terminal.waitFor(question)));
      if (words) {
        terminal.type(words);
        screens.push(activeQuestion(await terminal.waitFor(endOf(words))));
      }
      terminal.press(...keys);
    }
    expect(await terminal.exit).toBe(0);
    const whole = terminal.screen();
    await expect(
      [...screens, 'The whole, at the end:', whole].join('\n\n').replace(/ +$/gm, ''),
    ).toMatchFileSnapshot(`../fixtures/screens/guided-${columns}.txt`);
    expect(whole.split('\n').every((line) => line.length <= columns)).toBe(true);
  });

  it('is one that a screen reader can read out, line by line', async () => {
    const env = { ACCESSIBLE: '1', TERM: 'dumb', VISUAL: 'vi', XDG_STATE_HOME: emptyFolder() };
    const terminal = new Terminal([], { cwd: emptyFolder(), rows: 200, env });
    for (const [question, line] of SPOKEN) {
      await terminal.waitFor(question);
      if (line !== '.') await terminal.waitFor(ASKED);
      terminal.type(`${line}\r`);
    }
    expect(await terminal.exit).toBe(0);
    await expect(terminal.screen()).toMatchFileSnapshot('../fixtures/screens/accessible.txt');
    expect(terminal.raw.split('Created')[0]).not.toMatch(/(?![\r\n])\p{Cc}(?!\[32m$)/u);
  });

  it('takes at most twelve keys beside the words, with a goal and a story', () => {
    expect(SHORTEST.flatMap(([, , keys]) => keys).length).toBeLessThanOrEqual(12);
  });
});

/** The question that is being answered, to the end of the screen. */
function activeQuestion(screen: string): string {
  return screen.slice(screen.lastIndexOf('◆'));
}

/** The last word of what was typed, followed by the frame. */
function endOf(words: string): RegExp {
  const last = words.split(' ').at(-1)?.replace('.', '\\.');
  return new RegExp(`${last} *\\n[│└]`);
}
