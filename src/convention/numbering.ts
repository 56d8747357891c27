/** Numbers without those that are years: `2025-roadmap` is no number where the others are far from it. */
export function withoutYears(numbers: readonly number[]): number[] {
  const others = numbers.filter((number) => number < 1900 || number > 2099);
  const isReached = others.some((number) => number >= 1000);
  return isReached || others.length === 0 ? [...numbers] : others;
}

/** The number after the highest one in use; gaps are never filled, and neither a lone year nor `9999` is a number. */
export function nextNumber(used: Iterable<number>): number {
  const numbers = new Set(withoutYears([...used]));
  let highest = 0;
  for (const number of numbers) {
    if (!isStandIn(number, numbers)) highest = Math.max(highest, number);
  }
  return highest + 1;
}

/**
 * The digits to pad numbers to: where a leading zero is seen and all widths are equal, or where three in ten
 * have one; one stray zero is no convention.
 */
export function widthOf(digits: readonly string[]): number | null {
  const padded = digits.filter((each) => each.startsWith('0') && each.length > 1);
  const isEqual = new Set(digits.map(({ length }) => length)).size === 1;
  if (padded.length === 0 || (!isEqual && padded.length < digits.length * 0.3)) return null;
  return commonest(padded.map(({ length }) => length)) ?? null;
}

/** The value that is there most often, the first of several. */
export function commonest<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | undefined;
  for (const [value, count] of counts) {
    if (best === undefined || count > (counts.get(best) ?? 0)) best = value;
  }
  return best;
}

/** Whether nothing but nines stands for a number that is yet to come: no sequence has led to it. */
function isStandIn(number: number, all: ReadonlySet<number>): boolean {
  return /^9{4,6}$/.test(String(number)) && !all.has(number - 1);
}
