import { closest, distance } from 'fastest-levenshtein';

/**
 * The known name that `name` was probably meant to be.
 *
 * @returns undefined when more than a third of the letters differ
 */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const best = closest(name.toLowerCase(), known);
  const allowed = Math.max(1, Math.ceil(best.length / 3));
  return distance(name.toLowerCase(), best) <= allowed ? best : undefined;
}
