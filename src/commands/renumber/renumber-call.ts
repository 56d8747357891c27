import type { RemoteOptions } from '../../proposals/remote/remote-numbers.ts';

/** A call that moves a proposal to another number, or gives a draft its number. */
export interface RenumberCall extends RemoteOptions {
  proposal: string;
  /** Otherwise the next one. */
  number?: number;
  isFirst: boolean;
  directory?: string;
  force: boolean;
  yes: boolean;
  dryRun: boolean;
}

/** A call that may leave it to somebody who is asked which proposal it is about. */
export type AskedRenumberCall = Omit<RenumberCall, 'proposal'> & { proposal?: string };
