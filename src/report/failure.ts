import type { Cancelled, Failure, Resumable } from '../failure.ts';
import { commandLine } from './shell-quoting.ts';
import { paint, type Style } from './style.ts';

/** A failure in words, with the command that goes on from what was said. */
export function failureText({ lines, hint, resume }: Failure, style: Style): string[] {
  const [message = '', ...list] = lines;
  return [
    `${paint(style, 'red', 'error:')} ${message}`,
    ...list,
    ...(hint === undefined ? [] : [`${paint(style, 'cyan', 'hint:')} ${hint}`]),
    ...resumeLines({ resume }, style),
  ];
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
export function cancelledText(cancelled: Cancelled, style: Style): string[] {
  return ['Cancelled. Nothing was written.', ...resumeLines(cancelled, style)];
}

function resumeLines({ resume }: Resumable, { shell }: Style): string[] {
  return resume ? ['To go on from here:', ...`  ${commandLine(resume, shell)}`.split('\n')] : [];
}
