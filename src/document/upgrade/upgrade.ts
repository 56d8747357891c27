import type { Alignment } from '../alignment/align.ts';
import type { Outline } from '../markdown/heading.ts';
import type { Lineage } from './versions/lineage.ts';

/** A document, and which of its headings are sections that its template has or had. */
export interface Upgrade {
  document: string;
  template: string;
  outline: Outline;
  lineage: Lineage;
  alignment: Alignment;
  accepted: ReadonlySet<string>;
  /** Names of sections that the document once had, normalised, and how often at most. */
  past: ReadonlyMap<string, number>;
  /** Whether it is known what the document was made from. */
  hasBase: boolean;
}
