import fs from 'fs-extra';
import { numberOf } from './numbers.ts';
import { isMissing, notWritten } from './problems.ts';

/** What already lies in a proposals directory under a number. */
export interface Entry {
  number: number;
  /** File or directory name. */
  name: string;
  /** Where it is, for people. */
  shown: string;
  slug: string;
}

/** The numbered entries among names. `show` says where a name is. */
export function entriesOf(names: readonly string[], show: (name: string) => string): Entry[] {
  return names.flatMap((name) => {
    const number = numberOf(name);
    if (number === undefined) return [];
    const slug = name.replace(/^\d+[-_.]?/, '').replace(/\.md$/i, '');
    return [{ number, name, slug, shown: show(name) }];
  });
}

/**
 * The numbered entries of a directory, none when it does not exist.
 *
 * @throws Failure when the path is no directory, or cannot be read
 */
export function readEntries(directory: string, shown: string): Entry[] {
  try {
    return entriesOf(
      fs.readdirSync(directory),
      (name) => `${shown === '.' ? '' : `${shown}/`}${name}`,
    );
  } catch (error) {
    if (isMissing(error)) return [];
    throw notWritten(error, shown);
  }
}
