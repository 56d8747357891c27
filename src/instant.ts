/**
 * Orders dates of ISO 8601 by the moments that they name: as texts, those of other time zones stand wrong.
 * @returns below 0 where the first is the earlier
 */
export function compareInstants(a: string, b: string): number {
  return Date.parse(a) - Date.parse(b);
}

/**
 * The same day some months earlier, or the last of a month that is too short for it, at the beginning of that day in
 * UTC.
 * @param day as `2026-03-31`
 */
export function monthsBefore(day: string, months: number): Date {
  const found = new Date(`${day}T00:00:00Z`);
  const date = found.getUTCDate();
  found.setUTCMonth(found.getUTCMonth() - months);
  if (found.getUTCDate() !== date) found.setUTCDate(0);
  return found;
}
