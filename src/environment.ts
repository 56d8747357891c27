import type { Readable, Writable } from 'node:stream';

/** Everything a command may know of the process it runs in; made by `main.ts` alone. */
export interface Environment {
  cwd: string;
  /** The day of the run, in the user's time zone, as `YYYY-MM-DD`. */
  today: string;
  platform: string;
  variables: Readonly<NodeJS.ProcessEnv>;
  /** Standard input. */
  readonly input: Readable;
  /** Where questions are shown. */
  readonly output: Writable;
  /** Whether there is somebody to ask. */
  readonly interactive: boolean;
  /** Which variable says that nobody is asked, where there is a terminal: `CI`, or `TERM=dumb`. */
  readonly silencedBy: string | undefined;
  /** Tells a person something at once, and only once, whatever becomes of the run. */
  note(text: string): void;
  /** Does something that may take long; where it does, a person is told what is waited for. */
  waiting<T>(what: string, work: () => Promise<T>): Promise<T>;
  /** Aborted when the run is to stop (SIGINT, SIGTERM, SIGHUP) and something has to be put in order first. */
  signal: AbortSignal;
}
