import type { Convention } from '../../convention/convention.ts';
import type { BranchGap } from '../../git/branches.ts';
import type { Recovery } from '../../proposals/leftovers.ts';
import type { AnswerBreakout } from '../../template/render.ts';
import type { BranchEntry } from '../../workspace/location.ts';
import { commandLine, isTooLong } from '../shell-quoting.ts';
import { dryRunLines, paint, type Style } from '../style.ts';
import type { Adoption } from './adoption.ts';

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
  /** The proposal whose place it takes. */
  supersedes?: { path: string };
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
  /** Whether that is on a branch where nobody writes proposals, such as `main`. */
  isOnUsualBranch: boolean;
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

/** The command that gives a proposal another number. */
export function renumberCall(
  { path }: Creation['result'],
  { shell }: Style,
  word: 'renumber' | 'number' = 'renumber',
): string {
  return commandLine(['npx', 'create-enhancement', word, path], shell);
}

/** Commands that go on from a proposal that was written. */
function nextCommands(
  { result, opens, isInGit, isOnUsualBranch }: Creation,
  { shell }: Style,
): string[] {
  const edit =
    shell === 'powershell' ? [] : [`\${EDITOR:-vi} ${commandLine([result.path], shell)}`];
  const paths = result.files.map(({ path }) => path);
  const commit = [
    ...(isOnUsualBranch ? [commandLine(['git', 'switch', '-c', result.slug], shell)] : []),
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

/** A number that comes from somewhere else has to be given. */
function numberCall(result: Creation['result'], style: Style): string {
  const call = renumberCall(result, style, 'number');
  return result.convention.numbering === 'assigned' ? `${call} <n>` : call;
}
