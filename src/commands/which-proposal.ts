import { numberSaid } from '../proposals/state/number-said.ts';
import { readListed } from '../proposals/state/read-proposal.ts';
import {
  currentProposal,
  type FoundProposal,
  findProposal,
  listDocuments,
  listProposals,
  numberCalled,
  proposalsCalled,
} from '../workspace/find-proposal.ts';
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

/**
 * The proposal that a word stands for, as {@link findProposal} has it, or the only one that gives itself this number
 * where no name has it.
 * @throws Failure naming the candidates when none or several match
 */
export function proposalMeant(word: string, workspace: Workspace, command: string): FoundProposal {
  const number = numberCalled(word);
  const listed = number === undefined ? [] : listDocuments(workspace);
  const isSought = proposalsCalled(word, listed).length === 0;
  const [only, ...others] = listed.filter((each) => {
    const read = isSought ? readListed(each, workspace.survey.root) : undefined;
    return read !== undefined && each.number === undefined && numberSaid(read) === number;
  });
  return only && others.length === 0 ? only : findProposal(word, workspace, command);
}
