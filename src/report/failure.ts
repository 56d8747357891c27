import type { Cancelled, Failure } from '../failure.ts';
import { commandLine } from '../shell.ts';
import { paint, printable, type Style } from './style.ts';

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
