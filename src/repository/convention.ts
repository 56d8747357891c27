import { padded } from './numbers.ts';

/** How a repository names, numbers and files its proposals. */
export interface Convention {
  /** Relative to where the program runs, with `/`. */
  directory: string;
  layout: 'directory';
  /** Name of the main document. */
  document: string;
  /** Pattern of an entry's name. */
  name: '{number}-{slug}';
  numbering: 'sequential';
  /** Digits of a number, leading zeros included. */
  width: number;
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

/** The name of a proposal's directory. */
export function entryName({ name, width }: Convention, number: number, slug: string): string {
  return name.replace('{number}', padded(number, width)).replace('{slug}', () => slug);
}
