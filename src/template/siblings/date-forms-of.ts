import { commonest } from '../../convention/numbering.ts';
import { MONTH_NAMES } from '../../words/month-names.ts';
import { KINDS } from '../adopt/metadata/labels.ts';
import { OTHER_DAYS } from '../adopt/placeholders.ts';
import { labelledLine } from './head.ts';

/** How the proposals that are there write dates: for each label, in small letters, the form. */
export type DateForms = ReadonlyMap<string, string>;

const HEAD_LINES = 40;

/** The share of proposals that have to fill in a date in a form of one kind. */
const SHARE_OF_DATES = 0.8;

const MONTHS = `(?:${MONTH_NAMES.join('|')})`;
const SHORT_MONTHS = `(?:${MONTH_NAMES.map((name) => name.slice(0, 3)).join('|')})`;

const FORMS_BY_VALUE: readonly (readonly [RegExp, string])[] = [
  [/^\d{4}-\d\d-\d\d/, 'YYYY-MM-DD'],
  [/^\d{4}\/\d\d\/\d\d/, 'YYYY/MM/DD'],
  [/^\d{4}\.\d\d\.\d\d/, 'YYYY.MM.DD'],
  [/^\d\d\.\d\d\.\d{4}/, 'DD.MM.YYYY'],
  [/^(?:19|20)\d{6}(?!\d)/, 'YYYYMMDD'],
  [new RegExp(`^\\d\\d ${SHORT_MONTHS} \\d{4}`), 'DD MMM YYYY'],
  [new RegExp(`^\\d{1,2} ${SHORT_MONTHS} \\d{4}`), 'D MMM YYYY'],
  [new RegExp(`^\\d\\d-${SHORT_MONTHS}-\\d{4}`), 'DD-MMM-YYYY'],
  [new RegExp(`^\\d{1,2} ${MONTHS} \\d{4}`), 'D MMMM YYYY'],
  [new RegExp(`^${SHORT_MONTHS}\\.? \\d{1,2}, \\d{4}`), 'MMM D, YYYY'],
  [new RegExp(`^${MONTHS} \\d{1,2}, \\d{4}`), 'MMMM D, YYYY'],
  [new RegExp(`^${SHORT_MONTHS} \\d{4}`), 'MMM YYYY'],
  [new RegExp(`^${MONTHS} \\d{4}`), 'MMMM YYYY'],
];

/**
 * The form of dates; empty where they have several, or day and month cannot be told apart.
 * @param values without markup; those that are no dates make none
 */
export function dateFormOf(values: readonly string[]): string {
  const slashed = values.map((each) => /^(\d\d)([/-])(\d\d)\2\d{4}/.exec(each));
  const [separator] = slashed.flatMap((each) => each?.[2] ?? []);
  if (separator !== undefined && slashed.every((each) => each?.[2] === separator)) {
    const isDayFirst = slashed.some((each) => Number(each?.[1]) > 12);
    const isMonthFirst = slashed.some((each) => Number(each?.[3]) > 12);
    if (isDayFirst === isMonthFirst) return '';
    return (isDayFirst ? ['DD', 'MM', 'YYYY'] : ['MM', 'DD', 'YYYY']).join(separator);
  }
  const forms = values.map((each) => FORMS_BY_VALUE.find(([pattern]) => pattern.test(each))?.[1]);
  const form = commonest(forms.flatMap((each) => each ?? []));
  // With a day of one digit, no days are padded; May is written alike in both.
  const wider = { 'DD MMM YYYY': 'D MMM YYYY' }[form ?? ''];
  if (wider !== undefined && forms.includes(wider)) return wider;
  return form ?? '';
}

/** The forms of dates under the labels that mean the day of writing. */
export function dateFormsOf(texts: readonly string[]): DateForms {
  const values = new Map<string, string[]>();
  for (const text of texts) {
    const seen = new Set<string>();
    for (const line of text.split('\n', HEAD_LINES)) {
      const found = labelledLine(line.replace(/\r$/, '').replace(/^([\w-]+)[ \t]*=/, '$1:'));
      const label = found?.label.toLowerCase() ?? '';
      if (!found || seen.has(label) || !KINDS.date.test(label) || OTHER_DAYS.test(label)) continue;
      seen.add(label);
      values.set(label, [...(values.get(label) ?? []), found.value.replace(/[*_`"']/g, '').trim()]);
    }
  }
  const forms = [...values].flatMap(([label, said]) => {
    const form = dateFormOf(said);
    const dated = said.filter(
      (each) => dateFormOf([each]) !== '' || /^\d\d[/-]\d\d[/-]\d{4}/.test(each),
    );
    return form !== '' && dated.length >= texts.length * SHARE_OF_DATES
      ? [[label, form] as const]
      : [];
  });
  return new Map(forms);
}

/** A template with the forms of dates that others have, in place of examples and of what it has for a date. */
export function withDateForms(template: string, forms: DateForms): string {
  const lines = template.split('\n');
  return lines
    .map((line, index) => {
      const found = index < HEAD_LINES ? labelledLine(line.replace(/\r$/, '')) : undefined;
      const form = found && forms.get(found.label.toLowerCase());
      if (!found || form === undefined || !isWaiting(found.value)) return line;
      const quote = /^["']/.exec(found.value)?.[0] ?? '';
      const eol = line.endsWith('\r') ? '\r' : '';
      const after = found.after.startsWith('|') ? ` ${found.after}` : found.after;
      return `${found.before.trimEnd()} ${quote}${form}${quote}${after}${eol}`;
    })
    .join('\n');
}

/** Whether a value is an example of a date, or stands for one, or nothing. */
function isWaiting(value: string): boolean {
  const bare = value.replace(/[*_`"']/g, '').trim();
  return (
    bare === '' ||
    FORMS_BY_VALUE.some(([pattern]) => pattern.test(bare)) ||
    /^\d\d[/-]\d\d[/-]\d{4}$/.test(bare) ||
    /^[<[({]?(?:date|today|yyyy-mm-dd|dd[./-]mm[./-]yyyy|mm[./-]dd[./-]yyyy)[>\])}]?$/i.test(bare)
  );
}
