import type { Alignment } from '../alignment/align.ts';
import type { Outline } from '../markdown/heading.ts';
import type { MergedSection } from './merge-templates.ts';

/** A document, and which of its headings are sections that its template has or had. */
export interface Upgrade {
  document: string;
  outline: Outline;
  sections: readonly MergedSection[];
  alignment: Alignment;
  accepted: ReadonlySet<string>;
}
