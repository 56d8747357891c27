import { styleText } from 'node:util';
import { visible, visibleJson } from '../visible.ts';
import type { Shell } from './shell-quoting.ts';

/** How results are shown. */
export interface Style {
  colour: boolean;
  shell: Shell;
  /** How wide the terminal is; undefined where it is none, and lines are as long as they are. */
  columns?: number;
}

export type Format = 'bold' | 'dim' | 'green' | 'yellow' | 'red' | 'cyan';

/** Begins what only this run means by it: nobody whose text is shown can know it. */
const MARK = `\uFDD0${Math.random().toString(36).slice(2)}`;

const MARKED = new RegExp(`${MARK}(\\w*);`);

/** Text in a colour, where there are colours; what it looks like is put on when it is shown. */
export function paint({ colour }: Style, format: Format, text: string): string {
  return colour ? `${MARK}${format};${text}${MARK};` : text;
}

/** A line of a diff in its colour. */
export function paintDiffLine(line: string, style: Style): string {
  if (line.startsWith('+')) return paint(style, 'green', line);
  if (line.startsWith('-')) return paint(style, 'red', line);
  return line.startsWith('@@') ? paint(style, 'cyan', line) : line;
}

/** The lines of a document, which keep the ends that they have. */
export function documentLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => (line.endsWith('\r') ? `${line.slice(0, -1)}${MARK}cr;` : line));
}

export function dryRunLines(
  files: readonly { path: string; content?: string }[],
  style: Style,
): string[] {
  const shown = files.flatMap(({ path, content = '' }) => [
    paint(style, 'bold', path),
    '',
    ...documentLines(content),
  ]);
  return [...shown, paint(style, 'dim', 'Nothing was written: this is a dry run.')];
}

/** Notes for a person, a line each. */
export function noteLines(notes: readonly string[], style: Style): string[] {
  return notes.map((note) => `${paint(style, 'yellow', 'note:')} ${note}`);
}

/**
 * Lines as a stream gets them. Everything that people are shown passes here: what is no text in it is made
 * visible, whoever it is from, and only then are colours put on.
 */
export function onScreen(lines: readonly string[]): string {
  return lines.map((line) => `${shownLine(line)}\n`).join('');
}

export function asJson(value: object): string {
  return `${visibleJson(JSON.stringify(value, null, 2))}\n`;
}

function shownLine(line: string): string {
  const [first = '', ...parts] = line.split(MARKED);
  let shown = visible(first);
  let open: Format | undefined;
  for (let at = 0; at < parts.length; at += 2) {
    const [name, text = ''] = [parts[at], visible(parts[at + 1] ?? '')];
    if (name === 'cr') shown += `\r${text}`;
    else {
      open = isFormat(name) ? name : undefined;
      // Whether there are colours is decided for the stream that is written to, before.
      shown += open ? styleText(open, text, { validateStream: false }) : text;
    }
  }
  return shown;
}

function isFormat(name: string | undefined): name is Format {
  return ['bold', 'dim', 'green', 'yellow', 'red', 'cyan'].some((each) => each === name);
}
