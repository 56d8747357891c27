import { linksToAnchor } from '../../document/contents/anchor-links.ts';
import { generatedContents } from '../../document/contents/table-of-contents.ts';
import { anchorOf, anchorWords } from '../../document/markdown/heading-anchor.ts';
import { lineCounter } from '../../document/markdown/lines.ts';
import type { UpgradeChange } from '../../document/upgrade/upgrade-result.ts';
import { notGainedNote, staleContentsNote, staleLinkNote } from '../../report/upgrade/stale.ts';
import type { PlannedUpgrade } from './plan.ts';

/** What a change of headings has left out of date in a document. */
export function staleIn(shown: string, text: string, changes: readonly UpgradeChange[]): string[] {
  const headings = changes.filter(({ kind, applied }) => applied && kind !== 'guidance');
  const contents = headings.length > 0 ? generatedContents(text) : undefined;
  const renamed = headings.filter(({ kind }) => kind === 'renamed');
  const links = renamed.flatMap(({ from = '', to = '' }) => {
    const [old = '', now = ''] = [from, to].map((title) => anchorOf(anchorWords(title)));
    const [link] = linksToAnchor(text, old);
    return link ? [staleLinkNote(shown, lineCounter(text)(link.start), { old, now })] : [];
  });
  return [...(contents === undefined ? [] : [staleContentsNote(shown, contents)]), ...links];
}

/** Sections that were asked for and that no proposal could gain. */
export function unusedAmong(
  accepted: readonly string[],
  planned: readonly PlannedUpgrade[],
): string[] {
  const gained = new Set(
    planned
      .flatMap(({ outcome }) => outcome.changes)
      .flatMap(({ kind, section }) => (kind === 'gained' ? (section ?? []) : [])),
  );
  return accepted.filter((title) => !gained.has(title)).map(notGainedNote);
}
