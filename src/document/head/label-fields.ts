import { boxFields } from './box-title.ts';
import { endOfExample, fenceAt } from './example-blocks.ts';
import type { Field, Span } from './field.ts';
import type { FileLines } from './front/file-lines.ts';
import { type LineLabel, labelOfLine, labelRanges } from './label-line.ts';
import { fieldOf } from './labelled-value.ts';
import { isStatus, LONGEST_STATUS } from './labels.ts';
import { endOfHtml, htmlFields } from './tables/html-fields.ts';
import { endOfTable, tableFields } from './tables/table-fields.ts';
import { fieldsOfValuesBelow } from './values-below.ts';

/** What lines and tables say, label by label; what is an example says nothing. */
export function labelFields(file: FileLines, from: number, to: number): Field[] {
  const fields: Field[] = [];
  let endOfFence = 0;
  for (let line = from; line < to; ) {
    const isInFence = line < endOfFence;
    const text = file.lines[line] ?? '';
    // Most lines begin no block.
    if (!MAY_BEGIN_BLOCK.test(text)) {
      fields.push(...lineFields(file, { line, to, isInFence }));
      line++;
      continue;
    }
    const example = isInFence ? line : endOfExample(file.lines, line, { from, to });
    if (example === line && !isInFence) endOfFence = fenceAt(file.lines, line, to)?.end ?? 0;
    const block = example > line ? { fields: [], end: example } : tableAt(file, line, to);
    const own = block ?? { fields: lineFields(file, { line, to, isInFence }), end: line + 1 };
    fields.push(...own.fields);
    line = own.end;
  }
  return fields;
}

