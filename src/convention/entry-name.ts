import { withoutExtension } from '../markdown-names.ts';
import type { Convention } from './convention.ts';
import { isTemplateName } from './template-name.ts';

export type EntryName =
  | { kind: 'date'; format: string; separator: string; slug: string }
  | { kind: 'number'; prefix: string; digits: string; separator: string; slug: string }
  | { kind: 'draft'; prefix: string; separator: string; slug: string }
  | { kind: 'slug'; slug: string };

export interface NameFacts {
  /** The number as it is written, padded; what stands for it in a draft; empty where there are none. */
  number: string;
  slug: string;
  /** `YYYY-MM-DD` */
  date: string;
}

/** Dates in names, the most exact first; months and days are checked, so that numbers are not taken for dates. */
const DATES: readonly (readonly [format: string, pattern: RegExp])[] = [
  ['YYYY-MM-DD', /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?=[-_.]|$)/],
  ['YYYYMMDD', /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?=[-_.]|$)/],
  ['YYYYMM', /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?=[-_.]|$)/],
  ['YYYY-MM', /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?=[-_.]|$)/],
];

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
  const form = dateIn(rest) ?? numberForm(rest, start) ?? draftForm(rest, start);
  return form ?? { kind: 'slug', slug: stem };
}

/** The name of a proposal's directory or file: what {@link parseEntryName} reads. */
export function formatEntryName({ name }: Pick<Convention, 'name'>, facts: NameFacts): string {
  return name.replace(
    /\{(number|slug|date)(?::([YMD-]+))?\}/g,
    (_, part: string, form?: string) => {
      if (part === 'date') return formatDate(facts.date, form ?? 'YYYY-MM-DD');
      return part === 'number' ? facts.number : facts.slug;
    },
  );
}

/** What stands before the number in the names of a convention, such as `eip-`. */
export function numberPrefix({ name }: Pick<Convention, 'name'>): string {
  return name.includes('{number}') ? name.slice(0, name.indexOf('{number}')) : '';
}

/**
 * The number of a proposal by the name of its file or directory.
 * @param prefix what numbers have before them here; a number without it counts as well, one with another not
 * @returns undefined for names without a number, for dates, and for templates
 */
export function numberIn(name: string, prefix = ''): number | undefined {
  const form = parseEntryName(name, prefix);
  if (form.kind !== 'number') return undefined;
  const isForeign = form.prefix !== '' && form.prefix.toLowerCase() !== prefix.toLowerCase();
  const number = Number(form.digits);
  if (isForeign || number === 0) return undefined;
  return number === 1 && isTemplateName(name) ? undefined : number;
}

/** Whether a name is that of a proposal without a number yet: `XXXX-title`. */
export function isDraftName(name: string, convention: Pick<Convention, 'name'>): boolean {
  const prefix = numberPrefix(convention);
  const form = parseEntryName(name, prefix);
  return (
    form.kind === 'draft' &&
    (form.prefix === '' || form.prefix.toLowerCase() === prefix.toLowerCase())
  );
}

/** What stands for the number of a proposal that has none yet. */
export function draftNumber({ width }: Pick<Convention, 'width'>): string {
  return 'X'.repeat(Math.max(4, width ?? 0));
}

/** The number with leading zeros to a width in digits. */
export function padded(number: number, width: number | null): string {
  return String(number).padStart(width ?? 0, '0');
}

/** A date in another form: `YYYY`, `YY`, `MM` and `DD` are replaced, all else stays. */
export function formatDate(date: string, form: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return form.replace(/YYYY|YY|MM|DD/g, (part) => {
    if (part === 'YYYY') return year;
    if (part === 'YY') return year.slice(2);
    return part === 'MM' ? month : day;
  });
}

function dateIn(stem: string): EntryName | undefined {
  if (!stem.startsWith('19') && !stem.startsWith('20')) return undefined;
  for (const [format, pattern] of DATES) {
    const date = pattern.exec(stem)?.[0];
    if (date !== undefined) return { kind: 'date', format, ...separated(stem.slice(date.length)) };
  }
  return undefined;
}

function numberForm(rest: string, start: string): EntryName | undefined {
  const pattern =
    start === '' ? /^((?:[A-Za-z]+[-_]?)?)(\d{1,9})(?=[-_.]|$)/ : /^()(\d{1,9})(?=[-_.]|$)/;
  const [whole, letters = '', digits = ''] = pattern.exec(rest) ?? [];
  if (whole === undefined) return undefined;
  return {
    kind: 'number',
    prefix: start + letters,
    digits,
    ...separated(rest.slice(whole.length)),
  };
}

function draftForm(rest: string, start: string): EntryName | undefined {
  const pattern = start === '' ? /^((?:[A-Za-z]+[-_])?)X{3,}(?=[-_.]|$)/ : /^()X{3,}(?=[-_.]|$)/;
  const [whole, letters = ''] = pattern.exec(rest) ?? [];
  if (whole === undefined) return undefined;
  return { kind: 'draft', prefix: start + letters, ...separated(rest.slice(whole.length)) };
}

function separated(rest: string): { separator: string; slug: string } {
  return { separator: rest.slice(0, 1), slug: rest.slice(1) };
}
