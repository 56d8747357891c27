import type { Environment } from '../../environment.ts';
import { Cancelled } from '../../failure.ts';
import { type Asker, Stopped } from '../../prompts/asker.ts';
import type { Undecided } from '../home-directory.ts';
import { openAsker } from './open-asker.ts';

/** Shows something and asks whether it is to be done. */
export function askYes(message: string, shown: string, environment: Environment): Promise<boolean> {
  return withAsker(environment, async (asker) => {
    asker.tell(shown);
    const reply = await asker.chooseOne({
      message,
      choices: [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ],
    });
    return reply.kind === 'answer' && reply.value === 'yes';
  });
}

/** Asks which of several directories a proposal belongs into. */
export function askPlace({ what, choices }: Undecided, environment: Environment): Promise<string> {
  return withAsker(environment, async (asker) => {
    for (;;) {
      const reply = await asker.chooseOne({
        message:
          what === 'area' ? 'Which area does the proposal belong to?' : 'Where do proposals go?',
        choices: choices.map((value) => ({ value, label: value })),
        searchable: true,
      });
      if (reply.kind === 'answer') return reply.value;
    }
  });
}

async function withAsker<T>(
  environment: Environment,
  ask: (asker: Asker) => Promise<T>,
): Promise<T> {
  const asker = await openAsker(environment);
  try {
    asker.open('create-enhancement');
    return await ask(asker);
  } catch (error) {
    throw error instanceof Stopped ? new Cancelled() : error;
  } finally {
    asker.close();
  }
}
