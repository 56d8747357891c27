import { type Asker, type ChoiceQuestion, Stopped } from '../ask/asker.ts';
import { openAsker } from '../ask/open-asker.ts';
import type { Environment } from '../environment.ts';
import { Cancelled } from '../failure.ts';

/** Shows something and asks whether it is to be done. */
export function askYes(
  message: string,
  shown: readonly string[],
  environment: Environment,
): Promise<boolean> {
  return withAsker(environment, async (asker) => {
    asker.tell(shown);
    const reply = await asker.chooseOne({
      message,
      choices: [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ],
      canGoBack: false,
    });
    return reply.kind === 'answer' && reply.value === 'yes';
  });
}

/** Asks the only question there is; there is no way back from it. */
export function askOne<T extends string>(
  question: Omit<ChoiceQuestion<T>, 'canGoBack'>,
  environment: Environment,
): Promise<T> {
  return withAsker(environment, async (asker) => {
    const reply = await asker.chooseOne({ ...question, canGoBack: false });
    if (reply.kind === 'answer') return reply.value;
    throw new Error('there is no question before the first');
  });
}

async function withAsker<T>(
  environment: Environment,
  ask: (asker: Asker) => Promise<T>,
): Promise<T> {
  const asker = await openAsker(environment);
  try {
    return await ask(asker);
  } catch (error) {
    throw error instanceof Stopped ? new Cancelled() : error;
  } finally {
    asker.close();
  }
}
