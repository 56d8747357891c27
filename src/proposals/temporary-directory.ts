import path from 'node:path';
import fs from 'fs-extra';
import { NONCE } from '../lock/process-identity.ts';
import { orUndefined } from '../or-undefined.ts';
import type { Location } from '../workspace/location.ts';
import { allPlaces, type Journal } from './changes/journal.ts';
import { type ChangeRecord, closeRecord, openRecord, TEMPORARY } from './changes/record.ts';
import type { Leftover } from './leftovers.ts';
import { exists } from './store.ts';

const TEMPORARY_NAME = new RegExp(`^\\.create-enhancement-(${NONCE})(?:-\\d+-(?:new|old))?$`);

const ABANDONED = 600_000;

/** The hidden directory, beside the target, in which a proposal is written before it is published. */
export class Temporary {
  readonly directory: string;
  #record: ChangeRecord | undefined;

  constructor(
    parent: string,
    private readonly nonce: string,
    private readonly journal: Journal,
  ) {
    this.directory = path.join(parent, TEMPORARY + nonce);
  }

  /** Writes down whose it is. Without that it can be written too, and is told when it is left behind. */
  open(): void {
    const { nonce, journal } = this;
    const relative = path.relative(journal.root, realParent(this.directory));
    const place = path
      .join(relative, TEMPORARY + nonce)
      .split(path.sep)
      .join('/');
    const step = { kind: 'temporary', place } as const;
    this.#record = orUndefined(() => openRecord(journal, [step], { nonce, durable: false }));
  }

  close(): void {
    // Node 20 compiles a module of its own for a recursive removal: 5 ms for what was renamed away.
    if (exists(this.directory)) fs.removeSync(this.directory);
    if (this.#record) closeRecord(this.journal, this.#record);
  }
}

/** What runs of other hosts, users and places left in a directory; `now` is by the clock of its file system. */
export function strayTemporaries(
  { directory, shown }: Pick<Location, 'directory' | 'shown'>,
  names: readonly string[],
  { journal, now }: { journal: Journal; now: number },
): Leftover[] {
  const places = allPlaces(journal);
  const found = names.filter((name) => {
    const record = `change-${TEMPORARY_NAME.exec(name)?.[1]}.open`;
    return TEMPORARY_NAME.test(name) && !places.some((place) => exists(path.join(place, record)));
  });
  if (found.length === 0) return [];
  return found.flatMap((name): Leftover[] => {
    const file = path.join(directory, name);
    const { mtimeMs = now } = fs.lstatSync(file, { throwIfNoEntry: false }) ?? {};
    const isOld = now - mtimeMs > ABANDONED && exists(file);
    return isOld ? [{ kind: 'temporary', path: path.posix.join(shown, name) }] : [];
  });
}

function realParent(file: string): string {
  return fs.realpathSync(path.dirname(file));
}
