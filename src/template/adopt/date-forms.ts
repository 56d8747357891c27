/** The letters of year, month and day in forms of dates, in the languages that write them with others. */
const YEAR_LETTERS = '(?:Y{4}|A{4}|J{4}|Г{4}|R{4})';
const MONTH_LETTERS = '(?:M{2}|М{2}|A{2})';
const DAY_LETTERS = '(?:D{2}|J{2}|T{2}|Д{2}|G{2})';

const SEPARATOR = '[-/.]';

/** A form of a date, such as `yyyy-mm-dd`, `JJ/MM/AAAA` or `TT.MM.JJJJ`, as a part of an expression without groups. */
export const DATE_FORM = [
  `${YEAR_LETTERS}${SEPARATOR}${MONTH_LETTERS}${SEPARATOR}${DAY_LETTERS}`,
  `${DAY_LETTERS}${SEPARATOR}${MONTH_LETTERS}${SEPARATOR}${YEAR_LETTERS}`,
  `MM${SEPARATOR}DD${SEPARATOR}YYYY`,
  'YYYY年MM月DD日',
  'YYYYMMDD',
  'D{1,2}[ -](?:M{3,4}|Mon(?:th)?)[ -]YYYY',
  '(?:M{3,4}|Mon(?:th)?) D{1,2}, YYYY',
  'M{3,4} YYYY',
  'Month Day, YYYY',
  'Month Day, Year',
  'Month YYYY',
  '(?:20(?:XX|\\d\\d)|XXXX)-XX-XX',
].join('|');

const FIRST_SEPARATOR = new RegExp(
  `^(?:${YEAR_LETTERS}|${MONTH_LETTERS}|${DAY_LETTERS})(${SEPARATOR})`,
  'i',
);

/** The form of a date in the letters that the date helper takes; `YYYY-MM-DD` where a text holds none. */
export function dateFormIn(text: string): string {
  const found = new RegExp(DATE_FORM, 'i').exec(text)?.[0] ?? 'YYYY-MM-DD';
  const form = found
    .replace(/\bday\b/i, 'D')
    .replace(/\byear\b/i, 'YYYY')
    .replace(/^(?:20(?:XX|\d\d)|XXXX)(?=-)/i, 'YYYY')
    .replace(/-XX-XX/i, '-MM-DD');
  if (/^D{1,2}[ -]M[MO]|^M(?:MM|on)/i.test(form))
    return form
      .toUpperCase()
      .replace(/MONTH/, 'MMMM')
      .replace(/MON(?!T)/, 'MMM');
  const separator = FIRST_SEPARATOR.exec(form)?.[1];
  if (separator === undefined) return form.toUpperCase();
  const isYearFirst = new RegExp(`^${YEAR_LETTERS}`, 'i').test(form);
  const isMonthFirst = /^MM.DD/i.test(form);
  const parts = isMonthFirst ? ['MM', 'DD', 'YYYY'] : ['DD', 'MM', 'YYYY'];
  return (isYearFirst ? ['YYYY', 'MM', 'DD'] : parts).join(separator);
}
