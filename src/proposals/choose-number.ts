import { type Convention, isNumbered } from '../convention/convention.ts';
import { numberIn } from '../convention/entry-name.ts';
import { nextNumber } from '../convention/numbering.ts';
import { numberPrefix } from '../convention/parse-entry-name.ts';
import { hasSlug } from '../convention/slug-form.ts';
import { Failure } from '../failure.ts';
import type { TakenEntry } from '../workspace/entries.ts';

const HIGHEST = 999_999_999;

/** Numbers in a row that can all be read as dates: the years of two centuries, before a month. */
const MOST_DATES = 200;

export interface WantedName {
  /** Undefined for an entry that keeps its own. */
  slug?: string;
  lost?: string;
  number?: number;
  isDraft?: boolean;
  /** The lowest number to choose where none was asked for. */
  lowest?: number;
  nameFor(number: number | undefined): string;
}

/**
 * Finds the number for a proposal among entries in use; none where proposals have none.
 * @throws Failure when the number or the name that was asked for is taken
 */
export function chooseNumber(
  wanted: WantedName,
  taken: readonly TakenEntry[],
  convention: Convention,
): number | undefined {
  const { nameFor } = wanted;
  if (wanted.isDraft) {
    refuseTakenName(nameFor(undefined), taken);
    refuseTakenSlug(wanted, taken);
    return undefined;
  }
  if (!isNumbered(convention)) {
    if (convention.numbering === 'none') refuseTakenSlug(wanted, taken);
    refuseTakenName(nameFor(undefined), taken);
    return undefined;
  }
  const next = nextReadable(wanted, taken, convention);
  if (wanted.number !== undefined) refuseNumber(wanted.number, wanted, { taken, convention, next });
  if (hasSlug(convention)) refuseTakenSlug(wanted, taken);
  return wanted.number ?? next;
}

/** The next number that its own name gives back: `2019-12-factor-apps` would be read as a date. */
function nextReadable(
  wanted: WantedName,
  taken: readonly TakenEntry[],
  convention: Convention,
): number {
  const inUse = taken.flatMap(({ number }) => number ?? []);
  const next = Math.max(wanted.lowest ?? 1, nextNumber(inUse));
  if (next > HIGHEST) throw noNumberError(`The highest number, ${HIGHEST}, is taken`);
  for (let number = next; number <= next + MOST_DATES; number++) {
    if (isReadable(number, wanted, convention)) return number;
  }
  throw noNumberError(`"${wanted.nameFor(next)}" would not be read as number ${next}`);
}

function noNumberError(message: string): Failure {
  return Failure.refusal('number-taken', message, {
    hint: 'Pass another --number or --slug',
  });
}

function isReadable(number: number, { nameFor }: WantedName, convention: Convention): boolean {
  return numberIn(nameFor(number), numberPrefix(convention)) === number;
}

function refuseNumber(
  number: number,
  wanted: WantedName,
  {
    taken,
    convention,
    next,
  }: { taken: readonly TakenEntry[]; convention: Convention; next: number },
): void {
  if (number > HIGHEST || !isReadable(number, wanted, convention)) {
    throw Failure.usage(
      'usage',
      `Number ${number}: "${wanted.nameFor(number)}" would be read as a date, or the number is too high`,
      { hint: `Pass another number or name; the highest number is ${HIGHEST}` },
    );
  }
  const same = taken.find((entry) => entry.number === number);
  if (!same) return;
  throw Failure.refusal('number-taken', `Number ${number} is taken: ${same.shown}`, {
    hint:
      convention.numbering === 'assigned'
        ? 'Proposals here use issue and pull request numbers: pass yours'
        : `Leave out the number to get ${next}`,
  });
}

function refuseTakenSlug({ slug, lost }: WantedName, taken: readonly TakenEntry[]): void {
  const same = slug === undefined ? undefined : taken.find((entry) => entry.slug === slug);
  if (!same) return;
  throw Failure.refusal('slug-taken', `The slug "${slug}" is taken: ${same.shown}`, {
    next: { flag: '--slug', value: freeSlug(same.slug ?? '', taken) },
    hint: lost
      ? `The path omits ${lost}, which cannot be transliterated: pass another --slug`
      : 'Change the title, or pass another --slug',
  });
}

function freeSlug(slug: string, taken: readonly TakenEntry[], count = 2): string {
  const wanted = `${slug}${slug.includes('_') ? '_' : '-'}${count}`;
  return taken.some((entry) => entry.slug === wanted) ? freeSlug(slug, taken, count + 1) : wanted;
}

function refuseTakenName(name: string, taken: readonly TakenEntry[]): void {
  const same = taken.find((entry) => entry.name === name);
  if (!same) return;
  throw Failure.refusal('slug-taken', `${same.shown} already exists`, {
    hint: 'Change the title, or pass another --slug',
  });
}
