import { homedir } from 'node:os';
import path from 'node:path';
import type { Environment } from './environment.ts';
import { Cancelled, codeOf, Failure } from './failure.ts';

/**
 * What a command may know of the process that it runs in.
 * @param wantsJson whether questions are shown on standard error, since standard output is for the result
 */
export function environmentOf(
  process: NodeJS.Process,
  wantsJson: boolean,
  note: Environment['note'],
): Environment {
  const { env, platform } = process;
  // Streams are made when they are first asked for, which takes time: most runs read nothing.
  return {
    cwd: currentDirectory(process),
    today: today(),
    platform,
    variables: env,
    note,
    get input() {
      return process.stdin;
    },
    get output() {
      return wantsJson ? process.stderr : process.stdout;
    },
    get interactive() {
      const asked = wantsJson ? process.stderr : process.stdout;
      const terminal = Boolean(process.stdin.isTTY && process.stdout.isTTY && asked.isTTY);
      return terminal && env.TERM !== 'dumb' && !env.CI;
    },
    signal: stopSignal(process),
  };
}

/** The variables of this process, for the processes that it starts. */
export function processVariables(): Readonly<NodeJS.ProcessEnv> {
  return process.env;
}

export function userId(): number | undefined {
  return process.getuid?.();
}

/**
 * The user's own directory for what programs keep between their runs (XDG Base Directory Specification;
 * Application Support on macOS, Local AppData on Windows). It need not exist.
 */
export function stateHome(): string {
  const { XDG_STATE_HOME, LOCALAPPDATA } = process.env;
  const usual: Partial<Record<NodeJS.Platform, string>> = {
    win32: LOCALAPPDATA || path.join(homedir(), 'AppData/Local'),
    darwin: path.join(homedir(), 'Library/Application Support'),
  };
  const isSet = XDG_STATE_HOME !== undefined && path.isAbsolute(XDG_STATE_HOME);
  const home = isSet ? XDG_STATE_HOME : usual[process.platform];
  return path.join(home ?? path.join(homedir(), '.local/state'), 'create-enhancement');
}

export function systemName(): NodeJS.Platform {
  return process.platform;
}

export function processId(): number {
  return process.pid;
}

/** Whether a process of this computer runs, as far as this one can see; somebody else's counts as well. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

/** Whether processes can be started as the first of a group, and stopped with all of it. */
export function hasProcessGroups(): boolean {
  return process.platform !== 'win32';
}

/** @throws when there is no such group any more */
export function killGroup(pid: number): void {
  process.kill(-pid, 'SIGKILL');
}

/** Does something while Ctrl-C is for another process that has the terminal, although all are told of it. */
export async function withoutInterrupts<T>(work: () => Promise<T>): Promise<T> {
  const listeners = process.rawListeners('SIGINT');
  const ignore = () => undefined;
  process.removeAllListeners('SIGINT');
  process.on('SIGINT', ignore);
  try {
    return await work();
  } finally {
    process.off('SIGINT', ignore);
    for (const listener of listeners) process.on('SIGINT', (signal) => listener(signal));
  }
}

/** Characters of what is gone through in less than a tenth of a second. */
const SHORT_WORK = 256_000;

/**
 * Does something that nothing can interrupt, since it never waits. Where that takes long, a signal ends the
 * process at once, as the system does it: nothing has been written then, and nothing has to be cleared up.
 * @param size characters that are gone through
 */
export function endingAtOnce<T>(size: number, work: () => T): T {
  if (size < SHORT_WORK) return work();
  const kept = STOP_SIGNALS.map((name) => [name, process.rawListeners(name)] as const);
  for (const name of STOP_SIGNALS) process.removeAllListeners(name);
  try {
    return work();
  } finally {
    for (const [name, listeners] of kept) {
      for (const listener of listeners) process.on(name, (signal) => listener(signal));
    }
  }
}

const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function currentDirectory(process: NodeJS.Process): string {
  try {
    return process.cwd();
  } catch (error) {
    throw Failure.usage('environment', 'The current directory no longer exists', { cause: error });
  }
}

/** Aborted by SIGINT, SIGTERM and SIGHUP, so that a run that is writing can clean up first. */
function stopSignal(process: NodeJS.Process): AbortSignal {
  const controller = new AbortController();
  for (const name of STOP_SIGNALS) {
    process.on(name, () => controller.abort(new Cancelled()));
  }
  return controller.signal;
}

function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
