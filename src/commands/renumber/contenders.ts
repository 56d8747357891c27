import { type Arrival, arrivalOf, commitsBefore } from '../../git/arrival.ts';
import { pathFromRoot, shownPath } from '../../workspace/location.ts';
import type { Survey } from '../../workspace/survey.ts';

/** One of several proposals with the same number. */
export interface Contender {
  shown: string;
  arrival: Arrival | undefined;
  /** Tells apart what came in the same second. */
  rank?: number;
}

/** Which of several proposals is to give up the number that they share. */
export interface Contest<T extends Contender> {
  ordered: readonly T[];
  /** The only one that is not on the default branch: nobody else knows it yet. */
  fresh: T | undefined;
  /** The one that came after all others; undefined where nobody knows. */
  later: T | undefined;
}

/**
 * How an entry came here.
 * @param target absolute
 * @param branch the default branch; undefined where there is none
 */
export async function contenderAt(
  target: string,
  branch: string | undefined,
  { repository, cwd, root }: Survey,
): Promise<Contender> {
  const isKnown = repository !== undefined && branch !== undefined;
  return {
    shown: shownPath(cwd, target),
    arrival: isKnown ? await arrivalOf(repository, branch, pathFromRoot(root, target)) : undefined,
  };
}

/** What is known of several proposals with one number. */
export async function contestOf<T extends Contender>(
  all: readonly T[],
  { repository }: Survey,
): Promise<Contest<T>> {
  const fresh = all.filter(({ arrival }) => arrival?.isOnDefault === false);
  const isTied = new Set(all.map(sinceOf)).size < all.length;
  const ranked = all.map(async (each): Promise<T> => {
    const commit = each.arrival?.commit;
    if (!isTied || !repository || commit === undefined) return each;
    return { ...each, rank: await commitsBefore(repository, commit) };
  });
  const ordered = (await Promise.all(ranked)).toSorted(
    (a, b) => sinceOf(b) - sinceOf(a) || (b.rank ?? 0) - (a.rank ?? 0),
  );
  const [last, before] = ordered;
  const isOnlyFresh = fresh.length === 1;
  return {
    ordered,
    fresh: isOnlyFresh ? fresh[0] : undefined,
    later: last && before && isLater(last, before) ? last : undefined,
  };
}

function isLater(one: Contender, other: Contender): boolean {
  const by = sinceOf(one) - sinceOf(other);
  return by > 0 || (by === 0 && (one.rank ?? 0) > (other.rank ?? 0));
}

function sinceOf({ arrival }: Contender): number {
  if (!arrival) return 0;
  return arrival.since ?? Number.MAX_SAFE_INTEGER;
}
