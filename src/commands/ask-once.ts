import { type Asker, type ChoiceQuestion, Stopped } from '../ask/asker.ts';
import { openAsker } from '../ask/open-asker.ts';
import type { Environment } from '../environment.ts';
import { Cancelled } from '../failure.ts';
import type { Undecided } from '../workspace/choose-directory.ts';

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
    });
    return reply.kind === 'answer' && reply.value === 'yes';
  });
}

/** Asks the only question there is; there is no way back from it. */
export function askOne<T extends string>(
  question: ChoiceQuestion<T>,
  environment: Environment,
): Promise<T> {
  return withAsker(environment, async (asker) => {
    for (;;) {
      const reply = await asker.chooseOne(question);
      if (reply.kind === 'answer') return reply.value;
    }
  });
}

/**
 * Asks for one of several things.
 * @param lines what is said of each, by what it is called; the first is proposed
 */
export function askWhich(
  message: string,
  lines: ReadonlyMap<string, string>,
  environment: Environment,
): Promise<string> {
  const choices = [...lines].map(([value, said]) => ({ value, label: `${value}  (${said})` }));
  return askOne({ message, choices }, environment);
}

/** Asks which of several directories a proposal belongs in. */
export function askPlace({ what, choices }: Undecided, environment: Environment): Promise<string> {
  const message =
    what === 'area' ? 'Which area does the proposal belong to?' : 'Where do proposals go?';
  const question = {
    message,
    choices: choices.map((value) => ({ value, label: value })),
    searchable: true,
  };
  return askOne(question, environment);
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
