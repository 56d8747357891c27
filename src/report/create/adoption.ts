import type { Convention } from '../../convention/convention.ts';
import type { AdoptionReason } from '../because.ts';

/** The detected conventions of a repository, and why; part of what `--json` prints. */
export interface Adoption {
  /** How many proposals it was learned from. */
  learnedFrom: number;
  /** The pattern of a proposal's path, as people write it: `rfcs/NNNN-slug/README.md`. */
  pattern: string;
  /** The next number of a sequence. */
  next?: string;
  template: string;
  /** Directories that group proposals, and whether each has its own numbers. */
  areas?: string[];
  numbersPerArea?: boolean;
  /** The configuration that overrides it. */
  configuredBy?: string;
  /** The reasons for it. */
  because: AdoptionReason[];
  /** The same in one line. */
  summary: string;
}

/** What was adopted, in one line. */
export function adoptionSummary(
  { pattern, template, learnedFrom, configuredBy }: Omit<Adoption, 'summary' | 'next' | 'because'>,
  { numbering, next }: { numbering: Convention['numbering']; next: string },
): string {
  const numbers = {
    sequential: `next ${next}`,
    assigned: 'numbered by issue or pull request',
    date: 'dated',
    none: 'no numbers',
  }[numbering];
  return [pattern, numbers, `template ${template}`, reason(learnedFrom, configuredBy)].join(', ');
}

function reason(learnedFrom: number, configuredBy: string | undefined): string {
  if (configuredBy !== undefined) return `as set in ${configuredBy}`;
  if (learnedFrom === 0) return 'named after the template';
  return learnedFrom === 1 ? 'like the proposal here' : `like the ${learnedFrom} proposals here`;
}
