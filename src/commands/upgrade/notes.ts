import { linksToAnchor } from '../../document/contents/anchor-links.ts';
import { staleContents } from '../../document/contents/stale-contents.ts';
import { anchorOf, anchorWords } from '../../document/markdown/heading-anchor.ts';
import { lineCounter } from '../../document/markdown/lines.ts';
import type { UpgradeChange } from '../../document/upgrade/upgrade-result.ts';
import { notGainedNote, type Stale } from '../../report/upgrade/stale.ts';
import type { Survey } from '../../workspace/survey.ts';
import { linksElsewhere, type RenamedAnchor } from './links-elsewhere.ts';
import type { PlannedUpgrade } from './plan.ts';

/** What the changes of headings have left out of date, in the documents and in others that link to them. */
export async function staleAfter(
  planned: readonly PlannedUpgrade[],
  survey: Survey,
): Promise<Stale[]> {
  const stale: Stale[] = [];
  const renamed: RenamedAnchor[] = [];
  for (const { document, after, outcome } of planned) {
    const headings = outcome.changes.filter(({ kind, applied }) => applied && kind !== 'guidance');
    if (!document || headings.length === 0) continue;
    const contents = await staleContents(after);
    if (contents) stale.push({ path: document.shown, contents });
    const anchors = headings.filter(({ kind }) => kind === 'renamed').map(addressesOf);
    renamed.push(...anchors.map((each) => ({ ...each, file: document.path })));
    for (const each of anchors) {
      const [link] = linksToAnchor(after, each.old);
      const line = link && lineCounter(after)(link.start);
      if (line !== undefined) stale.push({ path: document.shown, line, ...each });
    }
  }
  return [...stale, ...linksElsewhere(renamed, survey)];
}

/** Sections that were asked for and that no proposal could gain. */
export function unusedAmong(
  accepted: readonly string[],
  planned: readonly PlannedUpgrade[],
): string[] {
  const gained = new Set(
    planned
      .flatMap(({ outcome }) => outcome.changes)
      .flatMap(({ kind, section }) =>
        kind === 'gained' || kind === 'renamed' || kind === 'guidance' ? (section ?? []) : [],
      ),
  );
  return accepted.filter((title) => !gained.has(title)).map(notGainedNote);
}

function addressesOf({ from = '', to = '' }: UpgradeChange): { old: string; now: string } {
  const [old = '', now = ''] = [from, to].map((title) => anchorOf(anchorWords(title)));
  return { old, now };
}
