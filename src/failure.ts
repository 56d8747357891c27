export type FailureCode =
  | 'usage'
  | 'missing-answers'
  | 'invalid-answers'
  | 'invalid-template'
  | 'invalid-configuration'
  | 'remote'
  | 'environment'
  | 'number-taken'
  | 'slug-taken'
  | 'not-written';

interface FailureOptions {
  /** What to run or change next. */
  hint?: string;
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

  private constructor(
    readonly code: FailureCode,
    readonly exitCode: 1 | 2,
    message: string,
    { hint, cause }: FailureOptions = {},
  ) {
    super(message, { cause });
    this.name = 'Failure';
    this.hint = hint;
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
