/** A proposal that gets another name, and how it was and will be written. */
export interface Renaming {
  /** Name of its directory or file. */
  from: string;
  /** Its number as it is written, such as `0007`; of a draft, `XXXX`. */
  fromNumber: string;
  toNumber: string;
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
  /** What a path that ends in the name, given without it, leads to. */
  meant(before: string): 'this' | 'another' | 'unknown';
}

/** A range of a text that is to be replaced. Offsets are UTF-16 units. */
export interface TextEdit {
  start: number;
  end: number;
  text: string;
}

/** A range of a text. */
export type TextRange = Omit<TextEdit, 'text'>;

/** What points at a proposal in a text. */
export interface References {
  edits: TextEdit[];
  /** What may mean the proposal and may mean another, for a person to look at. */
  mentions: TextRange[];
}

/** Whether two ranges have a character in common. */
export function overlaps(one: TextRange, other: TextRange): boolean {
  return one.start < other.end && other.start < one.end;
}

/** A text as a regular expression that matches it alone. */
export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
