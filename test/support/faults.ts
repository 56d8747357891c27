import { readFileSync } from 'node:fs';
import path from 'node:path';
import { emptyFolder } from './folder.ts';
import { type Outcome, run } from './program.ts';
import { callsIn, hasHit, tracing } from './strace.ts';

export const CODES = ['ENOSPC', 'EACCES', 'EIO', 'EMFILE', 'EXDEV', 'EROFS'];

const preload = path.join(import.meta.dirname, 'fault.cjs');

/** Where a command runs: its folder, and the user's state directory. */
export interface Place {
  cwd: string;
  state: string;
}

/** One call that fails, described, and how a run comes about in which it does. */
export interface Fault {
  call: string;
  /** `isHit`: whether a call failed on the files of the place, and not another one. */
  run(args: readonly string[], place: Place): Promise<Outcome & { isHit: boolean }>;
}

/** How a command ends when nothing fails, and every fault that it can be run with. */
interface Faults {
  code: number | undefined;
  faults: Fault[];
}

/** Faults in calls of Node on the files, and in calls of git, made by what is loaded before the program. */
export async function faultsOfNode(args: readonly string[], place: Place): Promise<Faults> {
  const FAULT_COUNT = path.join(emptyFolder(), 'calls');
  const { code } = await run(args, withPreload(place, { FAULT_COUNT }));
  const calls: string[] = JSON.parse(readFileSync(FAULT_COUNT, 'utf8'));
  const faults = calls.flatMap((call, index) =>
    CODES.map((FAULT_CODE): Fault => {
      const fault = { FAULT_AT: String(index + 1), FAULT_CODE };
      return {
        call: `${FAULT_CODE} for call ${index + 1} (${call})`,
        run: async (again, at) => ({
          ...(await run(again, { ...withPreload(at, fault), timeout: 60_000 })),
          isHit: true,
        }),
      };
    }),
  );
  return { code, faults };
}

/** Faults in calls of the system on the files, made by strace. */
export async function faultsOfTheSystem(args: readonly string[], place: Place): Promise<Faults> {
  const { words, log } = tracing();
  const { code } = await run(args, { ...plain(place), under: words });
  const faults = callsIn(log, rootsOf(place)).flatMap((call) =>
    CODES.map(
      (error): Fault => ({
        call: `${error} for ${call.text}`,
        run: async (again, at) => {
          const traced = tracing({ call, code: error });
          const outcome = await run(again, { ...plain(at), under: traced.words });
          return { ...outcome, isHit: hasHit(traced.log, rootsOf(at)) };
        },
      }),
    ),
  );
  return { code, faults };
}

function withPreload(place: Place, variables: Record<string, string>) {
  const { cwd, env } = plain(place);
  const FAULT_ROOTS = rootsOf(place).join(path.delimiter);
  return { cwd, env: { ...env, NODE_OPTIONS: `--require ${preload}`, FAULT_ROOTS, ...variables } };
}

function plain({ cwd, state }: Place) {
  return { cwd, env: { XDG_STATE_HOME: state } };
}

function rootsOf({ cwd, state }: Place): string[] {
  return [cwd, state];
}
