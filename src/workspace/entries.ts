import fs from 'fs-extra';
import { type Convention, isNumbered } from '../convention/convention.ts';
import { numberBeforeLetter, numberIn } from '../convention/entry-name.ts';
import { numberPrefix, readEntryName } from '../convention/parse-entry-name.ts';
import { isTemplateName } from '../convention/templates/template-name.ts';
import { withoutExtension } from '../file-names.ts';
import { isMissing, notReadError } from '../system-error.ts';

/** What lies in a proposals directory already, and takes its number, its slug and its name. */
export interface TakenEntry {
  number: number | undefined;
  name: string;
  shown: string;
  slug: string;
}

/** The entries among names: numbered ones and drafts, or all where proposals have no numbers. `show` says where a name is. */
export function entriesOf(
  names: readonly string[],
  convention: Convention,
  show: (name: string) => string,
): TakenEntry[] {
  const prefix = numberPrefix(convention);
  const read = isNumbered(convention) ? numbered : unnumbered;
  return names.flatMap((name) => {
    const entry = read(name, convention, prefix);
    return entry ? [{ ...entry, name, shown: show(name) }] : [];
  });
}

/**
 * The names in a directory, none when it does not exist.
 * @throws Failure when the path is no directory, or cannot be read: what is not read is not absent
 */
export function namesIn(directory: string, shown: string): string[] {
  try {
    return fs.readdirSync(directory);
  } catch (error) {
    if (isMissing(error)) return [];
    throw notReadError(error, shown);
  }
}

/**
 * The entries of a directory, none when it does not exist.
 * @throws Failure when the path is no directory, or cannot be read
 */
export function readEntries(
  directory: string,
  convention: Convention,
  shown: string,
): TakenEntry[] {
  return entriesOf(namesIn(directory, shown), convention, showIn(shown));
}

/** How people know what lies in a directory that they know as `shown`. */
export function showIn(shown: string): (name: string) => string {
  return (name) => (shown === '.' ? name : `${shown}/${name}`);
}

function numbered(name: string, convention: Convention, prefix: string) {
  const form = readEntryName(name, convention);
  const number = numberIn(name, prefix) ?? numberBeforeLetter(name, prefix);
  // A proposal that has no number yet takes its slug.
  const isDraft = form.kind === 'draft';
  return number !== undefined || isDraft ? { number, slug: form.slug } : undefined;
}

function unnumbered(name: string, convention: Convention) {
  if (name.startsWith('.') || isTemplateName(name)) return undefined;
  const form = readEntryName(name, convention);
  const isRead = form.kind !== 'number';
  return { number: undefined, slug: isRead ? form.slug : withoutExtension(name) };
}
