import { withoutExtension } from '../file-names.ts';
import { LONG_NAMES, SHORT_NAMES } from '../words/proposal-words.ts';
import type { Convention } from './convention.ts';

export type EntryName =
  | { kind: 'date'; prefix: string; format: string; separator: string; slug: string }
  | { kind: 'number'; prefix: string; digits: string; separator: string; slug: string }
  | { kind: 'draft'; prefix: string; separator: string; slug: string }
  | { kind: 'slug'; slug: string };

/** Dates in names, the most exact first; months and days are checked, so that numbers are not taken for dates. */
const DATES: readonly (readonly [format: string, pattern: RegExp])[] = [
  ['YYYY-MM-DD', /^(?:19|20)\d\d-(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12]\d|3[01])(?=[-_. ]|$)/],
  ['YYYY_MM_DD', /^(?:19|20)\d\d_(?:0[1-9]|1[0-2])_(?:0[1-9]|[12]\d|3[01])(?=[-_. ]|$)/],
  ['YYYY.MM.DD', /^(?:19|20)\d\d\.(?:0[1-9]|1[0-2])\.(?:0[1-9]|[12]\d|3[01])(?=[-_. ]|$)/],
  ['YYYYMMDD', /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?=[-_. ]|$)/],
  ['YYYYMM', /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?=[-_. ]|$)/],
  ['YYYY-MM', /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?=[-_. ]|$)/],
];

/** Days without a century, and years: numbers that are dates only where their neighbours are too. */
const LIKE_NUMBERS: readonly (readonly [format: string, pattern: RegExp])[] = [
  ['YYMMDD', /^\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/],
  ['YYYY', /^(?:19[7-9]\d|20\d\d)$/],
];

/** The forms of dates that names are read with. */
export const READABLE_DATES: readonly string[] = [...DATES, ...LIKE_NUMBERS].map(([form]) => form);

const PROPOSAL_WORDS = `(?:${SHORT_NAMES}|${LONG_NAMES})s?`;

const AFTER_WORD = /^((?:[A-Za-z]+[-_]?)?)(\d{1,9})(?=[-_. ]|$)/;

/** A number behind several words of which one means a proposal, as in `FE-ADR-001`. */
const AFTER_WORDS = new RegExp(
  `^((?:[a-z]{1,12}[-_. ])?${PROPOSAL_WORDS}(?:[-_. ][a-z]{1,3})?[-_. ])(\\d{1,9})(?=[-_. ]|$)`,
  'i',
);

const DATED = /^([A-Za-z]{2,12}[-_])(?=(?:19|20)\d\d(?:\d{4}|-\d\d-\d\d)(?:[-_. ]|$))/;

const USUAL_PREFIX = new RegExp(
  `^(?:[a-z]{1,12}[-_. ])?${PROPOSAL_WORDS}(?:[-_. ][a-z]{1,3})?[-_. ]?$`,
  'i',
);

/** Letters of a family before a number with zeros: `LEEP-0404`. */
const FAMILY = /^[A-Z]{2,6}[-_. ]?$/;

/**
 * Reads the name of an entry: a date, `[PREFIX]digits`, `[PREFIX]XXXX` for a number yet to come, or else a
 * slug. Whether a prefix is a convention, only its neighbours can say.
 * @param prefix what numbers are known to have before them, such as `eip-`, in any case
 */
export function parseEntryName(name: string, prefix = ''): EntryName {
  const stem = withoutExtension(name);
  const isKnown = prefix !== '' && stem.toLowerCase().startsWith(prefix.toLowerCase());
  const start = isKnown ? stem.slice(0, prefix.length) : '';
  const rest = stem.slice(start.length);
  const form = dateIn(rest, start) ?? numberForm(rest, start) ?? draftForm(rest, start);
  return form ?? { kind: 'slug', slug: stem };
}

/** As {@link parseEntryName}, where it is known what names look like. */
export function readEntryName(
  name: string,
  convention: Pick<Convention, 'name' | 'numbering'>,
): EntryName {
  const form = nameForm(name, convention);
  const ending = literalBehindSlug(convention.name);
  return ending !== '' && form.slug.endsWith(ending)
    ? { ...form, slug: form.slug.slice(0, -ending.length) }
    : form;
}

/**
 * Numbers that are dates, since all of them read as such: six digits are days, unless they follow each other, and four
 * are years.
 */
