export type FailureCode =
  | 'usage'
  | 'missing-answers'
  | 'invalid-answers'
  | 'invalid-template'
  | 'invalid-configuration'
  | 'remote'
  | 'environment'
  | 'not-found'
  | 'unreadable'
  | 'number-taken'
  | 'slug-taken'
  | 'not-written';

/** How a call goes on that was refused: with more words, with another value of a flag, or with one word for another. */
export type NextCall =
  | { add: readonly string[] }
  | { flag: string; value: string }
  | { word: string; by: string };

interface FailureOptions {
  /** What to run or change next. */
  hint?: string;
  /** The call that goes on, where there is only one that can be meant. */
  next?: NextCall;
  /** What the message speaks of, a line each. */
  list?: readonly string[];
  cause?: unknown;
}

/** An error that ends a run in which somebody may have said something already. */
export interface Resumable {
  /** Words of the command that goes on from what was said so far. */
  resume?: readonly string[] | undefined;
}

/** An error that is meant for the user: its message is complete, and no stack is shown. */
export class Failure extends Error implements Resumable {
  resume?: readonly string[] | undefined;
  readonly hint: string | undefined;
  readonly next: NextCall | undefined;
  /** The message, line by line: a line break within one is part of what somebody has written. */
  readonly lines: readonly string[];

  private constructor(
    readonly code: FailureCode,
    readonly exitCode: 1 | 2,
    message: string,
    { hint, next, list = [], cause }: FailureOptions = {},
  ) {
    const lines = [message, ...list.map((each) => `  ${each}`)];
    super(lines.join('\n'), { cause });
    this.lines = lines;
    this.name = 'Failure';
    this.hint = hint;
    this.next = next;
  }

  /** The call, its answers or its surroundings are not usable; nothing was tried. Exit code 2. */
  static usage(code: FailureCode, message: string, options?: FailureOptions): Failure {
    return new Failure(code, 2, message, options);
  }

  /** The command ran, and the answer is no. Exit code 1. */
  static refusal(code: FailureCode, message: string, options?: FailureOptions): Failure {
    return new Failure(code, 1, message, options);
  }
}

export class Cancelled extends Error implements Resumable {
  resume?: readonly string[] | undefined;

  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}

/** The system's code for an error (`ENOENT` …), undefined when it has none. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** What an error says, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
