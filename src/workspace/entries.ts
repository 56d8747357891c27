import fs from 'fs-extra';
import { type Convention, isNumbered } from '../convention/convention.ts';
import { entryForm } from '../convention/entry-form.ts';
import { numberPrefix } from '../convention/name-pattern.ts';
import { numberOf } from '../convention/numbers.ts';
import { isTemplateName } from '../convention/template-name.ts';
import { isMissing, notWritten } from '../system-error.ts';

/** What already lies in a proposals directory. */
export interface Entry {
  /** Undefined where proposals have none. */
  number: number | undefined;
  /** File or directory name. */
  name: string;
  /** Where it is, for people. */
  shown: string;
  slug: string;
}

/** The entries among names: numbered ones and drafts, or all where proposals have no numbers. `show` says where a name is. */
export function entriesOf(
  names: readonly string[],
  convention: Convention,
  show: (name: string) => string,
): Entry[] {
  const read = isNumbered(convention) ? numberedEntry(numberPrefix(convention.name)) : plainEntry;
  return names.flatMap((name) => {
    const entry = read(name);
    return entry ? [{ ...entry, name, shown: show(name) }] : [];
  });
}

/**
 * The entries of a directory, none when it does not exist.
 *
 * @throws Failure when the path is no directory, or cannot be read
 */
export function readEntries(directory: string, convention: Convention, shown: string): Entry[] {
  try {
    return entriesOf(
      fs.readdirSync(directory),
      convention,
      (name) => `${shown === '.' ? '' : `${shown}/`}${name}`,
    );
  } catch (error) {
    if (isMissing(error)) return [];
    throw notWritten(error, shown);
  }
}

function numberedEntry(prefix: string) {
  return (name: string) => {
    const number = numberOf(name, prefix);
    if (number === undefined) return draftEntry(name);
    const rest = name.slice(name.search(/\d/)).replace(/^\d+[-_.]?/, '');
    return { number, slug: withoutExtension(rest) };
  };
}

/** A proposal that has no number yet takes its slug. */
function draftEntry(name: string) {
  const form = entryForm(withoutExtension(name));
  return form.kind === 'draft' ? { number: undefined, slug: form.slug } : undefined;
}

function plainEntry(name: string) {
  if (name.startsWith('.') || isTemplateName(name)) return undefined;
  const form = entryForm(withoutExtension(name));
  const isMarked = form.kind === 'date' || form.kind === 'draft';
  return { number: undefined, slug: isMarked ? form.slug : withoutExtension(name) };
}

function withoutExtension(name: string): string {
  return name.replace(/\.(?:md|markdown|mdx)$/i, '');
}
