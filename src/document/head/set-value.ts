import { spliced } from '../markdown/edits.ts';
import type { Field } from './field.ts';

/** A text with a field set to another value, in the form that it has there; nothing else changes. */
export function withValue(text: string, field: Field, value: string): string {
  const { start, end, lead, form } = field;
  return spliced(text, [{ start, end, text: lead + writtenAs(text, field, value, form) }]);
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
  if (isQuoted)
    return quote === '"' ? value.replace(/["\\]/g, '\\$&') : value.replaceAll("'", "''");
  return form === 'yaml' && NEEDS_QUOTES.test(value) ? JSON.stringify(value) : value;
}

/** What YAML reads as something else than a text (YAML 1.2.2, section 7.3.3). */
const NEEDS_QUOTES =
  /^[\s!&*?|>@`%#{}[\],"'-]|: |\s#|[:\s]$|^(?:true|false|null|yes|no|~|[-+]?\d+(?:\.\d*)?)$/i;
