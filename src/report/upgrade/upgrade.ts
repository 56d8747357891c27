import type { UpgradeChange } from '../../document/upgrade/upgrade-result.ts';
import { diffLines } from '../diff.ts';
import { leftoverNotes } from '../leftovers.ts';
import { dryRunEnd, paint, type Style } from '../style.ts';
import { changeLine, isOffered, withFlag } from './change-line.ts';
import type { Because, ProposalUpgrade, UpgradeOutcome } from './outcome.ts';
import { staleNote } from './stale.ts';

/** What is shown while git runs. */
export const READING_HISTORY = 'Reading the history of the template';

/** What was done to each proposal, and how many there are of each kind. */
export async function upgradeText(
  { result, texts }: UpgradeOutcome,
  style: Style,
): Promise<string[]> {
  const { proposals, dryRun: isDry } = result;
  const lines: string[] = [];
  for (const [at, proposal] of proposals.entries()) {
    const { before = '', after = '' } = texts[at] ?? {};
    if (isDry && before !== after) {
      lines.push(...(await diffLines(proposal.path, { before, after }, style)));
    }
    lines.push(...proposalLines(proposal, { isDry, isOne: proposals.length === 1, style }));
  }
  const end = isDry ? [dryRunEnd(style)] : [];
  return [...lines, ...countLines(proposals, isDry), ...end];
}

/** Notes for the user. */
export function upgradeNotes(
  { result, stale, unused, undone = [], left = [] }: UpgradeOutcome,
  style: Style,
): string[] {
  const notes = [
    ...new Set(result.proposals.flatMap(({ because }) => (because && WHY[because]) ?? [])),
  ];
  const siblings = result.proposals.some(({ reason }) => reason === 'siblings')
    ? [SIBLINGS_NOTE]
    : [];
  const many =
    result.proposals.length > 1
      ? [...offeredIn(result.proposals), ...toldOfMany(result.proposals)]
      : [];
  return [
    ...leftoverNotes({ undone, left }),
    ...siblings,
    ...notes,
    ...many,
    ...stale.map((each) => staleNote(each, style)),
    ...unused,
  ];
}

const SIBLINGS_NOTE =
  'there is no template here except what the proposals share, so none of them is out of date';

const WHY: Readonly<Partial<Record<Because, string>>> = {
  preset:
    'the built-in template has no history here: proposals were compared with its current version',
  'no git':
    'without git, earlier templates are unknown: proposals were compared with the current one',
  'not in git':
    'the template is outside the repository: proposals were compared with its current version',
  shallow:
    'this shallow clone has no earlier templates: proposals were compared with the current one (get the others with git fetch --unshallow)',
  'no history':
    'some proposals or the template are not committed: they were compared with the current template',
  unreadable:
    'an earlier template could not be used: proposals from its time were compared with the current one',
};

function offeredIn(proposals: readonly ProposalUpgrade[]): string[] {
  const offered = proposals.flatMap(({ changes, base }) =>
    changes
      .filter(isOffered)
      // Without an earlier template, it may have been there from the first.
      .map(({ section = '' }) => ({ name: section, has: base ? 'has gained' : 'has' })),
  );
  const names = [...new Map(offered.map(({ name, has }) => [name, has]))];
  return names.map(
    ([name, has]) =>
      `the template ${has} ${name}, which is optional; add it with ${withFlag(name)}`,
  );
}

/** Notes about proposals that are up to date, each reported once with a count. */
function toldOfMany(proposals: readonly ProposalUpgrade[]): string[] {
  const counts = new Map<string, number>();
  for (const { status, changes } of proposals) {
    if (status !== 'current') continue;
    for (const change of changes) {
      if (change.optional) continue;
      const { line: _, ...about } = change;
      const line = changeLine(about, { path: '', isDry: false, isRefused: false });
      counts.set(line, (counts.get(line) ?? 0) + 1);
    }
  }
  return [...counts].map(
    ([line, count]) =>
      `${line.charAt(0).toLowerCase()}${line.slice(1)} (${count} of the proposals)`,
  );
}

function proposalLines(
  proposal: ProposalUpgrade,
  { isDry, isOne, style }: { isDry: boolean; isOne: boolean; style: Style },
): string[] {
  const { path, status, base, because, changes, reason, template = 'the template' } = proposal;
  // If there are many, only those that need attention are shown.
  if (status === 'current' && !isOne) return [];
  const of = base
    ? `, made from ${template} of ${base.date.slice(0, 10)} (${base.commit.slice(0, 8)})`
    : '';
  const how =
    because === 'later'
      ? ', the first version'
      : because === 'better'
        ? ', which fits it best'
        : '';
  const upToDate = status === 'current' ? ' is up to date' : '';
  const refusal =
    reason === undefined || reason === 'siblings'
      ? []
      : [`  ${paint(style, 'red', 'Unchanged')}: ${reason}`];
  const lines = changes
    .filter(({ optional, applied }) => isOne || applied || !optional)
    .map((change) => `  ${changeLine(change, { path, isDry, isRefused: reason !== undefined })}`);
  return [`${paint(style, 'bold', path)}${upToDate}${of}${how}`, ...refusal, ...lines];
}

function countLines(proposals: readonly ProposalUpgrade[], isDry: boolean): string[] {
  if (proposals.length === 0) return ['There are no proposals here.'];
  if (proposals.length === 1) return [];
  const count = (status: ProposalUpgrade['status'], words: string) => {
    const number = proposals.filter((each) => each.status === status).length;
    return number === 0 ? [] : `${number} ${words}`;
  };
  const parts = [
    count('upgraded', isDry ? 'would be upgraded' : 'upgraded'),
    count('current', 'up to date'),
    count('refused', 'unchanged'),
  ];
  const open = proposals.filter(({ changes }) => changes.some(isOpen)).length;
  const doubts = open > 0 ? `; ${open} of them with open doubts` : '';
  return [parts.flat().join(', ') + doubts];
}

function isOpen({ kind, certain, applied, declined, optional }: UpgradeChange): boolean {
  return (
    !certain &&
    !applied &&
    !declined &&
    !optional &&
    (kind === 'gained' || kind === 'renamed' || kind === 'guidance')
  );
}
