export interface Convention {
  /** Relative to where the program runs, with `/`. */
  directory: string;
  /** Whether a proposal is a directory with a main document, or one file. */
  layout: 'directory' | 'file';
  /** Name of the main document, in which `{slug}` and `{name}` stand for the entry's; none for a file. */
  document: string | null;
  /** Pattern of an entry's name: `{number}`, `{slug}` (`{slug:word_word}`) and `{date:YYYYMMDD}` among literal text. */
  name: string;
  /**
   * Where a number comes from: the next of a sequence, an issue or pull request (`assigned`), the day, or
   * nowhere.
   */
  numbering: 'sequential' | 'assigned' | 'date' | 'none';
  /** Digits of a number, leading zeros included; null for numbers that are not padded. */
  width: number | null;
}

/** The convention of a place that has none of its own. */
export function defaultConvention(directory: string): Convention {
  return {
    directory,
    layout: 'directory',
    document: 'README.md',
    name: '{number}-{slug}',
    numbering: 'sequential',
    width: 4,
  };
}

/** Whether entries of this convention are told apart by numbers. */
export function isNumbered({ numbering }: Pick<Convention, 'numbering'>): boolean {
  return numbering === 'sequential' || numbering === 'assigned';
}
