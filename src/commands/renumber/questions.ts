import { issueNumber } from '../../answers/answers.ts';
import { Cancelled, Failure } from '../../failure.ts';
import { moveLines, type RenumberResult } from '../../report/renumber.ts';
import type { TakenEntry } from '../../workspace/entries.ts';
import type { ListedProposal } from '../../workspace/find-proposal.ts';
import { missingProposalError } from '../../workspace/unfound.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { LazyInterview } from '../lazy-interview.ts';
import { proposalQuestion } from '../questions.ts';
import type { AskedRenumberCall, RenumberCall } from './renumber-call.ts';

/**
 * Asks which proposal it is about: a draft, where it gets its first number.
 * @throws Failure when there is none, or nobody can be asked
 */
export async function askProposal(
  { isFirst }: AskedRenumberCall,
  { proposals, workspace }: { proposals: readonly ListedProposal[]; workspace: Workspace },
  questions: LazyInterview,
): Promise<string> {
  if (proposals.length === 0) throw missingProposalError(proposals, workspace);
  const word = isFirst ? 'number' : 'renumber';
  const choices = proposals.filter(({ number }) => !isFirst || number === undefined);
  const interview = choices.length === 0 ? undefined : await questions.interview();
  if (!interview) {
    const example = isFirst ? 'second-cache' : '7 12';
    throw Failure.usage('usage', `${word} takes a proposal and optionally a number`, {
      hint: `For example: npx create-enhancement ${word} ${example}`,
    });
  }
  const what = isFirst
    ? 'Which draft do you want to number?'
    : 'Which proposal do you want to renumber?';
  return interview.chooseOne(proposalQuestion(what, choices));
}

/** The call with its number, which is asked for where numbers come from somewhere else. */
export async function withNumber(
  call: RenumberCall,
  { workspace, taken }: { workspace: Workspace; taken: readonly TakenEntry[] },
  questions: LazyInterview,
): Promise<RenumberCall> {
  if (call.number !== undefined || workspace.convention.numbering !== 'assigned') return call;
  const interview = await questions.interview();
  if (!interview) return call;
  const text = await interview.text({
    id: 'number',
    message: 'What is the number of its issue or pull request?',
    hint: 'Proposals here use these numbers: enter a number or a URL.',
    initial: '',
    lines: 'one',
    empty: undefined,
    validate: (said) => {
      const number = issueNumber(said);
      const other = taken.find((entry) => entry.number === number);
      if (number === undefined) return 'Enter a number, #number or a URL that ends in one';
      return other ? `${number} is taken: ${other.shown}` : undefined;
    },
  });
  const number = issueNumber(text);
  return number === undefined ? call : { ...call, number };
}

/** Asks which of several with one number moves; undefined where nobody can be asked. */
export async function askWhich(
  word: string,
  lines: ReadonlyMap<string, string>,
  questions: LazyInterview,
): Promise<string | undefined> {
  const interview = await questions.interview();
  return interview?.chooseOne({
    id: 'which',
    message: `Which of these should get another number instead of ${word}?`,
    choices: [...lines].map(([value, said]) => ({ value, label: `${value}  (${said})` })),
  });
}

/**
 * Shows what would be done, and asks for it.
 * @throws Cancelled when it is not wanted
 */
export async function confirmMove(result: RenumberResult, questions: LazyInterview): Promise<void> {
  const interview = await questions.interview();
  if (!interview) return;
  interview.tell([`${result.from.path} → ${result.to.path}`, ...moveLines(result)]);
  const wanted = await interview.chooseOne({
    id: 'confirm',
    message: 'Do you want to do this?',
    choices: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
    ],
  });
  if (wanted === 'no') throw new Cancelled();
  interview.rest();
}
