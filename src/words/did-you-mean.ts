import { closest, distance } from 'fastest-levenshtein';
import type { NextCall } from '../failure.ts';

/** `; did you mean x?` with the only name that begins so, or the nearest; empty when over a third of it differs. */
export function didYouMean(name: string, known: readonly string[]): string {
  const meant = nearestName(name, known);
  return meant === undefined ? '' : `; did you mean ${meant}?`;
}

/** The call with the name that was meant, as a failure takes it; nothing when none is near. */
export function nextWithMeant(word: string, known: readonly string[]): { next?: NextCall } {
  const meant = nearestName(word, known);
  return meant === undefined ? {} : { next: { word, by: meant } };
}

/** The only name that begins so, or the nearest; undefined when over a third of it differs. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const [longer, ...others] = known.filter((each) => each.startsWith(name.toLowerCase()));
  if (longer !== undefined && others.length === 0) return longer;
  const best = closest(name.toLowerCase(), known);
  const allowed = Math.max(1, Math.ceil(best.length / 3));
  return distance(name.toLowerCase(), best) <= allowed ? best : undefined;
}

/** Whether two letters beside each other have changed places, and all others are the same: `stauts`. */
export function isSwapped(one: string, other: string): boolean {
  const at = [...one].findIndex((letter, index) => letter !== other.charAt(index));
  if (one.length !== other.length || at < 0) return false;
  const swapped = one.slice(0, at) + one.charAt(at + 1) + one.charAt(at) + one.slice(at + 2);
  return swapped === other;
}
