import { spliced } from '../../markdown/edits.ts';
import type { Field } from '../field.ts';

/** A text with a field set to another value, in the form that it has there; nothing else changes. */
export function withValue(text: string, field: Field, value: string): string {
  const { start, end, lead, form, closing = '' } = field;
  // A comment right behind an empty value stays one.
  const gap = start === end && /[#<]/.test(text.charAt(end)) ? ' ' : '';
  const written = writtenAs(text, field, value, form) + closing;
  return spliced(text, [{ start, end, text: lead + written + gap }]);
}

/** A field with the code marks or the link around its value, in which no link is one. */
export function withoutMarks(text: string, field: Field): Field {
  const { start, end } = field;
  const address = /^\]\([^()\n]*\)/.exec(text.slice(end))?.[0];
  if (address !== undefined && text.charAt(start - 1) === '[')
    return { ...field, start: start - 1, end: end + address.length };
  const isCode = text.charAt(start - 1) === '`' && text.charAt(end) === '`';
  return isCode ? { ...field, start: start - 1, end: end + 1 } : field;
}

/** Whether a value stands between quotes. */
export function isQuotedField(text: string, { start, end }: Field): boolean {
  const quote = text.charAt(start - 1);
  return /["']/.test(quote) && quote === text.charAt(end);
}

/** A text as a scalar of YAML, between quotes where it would be read as something else. */
export function yamlScalar(text: string, inFlow = false): string {
  return NEEDS_QUOTES.test(text) || (inFlow && /[,[\]{}]/.test(text)) ? JSON.stringify(text) : text;
}

/** A text between single or double quotes, as YAML has them. */
export function yamlQuoted(text: string, quote: string): string {
  return quote + inQuotes(text, quote) + quote;
}

/** What a text has behind a line of a list item: the lines that go on from it, and those inside it; counted from 0. */
export function endOfItem(lines: readonly string[], line: number): number {
  const indentOf = (text: string) => /^[ \t]*/.exec(text)?.[0].length ?? 0;
  const own = indentOf(lines[line] ?? '');
  let end = line + 1;
  const isInside = (text: string) => text.trim() !== '' && indentOf(text) > own;
  while (isInside(lines[end] ?? '')) end++;
  return end;
}

function inQuotes(text: string, quote: string): string {
  return quote === '"' ? text.replace(/["\\]/g, '\\$&') : text.replaceAll("'", "''");
}

function writtenAs(
  text: string,
  { start, end }: Field,
  value: string,
  form: Field['form'],
): string {
  const quote = /^["']$/.exec(text.charAt(start - 1))?.[0];
  const isQuoted = quote !== undefined && text.charAt(end) === quote;
  if (form === 'text') return value;
  if (isQuoted) return inQuotes(value, quote);
  if (form === 'json') return JSON.stringify(value);
  return form === 'yaml' ? yamlScalar(value) : value;
}

/** What YAML reads as something else than a text (YAML 1.2.2, section 7.3.3). */
const NEEDS_QUOTES =
  /^[\s!&*?|>@`%#{}[\],"'-]|: |\s#|[:\s]$|^(?:true|false|null|yes|no|~|[-+]?\d+(?:\.\d*)?)$/i;
