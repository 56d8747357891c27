import { OWN_NAMES } from '../../proposal-words.ts';
import { type Edit, orElse } from './handlebars.ts';

const DATE = /\b(?:y{4}([-/.])m{2}\1d{2}|YYYYMMDD|DATE)\b|<[^<>]{0,100}\bdate\b[^<>]{0,100}>/i;

/** A number that is yet to come. */
export const NUMBER = new RegExp(
  `(?<![A-Za-z0-9])(?:N{3,}|X{4,}|NUMBER)(?![A-Za-z0-9])|[<[{](?:[a-z]+[- ])?(?:issue|${OWN_NAMES})?[- ]?number[>\\]}]`,
  'i',
);

/** A value that says what goes in its place. */
export function isPlaceholder(value: string): boolean {
  const text = value.trim().replace(/^["'`]|["'`]$/g, '');
  return (
    /^(?:<.*>|\[[^\]]*\]|\(.*\)|\{.*\}|tbd|todo|n\/a|\.{3}|…)?$/i.test(text) ||
    /fill|your |my |example|@?jane|@?john|<[^<>]+>|title$/i.test(text) ||
    /^[A-Z]{3,}$/.test(text)
  );
}

/** The date in place of a placeholder in a value; a whole value in brackets is one placeholder. */
export function dateEdit(value: string, start: number): Edit | undefined {
  const found = DATE.exec(value);
  if (!found) return undefined;
  const isWhole = /^(?:<[^<>]*>|\(.*\))$/.test(value.trim());
  const text = isWhole ? value.trim() : found[0];
  const at = start + value.indexOf(text);
  const form = /y{4}[-/.]?m{2}[-/.]?d{2}/i.exec(found[0])?.[0]?.toUpperCase() ?? 'YYYY-MM-DD';
  const code = form === 'YYYY-MM-DD' ? '{{date}}' : `{{date "${form}"}}`;
  return { start: at, end: at + text.length, parts: orElse('date', code, text) };
}

/** The number in place of a placeholder, or of zeros where they can mean nothing else. */
export function numberEdit(
  value: string,
  start: number,
  { takesZeros, code = '{{number}}' }: { takesZeros: boolean; code?: string },
): Edit | undefined {
  const found = NUMBER.exec(value) ?? (takesZeros ? /(?<!\d)0{3,}(?!\d)/.exec(value) : null);
  if (!found) return undefined;
  const at = start + found.index;
  return { start: at, end: at + found[0].length, parts: orElse('number', code, found[0]) };
}
