import { type Asker, Stopped } from '../ask/asker.ts';
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
