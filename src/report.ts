import { styleText } from 'node:util';
import type { Creation } from './commands/create.ts';
import type { Cancelled, Failure } from './failure.ts';
import { commandLine, type Shell } from './shell.ts';
import type { AnswerBreakout } from './template/render.ts';

/** How results are shown. */
export interface Style {
  colour: boolean;
  shell: Shell;
}

/** A creation in words: what was written, what to do next, and how to do it again. */
export function creationText({ result, repeat }: Creation, style: Style): string {
  const command = commandLine(repeat, style.shell);
  if (result.dryRun) {
    const files = result.files.map(
      ({ path, content }) => `${paint(style, 'bold', path)}\n\n${content}`,
    );
    return `${files.join('\n')}\n${paint(style, 'dim', 'Nothing was written: this is a dry run.')}\n`;
  }
  return [
    `${paint(style, 'green', 'Created')} ${result.path}`,
    '',
    'Next: open it, replace the explanations that are left with your own words,',
    'and share it for review.',
    '',
    'The same again, without questions:',
    `  ${printable(command)}`,
    '',
  ].join('\n');
}

/** What a person should know beside the result, a line each. */
export function creationNotes({ result, breakouts, rivals }: Creation, style: Style): string {
  const notes = [
    ...breakouts.map(breakoutText),
    ...rivals.map(
      (rival) =>
        `another program gave ${result.convention.directory}/${rival} the number ${result.number} too: rename one`,
    ),
  ];
  return notes.map((note) => `${paint(style, 'yellow', 'note:')} ${printable(note)}\n`).join('');
}

/** Where an answer changes the outline, and the way out. */
function breakoutText({ answer, section, kind, line, text, level }: AnswerBreakout): string {
  const what =
    kind === 'heading'
      ? `is a heading that ends the section "${section}" (level ${level})`
      : `opens a block that never closes and swallows what follows "${section}"`;
  return `${answer}, line ${line}: ${shorten(text)} ${what}; --nest-headings keeps it inside`;
}

/** A failure in words. */
export function failureText({ message, hint }: Failure, style: Style): string {
  const lines = [`${paint(style, 'red', 'error:')} ${printable(message)}`];
  if (hint !== undefined) lines.push(`${paint(style, 'cyan', 'hint:')} ${printable(hint)}`);
  return `${lines.join('\n')}\n`;
}

/** A failure as the object that `--json` prints. */
export function failureJson(command: string, { code, message, hint }: Failure): object {
  return { command, error: { code, message, ...(hint !== undefined && { hint }) } };
}

/** A cancelled run as the object that `--json` prints. */
export function cancelledJson(command: string): object {
  return { command, error: { code: 'cancelled', message: 'Cancelled. Nothing was written.' } };
}

/** That the run was cancelled, and the command that goes on from what was said. */
export function cancelledText({ resume }: Cancelled, style: Style): string {
  const lines = ['Cancelled. Nothing was written.'];
  if (resume) lines.push('To go on from here:', `  ${printable(commandLine(resume, style.shell))}`);
  return `${lines.join('\n')}\n`;
}

/** Text for a terminal: control characters, which could move its cursor, are shown as symbols. */
function printable(text: string): string {
  return text.replace(/(?![\t\n])\p{Cc}/gu, '\uFFFD');
}

function shorten(text: string): string {
  const characters = [...text.trim()];
  return `"${characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : characters.join('')}"`;
}

function paint(
  { colour }: Style,
  format: 'bold' | 'dim' | 'green' | 'yellow' | 'red' | 'cyan',
  text: string,
) {
  return colour ? styleText(format, text) : text;
}
