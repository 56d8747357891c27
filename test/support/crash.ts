import path from 'node:path';
import { run } from './program.ts';

/** More changes to the disk than any run makes. */
export const MANY = 200;

const crash = path.join(import.meta.dirname, 'crash.cjs');

/** Kills the program at its n-th change to the disk; true when it had fewer. */
export async function killAt(cwd: string, args: readonly string[], at: string): Promise<boolean> {
  const env = { NODE_OPTIONS: `--require ${crash}`, CRASH_AT: at };
  const { code } = await run(args, { cwd, env });
  return code !== undefined;
}
