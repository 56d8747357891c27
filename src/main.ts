import { fstatSync, statSync, writeSync } from 'node:fs';
import { devNull } from 'node:os';
import manifest from '../package.json' with { type: 'json' };
import type { Outcome } from './cli/command.ts';
import { helpText } from './cli/help.ts';
import { commandFor, parseCall, wantsJson } from './cli/parse.ts';
import type { Environment } from './environment.ts';
import { Cancelled, codeOf, Failure } from './failure.ts';
import { orUndefined } from './or-undefined.ts';
import { environmentOf } from './process.ts';
import { cancelledJson, cancelledText, failureJson, failureText } from './report/failure.ts';
import { asJson, noteLines, onScreen, type Style } from './report/style.ts';
import { unexpectedJson, unexpectedText } from './report/unexpected.ts';
import { userShell } from './shell-quoting.ts';
import { isSystemError, notWrittenError, unreportedError } from './system-error.ts';

type Stream = 'stdout' | 'stderr';

const DESCRIPTORS: Record<Stream, number> = { stdout: 1, stderr: 2 };

/** Why something that was to be shown could not be written, as on a full disk. */
let lostOutput: unknown;

/** Notes of this run, each of which is told once. */
const told = new Set<string>();

/** Commands in JSON are those of a POSIX shell. */
const FOR_PROGRAMS: Style = { colour: false, shell: 'posix' };

const EXIT_REFUSED = 1;
const EXIT_CANCELLED = 130;

/** A run that ends without having said how has not done its work. */
process.exitCode = EXIT_REFUSED;

void main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  let [name, isJson] = ['create', args.includes('--json')];
  try {
    const chosen = commandFor(args, userShell(process.platform, process.env));
    name = chosen.command.name;
    isJson = wantsJson(chosen);
    const parsed = parseCall(chosen);
    if (parsed.kind === 'help') print('stdout', onScreen(helpText(chosen.command)));
    else if (parsed.kind === 'version') print('stdout', onScreen([manifest.version]));
    const code = parsed.kind === 'run' ? await carryOut(parsed.run, isJson) : 0;
    process.exitCode = code === 0 && lostOutput !== undefined ? EXIT_REFUSED : code;
  } catch (error) {
    process.exitCode = reportProblem(error, isJson ? name : undefined);
  }
}

async function carryOut(
  run: (environment: Environment) => Promise<Outcome>,
  isJson: boolean,
): Promise<number> {
  const environment = environmentOf(process, isJson, { note, waiting });
  const outcome = await run(environment);
  const { json, text, notes, refusals, isRefused = false, written, changed } = outcome;
  const noted = isJson ? FOR_PROGRAMS : style('stderr');
  for (const each of notes?.(noted) ?? []) note(each);
  if (refusals) print('stderr', onScreen(refusals(style('stderr'))));
  print('stdout', isJson ? asJson(withNotes(json)) : onScreen(await text(style('stdout'))));
  if (lostOutput !== undefined)
    return reportProblem(unreportedError(lostOutput, changed), undefined);
  // Whatever comes of opening it, the proposal is there.
  if (written) {
    const { openFile } = await import('./commands/open-file.ts');
    try {
      await openFile(written, environment);
    } catch (error) {
      return reportProblem(unopenedError(written.path, error), undefined);
    }
  }
  return isRefused ? EXIT_REFUSED : 0;
}

function note(text: string): void {
  if (!told.has(text)) print('stderr', onScreen(noteLines([text], style('stderr'))));
  told.add(text);
}

function withNotes(json: object): object {
  return told.size > 0 ? { ...json, notes: [...told] } : json;
}

function unopenedError(path: string, error: unknown): unknown {
  const hint = 'Open it again, or delete it';
  if (error instanceof Cancelled)
    return Failure.refusal('environment', `${path} was written, but its editor was stopped`, {
      hint,
    });
  if (!(error instanceof Failure)) return error;
  const reason = error.message.charAt(0).toLowerCase() + error.message.slice(1);
  return Failure.refusal('environment', `${path} was written, but ${reason}`, {
    hint: error.hint ?? hint,
  });
}

/** Milliseconds that nobody wonders about. */
const SHORT_WAIT = 300;

async function waiting<T>(what: string, work: () => Promise<T>): Promise<T> {
  let isShown = false;
  const show = () => {
    isShown = isTerminal('stderr');
    if (isShown) print('stderr', `${onScreen([`${what} (Ctrl-C stops)`]).trimEnd()} …`);
  };
  const timer = setTimeout(show, SHORT_WAIT);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    if (isShown) print('stderr', '\r\u001B[2K');
  }
}

function reportProblem(problem: unknown, jsonFor: string | undefined): number {
  const error = isSystemError(problem) ? notWrittenError(problem) : problem;
  if (error instanceof Cancelled) {
    print('stderr', onScreen(cancelledText(error, style('stderr'))));
    if (jsonFor) print('stdout', asJson(withNotes(cancelledJson(jsonFor))));
    return EXIT_CANCELLED;
  }
  if (error instanceof Failure) {
    print('stderr', onScreen(failureText(error, style('stderr'), process.argv.slice(2))));
    if (jsonFor)
      print('stdout', asJson(withNotes(failureJson(jsonFor, error, process.argv.slice(2)))));
    return error.exitCode;
  }
  const about = {
    manifest,
    node: process.versions.node,
    system: `${process.platform} ${process.arch}`,
  };
  print('stderr', onScreen(unexpectedText(error, about, style('stderr'))));
  if (jsonFor) print('stdout', asJson(withNotes(unexpectedJson(jsonFor, error))));
  return EXIT_REFUSED;
}

function style(stream: Stream): Style {
  const { env, platform } = process;
  const shell = userShell(platform, env);
  if (!isTerminal(stream)) return { colour: false, shell };
  const { columns } = process[stream];
  return { colour: !env.NO_COLOR, shell, ...(columns > 0 && { columns }) };
}

function isTerminal(stream: Stream): boolean {
  // Only a character device can be a terminal; making the stream to ask it takes milliseconds.
  const stat = fstatSync(DESCRIPTORS[stream]);
  if (!stat.isCharacterDevice()) return false;
  const nothing = orUndefined(() => statSync(devNull));
  return nothing?.rdev !== stat.rdev && process[stream].isTTY;
}

/** Writes at once: a stream would take milliseconds to make, and lose its end when the process ends. */
function print(stream: Stream, text: string): void {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(DESCRIPTORS[stream], rest));
    } catch (error) {
      const code = codeOf(error);
      // A reader that is slow is waited for; one that has gone wants no more.
      if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      else {
        if (code !== 'EPIPE') lostOutput ??= error;
        return;
      }
    }
  }
}
