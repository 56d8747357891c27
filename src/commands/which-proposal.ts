import { currentProposal, listProposals } from '../workspace/find-proposal.ts';
import { missingProposalError } from '../workspace/unfound.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { LazyInterview } from './lazy-interview.ts';
import { proposalQuestion } from './questions.ts';

/**
 * The proposal that a call is about: the one it names, that whose directory the program runs in, or the one that somebody
 * chooses.
 * @param word what the call names it by
 * @throws Failure listing the proposals where it names none, and nobody can be asked
 */
export async function whichProposal(
  word: string | undefined,
  workspace: Workspace,
  { asker, message, command }: { asker: LazyInterview; message: string; command: string },
): Promise<string> {
  if (word !== undefined) return word;
  const current = currentProposal(workspace);
  if (current) return current.shown;
  const proposals = listProposals(workspace);
  const interview = proposals.length > 0 ? await asker.interview() : undefined;
  if (!interview) throw missingProposalError(proposals, workspace, command);
  return interview.chooseOne(proposalQuestion(message, proposals));
}
