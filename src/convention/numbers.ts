import { withoutYears } from './numbering.ts';
import { isTemplateName } from './template-name.ts';

/**
 * The number that a proposal's file or directory name begins with.
 *
 * @param prefix what may stand before it, such as `eip-`; in any case
 * @returns undefined for names without one, and for dates: digits that begin with 19 or 20 and are
 *   six or more, or are followed by a month
 */
export function numberOf(name: string, prefix = ''): number | undefined {
  const hasPrefix = name.toLowerCase().startsWith(prefix.toLowerCase());
  const rest = hasPrefix ? name.slice(prefix.length) : name;
  const digits = /^(\d+)(?=[-_.]|$)/.exec(rest)?.[1];
  if (digits === undefined || isDate(rest)) return undefined;
  const number = Number(digits);
  if (number === 1 && isTemplateName(name)) return undefined;
  return number > 0 && Number.isSafeInteger(number) ? number : undefined;
}

/** The number after the highest one in use; gaps are never filled, and a lone year is no number. */
export function nextNumber(used: Iterable<number>): number {
  let highest = 0;
  for (const number of withoutYears([...used])) highest = Math.max(highest, number);
  return highest + 1;
}

/** The number with leading zeros to a width in digits. */
export function padded(number: number, width: number | null): string {
  return String(number).padStart(width ?? 0, '0');
}

function isDate(name: string): boolean {
  return /^(?:19|20)(?:\d{4,}|\d\d[-_.](?:0\d|1[0-2])(?:[-_.]|$))/.test(name);
}
