/** For work after the fact, whose failure must not hide how the run itself ended. */
export function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
