import path from 'node:path';
import { isInside } from '../../disk/inside.ts';
import { sectionsNamed } from '../../document/sections/find-section.ts';
import { allSections } from '../../document/sections/template-sections.ts';
import type { Environment } from '../../environment.ts';
import { Cancelled, Failure } from '../../failure.ts';
import { writeDocuments } from '../../proposals/changes/write-documents.ts';
import { changedIn } from '../../proposals/uncommitted.ts';
import type { ProposalUpgrade, UpgradeOutcome } from '../../report/upgrade/outcome.ts';
import { READING_HISTORY } from '../../report/upgrade/upgrade.ts';
import {
  currentProposal,
  type FoundProposal,
  findProposal,
  listProposals,
} from '../../workspace/find-proposal.ts';
import { missingProposalError } from '../../workspace/unfound.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { settledWorkspace } from '../settled-workspace.ts';
import { eachOnce, type TemplatesHere } from '../templates-here.ts';
import { openExistingWorkspace } from '../workspace-of-call.ts';
import { isTemplateHere, templateSources, withBases } from './known-templates.ts';
import { staleAfter, unusedAmong } from './notes.ts';
import { type PlannedUpgrade, planUpgrade, type Uncommitted } from './plan.ts';
import { UpgradeQuestions } from './questions.ts';
import type { TemplateSource } from './template-source.ts';
import type { UpgradeCall } from './upgrade-call.ts';

/**
 * Brings proposals up to the template of today.
 * @throws Failure when the call names no proposal that there is, or nothing can be written
 * @throws Cancelled when the user stops it; nothing is then written
 */
export async function upgrade(
  call: UpgradeCall,
  environment: Environment,
): Promise<UpgradeOutcome> {
  const questions = new UpgradeQuestions(call.yes || call.dryRun, environment);
  return questions.run(() => upgradeOnce(call, environment, questions));
}

async function upgradeOnce(
  call: UpgradeCall,
  environment: Environment,
  questions: UpgradeQuestions,
): Promise<UpgradeOutcome> {
  const { directory, template } = call;
  const place = { proposal: call.proposals[0], directory, template };
  const { workspace, recovery } = await settledWorkspace(
    () => openExistingWorkspace(place, environment),
    call,
    environment,
  );
  const sources = await templateSources(workspace);
  const { source } = sources.main;
  const proposals = await proposalsFor(call, { workspace, sources, questions });
  const result = { command: 'upgrade', dryRun: call.dryRun, template: source.label } as const;
  if (source.isSiblings) {
    const all = proposals.map(({ shown }) => ({ ...CURRENT, path: shown }));
    return {
      ...recovery,
      result: { ...result, proposals: all },
      texts: [],
      stale: [],
      unused: [],
      isBehind: false,
    };
  }
  const sections = eachOnce(sources.all.flatMap((each) => allSections(each.source.text)));
  const accepted = sectionsNamed(sections, call.with).map(({ title }) => title);
  const files = proposals.map(({ file }) => file);
  const within = call.all ? workspace.location.numbered : files;
  const templates = await environment.waiting(READING_HISTORY, async () => {
    const known = await withBases(sources, workspace, { files, within });
    await Promise.all(known.all.map(({ bases }) => bases.readPast(files)));
    return known;
  });
  const uncommitted = call.force ? undefined : await uncommittedIn(workspace, within, files);
  const root = workspace.survey.root;
  const planned: PlannedUpgrade[] = [];
  for (const proposal of proposals) {
    const isOne = proposals.length === 1;
    const about = { root, templates, accepted, uncommitted, questions, isOne };
    planned.push(await planUpgrade(proposal, about));
  }
  if (environment.signal.aborted) throw new Cancelled();
  const changes = planned.flatMap(({ document, after }) => (document ? [{ document, after }] : []));
  if (!call.dryRun) await writeDocuments(changes, workspace.survey);
  return {
    ...recovery,
    result: { ...result, proposals: planned.map((each) => outcomeOf(each, call.dryRun)) },
    texts: planned.map(({ document, after }) => ({ before: document?.text ?? after, after })),
    stale: await staleAfter(planned.filter(hasChanged), workspace.survey),
    unused: unusedAmong(accepted, planned),
    isBehind: planned.some((each) => each.isLeft || (call.dryRun && hasChanged(each))),
  };
}

const CURRENT: Omit<ProposalUpgrade, 'path'> = {
  status: 'current',
  base: null,
  changes: [],
  reason: 'siblings',
};

/** @throws Failure when there is no such proposal, or nobody said which */
async function proposalsFor(
  call: UpgradeCall,
  {
    workspace,
    sources,
    questions,
  }: {
    workspace: Workspace;
    sources: TemplatesHere<{ source: TemplateSource }>;
    questions: UpgradeQuestions;
  },
): Promise<readonly FoundProposal[]> {
  const isTemplate = ({ file }: FoundProposal) => isTemplateHere(file, sources, workspace);
  if (call.all) return listProposals(workspace).filter((each) => !isTemplate(each));
  const current = call.proposals.length === 0 ? currentProposal(workspace) : undefined;
  const found = current
    ? [current]
    : call.proposals.map((word) => findProposal(word, workspace, 'upgrade'));
  const all =
    found.length === 0 ? listProposals(workspace).filter((each) => !isTemplate(each)) : [];
  const chosen = await questions.proposals(all);
  if (chosen) return chosen;
  if (found.length === 0)
    throw missingProposalError(listProposals(workspace), workspace, 'upgrade');
  const itself = found.find(isTemplate);
  if (itself) throw Failure.usage('usage', `${itself.shown} is the template itself`);
  return [...new Map(found.map((each) => [each.file, each])).values()];
}

async function uncommittedIn(
  { survey: { repository, isGitSilent, paths, root } }: Workspace,
  places: readonly string[],
  files: readonly string[],
): Promise<Uncommitted> {
  if (!repository) return isGitSilent ? 'unknown' : new Set();
  const changed = await changedIn(repository.root, places);
  if (!changed) return 'unknown';
  const tracked = new Set(paths.map((each) => path.join(root, each)));
  const untracked = files.filter((file) => isInside(root, file) && !tracked.has(file));
  return new Set([...changed.map((each) => path.join(repository.root, each)), ...untracked]);
}

function hasChanged({ document, after }: PlannedUpgrade): boolean {
  return document !== undefined && document.text !== after;
}

function outcomeOf(planned: PlannedUpgrade, isDry: boolean): ProposalUpgrade {
  return { ...planned.outcome, ...(isDry && hasChanged(planned) && { document: planned.after }) };
}
