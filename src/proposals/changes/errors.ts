import path from 'node:path';
import { Failure } from '../../failure.ts';
import { notWrittenError } from '../../system-error.ts';
import type { ChangeRecord } from './record.ts';

/** The error for a document that somebody else has written to since it was read. */
export function changedMeanwhileError(file: string): Failure {
  return Failure.refusal(
    'not-written',
    `${path.basename(file)} changed in the meantime; nothing was written`,
    { hint: 'Run the command again' },
  );
}

export function nameInUseError(name: string): Failure {
  return Failure.refusal('number-taken', `${name} already exists`);
}

/** What went wrong, when it could not be taken back either. */
export function partlyError({ steps, file }: ChangeRecord, error: unknown): Failure {
  const places = steps.map(({ place }) => place);
  const cause = notWrittenError(error);
  return Failure.refusal(
    'not-written',
    `These files were partly changed and could not be restored: ${cause.message}`,
    {
      list: places,
      hint: `The next run here tries again; saved content is listed in ${file}`,
      cause: error,
    },
  );
}

export function othersEditError(shown: string): Failure {
  return Failure.refusal('not-written', `${shown} was not written: another run is changing it`, {
    hint: 'Run the command again',
  });
}
