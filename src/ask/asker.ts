/** An answer, or the wish to see the question before, with what had been typed. */
export type Reply<T> = { kind: 'answer'; value: T } | { kind: 'back'; typed?: string };

/**
 * How many lines a text has, and what Enter does: in `one` and `item` it submits, and in an `item` other keys begin
 * a line; in `many` it begins one, and submits on a second empty line.
 */
export type Lines = 'one' | 'item' | 'many';

interface AnyQuestion {
  message: string;
  /** Whether there is a question before this one. */
  canGoBack: boolean;
}

export interface TextQuestion extends AnyQuestion {
  hint: string;
  initial: string;
  lines: Lines;
  /** What an empty text means, as `no more goals`; undefined when there has to be one. */
  empty: string | undefined;
  /** An answer that can be taken as it is, instead of typing one. */
  proposal?: string;
  /** What is wrong with an answer; undefined when nothing is. */
  validate?: (text: string) => string | undefined;
  /** Is told what has been typed so far. */
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
  /** Whether something has to be chosen. */
  required?: boolean;
}

/**
 * Somebody who can be asked. Every question is cancelled by Escape, Ctrl-C or the end of input, and then throws
 * `Stopped`.
 */
export interface Asker {
  open(title: string): void;
  /** Shows lines, which nobody has to answer. */
  tell(lines: readonly string[]): void;
  /** Shows a text that may be longer than the screen, until the user has seen enough. */
  show(text: readonly string[]): Promise<void>;
  text(question: TextQuestion): Promise<Reply<string>>;
  chooseOne<T extends string>(question: ChoiceQuestion<T>): Promise<Reply<T>>;
  chooseMany<T extends string>(question: ChoicesQuestion<T>): Promise<Reply<T[]>>;
  /** Takes the question that was answered last off the screen, and what was told for it. */
  takeBack(): void;
  /** Leaves the terminal as it is usually, until the next question: Ctrl-C is a signal again. */
  rest(): void;
  close(): void;
}

export class Stopped extends Error {
  constructor(readonly text: string) {
    super('stopped');
    this.name = 'Stopped';
  }
}
