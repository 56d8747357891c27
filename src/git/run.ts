import { execFile } from 'node:child_process';
import { messageOf } from '../failure.ts';
import { processVariables } from '../process.ts';
import { gitProgram } from './program.ts';

export interface GitOutcome {
  /** Undefined when it was stopped, or could not be started. */
  code: number | undefined;
  stdout: string;
  stderr: string;
  timedOut: boolean;
}

export interface GitOptions {
  /** Milliseconds; 0 for any time. */
  timeout?: number;
  /** What it reads from standard input. */
  input?: string;
  encoding?: 'utf8' | 'latin1';
}

/** Paths mean what they are asked with, whatever the user has set for their own commands. */
const PLAIN_PATHS = {
  GIT_LITERAL_PATHSPECS: '0',
  GIT_GLOB_PATHSPECS: '0',
  GIT_NOGLOB_PATHSPECS: '0',
  GIT_ICASE_PATHSPECS: '0',
};

/** What a repository's own settings would have run: not even for a look at it is anything run that came with it. */
const NOTHING_FOREIGN = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'log.showSignature=false',
];

/** What begins a commit in a log of this run; it is random, since a file name may hold any text but NUL. */
export const COMMIT_MARK = `\u0001${Math.random().toString(36).slice(2)}`;

/** A path from the root of the work tree as git takes it, with nothing in it that means others; empty or `.` for all. */
export function literalPathspec(path: string): string {
  return `:(top,literal)${path === '.' ? '' : path}`;
}

/** Settings of the user under which git would answer in another form. */
const PLAIN_ANSWERS = ['log.showRoot=true', 'log.follow=false', 'color.ui=false'];

const SETTINGS = [...NOTHING_FOREIGN, ...PLAIN_ANSWERS].flatMap((each) => ['-c', each]);

/**
 * Runs git, in English, never asking anybody for anything. Not through execa: loading it and
 * calling it once take half as long as Node takes to start.
 */
export function runGit(
  cwd: string,
  args: readonly string[],
  { timeout: milliseconds = 0, input, encoding = 'utf8' }: GitOptions = {},
): Promise<GitOutcome> {
  const env = {
    ...processVariables(),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    // What is missing in a partial clone is not fetched, which would run what its settings say.
    GIT_NO_LAZY_FETCH: '1',
    ...PLAIN_PATHS,
  };
  return new Promise((resolve) => {
    const options = {
      cwd,
      env,
      timeout: milliseconds,
      killSignal: 'SIGKILL',
      maxBuffer: Number.MAX_SAFE_INTEGER,
      encoding,
    } as const;
    const all = [...SETTINGS, ...args];
    try {
      const child = execFile(gitProgram(), all, options, (error, stdout, stderr) => {
        const code = error ? child.exitCode : 0;
        resolve({ code: code ?? undefined, stdout, stderr, timedOut: error?.killed === true });
      });
      // It may end before it has read everything.
      child.stdin?.on('error', () => undefined);
      if (input !== undefined) child.stdin?.end(input);
    } catch (error) {
      // Where programs may not be started, or a command is longer than the system allows.
      resolve({ code: undefined, stdout: '', stderr: messageOf(error), timedOut: false });
    }
  });
}

/** Git's answer without the last line ending, undefined when it fails. */
export async function git(
  cwd: string,
  args: readonly string[],
  options: GitOptions = {},
): Promise<string | undefined> {
  const { code, stdout } = await runGit(cwd, args, options);
  return code === 0 ? stdout.replace(/\n$/, '') : undefined;
}

/** Arguments that keep git from running the filters of a repository, which are programs that its settings name. */
export async function withoutFilters(cwd: string): Promise<string[]> {
  const answer = await git(cwd, ['config', '--name-only', '-z', '--get-regexp', '^filter\\.']);
  const names = answer?.split('\0').flatMap((key) => /^filter\.(.*)\./s.exec(key)?.[1] ?? []);
  return [...new Set(names)].flatMap((name) =>
    ['clean=', 'smudge=', 'process=', 'required=false'].flatMap((each) => [
      '-c',
      `filter.${name}.${each}`,
    ]),
  );
}

/** Whether a repository has no commit yet. Git says a plain no also where it once failed to look: it is asked again. */
export async function isUnborn(root: string): Promise<boolean> {
  const saysNo = async () =>
    (await runGit(root, ['rev-parse', '--verify', '--quiet', 'HEAD'])).code === 1;
  return (await saysNo()) && saysNo();
}
