import type { Beside } from '../../document/sections/add-section-result.ts';

/** A call that adds sections to a proposal, or takes them out. */
export interface SectionCall {
  action: 'add' | 'remove';
  /** Sections as named; none to be asked. */
  names: readonly string[];
  /** Which proposal: a number, a path or a name. */
  proposal?: string;
  /** Texts for sections, by their key in an answers file. */
  answers: Readonly<Record<string, unknown>>;
  /** An answers file, or `-`. */
  from?: string;
  directory?: string;
  template?: string;
  beside?: Beside;
  acceptDoubts: boolean;
  yes: boolean;
  dryRun: boolean;
  open: boolean;
}
