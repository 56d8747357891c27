import { type Arguments, type GivenFlag, isKnownFlag, readArguments } from './arguments.ts';
import type { Command } from './command.ts';
import { COMMANDS, callOf, flagsOf } from './command-table.ts';
import { createCommand } from './commands/create.ts';
import { usageError } from './usage.ts';
import { refuseMeantWord } from './words.ts';

export interface ChosenCommand {
  command: Command;
  /** How it was called, for messages. */
  label: string;
  /** What follows the command's words. */
  operands: string[];
  flags: readonly GivenFlag[];
}

/**
 * Finds the command that is called: by its words, else by its flag, else the default command.
 * @param commandLine quotes words for the user's shell
 * @throws Failure for a word that is clearly meant as a command
 */
export function chooseCommand(
  args: readonly string[],
  commandLine: (words: readonly string[]) => string,
): ChosenCommand {
  const given = readArguments(args);
  const chosen = byWords(given) ?? byFlag(given);
  if (!chosen || chosen.command.words.length === 0)
    refuseMeantWord(args, given.operands, commandLine);
  const { operands, flags } = given;
  const { command, label } = chosen ?? { command: createCommand, label: '' };
  const words = label === callOf(command) ? command.words.length : 0;
  return { command, label, operands: operands.slice(words), flags };
}

/** @throws Failure for a flag that only other commands take */
export function refuseForeignFlags({ command, label, flags: given }: ChosenCommand): void {
  const own = new Set<string>(flagsOf(command).map(({ flag }) => flag));
  const foreign = given.find(({ flag }) => isKnownFlag(flag) && !own.has(flag))?.flag;
  if (foreign === undefined) return;
  const owners = COMMANDS.filter((each) => flagsOf(each).some(({ flag }) => flag === foreign));
  const goesWith = `${foreign} is only for ${enumerated(owners.map((each) => callOf(each) || 'a new proposal'))}`;
  if (label === '') throw usageError(goesWith);
  throw usageError(
    `${foreign} cannot be used with ${label}`,
    `${goesWith}; npx create-enhancement ${label} --help lists the flags of ${label}`,
  );
}

type Called = Pick<ChosenCommand, 'command' | 'label'>;

function byWords({ operands }: Arguments): Called | undefined {
  const called = COMMANDS.filter(
    ({ words }) => words.length > 0 && words.every((word, index) => operands[index] === word),
  );
  const [command] = called.toSorted((a, b) => b.words.length - a.words.length);
  return command && { command, label: command.words.join(' ') };
}

function byFlag({ flags }: Arguments): Called | undefined {
  const isGiven = (name: string | undefined) => flags.some(({ flag }) => flag === name);
  const command = COMMANDS.find(({ calledBy }) => isGiven(calledBy));
  return command && { command, label: command.calledBy ?? '' };
}

function enumerated(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
