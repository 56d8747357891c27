import type { Lines } from './text-view.ts';

/** An answer, or the wish to see the question before, with what had been typed. */
export type Reply<T> = { kind: 'answer'; value: T } | { kind: 'back'; typed?: string };

export interface TextQuestion {
  message: string;
  hint: string;
  initial: string;
  lines: Lines;
  optional: boolean;
  /** What is wrong with an answer; undefined when nothing is. */
  validate?: (text: string) => string | undefined;
}

export interface Choice<T extends string> {
  value: T;
  label: string;
  hint?: string;
}

export interface ChoiceQuestion<T extends string> {
  message: string;
  choices: readonly Choice<T>[];
  searchable?: boolean;
}

export interface ChoicesQuestion<T extends string> extends ChoiceQuestion<T> {
  initial: readonly T[];
}

/**
 * Somebody who can be asked. Every question is cancelled by Escape, Ctrl-C or the end of input, and then throws
 * `Stopped`.
 */
export interface Asker {
  open(title: string): void;
  /** Shows lines, which nobody has to answer. */
  tell(lines: readonly string[]): void;
  text(question: TextQuestion): Promise<Reply<string>>;
  chooseOne<T extends string>(question: ChoiceQuestion<T>): Promise<Reply<T>>;
  chooseMany<T extends string>(question: ChoicesQuestion<T>): Promise<Reply<T[]>>;
  close(): void;
}

export class Stopped extends Error {
  constructor(readonly text: string) {
    super('stopped');
    this.name = 'Stopped';
  }
}
