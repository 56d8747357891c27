import { Failure } from '../failure.ts';

/**
 * A wrong call, in words.
 * @param hint what to type instead; where the flags are listed when left out
 */
export function usageError(
  message: string,
  hint = 'create-enhancement --help lists the flags',
): Failure {
  return Failure.usage('usage', message, { hint });
}

/** @throws Failure when anything follows a command that takes nothing */
export function refuseOperands(label: string, [first]: readonly string[]): void {
  if (first !== undefined) throw usageError(`${label} takes no arguments, found "${first}"`);
}
