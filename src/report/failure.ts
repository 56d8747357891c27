import type { Cancelled, Failure, NextCall, Resumable } from '../failure.ts';
import { commandLine } from '../shell-quoting.ts';
import { paint, type Style } from './style.ts';

/** A failure as text, with the command to continue. */
export function failureText(
  { lines, hint, next, resume }: Failure,
  style: Style,
  args: readonly string[] = [],
): string[] {
  const [message = '', ...list] = lines;
  // Answers to questions are not in the call, and would be asked for again.
  const call = resume ? undefined : nextCall(args, next);
  return [
    `${paint(style, 'red', 'error:')} ${message}`,
    ...list,
    ...(hint === undefined ? [] : [`${paint(style, 'cyan', 'hint:')} ${hint}`]),
    ...(call === undefined
      ? []
      : `${paint(style, 'cyan', 'next:')} ${commandLine(call, style.shell)}`.split('\n')),
    ...resumeLines({ resume }, style),
  ];
}

/** A failure as the object that `--json` prints. */
export function failureJson(
  command: string,
  { code, message, hint, next }: Failure,
  args: readonly string[] = [],
): object {
  const call = nextCall(args, next);
  const goesOn = call && { next: commandLine(call, 'posix') };
  return { command, error: { code, message, ...(hint !== undefined && { hint }), ...goesOn } };
}

/** A cancelled run as the object that `--json` prints. */
export function cancelledJson(command: string): object {
  return { command, error: { code: 'cancelled', message: 'Cancelled. Nothing was written.' } };
}

/** That the run was cancelled, and the command to continue. */
export function cancelledText(cancelled: Cancelled, style: Style): string[] {
  return ['Cancelled. Nothing was written.', ...resumeLines(cancelled, style)];
}

/** The corrected call after a refusal; undefined if the problem is not in the call itself. */
function nextCall(args: readonly string[], next: NextCall | undefined): string[] | undefined {
  const mended = next && mendedWords(args, next);
  return mended && ['npx', 'create-enhancement', ...mended];
}

function mendedWords(args: readonly string[], next: NextCall): string[] | undefined {
  if ('add' in next) return withMore(args, next.add);
  if ('flag' in next) return withMore(withoutFlag(args, next.flag), [next.flag, next.value]);
  const { word, by } = next;
  const isMeant = (each: string) => each === word || each.startsWith(`${word}=`);
  // If there are two, one may be the title.
  const [at, ...others] = args.flatMap((each, index) => (isMeant(each) ? [index] : []));
  if (at === undefined || others.length > 0) return undefined;
  return args.with(at, `${by}${args[at]?.slice(word.length)}`);
}

/** After all words, but before `--`, after which nothing is a flag. */
function withMore(args: readonly string[], more: readonly string[]): string[] {
  const end = args.indexOf('--');
  return args.toSpliced(end === -1 ? args.length : end, 0, ...more);
}

function withoutFlag(args: readonly string[], flag: string): string[] {
  return args.filter(
    (each, at) => each !== flag && args[at - 1] !== flag && !each.startsWith(`${flag}=`),
  );
}

function resumeLines({ resume }: Resumable, { shell }: Style): string[] {
  return resume ? ['To continue from here:', ...`  ${commandLine(resume, shell)}`.split('\n')] : [];
}
