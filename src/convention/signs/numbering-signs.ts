import { withoutYears } from '../numbering.ts';
import type { Sign } from './sign.ts';

export interface NumberingHints {
  /** What the documents beside the proposals say of numbers. */
  said?: 'next' | 'request' | 'none' | undefined;
  /** Whether the template waits for the number of a pull request or issue: `pull/0000`. */
  asksForRequest?: boolean;
}

interface NumberingFacts extends NumberingHints {
  numbers: readonly number[];
  isPadded: boolean;
  /** The share of the numbers between the lowest and the highest that are there, 0 to 1. */
  density: number;
  endDensity: number;
  /** How many of the highest numbers follow each other. */
  unbroken: number;
  isRepeated: boolean;
}

/** A sequence leaves few gaps; where numbers are padded, people count, also while many are being written at once. */
const DENSE = 0.8;
const DENSE_PADDED = 0.4;
const LAST = 10;

/** So few numbers say nothing of a sequence unless it begins near 1. */
const FEW = 5;

const SMALL = 50;

const LONG_RUN = 12;

/** Fewer points than these are no sequence: the author is asked for the number. */
const CLEAR = 1.5;

/** What speaks for the next of a sequence (positive), and for the number of an issue or pull request (negative). */
export const NUMBERING_SIGNS: readonly Sign<NumberingFacts>[] = [
  {
    name: 'said-next',
    from: 'a README that says "the next free number"',
    points: ({ said }) => (said === 'next' ? 9 : 0),
  },
  {
    name: 'said-request',
    from: 'a README that says "the number of the pull request"',
    points: ({ said }) => (said === 'request' ? -9 : 0),
  },
  {
    name: 'unbroken-end',
    from: 'repositories that began with numbers of issues and count since',
    points: ({ unbroken }) => (unbroken >= LONG_RUN ? 9 : 0),
  },
  {
    name: 'few-gaps',
    from: 'adr-tools and all that count',
    points: (facts) => (isDense(facts, facts.density) && isDense(facts, facts.endDensity) ? 2 : -2),
  },
  {
    name: 'small-and-padded',
    from: 'young repositories, where most numbers are still on branches',
    points: ({ isPadded, numbers }) => (isPadded && (numbers.at(-1) ?? 0) <= SMALL ? 5 : 0),
  },
  {
    name: 'few-and-far',
    from: 'a few proposals in a repository with thousands of issues',
    points: ({ numbers, density }) =>
      numbers.length < FEW && (numbers[0] ?? 1) > LAST && !(numbers.length > 2 && density === 1)
        ? -2.5
        : 0,
  },
  {
    name: 'template-asks-for-request',
    from: 'templates with a line such as "RFC PR: pull/0000"',
    points: ({ asksForRequest, isPadded, density }) =>
      asksForRequest && isPadded && density < DENSE ? -3.5 : 0,
  },
  {
    name: 'repeated-number',
    from: 'numbers of pull requests that two proposals share',
    points: ({ isRepeated, density }) => (isRepeated && density < DENSE ? -1 : 0),
  },
];

/** Where the numbers come from: the next of a sequence, or an issue or pull request, which leaves gaps. */
export function numberingOf(
  numbers: readonly number[],
  isPadded: boolean,
  hints: NumberingHints = {},
  signs: readonly Sign<NumberingFacts>[] = NUMBERING_SIGNS,
): { numbering: 'sequential' | 'assigned'; signs: string[] } {
  const sorted = [...new Set(withoutYears(numbers))].sort((a, b) => a - b);
  const facts: NumberingFacts = {
    ...hints,
    numbers: sorted,
    isPadded,
    density: densityOf(sorted),
    endDensity: densityOf(sorted.slice(-LAST)),
    unbroken: unbrokenEnd(sorted),
    isRepeated: sorted.length < withoutYears(numbers).length,
  };
  const seen = signs.map(({ name, points }) => ({ name, points: points(facts) }));
  const score = seen.reduce((sum, { points }) => sum + points, 0);
  const isSequence = score >= CLEAR;
  return {
    numbering: isSequence ? 'sequential' : 'assigned',
    signs: seen
      .filter(({ points }) => (isSequence ? points > 0 : points < 0))
      .map(({ name }) => name),
  };
}

function isDense({ isPadded }: NumberingFacts, density: number): boolean {
  return density >= (isPadded ? DENSE_PADDED : DENSE);
}

function densityOf(sorted: readonly number[]): number {
  const first = sorted[0] ?? 0;
  const last = sorted.at(-1) ?? 0;
  return sorted.length / (last - first + 1);
}

function unbrokenEnd(sorted: readonly number[]): number {
  let count = 1;
  while (count < sorted.length && sorted.at(-count - 1) === (sorted.at(-count) ?? 0) - 1) count++;
  return count;
}
