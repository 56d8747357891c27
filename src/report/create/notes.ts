import type { AnswerBreakout } from '../../template/render.ts';
import { leftoverNotes } from '../leftovers.ts';
import { noteLines, type Style } from '../style.ts';
import { type CreateResult, type Creation, renumberCall } from './create.ts';

/** What people should know beside a proposal that was created. */
export function creationNotes(creation: Creation, style: Style): string[] {
  const {
    result,
    breakouts,
    rivals,
    isGitSilent,
    gitSays,
    met,
    gaps,
    seen,
    lettersLost,
    unsaid,
    missingBeside,
  } = creation;
  const renumber = renumberCall(result, style);
  const notes = [
    ...(isGitSilent ? [`${GIT_SILENT}${gitSays ? ` (${gitSays})` : ''}`] : []),
    ...leftoverNotes(creation),
    ...supersededNotes(result),
    ...(result.adopted && !creation.isAdoptionTold ? [result.adopted.summary] : []),
    ...byNumber(met)
      .slice(0, MOST_MET)
      .map(({ number, shown }) => `number ${number} is taken: ${shown}`),
    ...(seen ? [seenText(seen)] : []),
    ...gaps.map((gap) => GAPS[gap]),
    ...(lettersLost
      ? [`the path leaves out ${lettersLost}, which it cannot hold: --slug takes another name`]
      : []),
    ...(missingBeside.length > 0
      ? [
          `the others have ${missingBeside.join(', ')} beside the document, which is not written here`,
        ]
      : []),
    ...(unsaid.length > 0
      ? [`empty in the template: ${unsaid.join(', ')}; --set ${unsaid[0]}=<text> says it`]
      : []),
    ...breakouts.map(breakoutText),
    ...rivals.map(
      (rival) =>
        `another program gave ${result.convention.directory}/${rival} the number ${result.number} too; to move this one: ${renumber}`,
    ),
  ];
  return noteLines(notes, style);
}

function supersededNotes({ supersedes, dryRun }: CreateResult): string[] {
  if (!supersedes) return [];
  return [
    `${supersedes.path} ${dryRun ? 'would say' : 'says now'} that this proposal takes its place`,
  ];
}

function seenText({ branches, requests }: NonNullable<Creation['seen']>): string {
  const count = (number: number, one: string, more: string) =>
    `${number} ${number === 1 ? one : more}`;
  return `read ${count(branches, 'branch', 'branches')} and ${count(requests, 'open request', 'open requests')} of the remote; requests with conflicts are not seen`;
}

function byNumber(met: Creation['met']): Creation['met'] {
  return met.filter(({ number }, at) => met.findIndex((each) => each.number === number) === at);
}

const MOST_MET = 3;

const GAPS: Record<Creation['gaps'][number], string> = {
  uncommitted: 'git could not read the last commit, so numbers that only it has were not seen',
  'single-branch':
    'this clone follows one branch only, so numbers on other branches of the remote were not seen',
  treeless: 'this clone has no trees, so numbers on other branches were not seen',
  unfetched: 'the remote was last fetched more than two weeks ago: newer numbers were not seen',
  unreadable:
    'git could not read all branches, so numbers on some of them were not seen: see git log --branches',
  'newest-only': 'there are many branches: only the newest 60 were looked at',
};

const GIT_SILENT =
  'git could not read this repository, so numbers in other work trees and in the last commit were not seen';

function breakoutText({ answer, section, kind, line, text, level }: AnswerBreakout): string {
  const what =
    kind === 'heading'
      ? `is a heading that ends the section "${section}" (level ${level})`
      : `opens a block that never closes and swallows what follows "${section}"`;
  return `${answer}, line ${line}: ${quoted(text)} ${what}; --nest-headings keeps it inside`;
}

function quoted(text: string): string {
  const characters = [...text.trim()];
  return `"${characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : characters.join('')}"`;
}
