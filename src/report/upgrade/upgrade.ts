import type { UpgradeChange } from '../../document/upgrade/upgrade-result.ts';
import { leftoverNotes } from '../leftovers.ts';
import { doubtTexts, paintDiffLine } from '../section.ts';
import { documentLines, noteLines, paint, type Style } from '../style.ts';
import type { Because, ProposalUpgrade, UpgradeOutcome } from './outcome.ts';

/** What is said while git is asked. */
export const READING_HISTORY = 'Reading the history of the template';

/** What became of each proposal, and how many there are of each kind. */
export async function upgradeText(
  { result, texts }: UpgradeOutcome,
  style: Style,
): Promise<string[]> {
  const { proposals, dryRun: isDry } = result;
  const lines: string[] = [];
  for (const [at, proposal] of proposals.entries()) {
    const { before = '', after = '' } = texts[at] ?? {};
    if (isDry && before !== after) {
      const diff = await diffLines(proposal.path, before, after);
      lines.push(...diff.map((line) => paintDiffLine(line, style)));
    }
    lines.push(...proposalLines(proposal, { isDry, isOne: proposals.length === 1, style }));
  }
  const end = isDry ? [paint(style, 'dim', 'Nothing was written: this is a dry run.')] : [];
  return [...lines, ...countLines(proposals, isDry), ...end];
}

/** What a person should know beside it. */
export function upgradeNotes(
  { result, undone = [], left = [] }: UpgradeOutcome,
  style: Style,
): string[] {
  const notes = [
    ...new Set(result.proposals.flatMap(({ because }) => (because && WHY[because]) ?? [])),
  ];
  const siblings = result.proposals.some(({ reason }) => reason === 'siblings')
    ? [SIBLINGS_NOTE]
    : [];
  const offered = result.proposals.length > 1 ? offeredIn(result.proposals) : [];
  return noteLines([...leftoverNotes({ undone, left }), ...siblings, ...notes, ...offered], style);
}

const SIBLINGS_NOTE =
  'there is no template here but what the proposals share, so none of them is behind it';

const WHY: Readonly<Partial<Record<Because, string>>> = {
  preset:
    'the template ships with the program and has no history here: proposals were compared with it as it is',
  'no git':
    'without git nothing is known of earlier templates: proposals were compared with the one of today',
  'not in git':
    'the template lies outside of the repository: proposals were compared with it as it is',
  shallow:
    'this is a shallow clone, which has no earlier templates: proposals were compared with the one of today (git fetch --unshallow gets the others)',
  'no history':
    'some proposals, or the template, are in no commit: they were compared with the template of today',
  unreadable:
    'an earlier template could not be used: proposals of its time were compared with the one of today',
};

/** Why a section's place is doubtful, as middles of sentences. */
export function doubtsOf({
  doubts = [],
  similar,
  level = 0,
  line = 0,
  section = '',
}: UpgradeChange): string[] {
  return doubtTexts({
    heading: section,
    line,
    level,
    certain: false,
    doubts,
    ...(similar && { similar }),
  });
}

/** A diff of a document, line by line, without colours. */
export async function diffLines(shown: string, before: string, after: string): Promise<string[]> {
  if (before === after) return [];
  const { createTwoFilesPatch } = await import('diff');
  const patch = createTwoFilesPatch(`a/${shown}`, `b/${shown}`, before, after, '', '', {
    context: 3,
  });
  return documentLines(patch).slice(1, -1);
}

/** Optional sections that many proposals could have, told once. */
function offeredIn(proposals: readonly ProposalUpgrade[]): string[] {
  const open = proposals
    .flatMap(({ changes }) => changes)
    .filter(({ optional, applied, certain }) => optional && !applied && certain);
  const names = [...new Set(open.map(({ section = '' }) => section))];
  return names.map(
    (name) => `the template has gained ${name}, which is optional: --with "${name}" adds it`,
  );
}

function proposalLines(
  proposal: ProposalUpgrade,
  { isDry, isOne, style }: { isDry: boolean; isOne: boolean; style: Style },
): string[] {
  const { path, status, base, because, changes, reason } = proposal;
  // Of many, only those are told that something is to be done about.
  if (status === 'current' && !isOne) return [];
  const of = base
    ? `, made from the template of ${base.date.slice(0, 10)} (${base.commit.slice(0, 8)})`
    : '';
  const how =
    because === 'later'
      ? ', the first there is'
      : because === 'better'
        ? ', which fits it best'
        : '';
  const upToDate = status === 'current' ? ' is up to date' : '';
  const refusal =
    reason === undefined || reason === 'siblings'
      ? []
      : [`  ${paint(style, 'red', 'Left as it is')}: ${reason}`];
  const lines = changes
    .filter(({ optional, applied }) => isOne || applied || !optional)
    .map((change) => `  ${changeLine(change, { path, isDry, isRefused: reason !== undefined })}`);
  return [`${paint(style, 'bold', path)}${upToDate}${of}${how}`, ...refusal, ...lines];
}

function changeLine(
  change: UpgradeChange,
  { path, isDry, isRefused }: { path: string; isDry: boolean; isRefused: boolean },
): string {
  const { kind, section = '', line, from = '', to = '', applied, optional, reason } = change;
  const at = line === undefined ? '' : ` ${path}:${line}`;
  const does = (done: string, would: string) => (applied && !isDry && !isRefused ? done : would);
  switch (kind) {
    case 'gained': {
      if (applied || isRefused) return `${does('Added', 'Would add')} ${section}${at}`;
      if (optional && change.certain) return `Offers ${section}: --with "${section}" adds it`;
      const why = reason ?? doubtsOf(change).join('; ');
      return `In doubt: ${section} was not added: ${why}`;
    }
    case 'renamed':
      return `${does('Renamed', 'Would rename')} ${from} to ${to}${at}`;
    case 'guidance':
      return to === ''
        ? `${does('Took out', 'Would take out')} what the template no longer says${inSection(section)}${at}`
        : `${does('Replaced', 'Would replace')} the template's explanation${inSection(section)}${at}`;
    case 'moved':
      return `The template now has ${section} in another place${at}`;
    case 'dropped':
      return `The template no longer has ${section}${at}`;
    case 'key':
      return `The template now has the key ${to}${section === '' ? '' : ` in ${section}`}`;
  }
}

function inSection(section: string): string {
  return section === '' ? '' : ` in ${section}`;
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
    count('refused', 'left as they are'),
  ];
  return [parts.flat().join(', ')];
}
