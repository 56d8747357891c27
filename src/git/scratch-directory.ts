import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isPrivateDirectory, privateDirectory, privatePrefix } from '../disk/private-directory.ts';
import { readRegular } from '../disk/read-file.ts';
import { Failure, messageOf } from '../failure.ts';
import { lifeOf, newOwner, ownerIn } from '../lock/process-identity.ts';
import { orUndefined } from '../or-undefined.ts';

const PURPOSE = 'git';
const OWNER = 'owner';

/** Milliseconds after which what is left of a process of which nothing is known is removed. */
const LEFT = 600_000;

/**
 * A temporary directory for a repository of git.
 * @throws Failure when there is no room for one
 */
export function scratchDirectory(): string {
  try {
    const directory = privateDirectory(PURPOSE);
    writeFileSync(path.join(directory, OWNER), JSON.stringify(newOwner()), { flag: 'wx' });
    orUndefined(() => removeAbandoned(tmpdir(), statSync(directory).mtimeMs));
    return directory;
  } catch (error) {
    throw Failure.usage(
      'environment',
      `A temporary directory could not be created: ${messageOf(error)}`,
      {
        hint: 'Set TMPDIR to a writable directory',
        cause: error,
      },
    );
  }
}

/** Only what is this user's own, and nobody else may change, is removed with all that is in it. */
function removeAbandoned(parent: string, now: number): void {
  for (const name of readdirSync(parent)) {
    const directory = path.join(parent, name);
    if (!name.startsWith(privatePrefix(PURPOSE)) || !isPrivateDirectory(directory)) continue;
    const owner = orUndefined(() => {
      const text = readRegular(path.join(directory, OWNER), { largest: 4096, follow: false });
      return ownerIn(JSON.parse(text?.toString() ?? ''));
    });
    const life = owner ? lifeOf(owner) : 'elsewhere';
    const isLeft = () => now - statSync(directory).mtimeMs > LEFT;
    if (life === 'dead' || (life === 'elsewhere' && isLeft()))
      orUndefined(() => rmSync(directory, { recursive: true, force: true }));
  }
}
