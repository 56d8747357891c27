import { MONTH_NAMES } from './month-names.ts';

const MONTH = MONTH_NAMES.map((name) => `${name}|${name.slice(0, 3)}`).join('|');

/** A day in ISO form, as numbers from the year or with full stops from the day, or with the name of its month in English. */
const FORMS_OF_DATES: readonly RegExp[] = [
  /\b(?<year>\d{4})[-/.](?<month>\d\d)[-/.](?<day>\d\d)\b/,
  /\b(?<day>\d{1,2})\.[ ]?(?<month>\d{1,2})\.[ ]?(?<year>\d{4})\b/,
  new RegExp(
    `\\b(?<day>\\d{1,2})(?:st|nd|rd|th)?[ -](?<month>${MONTH})\\.?,?[ -](?<year>\\d{4})\\b`,
    'i',
  ),
  new RegExp(
    `\\b(?<month>${MONTH})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})\\b`,
    'i',
  ),
];

/** The first day that a text names, in ISO form; empty where it names none. */
export function dateInText(text: string): string {
  if (!/\d{4}/.test(text)) return '';
  const found = FORMS_OF_DATES.map((pattern) => pattern.exec(text)?.groups).find(
    (groups) => groups,
  );
  const { year, month = '', day = '' } = found ?? {};
  if (year === undefined) return '';
  return [year, numberOfMonth(month), day.padStart(2, '0')].join('-');
}

function numberOfMonth(month: string): string {
  if (/^\d/.test(month)) return month.padStart(2, '0');
  const short = month.slice(0, 3).toLowerCase();
  const at = MONTH_NAMES.findIndex((name) => name.toLowerCase().startsWith(short));
  return String(at + 1).padStart(2, '0');
}
