import { closest, distance } from 'fastest-levenshtein';

/**
 * The end of a message about a name that is not known.
 * @returns `; did you mean x?` with the known name that was probably meant; empty when more than a third of its
 *   letters differ
 */
export function didYouMean(name: string, known: readonly string[]): string {
  const meant = nearestName(name, known);
  return meant === undefined ? '' : `; did you mean ${meant}?`;
}

function nearestName(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const best = closest(name.toLowerCase(), known);
  const allowed = Math.max(1, Math.ceil(best.length / 3));
  return distance(name.toLowerCase(), best) <= allowed ? best : undefined;
}
