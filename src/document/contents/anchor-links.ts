import { blankOutCode } from '../markdown/blank-code.ts';
import { spliced, type TextRange } from '../markdown/edits.ts';
import { anchorOf, anchorWords, decodedAnchor } from '../markdown/heading-anchor.ts';

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

/**
 * A document whose links to a heading lead to it under the name that it has now; a label that is the old name becomes
 * the new one.
 */
export function withLinksMoved(document: string, from: string, to: string): string {
  const [old = '', now = ''] = [from, to].map((title) => anchorOf(anchorWords(title)));
  const edits = linksToAnchor(document, old).flatMap(({ start, end }) => {
    const label = `[${from}](#`;
    const isNamed = from !== to && document.endsWith(label, start);
    const own = { start: start - label.length, end: start, text: `[${to}](#` };
    return [...(isNamed ? [own] : []), { start, end, text: now }];
  });
  return spliced(document, edits);
}
