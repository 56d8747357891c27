import path from 'node:path';
import { execa, type Options } from 'execa';
import { inject } from 'vitest';

/** The program of the installed tarball. */
export const program = path.join(
  inject('installation'),
  'node_modules/create-enhancement/bin/create-enhancement.js',
);

export interface Outcome {
  code: number | undefined;
  stdout: string;
  stderr: string;
}

/**
 * Runs the installed program without a terminal, its input ended unless one is given.
 * @param under words of a program that runs it
 */
export async function run(
  args: readonly string[],
  { under = [], ...options }: Options & { cwd: string; under?: readonly string[] },
): Promise<Outcome> {
  const [file = '', ...words] = [...under, process.execPath, program, ...args];
  const result = await execa(file, words, {
    ...(options.stdin === undefined && { input: '' }),
    reject: false,
    stripFinalNewline: false,
    ...options,
  });
  return { code: result.exitCode, stdout: String(result.stdout), stderr: String(result.stderr) };
}

/** Runs the program and reads the one JSON object on its standard output. */
export async function runJson(args: readonly string[], options: Options & { cwd: string }) {
  const outcome = await run([...args, '--json'], options);
  return { ...outcome, json: JSON.parse(outcome.stdout) };
}
