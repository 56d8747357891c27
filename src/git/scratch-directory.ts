import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Failure, messageOf } from '../failure.ts';
import { isRunning, processId } from '../process.ts';

const DIRECTORY_NAME = 'create-enhancement-git-';

/** Milliseconds after which what is left of a process that is gone is removed; it may only be out of sight. */
const LEFT = 600_000;

/**
 * A temporary directory for a repository of git.
 * @throws Failure when there is no room for one
 */
export function scratchDirectory(): string {
  try {
    sweep(tmpdir());
    return mkdtempSync(path.join(tmpdir(), `${DIRECTORY_NAME}${processId()}-`));
  } catch (error) {
    throw Failure.usage(
      'environment',
      `A temporary directory could not be created: ${messageOf(error)}`,
      {
        hint: 'Set TMPDIR to a directory that can be written to',
        cause: error,
      },
    );
  }
}

function sweep(directory: string): void {
  for (const name of readdirSync(directory)) {
    const pid = name.startsWith(DIRECTORY_NAME)
      ? Number.parseInt(name.slice(DIRECTORY_NAME.length), 10)
      : 0;
    const target = path.join(directory, name);
    if (pid === 0 || isRunning(pid)) continue;
    try {
      const isLeft = Date.now() - statSync(target).mtimeMs > LEFT;
      if (isLeft) rmSync(target, { recursive: true, force: true });
    } catch {
      // It is somebody else's, or has just been removed.
    }
  }
}
