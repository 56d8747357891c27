import type { Command } from './command.ts';
import { COMMANDS, callOf, flagsOf } from './command-table.ts';
import { createCommand } from './commands/create.ts';
import type { Flag } from './flags.ts';
import { usageError } from './usage.ts';
import { refuseMeantWord } from './words.ts';

/** The command that a call means. */
export interface ChosenCommand {
  command: Command;
  /** How it was called, for messages. */
  label: string;
  /** The call without the command's words. */
  args: string[];
  wantsJson: boolean;
}

/**
 * Finds the command that arguments call: by its words, else by its flag, else it is the one that creates.
 *
 * @param commandLine puts words together as the user's shell takes them
 * @throws Failure for a word that is plainly meant as a command, and for a flag of another command
 */
export function chooseCommand(
  args: readonly string[],
  commandLine: (words: readonly string[]) => string,
): ChosenCommand {
  const { operands, flags } = scan(args);
  const typed = operands.map(({ word }) => word);
  // The longest: `reservations release` begins as `reservations` does.
  const byWords = COMMANDS.filter(
    ({ words }) => words.length > 0 && words.every((word, index) => typed[index] === word),
  ).toSorted((a, b) => b.words.length - a.words.length)[0];
  const byFlag = COMMANDS.find(({ calledBy }) => calledBy !== undefined && flags.has(calledBy));
  if (!byWords) refuseMeantWord(typed, commandLine);
  const command = byWords ?? byFlag ?? createCommand;
  const label = byWords ? byWords.words.join(' ') : (byFlag?.calledBy ?? '');
  refuseForeignFlags(command, label, flags);
  const wordsAt = operands.slice(0, byWords?.words.length ?? 0).map(({ index }) => index);
  return {
    command,
    label,
    args: args.filter((_, index) => !wordsAt.includes(index)),
    wantsJson: flags.has('--json'),
  };
}

/** What a call holds, whatever the command: its operands, with their indexes, and its flags. */
function scan(args: readonly string[]) {
  const operands: { word: string; index: number }[] = [];
  const flags = new Set<string>();
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  for (let index = 0; index < end; index++) {
    const word = args[index] ?? '';
    if (isFlag(word)) {
      flags.add(word.split('=', 1).join());
      index += valuesBehind(word, args.slice(index + 1, end));
    } else operands.push({ word, index });
  }
  args.slice(end + 1).forEach((word, at) => {
    operands.push({ word, index: end + 1 + at });
  });
  return { operands, flags };
}

/** A single hyphen stands for standard input. */
function isFlag(word: string): boolean {
  return word.startsWith('-') && word !== '-';
}

/** How many of the words behind a flag are its own. */
function valuesBehind(word: string, behind: readonly string[]): number {
  const flag = FLAGS.get(word);
  if (flag?.argument === undefined) return 0;
  if (!flag.takesAny) return 1;
  const next = behind.findIndex(isFlag);
  return next < 0 ? behind.length : next;
}

const FLAGS: ReadonlyMap<string, Flag> = new Map(
  COMMANDS.flatMap((command) => flagsOf(command).map((flag) => [flag.flag, flag] as const)),
);

/** A flag that a command does not take would be ignored: it says so, once for all commands. */
function refuseForeignFlags(command: Command, label: string, flags: ReadonlySet<string>): void {
  const own = new Set<string>(flagsOf(command).map(({ flag }) => flag));
  const foreign = [...flags].find((flag) => FLAGS.has(flag) && !own.has(flag));
  if (foreign === undefined) return;
  if (label !== '') {
    throw usageError(
      `${foreign} does not go with ${label}`,
      `create-enhancement ${label} --help lists the flags of ${label}`,
    );
  }
  const owners = COMMANDS.filter((each) => flagsOf(each).some(({ flag }) => flag === foreign));
  throw usageError(`${foreign} goes with ${listed(owners.map(callOf))}`);
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
