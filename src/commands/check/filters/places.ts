import type { Finding } from '../../../document/findings/finding.ts';
import { addSection } from '../../../document/sections/add-section.ts';
import { orUndefined } from '../../../or-undefined.ts';
import { type CheckedProposal, versionsOf } from '../check-snapshot.ts';
import type { CheckScope } from '../scope.ts';
import { readAt, type Snapshot } from '../snapshot.ts';

/** To look for the places of more takes longer than all else. */
const MOST_SOUGHT = 150;

/** The same proposals; of the sections that they lack, it is said which have no place, or only a doubtful one. */
export function withPlaces(
  checked: readonly CheckedProposal[],
  now: Snapshot,
  { context, chosen }: Pick<CheckScope, 'context' | 'chosen'>,
): readonly CheckedProposal[] {
  const files = new Set(chosen.map(({ file }) => file));
  const lacking = checked.filter(
    ({ proposal, found }) =>
      files.has(proposal.file) && found.some(({ finding }) => isToAdd(finding)),
  );
  const count = lacking
    .flatMap(({ found }) => found)
    .filter(({ finding }) => isToAdd(finding)).length;
  if (count > MOST_SOUGHT) return checked;
  const placed = new Map(lacking.map((each) => [each.proposal, withPlacesIn(each, now, context)]));
  return checked.map((each) => placed.get(each.proposal) ?? each);
}

function withPlacesIn(
  checked: CheckedProposal,
  now: Snapshot,
  { templates }: CheckScope['context'],
): CheckedProposal {
  const read = readAt(now, checked.proposal, undefined);
  if ('reason' in read) return checked;
  const { text } = read;
  const { source, bases } = templates.for(text);
  const [base] = versionsOf(bases, checked.proposal.file, text);
  const options = { template: source.text, ...(base !== undefined && { base }) };
  const found = checked.found.map((each) => {
    const { finding } = each;
    if (!isToAdd(finding)) return each;
    const added = orUndefined(() => addSection(text, { ...options, section: finding.id }));
    const place = added?.status !== 'added' ? 'none' : added.certain ? undefined : 'doubtful';
    return place === undefined ? each : { ...each, finding: { ...finding, place } as const };
  });
  return { ...checked, found };
}

function isToAdd(finding: Finding): finding is Extract<Finding, { code: 'section-missing' }> {
  return finding.code === 'section-missing' && !finding.isDeep;
}
