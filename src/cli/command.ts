import type { Environment } from '../environment.ts';
import type { Style } from '../report/style.ts';
import type { FlagGroup } from './flags.ts';
import type { Options } from './options.ts';

export interface CommandDescription {
  /** What results call it. */
  name: string;
  /** The words that it is called by; none for creating. */
  words: readonly string[];
  /** The flag that it is called by instead of words. */
  calledBy?: `--${string}`;
  /** What follows the words in a call; the first is shown in the list of commands. */
  operands: string;
  /** A line for the list of commands. */
  summary: string;
  /** What its own help begins with. */
  about: string;
  groups: readonly FlagGroup[];
  examples: readonly string[];
  /** The object that `--json` prints. */
  json: string;
  /** Whether it is for programs alone, and no help lists it. */
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
  /** What `--json` prints. */
  json: object;
  /** The same for people, line by line. */
  text: (style: Style) => readonly string[] | Promise<readonly string[]>;
  /** What people should know beside it. */
  notes?: (style: Style) => readonly string[];
  /** Whether the answer is no: nothing was written. */
  isRefused?: boolean;
  /** What has been written or changed by now, in words for a person. */
  changed?: string | undefined;
  /** What `--open` opens, relative to where the program runs. */
  written?: { path: string; line: number };
}

export interface Command extends CommandDescription {
  /**
   * Reads a call.
   * @returns what does the work
   * @throws Failure when the call makes no sense
   */
  read(given: Given): (environment: Environment) => Promise<Outcome>;
}

/** What programs call a command: its words, or its flag. */
export function nameOfCall({ words, calledBy }: Pick<Command, 'words' | 'calledBy'>): string {
  return words.join(' ') || calledBy || 'create';
}

/** A command with a call of its own: it is read from the flags, and handed to what does the work. */
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