export function datesAmong(forms: readonly EntryName[]): readonly EntryName[] {
  const digits = forms.flatMap((form) => (form.kind === 'number' ? [form.digits] : []));
  if (digits.length < 3) return forms;
  const [format] =
    LIKE_NUMBERS.find(
      ([name, pattern]) =>
        digits.every((each) => pattern.test(each)) && (name === 'YYYY' || !isRun(digits)),
    ) ?? [];
  if (format === undefined) return forms;
  return forms.map((form) => (form.kind === 'number' ? { ...form, kind: 'date', format } : form));
}

/** What stands before the number in the names of a convention, such as `eip-`. */
export function numberPrefix({ name }: Pick<Convention, 'name'>): string {
  return name.includes('{number}') ? name.slice(0, name.indexOf('{number}')) : '';
}

/** Whether what stands before a number is one of the usual forms, whatever the names beside it have. */
export function isUsualPrefix({ prefix, digits }: { prefix: string; digits: string }): boolean {
  const isPadded = digits.startsWith('0') && digits.length > 2;
  return prefix === '' || USUAL_PREFIX.test(prefix) || (isPadded && FAMILY.test(prefix));
}

/** The literal that every name ends with, its extension aside: `-design` of `{slug}-design.md`. */
export function literalBehindSlug(pattern: string): string {
  const behind = /\{slug(?::[^}]*)?\}([^{}]*)$/.exec(pattern)?.[1] ?? '';
  return behind.replace(/\.(?:md|markdown|mdx)$/i, '');
}

function nameForm(name: string, convention: Pick<Convention, 'name' | 'numbering'>): EntryName {
  const { name: pattern, numbering } = convention;
  const literal = literalBeforeSlug(pattern);
  const stem = withoutExtension(name);
  if (literal !== '' && stem.toLowerCase().startsWith(literal.toLowerCase())) {
    return { kind: 'slug', slug: stem.slice(literal.length) };
  }
  const form = parseEntryName(name, numberPrefix(convention));
  if (numbering !== 'date' || form.kind !== 'number') return form;
  const format = /\{date:([YMD-]+)\}/.exec(pattern)?.[1] ?? '';
  return LIKE_NUMBERS.some(([each, digits]) => each === format && digits.test(form.digits))
    ? { ...form, kind: 'date', format }
    : form;
}

/** The literal that every name begins with where there is neither a number nor a date: `dr_` of `dr_{slug}`. */
function literalBeforeSlug(pattern: string): string {
  return /^([^{]*)\{slug[:}]/.exec(pattern)?.[1] ?? '';
}

function dateIn(stem: string, start: string): EntryName | undefined {
  const word = start === '' ? (DATED.exec(stem)?.[1] ?? '') : '';
  const rest = stem.slice(word.length);
  if (!rest.startsWith('19') && !rest.startsWith('20')) return undefined;
  for (const [format, pattern] of DATES) {
    const date = pattern.exec(rest)?.[0];
    if (date === undefined) continue;
    return { kind: 'date', prefix: start + word, format, ...separated(rest.slice(date.length)) };
  }
  return undefined;
}

function numberForm(rest: string, start: string): EntryName | undefined {
  if (!/\d/.test(rest)) return undefined;
  const found =
    start === ''
      ? (AFTER_WORD.exec(rest) ?? AFTER_WORDS.exec(rest))
      : /^()(\d{1,9})(?=[-_. ]|$)/.exec(rest);
  const [whole, letters = '', digits = ''] = found ?? [];
  if (whole === undefined) return undefined;
  return {
    kind: 'number',
    prefix: start + letters,
    digits,
    ...separated(rest.slice(whole.length)),
  };
}

function draftForm(rest: string, start: string): EntryName | undefined {
  const pattern =
    start === ''
      ? /^((?:[A-Za-z]+[-_])??)(?:X{3,}|x{4,})(?=[-_. ]|$)/
      : /^()(?:X{3,}|x{4,})(?=[-_. ]|$)/;
  const [whole, letters = ''] = pattern.exec(rest) ?? [];
  if (whole === undefined) return undefined;
  return { kind: 'draft', prefix: start + letters, ...separated(rest.slice(whole.length)) };
}

function separated(rest: string): { separator: string; slug: string } {
  const [separator = ''] = /^(?: - |[-_. ])/.exec(rest) ?? [];
  return { separator, slug: rest.slice(separator.length) };
}

function isRun(digits: readonly string[]): boolean {
  const numbers = [...new Set(digits.map(Number))].sort((a, b) => a - b);
  return (numbers.at(-1) ?? 0) - (numbers[0] ?? 0) === numbers.length - 1;
}
