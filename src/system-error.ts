import { codeOf, Failure, messageOf } from './failure.ts';

const REASONS: Record<string, { reason: string; hint: string }> = {
  EACCES: { reason: 'there is no permission to write there', hint: 'Choose another with --dir' },
  EPERM: { reason: 'there is no permission to write there', hint: 'Choose another with --dir' },
  EROFS: { reason: 'the file system is read-only', hint: 'Choose another with --dir' },
  ENOSPC: { reason: 'the disk is full', hint: 'Free some space and run the command again' },
  EDQUOT: {
    reason: 'the disk quota is used up',
    hint: 'Free some space and run the command again',
  },
  EFBIG: {
    reason: 'the file is larger than allowed',
    hint: 'Raise the file size limit (ulimit -f)',
  },
  ENOTDIR: { reason: 'a file is in the way', hint: 'Choose a directory with --dir' },
  EEXIST: { reason: 'a file is in the way', hint: 'Choose a directory with --dir' },
  ENAMETOOLONG: { reason: 'the path is too long', hint: 'Pass a shorter --slug or --dir' },
};

/** Whether an error says that a file or directory does not exist. */
export function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT';
}

/** A system error while reading or writing `shown`, in words. */
export function notWritten(error: unknown, shown: string): Failure {
  if (error instanceof Failure) return error;
  const known = REASONS[codeOf(error) ?? ''];
  const reason = known?.reason ?? messageOf(error);
  return Failure.refusal('not-written', `Nothing was written: ${shown}: ${reason}`, {
    ...(known && { hint: known.hint }),
    cause: error,
  });
}
