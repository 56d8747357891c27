import type { Environment } from '../../environment.ts';
import { Failure } from '../../failure.ts';
import { hasLeft, journalOf } from '../../proposals/changes/journal.ts';
import { survey } from '../../workspace/survey.ts';

const BETWEEN = 100;
const MOST_LOOKS = 20;

/**
 * Does something with a document, and once more where it is not found: while another run puts a document in its
 * place, it has no name for a moment.
 * @param mayRetry whether nobody has been asked anything yet
 */
export async function patiently<T>(
  work: () => Promise<T>,
  mayRetry: () => boolean,
  environment: Environment,
): Promise<T> {
  for (let looks = 1; ; looks++) {
    try {
      return await work();
    } catch (error) {
      const isAbsent = error instanceof Failure && ABSENT.includes(error.code);
      if (!isAbsent || !mayRetry() || looks === MOST_LOOKS) throw error;
      const { root, repository } = await survey(environment, undefined);
      if (looks > 1 && !hasLeft(journalOf(root, repository))) throw error;
      await new Promise((resolve) => setTimeout(resolve, BETWEEN));
    }
  }
}

const ABSENT = ['not-found', 'missing-answers'];
