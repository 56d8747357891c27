import { Failure } from '../failure.ts';

/** A template that cannot be used. */
export function invalidTemplate(message: string, cause?: unknown): Failure {
  return Failure.usage('invalid-template', message, {
    hint: 'A value is {{name}}; other braces are written \\{{ or stand in code. The README has a chapter on templates',
    cause,
  });
}
