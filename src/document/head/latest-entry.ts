/**
 * The one of several with the latest date; of those of one day the last, or the first where the newest stand first.
 * @param dateOf in ISO form, or empty
 */
export function latestByDate<T>(
  entries: readonly T[],
  dateOf: (entry: T) => string,
): T | undefined {
  const [first, last] = [entries[0], entries.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const isNewestFirst = dateOf(first) > dateOf(last);
  const ordered = isNewestFirst ? entries.toReversed() : entries;
  return ordered.reduce((best, each) => (dateOf(each) >= dateOf(best) ? each : best));
}
