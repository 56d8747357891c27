import { fstatSync, writeSync } from 'node:fs';
import manifest from '../package.json' with { type: 'json' };
import {
  type Call,
  type CreateCall,
  type InitCall,
  parseCall,
  type RenumberCall,
  type ReservationsCall,
  type SectionCall,
  type TemplatesCall,
} from './cli/parse.ts';
import type { Environment } from './environment.ts';
import { Cancelled, codeOf, Failure } from './failure.ts';
import { surroundings } from './process.ts';
import { userShell } from './report/shell-quoting.ts';
import type { Style } from './report/style.ts';

type Stream = 'stdout' | 'stderr';

const DESCRIPTORS: Record<Stream, number> = { stdout: 1, stderr: 2 };

/** Whether something that was to be shown could not be written, as on a full disk. */
let isOutputLost = false;

const EXIT_REFUSED = 1;
const EXIT_CANCELLED = 130;

/** A run that ends without having said how has not done its work. */
process.exitCode = 1;

void main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  const wantsJson = args.includes('--json');
  let command = 'create';
  try {
    const call = parseCall(args, manifest.version);
    command = call.command;
    process.exitCode = (await run(call)) || (isOutputLost ? EXIT_REFUSED : 0);
  } catch (error) {
    process.exitCode = await reportProblem(error, wantsJson ? command : undefined);
  }
}

/** @returns the exit code */
async function run(call: Call): Promise<number> {
  if (call.command === 'text') print('stdout', call.text);
  else if (call.command === 'create') await runCreate(call);
  else if (call.command === 'renumber') await runRenumber(call);
  else if (call.command === 'reservations') await runReservations(call);
  else if (call.command === 'init') await runInit(call);
  else if (call.command === 'list-templates') await runTemplates(call);
  else return runSection(call);
  return 0;
}

async function runCreate(call: CreateCall): Promise<void> {
  const [{ create }, report] = await Promise.all([
    import('./commands/create/create.ts'),
    import('./report/create.ts'),
  ]);
  const environment = surroundings(call.json);
  const creation = await create(call, environment);
  print('stderr', report.creationNotes(creation, style('stderr')));
  print(
    'stdout',
    call.json ? json(creation.result) : report.creationText(creation, style('stdout')),
  );
  if (call.open && !call.dryRun) await open(creation.result.path, 1, environment);
}

/** Opens what was written: whatever comes of it, the proposal is there. */
async function open(file: string, line: number, environment: Environment): Promise<void> {
  const { openFile } = await import('./commands/open-file.ts');
  await openFile({ file, line }, environment);
}

async function runInit(call: InitCall): Promise<void> {
  const [{ init }, report] = await Promise.all([
    import('./commands/init.ts'),
    import('./report/init.ts'),
  ]);
  const made = await init(call, surroundings(call.json));
  print('stdout', call.json ? json(made.result) : report.initText(made, style('stdout')));
}

async function runRenumber(call: RenumberCall): Promise<void> {
  const [{ renumber }, report] = await Promise.all([
    import('./commands/renumber/renumber.ts'),
    import('./report/renumber.ts'),
  ]);
  const result = await renumber(call, surroundings(call.json));
  print('stdout', call.json ? json(result) : report.renumberText(result, style('stdout')));
}

async function runReservations(call: ReservationsCall): Promise<void> {
  const [{ listReservations }, report] = await Promise.all([
    import('./commands/reservations.ts'),
    import('./report/reservations.ts'),
  ]);
  const list = await listReservations(call, surroundings(call.json));
  print('stdout', call.json ? json(list) : report.reservationsText(list, style('stdout')));
}

async function runTemplates(call: TemplatesCall): Promise<void> {
  const [{ listTemplates }, report] = await Promise.all([
    import('./commands/templates.ts'),
    import('./report/init.ts'),
  ]);
  const list = await listTemplates(call, surroundings(call.json));
  print('stdout', call.json ? json(list) : report.templatesText(list));
}

async function runSection(call: SectionCall): Promise<number> {
  const [{ changeSections }, report] = await Promise.all([
    import('./commands/section/section.ts'),
    import('./report/section.ts'),
  ]);
  const environment = surroundings(call.json);
  const change = await changeSections(call, environment);
  print('stderr', report.sectionNotes(change, style('stderr')));
  const output = style('stdout');
  if (call.json) print('stdout', json(change.result));
  else {
    if (call.dryRun) print('stdout', await report.sectionDiff(change, output));
    print('stdout', report.sectionText(change, output));
  }
  const lines = change.result.results.flatMap(({ line }) => line ?? []);
  if (call.open && !call.dryRun && !change.refused) {
    const line = lines.length > 0 ? Math.min(...lines) : 1;
    await open(change.result.path, line, environment);
  }
  return change.refused ? EXIT_REFUSED : 0;
}

/** @returns the exit code */
async function reportProblem(error: unknown, jsonFor: string | undefined): Promise<number> {
  const report = await import('./report/failure.ts');
  if (error instanceof Cancelled) {
    print('stderr', report.cancelledText(error, style('stderr')));
    if (jsonFor) print('stdout', json(report.cancelledJson(jsonFor)));
    return EXIT_CANCELLED;
  }
  if (!(error instanceof Failure)) throw error;
  print('stderr', report.failureText(error, style('stderr')));
  if (jsonFor) print('stdout', json(report.failureJson(jsonFor, error)));
  return error.exitCode;
}

function style(stream: Stream): Style {
  const { env, platform } = process;
  // Only a character device can be a terminal; making the stream to ask it takes milliseconds.
  const isDevice = fstatSync(DESCRIPTORS[stream]).isCharacterDevice();
  const colour = isDevice && process[stream].isTTY && !env.NO_COLOR;
  return { colour, shell: userShell(platform, env) };
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
        if (code !== 'EPIPE') isOutputLost = true;
        return;
      }
    }
  }
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
