import type { Environment } from '../environment.ts';
import { commandLine, type Shell } from '../shell-quoting.ts';
import { didYouMean, nextWithMeant } from '../words/did-you-mean.ts';
import type { GivenFlag } from './arguments.ts';
import { type ChosenCommand, chooseCommand, refuseForeignFlags } from './choose-command.ts';
import type { Outcome } from './command.ts';
import { COMMANDS, flagsOf } from './command-table.ts';
import { ANSWER_FLAGS, argumentOf, type Flag } from './flags.ts';
import type { Options } from './options.ts';
import { listOfFlags, usageError } from './usage.ts';

export type Parsed =
  | { kind: 'help' | 'version' }
  | { kind: 'run'; run: (environment: Environment) => Promise<Outcome> };

/**
 * Finds the command that is called.
 * @throws Failure for a word that is clearly meant as a command
 */
export function commandFor(args: readonly string[], shell: Shell): ChosenCommand {
  return chooseCommand(args, (words) => commandLine(words, shell));
}

/** Whether a call asks for JSON. */
export function wantsJson({ flags }: ChosenCommand): boolean {
  return flags.some(({ flag }) => flag === '--json');
}

/**
 * Reads the call of a command.
 * @throws Failure for an invalid call: an unknown flag or one of another command, a missing or wrong value
 */
export function parseCall(chosen: ChosenCommand): Parsed {
  refuseForeignFlags(chosen);
  const { command, label, operands, flags } = chosen;
  const options = optionsOf(flags, { known: flagsOf(command), label });
  for (const kind of ['help', 'version'] as const) {
    if (options.has(`--${kind}`)) return { kind };
  }
  return { kind: 'run', run: command.read({ label, options, operands }) };
}

const COMMON: readonly Flag[] = [
  { flag: '--help', help: '' },
  { flag: '--version', help: '' },
];

function optionsOf(
  given: readonly GivenFlag[],
  { known, label }: { known: readonly Flag[]; label: string },
): Options {
  const options = new Map<string, true | string | readonly string[]>();
  for (const { flag: name, values } of given) {
    const flag = [...known, ...COMMON].find((each) => each.flag === name);
    if (!flag) throw unknownFlagError(name, known, label);
    const before = options.get(name);
    options.set(name, flagValue(flag, { values, before, label }));
  }
  return options;
}

function flagValue(
  flag: Flag,
  given: {
    values: readonly string[];
    before: true | string | readonly string[] | undefined;
    label: string;
  },
): true | string | readonly string[] {
  const { before, label } = given;
  const [value, ...others] = given.values;
  const { flag: name } = flag;
  const hint = listOfFlags(label);
  if (flag.argument === undefined) {
    if (value === undefined) return true;
    throw usageError(`${name} takes no value, found "${value}"`, hint);
  }
  const earlier = typeof before === 'object' ? before : [];
  if (flag.takesAny) return value === undefined ? earlier : [...earlier, value, ...others];
  if (value === undefined) throw usageError(`${name} needs a value: ${argumentOf(flag)}`, hint);
  // Perhaps an unset variable in a script: the default would be used silently.
  if (value === '' && !ANSWER_FLAGS.includes(flag)) {
    throw usageError(`${name} needs a value, found nothing`, `Pass one, or leave out ${name}`);
  }
  if (flag.repeated) return [...earlier, value];
  // The last value would win, and the others would be lost.
  if (before !== undefined) throw usageError(`${name} is given twice`, hint);
  return value;
}

function unknownFlagError(name: string, known: readonly Flag[], label: string): Error {
  const own = [...known, ...COMMON].filter(({ hidden }) => !hidden).map(({ flag }) => flag);
  // Without a command's words, a flag may be meant that calls one.
  const calling = COMMANDS.flatMap(({ words, calledBy }) => (words.length === 0 && calledBy) || []);
  const names = label === '' ? [...own, ...calling] : own;
  const message = `Unknown option ${name}${didYouMean(name, names)}`;
  return usageError(message, listOfFlags(label), nextWithMeant(name, names));
}
