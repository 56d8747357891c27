import { Failure } from '../failure.ts';

/**
 * A wrong call, in words.
 * @param hint what to type instead; where the flags are listed when left out
 */
export function usageError(message: string, hint = listOfFlags('')): Failure {
  return Failure.usage('usage', message, { hint });
}

/** Where the flags of a command are listed, which is called by a label. */
export function listOfFlags(label: string): string {
  return `${['create-enhancement', label, '--help'].filter(Boolean).join(' ')} lists the flags`;
}

/** @throws Failure when anything follows a command that takes nothing */
export function refuseOperands(label: string, [first]: readonly string[]): void {
  if (first === undefined) return;
  throw usageError(`${label} takes no arguments, found "${first}"`, listOfFlags(label));
}
