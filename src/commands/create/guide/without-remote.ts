import type { Answers } from '../../../answers/answers.ts';
import type { Interview } from '../../../ask/interview.ts';
import { isNumbered } from '../../../convention/convention.ts';
import type { Environment } from '../../../environment.ts';
import { Cancelled, Failure } from '../../../failure.ts';
import type { CreateCall } from '../create-call.ts';
import type { Setting } from '../prepare.ts';
import { type Written, writeProposal } from '../write.ts';

const WAYS = [
  { value: 'draft', label: 'Write a draft and number it later' },
  { value: 'offline', label: 'Use the number without reserving it' },
  { value: 'stop', label: 'Stop without writing anything' },
] as const;

/**
 * Offers other ways where a remote did not hold a number, after all the answers were given.
 * @throws what was thrown when it was something else, and Cancelled when the user wants none of them
 */
export async function writeWithoutRemote(
  error: unknown,
  answers: Answers,
  context: { call: CreateCall; setting: Setting; environment: Environment; interview: Interview },
): Promise<{ written: Written; call: CreateCall }> {
  if (!(error instanceof Failure) || error.code !== 'remote') throw error;
  const { setting, environment, interview } = context;
  const canBeDraft = isNumbered(setting.workspace.convention) && answers.number === undefined;
  const ways = WAYS.filter(({ value }) => value !== 'draft' || canBeDraft);
  const message = `${error.message}. What do you want to do?`;
  const way = await interview.chooseFinally({ message, choices: ways });
  if (way === 'stop') throw new Cancelled();
  const draft = way === 'draft';
  const call = { ...context.call, reserve: false, online: false, draft, offline: !draft };
  const written = await writeProposal({ ...setting, isDraft: draft }, answers, call, environment);
  return { written, call };
}
