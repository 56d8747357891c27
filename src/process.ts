import type { Environment } from './environment.ts';
import { Cancelled, Failure } from './failure.ts';

/**
 * What a command may know of the process that it runs in.
 *
 * @param wantsJson whether questions are shown on standard error, since standard output is for the result
 */
export function environmentOf(process: NodeJS.Process, wantsJson: boolean): Environment {
  const { env, platform } = process;
  // Streams are made when they are first asked for, which takes time: most runs read nothing.
  return {
    cwd: currentDirectory(process),
    today: today(),
    platform,
    variables: env,
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

function currentDirectory(process: NodeJS.Process): string {
  try {
    return process.cwd();
  } catch (error) {
    throw Failure.usage('environment', 'The directory that this runs in is gone', { cause: error });
  }
}

/** Aborted by SIGINT and SIGTERM, so that a run that is writing can clean up first. */
function stopSignal(process: NodeJS.Process): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => controller.abort(new Cancelled()));
  }
  return controller.signal;
}

function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
