/**
 * The number that a proposal's file or directory name begins with.
 *
 * @returns undefined for names without one, and for dates: digits that begin with 19 or 20 and are
 *   six or more, or are followed by a month
 */
export function numberOf(name: string): number | undefined {
  const digits = /^(\d+)(?=[-_.]|$)/.exec(name)?.[1];
  if (digits === undefined || isDate(name)) return undefined;
  const number = Number(digits);
  return number > 0 && Number.isSafeInteger(number) ? number : undefined;
}

/** The number after the highest one in use; gaps are never filled. */
export function nextNumber(used: Iterable<number>): number {
  let highest = 0;
  for (const number of used) highest = Math.max(highest, number);
  return highest + 1;
}

/** The number with leading zeros to a width in digits. */
export function padded(number: number, width: number): string {
  return String(number).padStart(width, '0');
}

function isDate(name: string): boolean {
  return /^(?:19|20)(?:\d{4,}|\d\d[-_.](?:0\d|1[0-2])(?:[-_.]|$))/.test(name);
}
