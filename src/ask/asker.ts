/** An answer, or the wish to go back to the previous question, with the text typed so far. */
export type Reply<T> = { kind: 'answer'; value: T } | { kind: 'back'; typed?: string };

/**
 * How many lines a text has, and what Enter does: in `one` and `item` it submits, and in an `item` other keys start
 * a new line; in `many` it starts one, and submits on a second empty line.
 */
export type Lines = 'one' | 'item' | 'many';

interface AnyQuestion {
  message: string;
  /** Whether there is a previous question. */
  canGoBack: boolean;
}

export interface TextQuestion extends AnyQuestion {
  hint: string;
  initial: string;
  lines: Lines;
  /** What an empty text means, as `no more goals`; undefined if an answer is required. */
  empty: string | undefined;
  /** An answer that can be accepted instead of typing one. */
  proposal?: string;
  /** What is wrong with an answer; undefined when nothing is. */
  validate?: (text: string) => string | undefined;
  /** Gets the text typed so far. */
  onTyped?: (text: string) => void;
}

export interface Choice<T extends string> {
  value: T;
  label: string;
  hint?: string;
}

interface ListQuestion<T extends string> extends AnyQuestion {
  choices: readonly Choice<T>[];
}

export interface ChoiceQuestion<T extends string> extends ListQuestion<T> {
  /** The value that is focused first. */
  initial?: T;
  searchable?: boolean;
}

export interface ChoicesQuestion<T extends string> extends ListQuestion<T> {
  initial: readonly T[];
  /** Whether something must be chosen. */
  required?: boolean;
}

/**
 * Asks the user. Every question is cancelled by Escape, Ctrl-C or the end of input, and then throws
 * `Stopped`.
 */
export interface Asker {
  open(title: string): void;
  /** Shows lines that need no answer. */
  tell(lines: readonly string[]): void;
  /** Shows a text that may be longer than the screen, until the user has seen enough. */
  show(text: readonly string[]): Promise<void>;
  text(question: TextQuestion): Promise<Reply<string>>;
  chooseOne<T extends string>(question: ChoiceQuestion<T>): Promise<Reply<T>>;
  chooseMany<T extends string>(question: ChoicesQuestion<T>): Promise<Reply<T[]>>;
  /** Removes the last answered question from the screen, with the lines shown for it. */
  takeBack(): void;
  /** Restores the usual terminal mode until the next question: Ctrl-C is a signal again. */
  rest(): void;
  close(): void;
}

export class Stopped extends Error {
  constructor(readonly text: string) {
    super('stopped');
    this.name = 'Stopped';
  }
}
