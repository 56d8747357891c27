import type { Environment } from '../../environment.ts';
import { Failure } from '../../failure.ts';
import type { ListedProposal } from '../../workspace/find-proposal.ts';
import type { AskedRenumberCall } from './renumber-call.ts';

/**
 * Asks which proposal it is about: a draft, where it gets its first number.
 * @throws Failure when there is none, or nobody can be asked
 */
export async function askProposal(
  { isFirst, yes }: AskedRenumberCall,
  proposals: readonly ListedProposal[],
  environment: Environment,
): Promise<string> {
  const word = isFirst ? 'number' : 'renumber';
  const choices = proposals.filter(({ number }) => !isFirst || number === undefined);
  if (choices.length === 0 || yes || !environment.interactive) {
    const example = isFirst ? 'second-cache' : '7 12';
    throw Failure.usage('usage', `${word} takes a proposal and optionally a number`, {
      hint: `For example: create-enhancement ${word} ${example}`,
    });
  }
  const [{ askOne }, { proposalQuestion }] = await Promise.all([
    import('../ask-once.ts'),
    import('../questions.ts'),
  ]);
  const what = isFirst ? 'Which draft gets its number?' : 'Which proposal gets another number?';
  return askOne(proposalQuestion(what, choices), environment);
}
