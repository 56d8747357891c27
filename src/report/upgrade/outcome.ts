import type { UpgradeChange } from '../../document/upgrade/upgrade-result.ts';
import type { Recovery } from '../../proposals/leftovers.ts';
import type { Stale } from './stale.ts';

/** What was done to one proposal. Part of what `--json` prints. */
export interface ProposalUpgrade {
  path: string;
  status: 'upgraded' | 'current' | 'refused';
  /** The template that it was made from, where it is another one than that of most. */
  template?: string;
  /** The version of the template that it was made from: its commit and date. */
  base: { commit: string; date: string } | null;
  /** A remark about the base, or why there is none. */
  because?: Because;
  changes: UpgradeChange[];
  /** Why nothing was done. */
  reason?: string;
  /** The new text, if a dry run would change it. */
  document?: string;
}

export type Because =
  | 'preset'
  /** There is no template but what proposals share. */
  | 'siblings'
  | 'no git'
  | 'not in git'
  | 'shallow'
  | 'no history'
  | 'unreadable'
  /** The template is newer than the proposal. */
  | 'later'
  /** Another version fits clearly better than the one at that time. */
  | 'better';

/** Upgraded proposals, with notes for the user. */
export interface UpgradeOutcome extends Partial<Recovery> {
  /** What `--json` prints. */
  result: { command: 'upgrade'; dryRun: boolean; template: string; proposals: ProposalUpgrade[] };
  /** The texts of each proposal, in the same order. */
  texts: { before: string; after: string }[];
  /** What is now out of date: generated tables of contents, and links to renamed headings. */
  stale: Stale[];
  /** What was requested with --with, but not gained anywhere. */
  unused: string[];
  /** Whether something is left, or would be changed. */
  isBehind: boolean;
}
