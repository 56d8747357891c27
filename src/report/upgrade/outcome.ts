import type { UpgradeChange } from '../../document/upgrade/upgrade-result.ts';
import type { Recovery } from '../../proposals/leftovers.ts';

/** What became of one proposal. Part of what `--json` prints. */
export interface ProposalUpgrade {
  path: string;
  status: 'upgraded' | 'current' | 'refused';
  /** The version of the template that it was made from: the commit that brought it, and when. */
  base: { commit: string; date: string } | null;
  /** What is to be known of the base, or why there is none. */
  because?: Because;
  changes: UpgradeChange[];
  /** Why nothing was done. */
  reason?: string;
  /** The new text, in a dry run that would change it. */
  document?: string;
}

export type Because =
  | 'preset'
  | 'no git'
  | 'not in git'
  | 'shallow'
  | 'no history'
  | 'unreadable'
  /** The template is younger than the proposal. */
  | 'later'
  /** Another version fits clearly better than the one that was there. */
  | 'better';

/** Proposals brought up to date, with what a person is told beside the result. */
export interface UpgradeOutcome extends Partial<Recovery> {
  /** What `--json` prints. */
  result: { command: 'upgrade'; dryRun: boolean; template: string; proposals: ProposalUpgrade[] };
  /** The texts of each proposal, in the same order. */
  texts: { before: string; after: string }[];
  /** What has become stale by it: generated tables of contents, and links to renamed headings. */
  stale: string[];
  /** What was asked for with --with, and is nowhere gained. */
  unused: string[];
  /** Whether something is left, or would be changed. */
  isBehind: boolean;
}
