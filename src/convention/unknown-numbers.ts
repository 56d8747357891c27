import type { EntryName } from './parse-entry-name.ts';

/** Ways to count that no pattern of names can say. */
export type UnknownNumbers =
  | 'within each year'
  | 'by a date and a number'
  | 'by year and month'
  | 'by day, month and year'
  | 'by week'
  | 'by quarter'
  | 'by the minute'
  | 'by month, in folders'
  | 'by number and revision'
  | 'in hexadecimal numbers'
  | 'in Roman numerals'
  | 'in several series, each with a letter'
  | 'in several series, each with a word'
  | 'by several kinds'
  | 'at the end of their names';

/**
 * How the names of entries are counted, where that is in a way that is not supported.
 * @param areInYears whether they lie in folders of years
 */
export function unknownNumbers(
  entries: readonly { stem: string; form: EntryName }[],
  areInYears: boolean,
): UnknownNumbers | undefined {
  const stems = entries.map(({ stem }) => stem);
  const share = (pattern: RegExp) => stems.filter((stem) => pattern.test(stem)).length;
  const areMost = (pattern: RegExp) =>
    share(pattern) >= LEAST_COUNTED && share(pattern) * 4 >= stems.length * 3;
  if (areInYears && areMost(/^(?:0?[1-9]|1[0-2])$/)) return 'by month, in folders';
  if (isWithinYears(stems)) return 'within each year';
  if (haveSeries(entries.map(({ form }) => form))) return 'in several series, each with a word';
  if (haveKinds(stems)) return 'by several kinds';
  const found = FORMS.find(([, form, isSo]) => areMost(form) && (isSo?.(stems) ?? true));
  if (found) return found[0];
  const areWords = entries.every(({ form }) => form.kind === 'slug');
  return areWords && areMost(/^[a-z]+[-_][a-z].*[-_]\d{1,5}$/i)
    ? 'at the end of their names'
    : undefined;
}

/** Forms of names, and what has to be so of all of them besides. */
const FORMS: readonly (readonly [
  UnknownNumbers,
  form: RegExp,
  isSo?: (stems: readonly string[]) => boolean,
])[] = [
  ['by day, month and year', /^[0-3]\d[-_.][01]\d[-_.](?:19|20)\d\d(?=[-_. ])/],
  ['by week', /^(?:19|20)\d\d-?W[0-5]\d(?=[-_. ])/i],
  ['by quarter', /^(?:19|20)\d\d[-_]?[QH][1-4](?=[-_. ])/i],
  ['by the minute', /^(?:19|20)\d\d[01]\d[0-3]\dT?[0-2]\d[0-5]\d(?:[0-5]\d)?(?=[-_. ])/],
  ['within each year', /^(?:[A-Za-z]{2,8}[-_])?(?:19|20)\d\d[-_]\d{3,4}(?=[-_. ]|$)/],
  [
    'by a date and a number',
    /^(?:19|20)\d\d-?\d\d-?\d\d[-_](?:[A-Za-z]{2,8}[-_])?\d{2,5}(?=[-_. ])/,
  ],
  ['by number and revision', /^[A-Z]\d{3,5}R\d{1,2}(?=[-_. ]|$)/i],
  ['by year and month', /^[12]\d-(?:0[1-9]|1[0-2])(?=[-_. ]|$)/, haveTwins],
  ['in hexadecimal numbers', /^0x[0-9a-f]{1,6}(?=[-_. ])/i],
  ['in hexadecimal numbers', /^[0-9A-F]{2}$/, haveHexadecimals],
  [
    'in Roman numerals',
    /^(?:[A-Za-z]{2,8}[-_])?(?=[IVXLC])(?:X{0,3}|XL|LX{0,3})(?:IX|IV|V?I{0,3})(?=[-_. ])/,
  ],
  ['in several series, each with a letter', /^[A-Z]\d{1,3}(?=[-_. ])/, haveLetters],
];

const LEAST_COUNTED = 3;

/** Whether names count within a year, as `2024-21-title` does: they read like months until one is beyond December. */
function isWithinYears(stems: readonly string[]): boolean {
  const counted = stems.flatMap((stem) => {
    const each = /^(?:19|20)\d\d-(\d\d)(?=[-_. ]|$)/.exec(stem)?.[1];
    return each === undefined ? [] : Number(each);
  });
  const areMost = counted.length * 2 > stems.length;
  return areMost && (counted.some((each) => each === 0 || each > 12) || beginAnewEachYear(stems));
}

/** Whether each of several years has the numbers from 1 on without a gap, none of them twice: they may be no months. */
function beginAnewEachYear(stems: readonly string[]): boolean {
  const years = new Map<string, number[]>();
  for (const stem of stems) {
    const [, year = '', number = ''] = /^((?:19|20)\d\d)-(\d\d)(?=[-_. ]|$)/.exec(stem) ?? [];
    if (year !== '') years.set(year, [...(years.get(year) ?? []), Number(number)]);
  }
  const all = [...years.values()];
  const areCounted = all.every(
    (numbers) =>
      numbers.length >= LEAST_COUNTED &&
      numbers.toSorted((a, b) => a - b).every((number, at) => number === at + 1),
  );
  return all.length > 1 && areCounted;
}

/** Whether numbers begin anew for each of several words: `ARC-001`, `ARC-002`, `OPS-001`, `OPS-002`. */
function haveSeries(forms: readonly EntryName[]): boolean {
  const series = new Map<string, Set<number>>();
  for (const form of forms) {
    const word = form.kind === 'number' ? form.prefix.toLowerCase().replace(/[^a-z]/g, '') : '';
    if (form.kind !== 'number' || word === '') continue;
    series.set(word, (series.get(word) ?? new Set()).add(Number(form.digits)));
  }
  const all = [...series.values()].filter(({ size }) => size > 1);
  const counted = all.flatMap((numbers) => [...numbers]);
  return (
    all.length > 1 &&
    new Set(counted).size < counted.length &&
    counted.length * 4 >= forms.length * 3
  );
}

/** Whether names begin with one of several words for what a document is: `design-doc-cache`, `one-pager-queue`. */
function haveKinds(stems: readonly string[]): boolean {
  const kinds = stems.flatMap((stem) => KIND_OF_DOCUMENT.exec(stem)?.[0].toLowerCase() ?? []);
  const several = [...new Set(kinds)].filter(
    (kind) => kinds.filter((each) => each === kind).length > 1,
  );
  return several.length > 1 && kinds.length * 10 >= stems.length * 9;
}

const KIND_OF_DOCUMENT =
  /^(?:adr|rfc|prd|trd|tdd|design-?doc|one-?pager|tech-?spec|product-?spec|proposal)(?=[-_][a-z])/i;

function haveTwins(stems: readonly string[]): boolean {
  const years = stems.map((stem) => stem.slice(0, 2));
  return new Set(years).size < years.length && new Set(years).size > 1;
}

function haveHexadecimals(stems: readonly string[]): boolean {
  return stems.some((stem) => /^[0-9A-F]{2}$/.test(stem) && /[A-F]/.test(stem));
}

function haveLetters(stems: readonly string[]): boolean {
  return new Set(stems.map((stem) => stem.charAt(0))).size > 1;
}
