/** How the name of an entry is built. */
export type EntryForm =
  | { kind: 'date'; format: string; separator: string; slug: string }
  | { kind: 'number'; prefix: string; digits: string; separator: string; slug: string }
  | { kind: 'draft'; prefix: string; separator: string; slug: string }
  | { kind: 'slug'; slug: string };

/** Dates in names, the most exact first; months and days are checked, so that numbers are not taken for dates. */
const DATES: readonly (readonly [format: string, pattern: RegExp])[] = [
  ['YYYY-MM-DD', /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?=[-_.]|$)/],
  ['YYYYMMDD', /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?=[-_.]|$)/],
  ['YYYYMM', /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?=[-_.]|$)/],
  ['YYYY-MM', /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?=[-_.]|$)/],
];

/**
 * Reads the name of an entry, without extension: a date, `[PREFIX]digits`, `[PREFIX]XXXX` for a number yet to
 * come, or else a slug. Whether a prefix is a convention, only its neighbours can say.
 */
export function entryForm(stem: string): EntryForm {
  const mayBeDate = stem.startsWith('19') || stem.startsWith('20');
  for (const [format, pattern] of mayBeDate ? DATES : []) {
    const date = pattern.exec(stem)?.[0];
    if (date !== undefined) return { kind: 'date', format, ...separated(stem.slice(date.length)) };
  }
  const [, prefix = '', digits = ''] =
    /^((?:[A-Za-z]+[-_]?)?)(\d{1,9})(?=[-_.]|$)/.exec(stem) ?? [];
  if (digits === '') return draftForm(stem) ?? { kind: 'slug', slug: stem };
  return {
    kind: 'number',
    prefix,
    digits,
    ...separated(stem.slice(prefix.length + digits.length)),
  };
}

function draftForm(stem: string): EntryForm | undefined {
  const [start = '', prefix = ''] = /^((?:[A-Za-z]+[-_])?)X{3,}(?=[-_.]|$)/.exec(stem) ?? [];
  return start === ''
    ? undefined
    : { kind: 'draft', prefix, ...separated(stem.slice(start.length)) };
}

function separated(rest: string): { separator: string; slug: string } {
  return { separator: rest.slice(0, 1), slug: rest.slice(1) };
}
