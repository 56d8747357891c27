import path from 'node:path';
import type { Writable } from 'node:stream';
import { execa, parseCommandString } from 'execa';
import fs from 'fs-extra';
import { privateDirectory } from '../disk/private-directory.ts';
import { Failure } from '../failure.ts';
import { holdSignals, withoutInterrupts } from '../process.ts';

/** The command of the user's editor: `$VISUAL`, else `$EDITOR`, else the one every system has. */
export function editorCommand(platform: string, variables: Readonly<NodeJS.ProcessEnv>): string {
  const chosen = variables.VISUAL?.trim() || variables.EDITOR?.trim();
  return chosen || (platform === 'win32' ? 'notepad' : 'vi');
}

/**
 * Opens a file in an editor that has the terminal, at a line where it can be told one, and waits until it is
 * closed.
 * @throws Failure when the editor cannot be started or fails
 */
export async function openInEditor(
  command: string,
  { file, line, output }: { file: string; line: number; output?: Writable },
  platform: string,
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
    }),
  );
  if (!result.failed) return;
  throw Failure.refusal(
    'environment',
    `The editor "${command}" could not be used: ${result.shortMessage}`,
    { hint: 'Set $VISUAL or $EDITOR to an editor that can be started' },
  );
}

/** Lets the user edit a text in an editor. Returns the text as saved. */
export async function editText(command: string, text: string, platform: string): Promise<string> {
  const letGo = holdSignals();
  const directory = privateDirectory('text');
  const file = path.join(directory, 'answer.md');
  try {
    await fs.writeFile(file, text);
    await openInEditor(command, { file, line: 1 }, platform);
    return await fs.readFile(file, 'utf8');
  } finally {
    await fs.remove(directory);
    await letGo();
  }
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
