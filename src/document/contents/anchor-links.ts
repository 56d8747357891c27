import { blankOutCode } from '../markdown/blank-code.ts';
import { spliced, type TextRange } from '../markdown/edits.ts';
import { decodedAnchor } from '../markdown/heading-anchor.ts';

/** The address of a heading in a link, in the definition of one, or in HTML. */
const ADDRESS = /(?:\]\(<?|^ {0,3}\[[^\][\n]+\]:[ \t]*<?|\bhref=["']?)#([^\s()<>"']+)/gm;

/** Where a document links to one of its own headings: the ranges of its address, behind the `#`. */
export function linksToAnchor(document: string, anchor: string): TextRange[] {
  if (!document.includes('#')) return [];
  return [...blankOutCode(document).matchAll(ADDRESS)].flatMap(({ index, 0: all, 1: to = '' }) => {
    const end = index + all.length;
    return decodedAnchor(to) === anchor ? [{ start: end - to.length, end }] : [];
  });
}

/** A document whose links to one of its headings lead to another address. */
export function withLinksMoved(document: string, from: string, to: string): string {
  const edits = linksToAnchor(document, from).map((range) => ({ ...range, text: to }));
  return spliced(document, edits);
}
