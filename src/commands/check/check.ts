import type { Environment } from '../../environment.ts';
import { isThereOnDisk } from '../../proposals/state/link-target.ts';
import { textOnDisk } from '../../proposals/state/read-proposal.ts';
import {
  type CheckResult,
  pathOfFinding,
  type ReportedFinding,
} from '../../report/findings/check.ts';
import { leftoverNotes } from '../../report/leftovers.ts';
import { READING_HISTORY } from '../../report/upgrade/upgrade.ts';
import type { ListedProposal } from '../../workspace/find-proposal.ts';
import { pathFromRoot } from '../../workspace/location.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { noteAbsent, noteOtherPlaces, noteUnread, refuseAbsent } from '../other-places.ts';
import { settledWorkspace } from '../settled-workspace.ts';
import type { BasesOptions } from '../upgrade/bases.ts';
import { templateSources, withBases } from '../upgrade/known-templates.ts';
import { openExistingWorkspace } from '../workspace-of-call.ts';
import type { CheckCall } from './check-call.ts';
import {
  noteNested,
  noteUnjudged,
  noteUnlike,
  noteUnusedStatuses,
  reportsMissing,
  withoutUsual,
} from './check-notes.ts';
import { type CheckedProposal, checkSnapshot } from './check-snapshot.ts';
import { addedFindings, beforeBranch, isBaseCheckedOut } from './filters/added.ts';
import { Baseline } from './filters/baseline.ts';
import { withoutTakenOut } from './filters/behind.ts';
import { withMovesOfRenumber } from './filters/duplicates.ts';
import { Habits } from './filters/habits.ts';
import { withPlaces } from './filters/places.ts';
import { severitiesFrom } from './filters/severities.ts';
import { withNumbersOfBase } from './filters/taken-on-base.ts';
import { fixFiles } from './fix.ts';
import { indexFindings } from './index-findings.ts';
import { type CheckScope, proposalsOf } from './scope.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Looks through proposals for what somebody may want to mend, and mends what is certain where that is asked for.
 * @throws Failure when the call names no proposal that there is, or what it compares with cannot be read
 */
export async function check(call: CheckCall, environment: Environment): Promise<CheckResult> {
  const open = () =>
    openExistingWorkspace(
      { proposal: call.proposals[0], directory: call.directory, template: call.template },
      environment,
    );
  const writes = (call.fix && !call.dryRun) || call.updateBaseline || call.prune;
  const { workspace, recovery } = await settledWorkspace(open, { dryRun: !writes }, environment);
  for (const note of leftoverNotes({ ...recovery, left: [] })) environment.note(note);
  if (call.proposals.length === 0) noteOtherPlaces(workspace, call, environment);
  if (call.prune || call.updateBaseline) refuseAbsent(workspace, 'The baseline');
  noteAbsent(workspace, environment);
  noteUnread(workspace, environment);
  const severities = severitiesFrom(workspace.survey.configured.configuration);
  const baseline = Baseline.read(workspace);
  const sources = await templateSources(workspace);
  const { chosen, all } = proposalsOf(call, workspace, sources);
  if (call.proposals.length === 0) noteNested(workspace, all, environment);
  const options = basesOptions(workspace, all);
  const templates = await environment.waiting(READING_HISTORY, () =>
    withBases(sources, workspace, options),
  );
  const context = { workspace, templates, present: (file: string) => file };
  const about: CheckScope = { call, context, severities, chosen, all };
  const fixed = call.fix
    ? await fixFiles(
        (await reportedFindings(about, environment.today)).findings,
        about,
        environment,
      )
    : [];
  const { findings: told, checked } = await reportedFindings(about, environment.today);
  const findings = withoutUsual(told, checked.length, environment);
  const statuses = checked.map(({ status }) => status);
  await noteUnusedStatuses(workspace, statuses, environment);
  const unjudged = checked.filter(
    ({ status, isUnjudged }) => isUnjudged && reportsMissing(severities, status),
  );
  noteUnjudged(unjudged.length, templates.main.bases.unknownBecause, environment);
  noteUnlike(checked, environment);
  if (call.isChangedOnly) await noteSameCommit(call.base, workspace, environment);
  const result: CheckResult = {
    command: 'check',
    findings,
    checked: chosen.length,
    fromRoot: pathFromRoot(workspace.survey.root, workspace.survey.cwd),
    place: { directory: call.directory, template: call.template },
    fixed,
    dryRun: call.dryRun,
    isChangedOnly: call.isChangedOnly,
    baseline: undefined,
  };
  return throughBaseline(result, baseline, call);
}

