import { execFile } from 'node:child_process';
import { processVariables } from '../process.ts';

export interface GitOutcome {
  /** Undefined when it was stopped, or could not be started. */
  code: number | undefined;
  stdout: string;
  stderr: string;
  timedOut: boolean;
}

/** Paths mean what they are asked with, whatever the user has set for their own commands. */
const PLAIN_PATHS = {
  GIT_LITERAL_PATHSPECS: '0',
  GIT_GLOB_PATHSPECS: '0',
  GIT_NOGLOB_PATHSPECS: '0',
  GIT_ICASE_PATHSPECS: '0',
};

/**
 * Runs git, in English, never asking anybody for anything. Not through execa: loading it and
 * calling it once take half as long as Node takes to start.
 */
export function runGit(
  cwd: string,
  args: readonly string[],
  { timeout: milliseconds = 0 }: { timeout?: number } = {},
): Promise<GitOutcome> {
  const env = {
    ...processVariables(),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    ...PLAIN_PATHS,
  };
  return new Promise((resolve) => {
    const options = {
      cwd,
      env,
      timeout: milliseconds,
      killSignal: 'SIGKILL',
      maxBuffer: Number.MAX_SAFE_INTEGER,
    } as const;
    const child = execFile('git', args, options, (error, stdout, stderr) => {
      const code = error ? child.exitCode : 0;
      resolve({ code: code ?? undefined, stdout, stderr, timedOut: error?.killed === true });
    });
  });
}

/** Git's answer without the last line ending, undefined when it fails. */
export async function git(cwd: string, args: readonly string[]): Promise<string | undefined> {
  const { code, stdout } = await runGit(cwd, args);
  return code === 0 ? stdout.replace(/\n$/, '') : undefined;
}
