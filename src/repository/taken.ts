import path from 'node:path';
import { Failure } from '../failure.ts';
import { attempt } from './attempt.ts';
import { type Entry, readEntries } from './entries.ts';
import type { Location } from './location.ts';
import { nextNumber, numberOf } from './numbers.ts';

const HIGHEST = 999_999_999;

/**
 * The numbered entries of the proposals directory in every work tree and in the last commit.
 *
 * @throws Failure when the directory cannot be read
 */
export function takenEntries(location: Location): Entry[] {
  const others = (location.repository?.workTrees ?? [])
    .map((root) =>
      path.join(root, path.relative(location.repository?.root ?? root, location.directory)),
    )
    .filter((other) => other !== location.directory);
  const elsewhere = others.map((other) => attempt(() => readEntries(other, other)) ?? []);
  const here = readEntries(location.directory, location.shown);
  return [...here, ...elsewhere.flat(), ...location.committed];
}

/**
 * Finds the number for a proposal among entries in use.
 *
 * @throws Failure when the number or the slug that was asked for is taken
 */
export function chooseNumber(
  { slug, number }: { slug: string; number?: number },
  taken: readonly Entry[],
): number {
  if (number !== undefined && (number > HIGHEST || numberOf(`${number}-${slug}`) !== number)) {
    throw Failure.usage(
      'usage',
      `--number ${number}: with "${slug}" that is no number but a date, or too high`,
      {
        hint: `Pass another --number or --slug; the highest number is ${HIGHEST}`,
      },
    );
  }
  const next = nextNumber(taken.map((entry) => entry.number));
  const sameNumber = taken.find((entry) => entry.number === number);
  if (sameNumber) {
    throw Failure.refusal('number-taken', `Number ${number} is taken: ${sameNumber.shown}`, {
      hint: `Leave out --number to get ${next}`,
    });
  }
  const sameSlug = taken.find((entry) => entry.slug === slug);
  if (sameSlug) {
    throw Failure.refusal('slug-taken', `There is a proposal "${slug}": ${sameSlug.shown}`, {
      hint: 'Change the title, or pass another --slug',
    });
  }
  return number ?? next;
}
