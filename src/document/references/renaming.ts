import type { TextEdit, TextRange } from '../markdown/edits.ts';

export interface Renaming {
  /** Name of its directory or file. */
  from: string;
  /** Its number as it is written, such as `0007`; of a draft, `XXXX`. */
  fromNumber: string;
  toNumber: string;
  /** Keys that hold the own number of other proposals here. */
  numberKeys?: readonly string[];
  /** The same as titles have it, where that is another form. */
  toTitleNumber?: string;
  /** Whether numbers are those of issues or pull requests. */
  isRequest?: boolean;
  /** Whether it is a file, and its name has an extension. */
  isFile: boolean;
  /** Whether a directory that is called as the file lies beside it, and stays. */
  hasAttachments: boolean;
  /** Whether another proposal has the number too. */
  isShared: boolean;
  /** Branches on which it will have its new name. */
  branches: readonly string[];
  /** The repository's names on its hosts, such as `owner/name`; none where nobody knows. */
  repositories: readonly string[];
  folder?: string;
  /** What a path that ends in the name, given without it, leads to. */
  meant(before: string): 'this' | 'another' | 'unknown';
}

export interface References {
  edits: TextEdit[];
  /** What may mean the proposal and may mean another, for a person to look at. */
  mentions: TextRange[];
}
