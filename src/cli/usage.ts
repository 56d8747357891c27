import { Failure, type NextCall } from '../failure.ts';

/**
 * The error for a wrong call.
 * @param hint what to type instead; by default, where the flags are listed
 * @param more the complete call, if there is only one possibility
 */
export function usageError(
  message: string,
  hint = listOfFlags(''),
  more: { next?: NextCall } = {},
): Failure {
  return Failure.usage('usage', message, { hint, ...more });
}

/** Where the flags of the command with this label are listed. */
export function listOfFlags(label: string): string {
  return `${['npx', 'create-enhancement', label, '--help'].filter(Boolean).join(' ')} lists the flags`;
}

/**
 * The only operand of a command.
 * @param what it is, such as `a proposal`
 * @throws Failure when it is missing, or more follows
 */
export function onlyOperand(
  label: string,
  what: string,
  [operand, more]: readonly string[],
): string {
  if (operand === undefined) throw usageError(`${label} takes ${what}`, listOfFlags(label));
  if (more === undefined) return operand;
  throw usageError(`${label} takes ${what} and nothing else, found "${more}"`, listOfFlags(label));
}

/** @throws Failure when anything follows a command that takes nothing */
export function refuseOperands(label: string, [first]: readonly string[]): void {
  if (first === undefined) return;
  throw usageError(`${label} takes no arguments, found "${first}"`, listOfFlags(label));
}
