import { styleText } from 'node:util';
import type { Shell } from './shell-quoting.ts';

/** How results are shown. */
export interface Style {
  colour: boolean;
  shell: Shell;
}

/** Text for a terminal: control characters, which could move its cursor, are shown as symbols. */
export function printable(text: string): string {
  return text.replace(/(?![\t\n])\p{Cc}/gu, '\uFFFD');
}

export type Format = 'bold' | 'dim' | 'green' | 'yellow' | 'red' | 'cyan';

/** Text in a colour, where there are colours. */
export function paint({ colour }: Style, format: Format, text: string): string {
  return colour ? styleText(format, text) : text;
}

export function noteLines(notes: readonly string[], style: Style): string {
  return notes.map((note) => `${paint(style, 'yellow', 'note:')} ${printable(note)}\n`).join('');
}
