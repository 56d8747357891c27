import type { Convention } from '../../convention/convention.ts';
import type { BranchGap } from '../../git/branches.ts';
import type { Recovery } from '../../proposals/leftovers.ts';
import { commandLine, isTooLong } from '../../shell-quoting.ts';
import type { AnswerBreakout } from '../../template/render.ts';
import type { BranchEntry } from '../../workspace/location.ts';
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
  /** The main document; like all paths relative to the working directory, with `/`. */
  path: string;
  /** The content is included only in a dry run. */
  files: { path: string; content?: string }[];
  template: string;
  convention: Convention;
  /** What was detected in the repository; absent if there was nothing. */
  adopted?: Adoption;
  /** The proposal that it supersedes. */
  supersedes?: { path: string };
  sections: { kept: string[]; removed: string[] };
  /** Words of the command that does the same without questions. */
  repeat: string[];
}

/** A creation, with notes for the user. */
export interface Creation extends Recovery {
  result: CreateResult;
  /** Files that list the proposals. */
  lists: readonly string[];
  /** Those that `list --write` keeps. */
  keptLists: readonly string[];
  /** Rows of such lists that have the number already, though no proposal has it: `README.md:7`. */
  kept: readonly { place: string; text: string }[];
  /** Files that other proposals have beside their document, but this one does not. */
  missingBeside: string[];
  /** Custom variables of the template without a value. */
  unsaid: string[];
  /** Letters of the title that are missing in its path. */
  lettersLost: string;
  /** Whether it is numbered later. */
  isDraft: boolean;
  /** Whether the user has already been told what was adopted. */
  isAdoptionTold: boolean;
  /** Whether it follows questions that are joined by a line. */
  endsQuestions: boolean;
  showsCommand: boolean;
  /** Whether it is to be opened in the editor. */
  opens: boolean;
  /** What the run was told that it supersedes. */
  supersedes?: string | undefined;
  /** The directory that the call has named. */
  directory: string | undefined;
  /** Whether it is in the git repository that the program runs in. */
  isInGit: boolean;
  /** Whether the current branch is not meant for new proposals, such as `main`. */
  isOnUsualBranch: boolean;
  /** Where answers changed the outline. */
  breakouts: AnswerBreakout[];
  /** Names of other proposals that got the same number meanwhile. */
  rivals: string[];
  /** Whether there is a repository that git could not read. */
  isGitSilent: boolean;
  gitSays: string;
  /** Entries on other branches whose numbers were skipped. */
  met: BranchEntry[];
  /** Why some entries of branches may have been missed. */
  gaps: readonly BranchGap[];
  /** How much of the remote was read. */
  seen: { branches: number; requests: number } | undefined;
}

/** A creation as text: what was written, what to do next, and how to repeat it. */
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
    // What is made of other proposals has their sections alone, without guidance.
    result.template === 'siblings'
      ? 'Next: write its sections.'
      : 'Next: replace the remaining guidance with your own text.',
    ...nextCommands(creation, style).map((command) => `  ${command}`),
    ...(isDraft ? [`Assign its number with: ${numberCall(creation, style)}`] : []),
    ...(showsCommand ? ['', ...repeatLines(creation, style)] : []),
  ];
}

/** The command that gives a proposal another number. */
export function renumberCall(
  { result: { path }, directory }: Pick<Creation, 'result' | 'directory'>,
  { shell }: Style,
  word: 'renumber' | 'number' = 'renumber',
): string {
  const place = directory === undefined ? [] : ['--dir', directory];
  return commandLine(['npx', 'create-enhancement', word, path, ...place], shell);
}

function nextCommands(
  { result, opens, isInGit, isOnUsualBranch }: Creation,
  { shell }: Style,
): string[] {
  const edit =
    shell === 'powershell' ? [] : [`\${EDITOR:-vi} ${commandLine([result.path], shell)}`];
  const others = result.supersedes ? [result.supersedes.path] : [];
  const paths = [...result.files.map(({ path }) => path), ...others];
  const commit = [
    ...(isOnUsualBranch ? [commandLine(['git', 'switch', '-c', result.slug], shell)] : []),
    commandLine(['git', 'add', ...paths], shell),
  ];
  return [...(opens ? [] : edit), ...(isInGit ? commit : [])];
}

function repeatLines({ result: { repeat } }: Creation, style: Style): string[] {
  const command = isTooLong(repeat)
    ? ['  (too long for a command line: put the answers in a file and use --from)']
    : `  ${commandLine(repeat, style.shell)}`.split('\n');
  return ['The same command without questions:', ...command];
}

/** An assigned number must be passed. */
function numberCall(creation: Creation, style: Style): string {
  const call = renumberCall(creation, style, 'number');
  return creation.result.convention.numbering === 'assigned' ? `${call} <n>` : call;
}
