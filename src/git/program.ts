import { statSync } from 'node:fs';
import path from 'node:path';
import { orUndefined } from '../or-undefined.ts';
import { processVariables, systemName } from '../process.ts';

let gitOnPath: string | undefined;

/**
 * The program to run as git. Windows looks for programs where they are run before it looks on PATH
 * (nodejs/node#46264): in a clone, that would be a file of the clone.
 */
export function gitProgram(): string {
  if (systemName() !== 'win32') return 'git';
  gitOnPath ??= onPath('git.exe', processVariables()) ?? 'git.exe-is-not-on-PATH';
  return gitOnPath;
}

/** Where a program lies that is found by the absolute directories of PATH alone. */
export function onPath(
  name: string,
  variables: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const listed = Object.entries(variables).find(([key]) => key.toUpperCase() === 'PATH')?.[1] ?? '';
  return listed
    .split(path.delimiter)
    .filter((directory) => path.isAbsolute(directory))
    .map((directory) => path.join(directory, name))
    .find((file) => orUndefined(() => statSync(file).isFile()));
}
