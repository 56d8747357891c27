import path from 'node:path';
import { readHead } from '../../document/head/read-head.ts';
import { statusWord } from '../../document/head/status-choices.ts';
import { frontMatterEnd } from '../../document/markdown/front-matter.ts';
import type { Environment } from '../../environment.ts';
import type { ReportedFinding } from '../../report/findings/check.ts';
import type { Because } from '../../report/upgrade/outcome.ts';
import { didYouMean, nearestName } from '../../words/did-you-mean.ts';
import { fewOf } from '../../words/few-of.ts';
import type { ListedProposal } from '../../workspace/find-proposal.ts';
import { pathFromRoot } from '../../workspace/location.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { vocabularyIn } from '../state/vocabulary-in.ts';
import type { CheckedProposal } from './check-snapshot.ts';
import type { Severities } from './filters/severities.ts';

const WHY_UNJUDGED: Readonly<Partial<Record<Because, string>>> = {
  shallow:
    'this shallow clone does not have the template that they were made from (get it with git fetch --unshallow)',
  'no git': 'without git, nothing says what the template was when they were made',
  'not in git': 'the template is outside the repository, so it has no history here',
  'no history': 'nothing is committed yet',
};

/** Tells that proposals lack sections of the template of today, which is no finding where its history is unknown. */
export function noteUnjudged(
  count: number,
  because: Because | undefined,
  environment: Environment,
): void {
  const why = because && WHY_UNJUDGED[because];
  if (count === 0 || why === undefined) return;
  const lack = count === 1 ? '1 proposal lacks' : `${count} proposals lack`;
  environment.note(`${lack} sections that the template has, which is not reported: ${why}`);
}

/** Tells of proposals that have so little of every version of the template that their sections were not compared. */
export function noteUnlike(checked: readonly CheckedProposal[], environment: Environment): void {
  const unlike = checked.flatMap(({ proposal, isUnlike }) => (isUnlike ? proposal.shown : []));
  if (unlike.length === 0) return;
  environment.note(
    `hardly any section of the template is in ${fewOf(unlike)}: what else they lack is not reported`,
  );
}

/** Tells of documents in the directories of other proposals that say of themselves what proposals say. */
export function noteNested(
  { survey, convention }: Workspace,
  all: readonly ListedProposal[],
  environment: Environment,
): void {
  const { document } = convention;
  if (document === null) return;
  const listed = new Set(all.map(({ file }) => pathFromRoot(survey.root, file)));
  const above = all.flatMap(({ file, isFile }) =>
    isFile ? [] : `${path.posix.dirname(pathFromRoot(survey.root, file))}/`,
  );
  const nested = survey.paths.filter(
    (file) =>
      file.endsWith(`/${document}`) &&
      !listed.has(file) &&
      above.some((each) => file.startsWith(each)) &&
      isOfProposal(survey.read(file)),
  );
  if (nested.length === 0) return;
  environment.note(
    `inside other proposals, and not included unless you name them: ${fewOf(nested)}`,
  );
}

/** Findings without that a proposal is behind its template, where most are: then it is told once. */
export function withoutUsual(
  findings: readonly ReportedFinding[],
  checked: number,
  environment: Environment,
): ReportedFinding[] {
  const behind = findings.filter(({ finding }) => finding.code === 'behind').length;
  if (checked < FEWEST_OF_MOST || behind * 2 <= checked) return [...findings];
  environment.note(
    `${behind} of ${checked} proposals are behind the template: to see what has come since, run npx create-enhancement upgrade --all --dry-run`,
  );
  return findings.filter(({ finding }) => finding.code !== 'behind');
}

const FEWEST_OF_MOST = 8;

/**
 * Tells of statuses that call for complete proposals, and that are none here.
 * @param used the statuses of some proposals: where they have all of those, the others are not read
 */
export async function noteUnusedStatuses(
  workspace: Workspace,
  used: readonly (string | undefined)[],
  environment: Environment,
): Promise<void> {
  const { check } = workspace.survey.configured.configuration;
  const words = new Set(used.map((each) => statusWord(each ?? '')));
  const strict = (check?.strictWhen ?? []).filter((each) => !words.has(statusWord(each)));
  if (strict.length === 0) return;
  const { values, declared } = await vocabularyIn(workspace);
  const known = new Set(values.map(statusWord));
  for (const status of strict.filter((each) => !known.has(statusWord(each)))) {
    // Nobody may have come as far yet.
    if (declared.length === 0 && nearestName(status, values) === undefined) continue;
    environment.note(
      `check.strictWhen: "${status}" is not a status used here${didYouMean(status, values)}`,
    );
  }
}

/** Whether a proposal of a status would be told that it lacks a section. */
export function reportsMissing(severities: Severities, status: string | undefined): boolean {
  const place = { line: 1, column: 1 };
  return severities({ code: 'section-missing', section: '', id: '', ...place }, status) !== 'off';
}

function isOfProposal(text: string | undefined): boolean {
  if (text === undefined || frontMatterEnd(text) === 0) return false;
  const { status, title } = readHead(text);
  return status !== undefined && title !== undefined;
}
