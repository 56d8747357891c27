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
  const field = isInProse(lines, line, first.before)
    ? undefined
    : (fieldsOfValuesBelow({ lines, starts }, { line, to }, { label, own }) ??
      fieldOf(label, own, line, own.text === '' ? ' ' : ''));
  const behind = others.map((each) => {
    const span = { text: ownValue(each, isInFence), start: start + each.value.start };
    return fieldOf(each.label, span, line);
  });
  return field ? [field, ...behind] : [];
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
function ownValue({ before, sign, value }: LineLabel, isInFence: boolean): string {
  const text = isInFence ? value.text.replace(/(?<![ \t])[ \t]+#[ \t].*$/, '') : value.text;
  const marks = /[*_]/.test(sign) ? '' : (/(?<![*_])[*_]+$/.exec(before)?.[0] ?? '');
  const trimmed = text.trimEnd();
  return marks !== '' && trimmed.endsWith(marks) ? trimmed.slice(0, -marks.length) : text;
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
  while (at >= 0 && /^[ \t]*(?:[-*+][ \t].*|)$/.test(lines[at] ?? '')) at--;
  const above = lines[at] ?? '';
  return (
    /^\p{Lu}[^*_|<>[\]#]*(?: [^*_|<>[\]#]*){2}[:：]$/u.test(above) &&
    !/\b(?:meta|info|about|details|following)/i.test(above)
  );
}

/** A value below a label that stands alone: as a definition, or as a bold line that serves as a heading. */
function fieldBelow({ lines, starts }: FileLines, line: number, to: number): Field[] {
  const { mark, label } = labelAlone(lines[line] ?? '');
  if (!isStatus({ label })) return [];
  const next = lines.findIndex((each, at) => at > line && each.trim() !== '');
  const value = next > 0 && next < to ? (lines[next] ?? '') : '';
  const isDefinition = next === line + 1 && /^:[ \t]+\S/.test(value);
  const isParagraph =
    mark !== '' && /^[\p{L}\p{So}*_`[]/u.test(value) && !/^\*\*\p{L}[\p{L} ]*\*\*$/u.test(value);
  const isShort = value.length <= LONGEST_STATUS;
  if (!isDefinition && !(isParagraph && isShort)) return [];
  const lead = /^(?::[ \t]+)?/.exec(value)?.[0].length ?? 0;
  const span: Span = { text: value.slice(lead), start: (starts[next] ?? 0) + lead };
  return [fieldOf(label, span, next)];
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
