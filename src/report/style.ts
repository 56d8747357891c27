import { styleText } from 'node:util';
import type { Shell } from '../shell-quoting.ts';
import { visible, visibleJson } from '../visible.ts';

/** How results are shown. */
export interface Style {
  colour: boolean;
  shell: Shell;
  /** Width of the terminal; undefined if there is none, so that lines are not wrapped. */
  columns?: number;
}

export type Format = 'bold' | 'dim' | 'green' | 'yellow' | 'red' | 'cyan';

/** Starts a mark of this run; it is random, so that displayed text cannot contain it. */
const MARK = `\uFDD0${Math.random().toString(36).slice(2)}`;

const MARKED = new RegExp(`${MARK}(\\w*);`);

/** Marks text with a colour, if colours are used; the mark is replaced when it is shown. */
export function paint({ colour }: Style, format: Format, text: string): string {
  return colour ? `${MARK}${format};${text}${MARK};` : text;
}

/** A line of a diff in its colour. */
export function paintDiffLine(line: string, style: Style): string {
  if (line.startsWith('+')) return paint(style, 'green', line);
  if (line.startsWith('-')) return paint(style, 'red', line);
  return line.startsWith('@@') ? paint(style, 'cyan', line) : line;
}

/** The lines of a document, with their own line endings. */
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
  return [...shown, dryRunEnd(style)];
}

/** What ends the output of a dry run. */
export function dryRunEnd(style: Style): string {
  return paint(style, 'dim', 'Nothing was written: this is a dry run.');
}

/** Notes for the user, one line each. */
export function noteLines(notes: readonly string[], style: Style): string[] {
  return notes.map((note) => `${paint(style, 'yellow', 'note:')} ${note}`);
}

/**
 * Lines as written to a stream. All output for people passes through here: non-text characters are made visible,
 * whatever their source, and only then are colours added.
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
      // Whether colours are used was already decided for the stream.
      shown += open ? styleText(open, text, { validateStream: false }) : text;
    }
  }
  return shown;
}

function isFormat(name: string | undefined): name is Format {
  return ['bold', 'dim', 'green', 'yellow', 'red', 'cyan'].some((each) => each === name);
}
