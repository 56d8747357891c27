import { commandLine } from '../../shell-quoting.ts';
import type { AnswerBreakout } from '../../template/render.ts';
import { leftoverNotes } from '../leftovers.ts';
import type { Style } from '../style.ts';
import { type CreateResult, type Creation, renumberCall } from './create.ts';

/** Notes for the user about a created proposal. */
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
    lists,
    keptLists,
    kept,
  } = creation;
  const renumber = renumberCall(creation, style);
  return [
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
      ? [
          `the path omits ${lettersLost}, which cannot be transliterated: choose another name with --slug`,
        ]
      : []),
    ...(missingBeside.length > 0
      ? [`other proposals also have ${missingBeside.join(', ')}, which was not created`]
      : []),
    ...kept.map(
      ({ place, text }) =>
        `${place} already has the number ${result.number}: ${quoted(text)}; for another one, pass --number`,
    ),
    ...keptLists.map((file) => {
      const command = commandLine(
        ['npx', 'create-enhancement', 'list', '--write', file],
        style.shell,
      );
      return `${file} lists the proposals here: when this one is written, run ${command}`;
    }),
    ...(lists.length > 0 && kept.length === 0 && !creation.isDraft
      ? [
          `${lists.join(' and ')} ${lists.length > 1 ? 'list' : 'lists'} the proposals here: add this one`,
        ]
      : []),
    ...(unsaid.length > 0
      ? [`no value for: ${unsaid.join(', ')}; set it with --set ${unsaid[0]}=<text>`]
      : []),
    ...breakouts.map(breakoutText),
    ...rivals.map(
      (rival) =>
        `another program also gave ${result.convention.directory}/${rival} the number ${result.number}; to renumber this one: ${renumber}`,
    ),
  ];
}

function supersededNotes({ supersedes, dryRun }: CreateResult): string[] {
  if (!supersedes) return [];
  return [
    `${supersedes.path} ${dryRun ? 'would be' : 'is now'} marked as superseded by this proposal`,
  ];
}

function seenText({ branches, requests }: NonNullable<Creation['seen']>): string {
  const count = (number: number, one: string, more: string) =>
    `${number} ${number === 1 ? one : more}`;
  return `read ${count(branches, 'branch', 'branches')} and ${count(requests, 'open request', 'open requests')} of the remote; requests with conflicts are not included`;
}

function byNumber(met: Creation['met']): Creation['met'] {
  return met.filter(({ number }, at) => met.findIndex((each) => each.number === number) === at);
}

const MOST_MET = 3;

const GAPS: Record<Creation['gaps'][number], string> = {
  uncommitted: 'git could not read the last commit, so numbers found only there were not checked',
  'single-branch':
    'this clone follows a single branch, so numbers on other branches were not checked',
  treeless: 'this clone has no trees, so numbers on other branches were not checked',
  unfetched: 'the remote was last fetched over two weeks ago: newer numbers were not checked',
  unreadable:
    'git could not read all branches, so some numbers were not checked: see git log --branches',
  'newest-only': 'there are many branches: only the newest 60 were checked',
};

const GIT_SILENT =
  'git could not read this repository, so numbers in other work trees and in the last commit were not checked';

function breakoutText({ answer, section, kind, line, text, level }: AnswerBreakout): string {
  const what =
    kind === 'heading'
      ? `is a heading that ends the section "${section}" (level ${level})`
      : `opens a block that is never closed and swallows what follows "${section}"`;
  return `${answer}, line ${line}: ${quoted(text)} ${what}; use --nest-headings to keep it inside`;
}

function quoted(text: string): string {
  const characters = [...text.trim()];
  return `"${characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : characters.join('')}"`;
}
