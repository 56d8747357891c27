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
    super(`it has ${size} bytes, more than the limit of ${largest}`);
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
 * @param memoryFor where as many bytes go
 * @returns undefined when there is none of that name
 * @throws NotRegular, TooLarge, or what the system says: what could not be read is not absent
 */
export function openedFile(
  file: string,
  options: ReadOptions,
  memoryFor: (size: number) => Buffer = Buffer.allocUnsafeSlow,
): OpenedFile | undefined {
  try {
    return readOpened(file, options, memoryFor);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** As {@link openedFile}, the bytes alone. */
export function readRegular(file: string, options: ReadOptions): Buffer | undefined {
  return openedFile(file, options)?.bytes;
}

/**
 * What is made of the bytes of a regular file, which are there only meanwhile: memory is taken once for many files.
 * @returns undefined when there is none of that name
 * @throws as {@link openedFile} does
 */
export function readingRegular<T>(
  file: string,
  options: ReadOptions,
  use: (bytes: Buffer) => T,
): T | undefined {
  const opened = openedFile(file, options, (size) => {
    if (size > scratch.length && size <= LARGEST_SCRATCH) scratch = Buffer.allocUnsafeSlow(size);
    return size <= scratch.length ? scratch : Buffer.allocUnsafeSlow(size);
  });
  return opened && use(opened.bytes);
}

let scratch = Buffer.alloc(0);
const LARGEST_SCRATCH = 1_000_000;

function readOpened(
  file: string,
  { largest, follow = true }: ReadOptions,
  memoryFor: (size: number) => Buffer,
): OpenedFile {
  const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = fs.constants;
  // Where the system cannot refuse a link while it opens one, it is looked at first.
  if (!follow && !fs.lstatSync(file).isFile()) throw new NotRegular();
  const descriptor = fs.openSync(file, O_RDONLY | O_NONBLOCK | (follow ? 0 : O_NOFOLLOW));
  try {
    const stat = fs.fstatSync(descriptor);
    if (!stat.isFile()) throw new NotRegular();
    if (stat.size > largest) throw new TooLarge(stat.size, largest);
    return { bytes: readWhole(descriptor, stat.size, memoryFor), stat };
  } finally {
    fs.closeSync(descriptor);
  }
}

function readWhole(descriptor: number, size: number, memoryFor: (size: number) => Buffer): Buffer {
  if (size === 0) return fs.readFileSync(descriptor);
  const bytes = memoryFor(size);
  let length = 0;
  for (let read = -1; read !== 0 && length < size; length += read) {
    read = fs.readSync(descriptor, bytes, length, size - length, null);
  }
  return bytes.subarray(0, length);
}
