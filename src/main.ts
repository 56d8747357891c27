import manifest from '../package.json' with { type: 'json' };
import { type Call, parseCall } from './cli.ts';
import type { Environment } from './environment.ts';
import { Cancelled, Failure } from './failure.ts';
import type { Style } from './report.ts';
import { userShell } from './shell.ts';

const EXIT_CANCELLED = 130;

/** A run that ends without having said how has not done its work. */
process.exitCode = 1;

void main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  const wantsJson = args.includes('--json');
  try {
    await run(parseCall(args, manifest.version));
    process.exitCode = 0;
  } catch (error) {
    process.exitCode = await reportProblem(error, wantsJson);
  }
}

async function run(call: Call): Promise<void> {
  if (call.command === 'text') {
    print('stdout', call.text);
    return;
  }
  const [{ create }, report] = await Promise.all([
    import('./commands/create.ts'),
    import('./report.ts'),
  ]);
  const creation = await create(call, environment(call.json));
  const notes = creation.breakouts.length + creation.rivals.length;
  if (notes > 0) print('stderr', report.creationNotes(creation, style('stderr')));
  print(
    'stdout',
    call.json ? json(creation.result) : report.creationText(creation, style('stdout')),
  );
}

/** @returns the exit code */
async function reportProblem(error: unknown, wantsJson: boolean): Promise<number> {
  const report = await import('./report.ts');
  if (error instanceof Cancelled) {
    print('stderr', report.cancelledText(error, style('stderr')));
    if (wantsJson) print('stdout', json(report.cancelledJson('create')));
    return EXIT_CANCELLED;
  }
  if (!(error instanceof Failure)) throw error;
  print('stderr', report.failureText(error, style('stderr')));
  if (wantsJson) print('stdout', json(report.failureJson('create', error)));
  return error.exitCode;
}

function environment(wantsJson: boolean): Environment {
  const { env, platform } = process;
  // Streams are made when they are first asked for, which takes time: most runs read nothing.
  return {
    cwd: process.cwd(),
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
      const terminal = Boolean(process.stdin.isTTY && process.stdout.isTTY);
      return terminal && env.TERM !== 'dumb' && !env.CI;
    },
    signal: stopSignal(),
  };
}

/** Aborted by SIGINT and SIGTERM, so that a run that is writing can clean up first. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => controller.abort(new Cancelled()));
  }
  return controller.signal;
}

type Stream = 'stdout' | 'stderr';

function style(stream: Stream): Style {
  const { env, platform } = process;
  const colour = process[stream].isTTY && !env.NO_COLOR;
  return { colour, shell: userShell(platform, env) };
}

function print(stream: Stream, text: string): void {
  if (text === '') return;
  if (process[stream].listenerCount('error') === 0) process[stream].on('error', stopOnClosedPipe);
  process[stream].write(text);
}

function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function stopOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}
