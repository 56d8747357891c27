import path from 'node:path';
import { decodedAnchor } from '../../document/markdown/heading-anchor.ts';
import { type Link, linksIn } from '../../document/references/document-links.ts';
import { linkPath } from './link-target.ts';

/** A heading of a document that others may link to. */
export interface LinkedHeading {
  file: string;
  anchor: string;
}

export interface AnchoredLink extends Link {
  to: string;
  anchor: string;
}

/** The links of a document to headings of files that they name. */
export function anchoredLinks(text: string): AnchoredLink[] {
  if (!text.includes('#')) return [];
  return linksIn(text).flatMap((link) => {
    const [to = '', own = ''] = link.target.split('#', 2);
    return to === '' || own === '' ? [] : [{ ...link, to, anchor: decodedAnchor(own) }];
  });
}

/**
 * Whether a link leads to a heading; where only names say so, it may.
 * @param from the document with the link, absolute
 * @param root what an address that begins with a slash is from
 */
export function leadsToHeading(
  { to, anchor }: AnchoredLink,
  heading: LinkedHeading,
  { from, root }: { from: string; root: string },
): boolean {
  return anchor === heading.anchor && mayLeadTo(to, heading.file, { from, root });
}

/** Whether an address is that of a document, also as a website or a host of repositories has it. */
function mayLeadTo(
  to: string,
  file: string,
  { from, root }: { from: string; root: string },
): boolean {
  const own = calledBy(file);
  return linkPath(to, from, root) === file || (own !== '' && calledBy(to) === own);
}

/** What an address or a path says that a document is called; a README is called as its directory. */
function calledBy(address: string): string {
  const bare = address.replace(/\?.*$/, '').replace(/(?:^|\/)(?:readme\.md|index\.html)?$/i, '');
  return path.posix
    .basename(bare)
    .replace(/\.(?:mdx?|markdown|html?)$/i, '')
    .toLowerCase();
}
