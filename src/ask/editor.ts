import path from 'node:path';
import type { Writable } from 'node:stream';
import { execa, parseCommandString, type Result } from 'execa';
import fs from 'fs-extra';
import { privateDirectory } from '../disk/private-directory.ts';
import { Cancelled, Failure } from '../failure.ts';
import { holdSignals, withoutInterrupts } from '../process.ts';

/** Whether the user has said which editor is theirs. */
export function hasEditor({ VISUAL, EDITOR }: Readonly<NodeJS.ProcessEnv>): boolean {
  return Boolean(VISUAL?.trim() || EDITOR?.trim());
}

/** The command of the user's editor: `$VISUAL`, else `$EDITOR`, else the system's default. */
export function editorCommand(platform: string, variables: Readonly<NodeJS.ProcessEnv>): string {
  const chosen = variables.VISUAL?.trim() || variables.EDITOR?.trim();
  return chosen || (platform === 'win32' ? 'notepad' : 'vi');
}

/**
 * Opens a file in an editor that takes over the terminal, at a line if the editor supports that, and waits until
 * it is closed.
 * @throws Failure when the editor cannot be started or fails
 */
export async function openInEditor(
  command: string,
  { file, line, output }: { file: string; line: number; output?: Writable },
  { platform, signal }: { platform: string; signal: AbortSignal },
): Promise<void> {
  const [program = command, ...words] =
    platform === 'win32' ? parseCommandString(command) : ['sh', '-c', `${command} "$@"`, command];
  const target = targetFor(command, file, line);
  const result = await withoutInterrupts(() =>
    execa(program, [...words, ...target], {
      stdin: 'inherit',
      stdout: output ?? 'inherit',
      stderr: 'inherit',
      reject: false,
      cancelSignal: signal,
    }),
  );
  if (result.isCanceled) throw new Cancelled();
  if (!result.failed) return;
  throw Failure.refusal(
    'environment',
    `The editor "${command}" could not be used: ${whyFailed(result)}`,
    { hint: 'Set $VISUAL or $EDITOR to an available editor' },
  );
}

/** Lets the user edit a text in an editor. Returns the text as saved. */
export async function editText(
  command: string,
  text: string,
  run: { platform: string; signal: AbortSignal },
): Promise<string> {
  const letGo = holdSignals();
  const directory = privateDirectory('text');
  const file = path.join(directory, 'answer.md');
  try {
    await fs.writeFile(file, text);
    await openInEditor(command, { file, line: 1 }, run);
    return await fs.readFile(file, 'utf8');
  } finally {
    await fs.remove(directory);
    await letGo();
  }
}

/** The reason from the system, not from the shell that runs the command. */
function whyFailed({
  exitCode,
  signal,
  originalMessage,
}: Pick<Result, 'exitCode' | 'signal' | 'originalMessage'>): string {
  if (exitCode === 127) return 'the command was not found';
  if (exitCode === 126) return 'it is not executable';
  if (exitCode !== undefined) return `it exited with code ${exitCode}`;
  return signal === undefined ? (originalMessage ?? 'it did not start') : `${signal} ended it`;
}

function targetFor(command: string, file: string, line: number): string[] {
  const [program = ''] = /[^\\/\s"']+(?=["']?(?:\s|$))/.exec(command) ?? [];
  const name = program.replace(/\.(?:exe|cmd)$/i, '');
  if (line > 1 && /^(?:n?vim?|gvim|nano|emacs|emacsclient|micro|kak|pico|joe)$/.test(name)) {
    return [`+${line}`, file];
  }
  if (/^(?:code|code-insiders|codium|cursor|windsurf)$/.test(name))
    return ['--goto', `${file}:${line}`];
  if (/^(?:subl|zed|hx|helix)$/.test(name)) return [`${file}:${line}`];
  return [file];
}
