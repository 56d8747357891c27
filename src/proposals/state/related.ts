import path from 'node:path';
import { numberRelatedTo } from '../../document/head/labels.ts';
import { pathOfAddress } from '../../document/references/link-address.ts';

/** A proposal that may be meant: its path with `/`, and its number where it has one. */
interface Related {
  path: string;
  number: number | null;
}

/**
 * Whether a relation means a proposal: by a path that leads to it or to its directory, or by its number.
 * @param from the path of the proposal that names it
 */
export function isRelatedTo(to: string, from: string, own: Related): boolean {
  const { resolved, written } = pathRelatedTo(to, from);
  const directory = path.posix.dirname(own.path);
  const isDirectory = resolved === directory && directory !== path.posix.dirname(from);
  if (resolved === own.path || isDirectory) return true;
  return own.number !== null && numberRelatedTo(written) === own.number;
}

/** The path that a relation may mean, from where `from` is, and what it says without what follows `?` and `#`. */
export function pathRelatedTo(to: string, from: string): { resolved: string; written: string } {
  const written = pathOfAddress(to.replace(/(?<!^)[?#].*$/, ''));
  const near = path.posix.dirname(from);
  const joined = written.startsWith('/') ? written.slice(1) : path.posix.join(near, written);
  return { resolved: path.posix.normalize(joined).replace(/\/$/, ''), written };
}
