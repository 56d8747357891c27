import { overlaps } from '../../document/markdown/edits.ts';
import { escapeBraces } from '../detect-expressions.ts';

/** A piece of a template that is being written: text as it stands, or Handlebars. */
export type Part = { text: string } | { code: string };

/** A range of a document that something takes the place of. Offsets are UTF-16 units. */
export interface Edit {
  start: number;
  end: number;
  parts: readonly Part[];
}

/** The expression where there is a value, and what stands in the template where there is none. */
export function orElse(value: string, code: string, original: string): Part[] {
  return [{ code: `{{#if ${value}}}${code}{{else}}` }, { text: original }, { code: '{{/if}}' }];
}

/** The template's own text, for where there is no value. */
export function unless(value: string, original: string): Part[] {
  return [{ code: `{{#unless ${value}}}` }, { text: original }, { code: '{{/unless}}' }];
}

/** A document as a Handlebars template with edits made; of edits that overlap, the first given counts. */
export function withEdits(document: string, edits: readonly Edit[]): string {
  const made: Edit[] = [];
  for (const edit of edits) {
    if (!made.some((other) => overlaps(edit, other))) made.push(edit);
  }
  made.sort((a, b) => a.start - b.start || a.end - b.end);
  const parts: Part[] = [];
  let from = 0;
  for (const { start, end, parts: inside } of made) {
    parts.push({ text: document.slice(from, start) }, ...inside);
    from = end;
  }
  return handlebars([...parts, { text: document.slice(from) }]);
}

/**
 * Joins pieces. Where text ends in a brace or backslash before an expression, or begins with a brace after
 * one, a space that `~` takes away again, or a comment, keeps them apart.
 */
function handlebars(parts: readonly Part[]): string {
  let written = '';
  let isAfterCode = false;
  for (const part of parts) {
    if ('code' in part) {
      written += codeAfter(written, isAfterCode, part.code);
      isAfterCode = true;
    } else if (part.text !== '') {
      const text = escapeBraces(part.text);
      written =
        isAfterCode && text.startsWith('}') ? `${written.slice(0, -2)}~}} ${text}` : written + text;
      isAfterCode = false;
    }
  }
  return written;
}

function codeAfter(written: string, isAfterCode: boolean, code: string): string {
  if (isAfterCode) return code;
  if (written.endsWith('{')) return ` {{~${code.slice(2)}`;
  return written.endsWith('\\') ? `\\{{!}}${code}` : code;
}
