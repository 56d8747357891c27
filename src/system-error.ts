import { codeOf, Failure, messageOf } from './failure.ts';

interface Reason {
  /** Why something could not be written. */
  write: string;
  /** Why something could not be read, where that is another sentence. */
  read?: string;
  hint: string;
  /** What to do when it was to be read, where that is something else. */
  readHint?: string;
}

const NO_PERMISSION: Reason = {
  write: 'permission to write was denied',
  read: 'permission to read was denied',
  hint: 'Choose another directory with --dir',
  readHint: 'Make it readable (chmod u+r), then run the command again',
};

const TOO_MANY_FILES: Reason = {
  write: 'too many files are open',
  hint: 'Raise the limit (ulimit -n), or run the command again later',
};

const REASONS: Readonly<Record<string, Reason>> = {
  EACCES: NO_PERMISSION,
  EPERM: NO_PERMISSION,
  EROFS: { write: 'the file system is read-only', hint: 'Choose another directory with --dir' },
  ENOSPC: { write: 'the disk is full', hint: 'Free some space and run the command again' },
  EDQUOT: { write: 'the disk quota is used up', hint: 'Free some space and run the command again' },
  EIO: {
    write: 'the disk or file system reports an error (EIO)',
    hint: 'Check the disk, then run the command again',
  },
  ERR_ACCESS_DENIED: {
    write: 'node --permission does not allow it',
    hint: 'Allow it with --allow-fs-read and --allow-fs-write, or run without --permission',
  },
  EMFILE: TOO_MANY_FILES,
  ENFILE: TOO_MANY_FILES,
  EXDEV: { write: 'it is on another file system', hint: 'Choose another directory with --dir' },
  ELOOP: { write: 'symbolic links form a loop', hint: 'Fix the link' },
  ENOTREG: {
    write: 'it is not a regular file',
    hint: 'Replace it with a file',
  },
  EFBIG: {
    write: 'the file is larger than the system allows',
    hint: 'Raise the file size limit (ulimit -f)',
  },
  ENOTDIR: { write: 'a file is in the way', hint: 'Choose a directory with --dir' },
  EEXIST: { write: 'a file is in the way', hint: 'Choose a directory with --dir' },
  ENAMETOOLONG: { write: 'the path is too long', hint: 'Pass a shorter --slug or --dir' },
};

/** Whether an error says that a file or directory does not exist. */
export function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT';
}

/** A system error while writing, in words; what was to be written is in the error itself, or is `shown`. */
export function notWrittenError(error: unknown, shown = pathIn(error)): Failure {
  const what = shown === undefined ? '' : `${shown}: `;
  return inWords(error, (reason) => `Nothing was written: ${what}${reason}`, 'write');
}

/** A system error while reading `shown`, in words; nothing has been written then. */
export function notReadError(error: unknown, shown: string): Failure {
  return inWords(error, (reason) => `${shown} could not be read: ${reason}`, 'read');
}

/** A system error after `shown` was written: it is there, and something about it is not as it should be. */
export function writtenButError(shown: string, error: unknown): Failure {
  return inWords(
    error,
    (reason) => `${shown} was written, but may not be safely on disk: ${reason}`,
    'write',
  );
}

/** An error of the system, which is none of this program: a disk, a permission, a limit. */
export function isSystemError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    codeOf(error) === 'ERR_ACCESS_DENIED' || ('syscall' in error && codeOf(error) !== undefined)
  );
}

/** A system error while a result was shown; whatever was written is there all the same. */
export function unreportedError(error: unknown, changed?: string): Failure {
  const done = changed === undefined ? 'The' : `${changed} was written, but the`;
  return inWords(error, (reason) => `${done} output could not be shown: ${reason}`, 'write');
}

function pathIn(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const place = 'path' in error ? error.path : 'resource' in error ? error.resource : undefined;
  return typeof place === 'string' ? place : undefined;
}

function inWords(
  error: unknown,
  message: (reason: string) => string,
  what: 'read' | 'write',
): Failure {
  if (error instanceof Failure) return error;
  const known = REASONS[codeOf(error) ?? ''];
  const reason = known?.[what] ?? known?.write ?? messageOf(error);
  return Failure.refusal(what === 'read' ? 'unreadable' : 'not-written', message(reason), {
    ...(known && { hint: (what === 'read' && known.readHint) || known.hint }),
    cause: error,
  });
}
