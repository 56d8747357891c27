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
  { note, waiting }: Pick<Environment, 'note' | 'waiting'>,
): Environment {
  const { env, platform } = process;
  // Streams are made when they are first asked for, which takes time: most runs read nothing.
  return {
    cwd: currentDirectory(process),
    today: today(),
    platform,
    variables: env,
    note,
    waiting,
    get input() {
      return process.stdin;
    },
    get output() {
      return wantsJson ? process.stderr : process.stdout;
    },
    get interactive() {
      const asked = wantsJson ? process.stderr : process.stdout;
      const terminal = Boolean(process.stdin.isTTY && process.stdout.isTTY && asked.isTTY);
      return terminal && silencing(env) === undefined;
    },
    get silencedBy() {
      return process.stdin.isTTY && process.stdout.isTTY ? silencing(env) : undefined;
    },
    signal: stopping.signal,
  };
}

/** Whether a variable switches something on. */
export function isOn(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false'].includes(value);
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

const stopping = new AbortController();
let holders = 0;
let interruptsAreForOthers = false;

/**
 * Takes signals into its own hands while there is something to put in order before the process ends: they abort
 * the signal of the environment. At other times the system ends the process at once, whatever it is at.
 * @returns what gives them back, which takes a moment
 */
export function holdSignals(): () => Promise<void> {
  if (holders++ === 0) for (const name of STOP_SIGNALS) process.on(name, stop);
  let isHeld = true;
  return async () => {
    if (!isHeld) return;
    isHeld = false;
    // What has come meanwhile is looked at between two turns, and would be lost before.
    for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
    if (--holders === 0) for (const name of STOP_SIGNALS) process.off(name, stop);
  };
}

/** Does something while Ctrl-C is for another process that has the terminal, although all are told of it. */
export async function withoutInterrupts<T>(work: () => Promise<T>): Promise<T> {
  const release = holdSignals();
  interruptsAreForOthers = true;
  try {
    return await work();
  } finally {
    interruptsAreForOthers = false;
    await release();
  }
}

/** Stops all of the job that this process belongs to, until the shell goes on with it; not where there are no jobs. */
export function suspendJob(): void {
  if (process.platform !== 'win32') process.kill(0, 'SIGTSTP');
}

/** @returns what ends the listening */
export function onContinue(listener: () => void): () => void {
  process.on('SIGCONT', listener);
  return () => process.off('SIGCONT', listener);
}

const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Line by line, questions can be asked in any terminal. */
function silencing({ CI, TERM, ACCESSIBLE }: NodeJS.ProcessEnv): string | undefined {
  if (isOn(CI)) return 'CI';
  return TERM === 'dumb' && !isOn(ACCESSIBLE) ? 'TERM=dumb' : undefined;
}

function currentDirectory(process: NodeJS.Process): string {
  try {
    return process.cwd();
  } catch (error) {
    throw Failure.usage('environment', 'The current directory no longer exists', { cause: error });
  }
}

function stop(name: NodeJS.Signals): void {
  if (name !== 'SIGINT' || !interruptsAreForOthers) stopping.abort(new Cancelled());
}

function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
