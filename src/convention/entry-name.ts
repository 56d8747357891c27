import { MONTH_NAMES } from '../words/month-names.ts';
import type { Convention } from './convention.ts';
import {
  isUsualPrefix,
  literalBehindSlug,
  numberPrefix,
  parseEntryName,
} from './parse-entry-name.ts';
import { isTemplateName } from './templates/template-name.ts';

export interface NameFacts {
  /** The number as it is written, padded; what stands for it in a draft; empty where there are none. */
  number: string;
  slug: string;
  /** `YYYY-MM-DD` */
  date: string;
}

/** The name of a proposal's directory or file: what {@link parseEntryName} reads. */
export function formatEntryName({ name }: Pick<Convention, 'name'>, facts: NameFacts): string {
  return name.replace(/\{(number|slug|date)(?::([^}]+))?\}/g, (_, part: string, form?: string) => {
    if (part === 'date') return formatDate(facts.date, form ?? 'YYYY-MM-DD');
    return part === 'number' ? facts.number : withoutCommonWord(facts.slug, name);
  });
}

/**
 * The number of a proposal by the name of its file or directory.
 * @param prefix what numbers have before them here; a number without it counts as well, and one with a usual one
 * @returns undefined for names without a number, for dates, and for templates
 */
export function numberIn(name: string, prefix = ''): number | undefined {
  const form = parseEntryName(name, prefix);
  if (form.kind !== 'number') return undefined;
  const isOwn = form.prefix.toLowerCase() === prefix.toLowerCase();
  const number = Number(form.digits);
  if (number === 0 || !(isOwn || isUsualPrefix(form))) return undefined;
  return number === 1 && isTemplateName(name) ? undefined : number;
}

/** The number of a proposal that has several parts, each with a letter: `0012a-disk` takes 12. */
export function numberBeforeLetter(name: string, prefix = ''): number | undefined {
  if (!name.toLowerCase().startsWith(prefix.toLowerCase())) return undefined;
  // Without zeros, as in `100x-faster`, it counts something.
  const digits = /^(0\d{1,8})[a-z](?=[-_. ])/i.exec(name.slice(prefix.length))?.[1];
  return digits === undefined || Number(digits) === 0 ? undefined : Number(digits);
}

/** Whether a name has zeros for its number, and says what it is about: `0000-record-decisions`. */
export function isNumberedZero(name: string, prefix = ''): boolean {
  const form = parseEntryName(name, prefix);
  return (
    form.kind === 'number' &&
    /^0{2,}$/.test(form.digits) &&
    form.slug !== '' &&
    !isTemplateName(name)
  );
}

/** Whether a name is that of a proposal without a number yet: `XXXX-title`. */
export function isDraftName(
  name: string,
  convention: Pick<Convention, 'name' | 'numbering'>,
): boolean {
  const prefix = numberPrefix(convention);
  const form = parseEntryName(name, prefix);
  // Where a number comes from the pull request, zeros stand for the one that is not known yet.
  const isZeros = convention.numbering === 'assigned' && isNumberedZero(name, prefix);
  if (form.kind !== 'draft' && !(form.kind === 'number' && isZeros)) return false;
  return form.prefix === '' || form.prefix.toLowerCase() === prefix.toLowerCase();
}

/** What stands for the number of a proposal that has none yet. */
export function draftNumber({ width }: Pick<Convention, 'width'>): string {
  return 'X'.repeat(Math.max(4, width ?? 0));
}

/** The number with leading zeros to a width in digits. */
export function padded(number: number, width: number | null): string {
  return String(number).padStart(width ?? 0, '0');
}

/**
 * A date in another form: `YYYY`, `YY`, `MMMM` (January), `MMM` (Jan), `MM`, `DD` and `D` are replaced, all else stays.
 */
export function formatDate(date: string, form: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const name = MONTH_NAMES[Number(month) - 1] ?? '';
  return form.replace(/YYYY|YY|MMMM|MMM|MM|DD|D(?![A-Za-z])/g, (part) => {
    if (part === 'YYYY') return year;
    if (part === 'YY') return year.slice(2);
    if (part === 'MMMM') return name;
    if (part === 'MMM') return name.slice(0, 3);
    if (part === 'D') return String(Number(day));
    return part === 'MM' ? month : day;
  });
}

/** A slug without the word that every name ends with: `cache-design` in `{slug}-design.md`. */
function withoutCommonWord(slug: string, pattern: string): string {
  const word = literalBehindSlug(pattern)
    .replace(/^[-_.]/, '')
    .toLowerCase();
  if (word === '' || slug.length <= word.length + 1) return slug;
  const isSaid = slug.toLowerCase().endsWith(word) && /[-_ ]/.test(slug.at(-word.length - 1) ?? '');
  return isSaid ? slug.slice(0, -word.length - 1) : slug;
}
