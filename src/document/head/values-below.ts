import type { Field, Span } from './field.ts';
import type { FileLines } from './front/file-lines.ts';
import { labelOfLine } from './label-line.ts';
import { fieldOf, valueOfSpan } from './labelled-value.ts';
import { isStatus, LONGEST_STATUS, relationCalled } from './labels.ts';

interface Below extends Span {
  line: number;
}

/**
 * The field of a label whose value stands below it, or goes on there: in the items of a list, in its own item, or in
 * the line of a status that stands alone.
 * @returns undefined where all of it stands in its line
 */
export function fieldsOfValuesBelow(
  file: FileLines,
  place: { line: number; to: number },
  { label, own }: { label: string; own: Span },
): Field | undefined {
  const isEmpty = own.text.replace(/<!--.*?(?:-->|$)/g, '').trim() === '';
  const goesOn = /,[ \t]*$/.test(own.text) && relationCalled(label) !== undefined;
  if (!isEmpty && !goesOn) return undefined;
  const below = linesBelow(file, place, isStatus({ label }));
  const [first] = below;
  if (!first) return undefined;
  const fields = below.map((each) => fieldOf(label, each, each.line));
  if (!isEmpty) {
    const field = fieldOf(label, own, place.line);
    return { ...field, items: [field, ...fields].flatMap(({ items }) => items) };
  }
  if (isStatus({ label }) && below.some(({ text }) => IS_BOX.test(text)))
    return ticked(label, below);
  const [field] = fields;
  return field && { ...field, items: fields.flatMap(({ items }) => items) };
}

const IS_BOX = /^(?:\[[ xX]\][ \t]|[☐☑])/;

function ticked(label: string, below: readonly Below[]): Field | undefined {
  const chosen = below.find((each) => valueOfSpan(each, true).value !== '');
  const [first] = below;
  return first && fieldOf(label, chosen ?? first, (chosen ?? first).line);
}

function linesBelow(
  { lines, starts }: FileLines,
  { line, to }: { line: number; to: number },
  isOfStatus: boolean,
): Below[] {
  const text = lines[line] ?? '';
  const isItem = /^[ \t]*(?:>[ \t]?)*(?:[-*+]|\d+[.)])[ \t]/.test(text);
  const label = { indent: text.search(/\S/), isItem, isOfStatus };
  const isBlank = (lines[line + 1] ?? '').trim() === '';
  const found: Below[] = [];
  for (let at = line + (isBlank ? 2 : 1); at < to; at++) {
    const next = lines[at] ?? '';
    const mark = /^[ \t]*(?:>[ \t]?)*((?:[-*+]|\d+[.)])[ \t]+)?/.exec(next);
    const lead = mark?.[0].length ?? 0;
    if (!belongsBelow(next, mark?.[1] !== undefined, label) || labelOfLine(next)) break;
    found.push({ text: next.slice(lead), start: (starts[at] ?? 0) + lead, line: at });
    if (mark?.[1] === undefined && next.search(/\S/) <= label.indent) break;
  }
  return found;
}

function belongsBelow(
  text: string,
  hasBullet: boolean,
  label: { indent: number; isItem: boolean; isOfStatus: boolean },
): boolean {
  if (text.trim() === '') return false;
  if (text.search(/\S/) > label.indent) return true;
  return !label.isItem && (hasBullet || mayStandAlone(text, label.isOfStatus));
}

/** Whether a line may be the status that the label above it announces. */
function mayStandAlone(text: string, isOfStatus: boolean): boolean {
  return isOfStatus && /^[\p{L}`*_~\p{So}]/u.test(text) && text.length <= LONGEST_STATUS;
}
