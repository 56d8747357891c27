import type { Answers } from '../../../answers/answers.ts';
import { isNumbered } from '../../../convention/convention.ts';
import { Cancelled, Failure } from '../../../failure.ts';
import { askOne } from '../../ask-once.ts';
import { type Written, writeProposal } from '../write.ts';
import { type GuideContext, withResume } from './guide.ts';

/** How to go on where the remote holds no number. */
const WAYS = [
  { value: 'draft', label: 'Write a draft, and number it later with renumber' },
  { value: 'offline', label: 'Take the number without reserving it' },
  { value: 'stop', label: 'Stop, and write nothing' },
] as const;

/**
 * Offers other ways where a remote did not hold a number, after all the answers were given.
 *
 * @throws what was thrown, when it was something else or the user wants none of them; with the command that
 *   goes on from the answers
 */
export async function writeOtherwise(
  error: unknown,
  answers: Answers,
  { call, setting, environment }: GuideContext,
): Promise<Written> {
  try {
    if (!(error instanceof Failure) || error.code !== 'remote') throw error;
    const canBeDraft = isNumbered(setting.home.convention) && answers.number === undefined;
    const ways = WAYS.filter(({ value }) => value !== 'draft' || canBeDraft);
    const way = await askOne(
      { message: `${error.message}. What now?`, choices: ways },
      environment,
    );
    if (way === 'stop') throw new Cancelled();
    const isDraft = way === 'draft';
    const otherwise = { ...call, reserve: false, online: false, draft: isDraft, offline: !isDraft };
    return await writeProposal(otherwise, { ...setting, isDraft }, answers, environment);
  } catch (final) {
    throw withResume(final, answers, call);
  }
}
