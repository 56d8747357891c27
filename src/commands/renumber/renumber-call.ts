import type { RemoteWish } from '../../proposals/remote-numbers.ts';

/** A call that moves a proposal to another number, or gives a draft its number. */
export interface RenumberCall extends RemoteWish {
  proposal: string;
  /** Otherwise the next one. */
  number?: number;
  /** Whether it is to get its first number, and no other. */
  isFirst: boolean;
  directory?: string;
  /** Whether uncommitted changes may be in the way. */
  force: boolean;
  yes: boolean;
  dryRun: boolean;
}
