// What users of the library see: this file is published as its types.

/** What came of adding a section. Lines are counted from 1, front matter included. */
export type AddSectionResult =
  | {
      status: 'added';
      /** The document with `text` at `offset` (UTF-16 units), and nothing else changed. */
      document: string;
      offset: number;
      text: string;
      heading: string;
      level: number;
      line: number;
      /** False whenever there are doubts about the place. */
      certain: boolean;
      doubts: Doubt[];
      /** A heading of the document, and its line there, that may be the section under another name. */
      similar?: { heading: string; line: number };
    }
  | { status: 'present'; heading: string; line: number }
  | { status: 'unplaced'; reason: string };

export interface AddSectionOptions {
  /** The template's Markdown, its markers included; a Handlebars template has to be filled first. */
  template: string;
  /** Id or title of the section. */
  section: string;
  /** The template that the document was made from, where it is another one: its places are surer. */
  base?: string;
  /** What to write under the heading instead of the template's own text. */
  text?: string;
  /** Moves headings in `text` below the section's own, and closes its open blocks. */
  nestHeadings?: boolean;
  /** A heading of the document to put the section before or after, instead of the place found for it. */
  beside?: Beside;
}

/** Why a place may not be the one that a maintainer would choose. */
export type Doubt =
  | 'parent-missing'
  | 'levels-differ'
  | 'out-of-order'
  | 'outside-parent'
  | 'few-recognised'
  | 'among-unknown'
  | 'similar-heading'
  | 'html-headings'
  | 'unknown-base'
  | 'number-used';

/** A place that somebody chose, by a heading of the document. */
export interface Beside {
  side: 'before' | 'after';
  /** The heading's title; the first that has it counts. */
  heading: string;
  /** Where the heading stands, counted from 1, when several have the title. */
  line?: number;
}
