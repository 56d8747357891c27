import path from 'node:path';
import { run } from './program.ts';

/**
 * When a run is killed at a change to the disk. What is there right after one is what is there right before the next,
 * so that the second is for the night.
 */
export const WHEN_KILLED = process.env.KILLS === 'all' ? ['before', 'after'] : ['before'];

/**
 * The changes to the disk at which a run is killed: every second one, and every one for the night.
 * @param first of two runs that change the same files, one begins with the first, the other one with the second
 */
export function* killedChanges(first: number): Generator<number> {
  const [start, step] = process.env.KILLS === 'all' ? [1, 1] : [first, 2];
  for (let at = start; at < MANY; at += step) yield at;
}

/** For a run that is killed many times, on a machine that others use as well. */
export const KILLING = { timeout: 300_000 };

/** More changes to the disk than any run makes. */
export const MANY = 200;

const crash = path.join(import.meta.dirname, 'crash.cjs');

/** Kills the program at its n-th change to the disk; true when it had fewer. */
export async function killAt(cwd: string, args: readonly string[], at: string): Promise<boolean> {
  const env = { NODE_OPTIONS: `--require ${crash}`, CRASH_AT: at };
  const { code } = await run(args, { cwd, env });
  return code !== undefined;
}