const MAY_BEGIN_BLOCK = /^[ \t>]|[`~|<]/;

function tableAt(
  file: FileLines,
  line: number,
  to: number,
): { fields: Field[]; end: number } | undefined {
  const end = endOfTable(file.lines, line, to);
  if (end > line) return { fields: tableFields(file, line, end), end };
  const html = endOfHtml(file.lines, line, to);
  return html > line ? { fields: htmlFields(file, line, html), end: html } : undefined;
}

const OPENS_BOX = /^[ \t]*(?:!!!|\?\?\?|:::)/;

interface LabelPlace {
  line: number;
  to: number;
  /** In a fence, comments are those of YAML. */
  isInFence: boolean;
}

function lineFields({ lines, starts }: FileLines, place: LabelPlace): Field[] {
  const { line, to, isInFence } = place;
  const text = lines[line] ?? '';
  const start = starts[line] ?? 0;
  const [first, ...others] = labelledParts(text);
  if (first === undefined) {
    const ofBox = OPENS_BOX.test(text) ? boxFields({ lines, starts }, line, to) : [];
    return ofBox.length > 0 ? ofBox : fieldBelow({ lines, starts }, line, to);
  }
  const { label } = first;
  const own = { text: ownValue(first, isInFence), start: start + first.value.start };
  const closing = closingOf(first);
  const field = isInProse(lines, line, first.before)
    ? undefined
    : (fieldsOfValuesBelow({ lines, starts }, { line, to }, { label, own }) ??
      withClosing(fieldOf(label, own, line, own.text === '' ? ' ' : ''), own, closing));
  const behind = others.map((each) => {
    const span = { text: ownValue(each, isInFence), start: start + each.value.start };
    return fieldOf(each.label, span, line);
  });
  const all = field ? [field, ...behind] : [];
  return isInFence ? all.map(withinQuotes) : all;
}

/** What stands in quotes in a fence is YAML. */
function withinQuotes(field: Field): Field {
  const inside = /^(["'])(.*)\1$/.exec(field.value)?.[2];
  return inside === undefined
    ? field
    : { ...field, value: inside, start: field.start + 1, end: field.end - 1 };
}

function labelledParts(text: string): LineLabel[] {
  const whole = labelOfLine(text);
  if (!whole) return [];
  return labelRanges(text).flatMap(({ from, to }) => {
    const part = labelOfLine(text.slice(from, to));
    return part ? [{ ...part, value: { ...part.value, start: from + part.value.start } }] : [];
  });
}

/** A value without what ends the emphasis that began before its label, where that does not end with the label. */
function ownValue(label: LineLabel, isInFence: boolean): string {
  const { text: whole } = label.value;
  const text = isInFence ? whole.replace(/(?<![ \t])[ \t]+#[ \t].*$/, '') : whole;
  const { at, marks } = closingOf(label);
  const trimmed = text.trimEnd();
  if (marks === '' || at >= trimmed.length) return text;
  if (at === trimmed.length - marks.length) return trimmed.slice(0, at);
  return text.slice(0, at) + ' '.repeat(marks.length) + text.slice(at + marks.length);
}

/** Where in a value the emphasis ends that began before its label. */
function closingOf({ before, sign, value }: LineLabel): { at: number; marks: string } {
  const marks = /[*_]/.test(sign) ? '' : (/(?<![*_])[*_]+$/.exec(before)?.[0] ?? '');
  const at = marks === '' ? -1 : value.text.lastIndexOf(marks);
  // Marks that are opened in the value are closed there as well.
  const first = marks === '' ? -1 : value.text.indexOf(marks);
  const isOwn = first >= 0 && /\S/.test(value.text.charAt(first - 1));
  return at < 0 ? { at, marks: '' } : { at: isOwn ? first : at, marks };
}

/** A field that ends behind such an end, which stays where its value is replaced. */
function withClosing(
  field: Field,
  { start }: Span,
  { at, marks }: { at: number; marks: string },
): Field {
  return marks !== '' && field.start <= start + at && field.end > start + at
    ? { ...field, value: field.value.replace(/ {2,}/g, ' '), closing: marks }
    : field;
}

/** Whether a label, without a mark before it, goes on a sentence of the line above. */
function isInProse(lines: readonly string[], line: number, before: string): boolean {
  if (/[-*+][ \t]/.test(before) && isIntroduced(lines, line)) return true;
  const above = lines[line - 1] ?? '';
  return before === '' && /^\p{L}[^:：]* [^:：]*[^:：.!?\\>-]$/u.test(above);
}

/** Whether a list is what a sentence above it leads to, as in `It answers with:`. */
function isIntroduced(lines: readonly string[], line: number): boolean {
  let at = line - 1;
  const first = Math.max(0, line - LONGEST_LIST);
  while (at >= first && /^[ \t]*(?:[-*+][ \t].*|)$/.test(lines[at] ?? '')) at--;
  const above = lines[at] ?? '';
  return (
    /^\p{Lu}[^*_|<>[\]#]*(?: [^*_|<>[\]#]*){2}[:：]$/u.test(above) &&
    !/\b(?:meta|info|about|details|following)/i.test(above)
  );
}

const LONGEST_LIST = 60;

/** A value below a label that stands alone: as a definition, or as a bold line that serves as a heading. */
function fieldBelow({ lines, starts }: FileLines, line: number, to: number): Field[] {
  const [bullet = ''] = /^[-*+][ \t]+/.exec(lines[line] ?? '') ?? [];
  const { mark, label } = labelAlone((lines[line] ?? '').slice(bullet.length));
  if (!isStatus({ label })) return [];
  const { next, value } = nextSaid(lines, line, to);
  const isDefinition = next === line + 1 && /^:[ \t]+\S/.test(value);
  const isInItem = bullet !== '' && value.search(/\S/) >= bullet.length;
  const isOwn = isInItem || (mark !== '' && beginsParagraph(value));
  if (!isDefinition && !(isOwn && value.length <= LONGEST_STATUS)) return [];
  const lead = /^(?::[ \t]+|[ \t]+(?:[-*+][ \t]+)?)?/.exec(value)?.[0].length ?? 0;
  const span: Span = { text: value.slice(lead), start: (starts[next] ?? 0) + lead };
  return [fieldOf(label, span, next)];
}

function nextSaid(
  lines: readonly string[],
  line: number,
  to: number,
): { next: number; value: string } {
  const next = lines.findIndex((each, at) => at > line && each.trim() !== '');
  return { next, value: next > 0 && next < to ? (lines[next] ?? '') : '' };
}

function beginsParagraph(text: string): boolean {
  return /^[\p{L}\p{So}*_`[]/u.test(text) && !/^\*\*\p{L}[\p{L} ]*\*\*$/u.test(text);
}

/** A label in a line of its own: plain, in bold, or as a heading without a space, which is none for GitHub. */
function labelAlone(text: string): { mark: string; label: string } {
  const {
    mark = '',
    label = '',
    close,
  } = (text.length <= LONGEST_STATUS &&
    /^(?<mark>\*{1,2}|#{2,6})?(?<label>\p{L}[\p{L} ]{0,30})(?<close>\*{0,2})[ \t]*$/u.exec(text)
      ?.groups) ||
  {};
  return { mark, label: close === (mark.startsWith('*') ? mark : '') ? label : '' };
}
