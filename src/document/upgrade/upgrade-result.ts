// What users of the library see: this file is published as its types.
import type { Doubt } from '../sections/add-section-result.ts';

/** What became of a template between two versions, and with it of a document. */
export interface UpgradeChange {
  kind: 'gained' | 'renamed' | 'guidance' | 'moved' | 'dropped' | 'key';
  /** Title of the section, in the template of today unless it was dropped. */
  section?: string;
  /** The document's heading. */
  heading?: string;
  /** Where the heading stands, counted from 1: in the new document where the change is applied. */
  line?: number;
  level?: number;
  /** False where somebody has to decide. */
  certain: boolean;
  doubts?: Doubt[];
  /** A heading of the document, and its line there, that may be the section under another name. */
  similar?: { heading: string; line: number };
  /** Why there is no place for it. */
  reason?: string;
  /** Whether the section can be left out: then it is only added when it is asked for. */
  optional?: boolean;
  applied: boolean;
  /** Whether somebody was asked, and did not want it. */
  declined?: boolean;
  /** What it was called, or what its explanation said. */
  from?: string;
  /** What it is called, or says, now; of a key, its name. */
  to?: string;
}

export interface UpgradeOptions {
  /** The Markdown of the template that the document was made from; without it, what is missing is added. */
  base?: string;
  /** All its versions from that one on, without the one of today, where they are known: the oldest first. */
  versions?: readonly string[];
  /** Earlier texts of the document: what it had and has no more was taken out by its authors. */
  past?: readonly string[];
  /** The template of today. */
  template: string;
  /** Titles of sections that are added though they are optional, or their place is doubtful. */
  accepted?: readonly string[];
}

export interface UpgradeDocumentResult {
  /** The document with all that is certain or accepted. */
  document: string;
  changes: UpgradeChange[];
}