async function noteSameCommit(
  base: string | undefined,
  workspace: Workspace,
  environment: Environment,
): Promise<void> {
  if (!(await isBaseCheckedOut(base, workspace))) return;
  environment.note(
    'the base is what is checked out: only what is not committed is new; for another base, pass --base',
  );
}

function basesOptions({ location }: Workspace, all: readonly ListedProposal[]): BasesOptions {
  const files = all.map(({ file }) => file);
  return { files, within: location.numbered };
}

async function reportedFindings(
  about: CheckScope,
  today: string,
): Promise<{ findings: ReportedFinding[]; checked: readonly CheckedProposal[] }> {
  const { call, context, severities, chosen, all } = about;
  const { workspace } = context;
  const now: Snapshot = { proposals: all, read: textOnDisk, isThere: isThereOnDisk };
  const judged = call.isChangedOnly ? await addedByBranch(now, about) : checkSnapshot(now, context);
  const present = await withoutTakenOut(judged, { now, templates: context.templates });
  const shown = withPlaces(await withMovesOfRenumber(present, workspace), now, about);
  const files = new Set(chosen.map(({ file }) => file));
  const found = shown.flatMap(({ proposal, status, found }) =>
    files.has(proposal.file)
      ? found.map(({ finding, under }) => ({
          path: pathOfFinding(finding, proposal.shown),
          severity: severities(finding, status),
          under,
          finding,
        }))
      : [],
  );
  const isAll = call.proposals.length === 0 && !call.isChangedOnly;
  const index = isAll ? await indexFindings(workspace, shown, today) : [];
  const settled = index.map((each) => ({
    ...each,
    severity: severities(each.finding, undefined),
  }));
  const findings = [...found, ...settled].flatMap(({ severity, ...rest }) =>
    severity === 'off' ? [] : [{ ...rest, severity }],
  );
  return { findings, checked: shown.filter(({ proposal }) => files.has(proposal.file)) };
}

async function addedByBranch(
  now: Snapshot,
  { call, context, all }: CheckScope,
): Promise<readonly CheckedProposal[]> {
  const before = await beforeBranch(call.base, context.workspace, all);
  // A branch does not decide what is usual for itself.
  const usual = new Habits();
  const present = { ...context, present: before.present };
  const then = checkSnapshot(before.snapshot, present, { habits: usual });
  const added = addedFindings(checkSnapshot(now, context, { usual }), then, before);
  return withNumbersOfBase(added, before, context.workspace);
}

/** What is left of findings when those are gone that a baseline keeps quiet. */
function throughBaseline(result: CheckResult, baseline: Baseline, call: CheckCall): CheckResult {
  const { findings } = result;
  if (call.updateBaseline && !baseline.isThere) {
    const bad = findings.filter(({ severity }) => severity !== 'note');
    baseline.write(bad);
    const said = { file: baseline.shown, known: bad.length, mended: 0, isWritten: true };
    return { ...result, findings: [], baseline: said };
  }
  if (!baseline.isThere) return result;
  const { left, kept, known, mended } = baseline.apply(findings);
  const isWhole = call.proposals.length === 0 && !call.isChangedOnly;
  const isWritten = (call.prune || call.updateBaseline) && isWhole;
  if (isWritten) baseline.keep(kept);
  return {
    ...result,
    findings: left,
    baseline: { file: baseline.shown, known, mended: isWhole ? mended.length : 0, isWritten },
  };
}
