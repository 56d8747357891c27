import { bareSpan, type Field, partsOf, type Span, trimmedSpan, withoutComments } from './field.ts';
import { isStatus } from './labels.ts';
import { struckOut, valueWords } from './value-words.ts';

/** The field of a label and what stands behind it, in a line that is counted from 0. */
export function fieldOf(label: string, raw: Span, line: number, lead = ''): Field {
  const own = { label: label.trim(), line: line + 1, lead, form: 'text' as const };
  const isPlain = !/[~<]/.test(raw.text);
  const items = partsOf(
    isPlain ? raw.text : struckOut(withoutComments(raw.text)).replace(/<br *\/?>/gi, ','),
  );
  return { ...own, ...valueOfSpan(raw, isStatus(own)), items };
}

/**
 * A value, and where it stands: without markup and what is struck out, as far as these are not in the middle of it.
 * @param isChosen whether boxes are a choice, of which only what is ticked counts
 */
export function valueOfSpan(raw: Span, isChosen: boolean): Pick<Field, 'value' | 'start' | 'end'> {
  const box = isChosen ? (tickedIn(raw) ?? emphasizedIn(raw)) : undefined;
  const said = isChosen ? { ...raw, text: withoutFacts(raw.text).replace(BEHIND_VALUE, '') } : raw;
  const span = bareSpan(box?.text === '' ? raw : beforeBreak(box ?? said));
  const { text, start } = span.text === '' ? { ...trimmedSpan(raw), text: '' } : span;
  if (box?.text === '') return { value: '', start, end: start + text.length };
  const value = valueWords(text);
  const at = value === text || value === '' ? 0 : Math.max(0, placeOf(value, text));
  const isInside = text.startsWith(value, at);
  const length = value !== '' && isInside ? value.length : text.length;
  return { value, start: start + at, end: start + at + length };
}

/** What stands behind a value: `Draft (one of: Draft, Review, Final)`, `Accepted ([vote](https://…))`. */
const BEHIND_VALUE =
  /(?<=\S)[ \t]+(?:\(\[(?:discussion|vote|voting|thread|pr|pull request|issue|minutes|link)\b[^[\]]*\]\([^()]*\)\)|\[(?:please )?(?:one of|choose|select|pick)\b[^[\]]*\]|\((?:please )?(?:one of|choose|select|pick)\b[^()]*\))[ \t]*$/i;

/** A status before what a line says beside it without a label: `Draft | @jo | 2024-01-01`. */
function withoutFacts(text: string): string {
  const [first = '', ...others] = text.split(/(?<!\\)[|｜·•]/).map((each) => each.trim());
  const isBefore = first !== '' && others.some((each) => FACT.test(each));
  return isBefore ? text.slice(0, text.indexOf(first) + first.length) : text;
}

/** A person, a version, a day, a link, or what has a label; none is a status. */
const FACT =
  /^[*_`]{0,3}(?:@\w|v?\d+\.\d|[^|]*\b(?:19|20)\d\d\b|\[[^[\]]*\]\(|https?:|[\p{L} ]{1,30}[:：])/u;

function beforeBreak({ text, start }: Span): Span {
  if (!text.includes('<')) return { text, start };
  const [first = ''] = text.split(/<br *\/?>/i);
  return withoutComments(first).trim() === '' ? { text, start } : { text: first, start };
}

/** The only place of a value in a text that has markup beside it. */
function placeOf(value: string, text: string): number {
  const bare = struckOut(text).replace(/\]\([^()]*\)|<[^<>]*>/g, (mark) =>
    '\0'.repeat(mark.length),
  );
  const at = bare.indexOf(value);
  return at >= 0 && bare.indexOf(value, at + 1) < 0 ? at : -1;
}

/** The only one of several alternatives that is in bold, or in code; undefined where that is not so. */
function emphasizedIn({ text, start }: Span): Span | undefined {
  if (!/[|/]/.test(text) || !/\*\*|`/.test(text)) return undefined;
  // In the cell of a table, a bar is escaped.
  const parts = [...text.matchAll(/(?:\\(?![|])|[^|/\\])+/g)];
  const marked = parts.filter(([part]) => /^[ \t]*(?:\*\*[^*]+\*\*|`[^`]+`)[ \t]*$/.test(part));
  const [only] = marked;
  return parts.length > 2 && marked.length === 1 && only
    ? { text: only[0], start: start + only.index }
    : undefined;
}

const BOX = /\[[ xX]\]|[☐☑☒✅✓✔]/g;

/** What stands behind the box that is ticked, empty where none is; undefined where there are no boxes. */
function tickedIn({ text, start }: Span): Span | undefined {
  if (!/^[ \t]*(?:\[[ xX]\][ \t]|[☐☑])/.test(text)) return undefined;
  const boxes = [...text.matchAll(BOX)];
  const at = boxes.findIndex(([box]) => !/\[ \]|☐/.test(box));
  const box = boxes[at];
  if (!box) return { text: '', start };
  const from = box.index + box[0].length;
  const own = text.slice(from, boxes[at + 1]?.index).trimEnd();
  return { text: own.replace(/[,;|/·]$/, '').trimEnd(), start: start + from };
}
