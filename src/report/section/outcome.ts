import type { Doubt } from '../../document/sections/add-section-result.ts';

/** What became of one section; `line` counts from 1 in the new document. Part of what `--json` prints. */
export type SectionOutcome = { section: string } & (
  | ({ status: 'added' } & ProposedPlace)
  | { status: 'removed' | 'present'; heading: string; line: number }
  | { status: 'absent' }
  /** The user was asked and declined; a text of theirs is given back. */
  | { status: 'declined'; text?: string }
  /** It was not changed because another section was refused. */
  | { status: 'skipped' }
  | SectionRefusal
);

/** Why a section was not changed, so that nothing was. */
export type SectionRefusal =
  /** It exists, and the new text for it would be lost. */
  | { status: 'present'; heading: string; line: number; reason: string }
  /** It has no place, or only a doubtful one. */
  | { status: 'unplaced'; reason: string }
  | ({ status: 'unplaced'; reason: string } & ProposedPlace)
  /** People have written in it, and their text would be lost. */
  | { status: 'edited'; heading: string; line: number; reason: string };

/** Where a section is added, or would be. */
export interface ProposedPlace {
  heading: string;
  line: number;
  level: number;
  certain: boolean;
  doubts: Doubt[];
  /** The heading that may be the section, and its line in the current document. */
  similar?: { heading: string; line: number };
}

/** Whether a section was refused. */
export function isRefusal(
  outcome: SectionOutcome,
): outcome is { section: string } & SectionRefusal {
  return 'reason' in outcome;
}
