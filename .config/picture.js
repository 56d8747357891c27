// Draws the pictures of the README from the real program in a real terminal: the same moment, light and dark.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';

const root = path.join(import.meta.dirname, '..');
const COLUMNS = 84;
const ROWS = 27;

/** What is waited for, and what is typed there. */
const STEPS = [
  ['What is the title', 'Faster startup\r'],
  ['Summary', 'The program starts in half the time.\t'],
  ['Goal 1', 'Start in under one second\r'],
  ['Goal 2', '\r'],
  ['Non-goal 1', 'Use less memory\r'],
  ['Non-goal 2', '\r'],
  ['Story 1: who', 'As a user, I wait less, so that I stay.'],
  ['so that I stay.', ''],
];

const THEMES = {
  light: { back: '#ffffff', text: '#24292f', cyan: '#0969da', green: '#1a7f37', gray: '#8c959f' },
  dark: { back: '#0d1117', text: '#e6edf3', cyan: '#58a6ff', green: '#3fb950', gray: '#6e7681' },
};

/** Of the sixteen colours of terminals (ECMA-48), those that the program uses. */
const COLOURS = { 2: 'green', 6: 'cyan', 8: 'gray' };

const buffer = await screen();
mkdirSync(path.join(root, 'docs/images'), { recursive: true });
for (const [name, theme] of Object.entries(THEMES)) {
  writeFileSync(path.join(root, `docs/images/guided-${name}.svg`), picture(buffer, theme));
}

async function screen() {
  const [cwd, state] = ['', ''].map(() => mkdtempSync(path.join(tmpdir(), 'picture-')));
  const { CI: _, NO_COLOR: __, ...inherited } = process.env;
  const env = { ...inherited, TERM: 'xterm-256color', XDG_STATE_HOME: state };
  const terminal = new xterm.Terminal({ cols: COLUMNS, rows: ROWS, allowProposedApi: true });
  const call = [path.join(root, 'bin/create-enhancement.js')];
  const shell = pty.spawn(process.execPath, call, { cwd, cols: COLUMNS, rows: ROWS, env });
  shell.onData((text) => terminal.write(text));
  for (const [question, answer] of STEPS) {
    await waitFor(terminal, question);
    for (const key of answer) {
      shell.write(key);
      await pause(5);
    }
  }
  await pause(200);
  shell.kill('SIGKILL');
  for (const directory of [cwd, state]) rmSync(directory, { recursive: true });
  return terminal.buffer.active;
}

async function waitFor(terminal, text) {
  for (let tries = 0; tries < 500; tries++) {
    const lines = Array.from({ length: terminal.buffer.active.length }, (_, at) =>
      terminal.buffer.active.getLine(at)?.translateToString(true),
    );
    if (lines.join('\n').includes(text)) return;
    await pause(20);
  }
  throw new Error(`"${text}" did not come`);
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function picture(active, theme) {
  const rows = Array.from({ length: ROWS }, (_, at) =>
    rowOf(active.getLine(active.baseY + at), theme),
  );
  const height = rows.length * 20 + 24;
  const lines = rows.map(
    (spans, at) => `<text x="16" y="${at * 20 + 28}" xml:space="preserve">${spans}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${COLUMNS * 8.4 + 32}" height="${height}" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14">`,
    '<title>The questions of create-enhancement in a terminal</title>',
    `<rect width="100%" height="100%" rx="8" fill="${theme.back}"/>`,
    ...lines,
    '</svg>',
    '',
  ].join('\n');
}

/** A row of the screen as text in its colours; characters that look alike are put together. */
function rowOf(line, theme) {
  const spans = [];
  for (let at = 0; at < COLUMNS; at++) {
    const cell = line?.getCell(at);
    const style = cell ? styleOf(cell, theme) : '';
    const text = cell?.getChars() || ' ';
    const last = spans.at(-1);
    if (last?.style === style) last.text += text;
    else spans.push({ style, text });
  }
  return spans
    .map(({ style, text }) => `<tspan ${style}>${escaped(text)}</tspan>`)
    .join('')
    .trimEnd();
}

function styleOf(cell, theme) {
  const colour = theme[cell.isFgPalette() ? COLOURS[cell.getFgColor()] : 'text'] ?? theme.text;
  if (cell.isInverse()) return `fill="${theme.text}" text-decoration="underline"`;
  return `fill="${colour}"${cell.isDim() ? ' opacity="0.65"' : ''}`;
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
