import type { Environment } from '../../environment.ts';
import { Failure } from '../../failure.ts';
import { writeDocuments } from '../../proposals/changes/write-documents.ts';
import { readFound, statusSaid } from '../../proposals/state/read-proposal.ts';
import type { SupersedeResult } from '../../report/state/supersede.ts';
import { type FoundProposal, listProposals } from '../../workspace/find-proposal.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { settledWorkspace } from '../settled-workspace.ts';
import { proposalMeant } from '../which-proposal.ts';
import { openExistingWorkspace } from '../workspace-of-call.ts';
import { type End, succession } from './succession/succession.ts';

export interface SupersedeCall {
  old: string;
  by: string;
  directory?: string;
  dryRun: boolean;
}

/**
 * Says in one proposal that another takes its place, and in that one that it does, each in its own way.
 * @throws Failure when one of them is not there, or has no place for it; nothing is then written
 */
export async function supersede(
  call: SupersedeCall,
  environment: Environment,
): Promise<SupersedeResult> {
  const open = () =>
    openExistingWorkspace({ proposal: call.old, directory: call.directory }, environment);
  const { workspace, recovery } = await settledWorkspace(open, call, environment);
  const [old, by] = [endCalled(call.old, workspace), endCalled(call.by, workspace)];
  if (old.proposal.file === by.proposal.file) throw sameError(old);
  const documents = await succession(workspace, { old, by }, environment.today);
  if (!call.dryRun) await writeDocuments(documents, workspace.survey);
  const changed = documents.filter(({ document, after }) => document.text !== after);
  return {
    ...recovery,
    result: {
      command: 'supersede',
      dryRun: call.dryRun,
      old: old.proposal.shown,
      by: by.proposal.shown,
      files: changed.map(({ document, after }) => ({
        path: document.shown,
        ...(call.dryRun && { document: after }),
      })),
    },
    texts: changed.map(({ document, after }) => ({ before: document.text, after })),
    decided: decidedOtherwise(old),
  };
}

/**
 * The proposal whose place another one is to take.
 * @throws Failure when it is not there, or has no place to say so
 */
export async function checkSuperseded(
  { old, directory }: Pick<SupersedeCall, 'old' | 'directory'>,
  environment: Environment,
): Promise<FoundProposal> {
  const workspace = await openExistingWorkspace({ proposal: old, directory }, environment);
  const end = endCalled(old, workspace);
  await succession(workspace, { old: end, by: end }, environment.today);
  return end.proposal;
}

function endCalled(word: string, workspace: Workspace): End {
  const proposal = proposalMeant(word, workspace, 'supersede');
  const own = listProposals(workspace).find(({ file }) => file === proposal.file);
  const read = readFound(proposal, {
    hasDirectory: own ? !own.isFile : false,
    root: workspace.survey.root,
  });
  return { proposal, read, number: own?.number, isFile: own?.isFile ?? true };
}

/** The status of a proposal that was turned down before another one took its place. */
function decidedOtherwise({ read }: End): string | undefined {
  const said = statusSaid(read);
  return said !== undefined && TURNED_DOWN.test(said) ? said : undefined;
}

const TURNED_DOWN =
  /^(?:reject|declin|withdr|abandon|cancel|abgelehnt|verworfen|rejet|refus|rechaz|rejeit|rifiut)/i;

function sameError({ proposal }: End): Failure {
  return Failure.usage('usage', `${proposal.shown} cannot supersede itself`, {
    hint: 'Pass the proposal that supersedes it with --by',
  });
}
