import type { Beside } from '../../document/sections/add-section-result.ts';

export interface SectionCall {
  action: 'add' | 'remove';
  /** Sections as named; none to be asked. */
  names: readonly string[];
  proposal?: string;
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
