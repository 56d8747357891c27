import type { Environment } from '../environment.ts';
import type { Style } from '../report/style.ts';
import type { FlagGroup } from './flags.ts';
import type { Options } from './options.ts';

export interface CommandDescription {
  /** Its name in results. */
  name: string;
  /** The words that call it; none for the default command. */
  words: readonly string[];
  /** The flag that calls it instead of words. */
  calledBy?: `--${string}`;
  /** What follows the words in a call; the first is shown in the list of commands. */
  operands: string;
  /** A line for the list of commands. */
  summary: string;
  /** The first paragraph of its help. */
  about: string;
  groups: readonly FlagGroup[];
  examples: readonly string[];
  /** The object that `--json` prints. */
  json: string;
  /** Whether it is only for programs, and hidden in the help. */
  isHidden?: boolean;
}

export interface Given {
  /** How the command was called, for messages. */
  label: string;
  options: Options;
  /** What follows the words. */
  operands: readonly string[];
}

export interface Outcome {
  json: object;
  /** The same as text, line by line. */
  text: (style: Style) => readonly string[] | Promise<readonly string[]>;
  /** Notes for the user, which `--json` prints as well. */
  notes?: (style: Style) => readonly string[];
  /** What was refused, as text, line by line. */
  refusals?: (style: Style) => readonly string[];
  /** Whether it was refused: nothing was written. */
  isRefused?: boolean;
  /** What has been written or changed so far, as text. */
  changed?: string | undefined;
  /** What `--open` opens, relative to the working directory. */
  written?: { path: string; line: number };
}

export interface Command extends CommandDescription {
  /**
   * Reads a call.
   * @returns what does the work
   * @throws Failure for an invalid call
   */
  read(given: Given): (environment: Environment) => Promise<Outcome>;
}

/** The name of a command for programs: its words or its flag. */
export function nameOfCall({ words, calledBy }: Pick<Command, 'words' | 'calledBy'>): string {
  return words.join(' ') || calledBy || 'create';
}

/** A command with its own call type, which is read from the flags and passed to `run`. */
export function defineCommand<Call>({
  read,
  run,
  ...description
}: CommandDescription & {
  read(given: Given): Call;
  run(call: Call, environment: Environment): Promise<Outcome>;
}): Command {
  return {
    ...description,
    read: (given) => {
      const call = read(given);
      return (environment) => run(call, environment);
    },
  };
}
