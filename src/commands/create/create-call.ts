import type { RemoteOptions } from '../../proposals/remote/remote-numbers.ts';

/** A call that creates a proposal. Nothing is checked but the form of the flags. */
export interface CreateCall extends RemoteOptions {
  answers: Readonly<Record<string, unknown>>;
  /** An answers file, or `-`. */
  from?: string;
  directory?: string;
  template?: string;
  /** The main document of a directory. */
  document?: string;
  /** The proposal whose place the new one takes. */
  supersedes?: string;
  draft: boolean;
  yes: boolean;
  dryRun: boolean;
  open: boolean;
  showCommand: boolean;
  /** Goes on with the answers of an earlier run. */
  resume: boolean;
  fresh: boolean;
}
