import fs from 'fs-extra';
import { isMissing } from '../system-error.ts';

/** Bytes of what is no regular file are never read: a FIFO would never end, a device might not either. */
export class NotRegular extends Error {
  readonly code = 'ENOTREG';

  constructor() {
    super('it is not a regular file');
    this.name = 'NotRegular';
  }
}

export class TooLarge extends Error {
  readonly code = 'EFBIG';

  constructor(
    readonly size: number,
    readonly largest: number,
  ) {
    super(`it has ${size} bytes, and at most ${largest} are read`);
    this.name = 'TooLarge';
  }
}

interface ReadOptions {
  /** Bytes. */
  largest: number;
  /** Whether a symbolic link leads on to another file; where it does not, it is no regular file. */
  follow?: boolean;
}

export interface OpenedFile {
  bytes: Buffer;
  stat: fs.Stats;
}

/**
 * Reads a regular file.
 * @returns undefined when there is none of that name
 * @throws NotRegular, TooLarge, or what the system says: what could not be read is not absent
 */
export function openedFile(file: string, options: ReadOptions): OpenedFile | undefined {
  try {
    return readOpened(file, options);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** As {@link openedFile}, the bytes alone. */
export function readRegular(file: string, options: ReadOptions): Buffer | undefined {
  return openedFile(file, options)?.bytes;
}

function readOpened(file: string, { largest, follow = true }: ReadOptions): OpenedFile {
  const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = fs.constants;
  // Where the system cannot refuse a link while it opens one, it is looked at first.
  if (!follow && !fs.lstatSync(file).isFile()) throw new NotRegular();
  const descriptor = fs.openSync(file, O_RDONLY | O_NONBLOCK | (follow ? 0 : O_NOFOLLOW));
  try {
    const stat = fs.fstatSync(descriptor);
    if (!stat.isFile()) throw new NotRegular();
    if (stat.size > largest) throw new TooLarge(stat.size, largest);
    return { bytes: fs.readFileSync(descriptor), stat };
  } finally {
    fs.closeSync(descriptor);
  }
}
