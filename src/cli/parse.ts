import { CommanderError } from 'commander';
import type { Environment } from '../environment.ts';
import { commandLine, type Shell } from '../report/shell-quoting.ts';
import { type ChosenCommand, chooseCommand } from './choose-command.ts';
import type { Outcome } from './command.ts';
import { programFor } from './program.ts';
import { usageError } from './usage.ts';

/** What a call asks for: a text to be shown, or a run. */
export type Parsed =
  | { kind: 'text'; text: string }
  | { kind: 'run'; run: (environment: Environment) => Promise<Outcome> };

/**
 * Finds the command that is called.
 *
 * @param shell what hints are to be pasted into
 * @throws Failure for a word that is plainly meant as a command, and for a flag of another command
 */
export function commandFor(args: readonly string[], shell: Shell): ChosenCommand {
  return chooseCommand(args, (words) => commandLine(words, shell));
}

/**
 * Reads the call of a command.
 *
 * @throws Failure for anything that is not a call: an unknown flag, a missing or wrong value
 */
export function parseCall({ command, label, args }: ChosenCommand, version: string): Parsed {
  let output = '';
  const program = programFor(command, version).configureOutput({
    writeOut: (written) => {
      output += written;
    },
  });
  try {
    program.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: 'text', text: output };
    throw usageError(
      error.message
        .replace(/^error: /, '')
        .split('\n')
        .join(' '),
    );
  }
  const given = { label, options: program.opts(), operands: program.args };
  return { kind: 'run', run: command.read(given) };
}
