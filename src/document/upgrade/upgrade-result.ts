// What users of the library see: this file is published as its types.
import type { Doubt } from '../sections/add-section-result.ts';

/** Why somebody has to decide: about the place of a section, or about what would be changed. */
export type UpgradeDoubt =
  | Doubt
  /** Most of what the document has of its template is gone from it, or stands elsewhere in it. */
  | 'template-rebuilt'
  /** What belongs in the section stands elsewhere in the document. */
  | 'parts-elsewhere'
  /** What the template calls by another name may be another section. */
  | 'other-section'
  /** An answer would stand below a question that it was not given to, or below none. */
  | 'above-answer'
  /** Its authors may mean what the template stated. */
  | 'statement'
  /** What nobody saw would stand in a text that people have written. */
  | 'was-hidden';

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
  doubts?: UpgradeDoubt[];
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
  /**
   * Titles of sections that are added or renamed though they are optional or in doubt, and guidance (`from`) that is
   * replaced though in doubt.
   */
  accepted?: readonly string[];
}

export interface UpgradeDocumentResult {
  /** The document with all that is certain or accepted. */
  document: string;
  changes: UpgradeChange[];
}
