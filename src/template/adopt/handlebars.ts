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
    const at = placeAmong(made, edit);
    if (at !== undefined) made.splice(at, 0, edit);
  }
  const parts: Part[] = [];
  let from = 0;
  for (const { start, end, parts: inside } of made) {
    parts.push({ text: document.slice(from, start) }, ...inside);
    from = end;
  }
  return handlebars([...parts, { text: document.slice(from) }]);
}

/** Where an edit belongs among those that are made, which are in order; undefined where it overlaps one. */
function placeAmong(made: readonly Edit[], edit: Edit): number | undefined {
  let [low, high] = [0, made.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = made[middle];
    const isBefore = other && (other.start - edit.start || other.end - edit.end) <= 0;
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  const isFree = (at: number) => {
    const other = made[at];
    return !other || !overlaps(edit, other);
  };
  if (!isFree(low - 1)) return undefined;
  for (let at = low; (made[at]?.start ?? Infinity) < edit.end; at++) {
    if (!isFree(at)) return undefined;
  }
  return low;
}

/**
 * Joins pieces. Where text ends in a brace or backslash before an expression, or begins with a brace after
 * one, a space that `~` takes away again, or a comment, keeps them apart.
 */
function handlebars(parts: readonly Part[]): string {
  // Pieces, since a text that is asked for its end is copied for it.
  const written: string[] = [];
  let isAfterCode = false;
  for (const part of parts) {
    const last = written.at(-1) ?? '';
    if ('code' in part) {
      written.push(codeAfter(last, isAfterCode, part.code));
      isAfterCode = true;
    } else if (part.text !== '') {
      const text = escapeBraces(part.text);
      const isBrace = isAfterCode && text.startsWith('}');
      if (isBrace) written[written.length - 1] = `${last.slice(0, -2)}~}} `;
      written.push(text);
      isAfterCode = false;
    }
  }
  return written.join('');
}

function codeAfter(written: string, isAfterCode: boolean, code: string): string {
  if (isAfterCode) return code;
  if (written.endsWith('{')) return ` {{~${code.slice(2)}`;
  return written.endsWith('\\') ? `\\{{!}}${code}` : code;
}
