import { isMissing } from './system-error.ts';

/**
 * The result of some work, or undefined when it fails in any way: for questions to which a failure is an answer, such
 * as whether a link leads anywhere, and for work after the fact, whose failure must not hide how the run itself
 * ended. Never for what must not be missed, such as numbers in use.
 */
export function orUndefined<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/**
 * What is read from a file or directory, undefined when there is none of that name.
 * @throws any other error: what could not be read is not absent
 */
export function unlessMissing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
