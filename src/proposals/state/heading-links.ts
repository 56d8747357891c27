import path from 'node:path';
import { decodedAnchor } from '../../document/markdown/heading-anchor.ts';
import { type Link, linksIn } from '../../document/references/document-links.ts';
import { linkPath } from './link-target.ts';

/** A heading of a document that others may link to. */
export interface LinkedHeading {
  /** The document, absolute. */
  file: string;
  anchor: string;
}

/**
 * The first link of another document to a heading; a host shows the README of a directory that a link leads to.
 * @param from the other document, absolute
 * @param root what an address that begins with a slash is from
 */
export function linkToHeading(
  { file, anchor }: LinkedHeading,
  text: string,
  { from, root }: { from: string; root: string },
): Link | undefined {
  if (from === file || !text.includes('#')) return undefined;
  const places = /^readme\.md$/i.test(path.basename(file)) ? [file, path.dirname(file)] : [file];
  return linksIn(text).find(({ target }) => {
    const [to = '', own = ''] = target.split('#', 2);
    return to !== '' && decodedAnchor(own) === anchor && places.includes(linkPath(to, from, root));
  });
}
