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

/** Runs the installed program without a terminal, its input ended unless one is given. */
export async function run(
  args: readonly string[],
  options: Options & { cwd: string },
): Promise<Outcome> {
  const result = await execa(process.execPath, [program, ...args], {
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
