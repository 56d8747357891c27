import type { Convention } from '../convention/convention.ts';
import type { BranchGap } from '../git/branches.ts';
import type { Recovery } from '../proposals/leftovers.ts';
import type { AnswerBreakout } from '../template/render.ts';
import type { BranchEntry } from '../workspace/location.ts';
import type { Adoption } from './adoption.ts';
import { leftoverNotes } from './leftovers.ts';
import { commandLine, isTooLong } from './shell-quoting.ts';
import { dryRunLines, noteLines, paint, type Style } from './style.ts';

/** What `--json` prints: the contract with other programs. */
export interface CreateResult {
  command: 'create';
  dryRun: boolean;
  /** `null` where proposals have none. */
  number: number | null;
  title: string;
  slug: string;
  /** The main document; like all paths relative to where the program runs, with `/`. */
  path: string;
  /** The content is there in a dry run only. */
  files: { path: string; content?: string }[];
  template: string;
  convention: Convention;
  /** What was found in the repository; absent where there was nothing to find. */
  adopted?: Adoption;
  sections: { kept: string[]; removed: string[] };
  /** Words of the command that does the same without questions. */
  repeat: string[];
}

/** A creation, with what a person is told beside the result. */
export interface Creation extends Recovery {
  result: CreateResult;
  /** Files that the other proposals have beside their document, and this one has not. */
  missingBeside: string[];
  /** Names of the template's own that nothing was said of. */
  unsaid: string[];
  /** Letters of the title that its path leaves out. */
  lettersLost: string;
  /** Whether it gets its number later. */
  isDraft: boolean;
  /** Whether somebody was told already what was adopted. */
  isAdoptionTold: boolean;
  /** Whether it stands at the end of questions that are joined by a line. */
  endsQuestions: boolean;
  showsCommand: boolean;
  /** Whether it is to be opened in the editor. */
  opens: boolean;
  /** Whether there is a repository that it can be committed to. */
  isInGit: boolean;
  /** Where answers changed the outline. */
  breakouts: AnswerBreakout[];
  /** Names of others that got the same number meanwhile. */
  rivals: string[];
  /** Whether there is a repository that git says nothing about. */
  isGitSilent: boolean;
  gitSays: string;
  /** Those on other branches that the number had to pass. */
  met: BranchEntry[];
  /** Why some of what branches have may not have been seen. */
  gaps: readonly BranchGap[];
  /** How much of the remote was read. */
  seen: { branches: number; requests: number } | undefined;
}

/** A creation in words: what was written, what to do next, and how to do it again. */
export function creationText(creation: Creation, style: Style): string[] {
  const { result, isDraft, endsQuestions, showsCommand } = creation;
  if (result.dryRun) {
    const repeat = showsCommand ? ['', ...repeatLines(creation, style)] : [];
    return [...dryRunLines(result.files, style), ...repeat];
  }
  const created = `${paint(style, 'green', 'Created')} ${result.path}`;
  return [
    endsQuestions ? `${paint(style, 'dim', '└')}  ${created}` : created,
    '',
    'Next: replace the explanations that are left with your own words.',
    ...nextCommands(creation, style).map((command) => `  ${command}`),
    ...(isDraft ? [`Give it its number with: ${numberCall(result, style)}`] : []),
    ...(showsCommand ? ['', ...repeatLines(creation, style)] : []),
  ];
}

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

/** Commands that go on from a proposal that was written. */
function nextCommands({ result, opens, isInGit }: Creation, { shell }: Style): string[] {
  const edit =
    shell === 'powershell' ? [] : [`\${EDITOR:-vi} ${commandLine([result.path], shell)}`];
  const paths = result.files.map(({ path }) => path);
  const commit = [
    commandLine(['git', 'switch', '-c', result.slug], shell),
    commandLine(['git', 'add', ...paths], shell),
  ];
  return [...(opens ? [] : edit), ...(isInGit ? commit : [])];
}

function repeatLines({ result: { repeat } }: Creation, style: Style): string[] {
  const command = isTooLong(repeat)
    ? ['  (longer than a command line can be: keep the answers in a file for --from)']
    : `  ${commandLine(repeat, style.shell)}`.split('\n');
  return ['The same again, without questions:', ...command];
}

function seenText({ branches, requests }: NonNullable<Creation['seen']>): string {
  const count = (number: number, one: string, more: string) =>
    `${number} ${number === 1 ? one : more}`;
  return `read ${count(branches, 'branch', 'branches')} and ${count(requests, 'open request', 'open requests')} of the remote; requests with conflicts are not seen`;
}

function byNumber(met: Creation['met']): Creation['met'] {
  return met.filter(({ number }, at) => met.findIndex((each) => each.number === number) === at);
}

/** A number that comes from somewhere else has to be given. */
function numberCall(result: Creation['result'], style: Style): string {
  const call = renumberCall(result, style);
  return result.convention.numbering === 'assigned' ? `${call} <n>` : call;
}

function renumberCall({ path }: Creation['result'], { shell }: Style): string {
  return commandLine(['npx', 'create-enhancement', 'renumber', path], shell);
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
