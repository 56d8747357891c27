import { bareSpan, type Field, partsOf, type Span, trimmedSpan } from './field.ts';
import type { FileLines } from './front-fields.ts';

/** A label, a colon or wide colon, and a value: in a list, in bold, in a fence or in a line of its own. */
const LABELLED_VALUE =
  /^([ \t]*(?:>[ \t]?)*(?:[-*+][ \t]+)?[*_]{0,3})(\p{L}[\p{L}\p{M}\p{N} ()/_-]{0,40}?)([*_]{0,3}[ \t]*[:：](?!\/\/)[*_]{0,3})(.*)$/u;

/** What lines and tables say, label by label; tables of more than two columns have their labels in the first row. */
export function labelFields(file: FileLines, from: number, to: number): Field[] {
  const fields: Field[] = [];
  for (let line = from; line < to; line++) {
    const text = file.lines[line] ?? '';
    if (/^[ \t]*\|/.test(text)) {
      const end = endOfTable(file.lines, line, to);
      fields.push(...tableFields(file, line, end));
      line = end - 1;
    } else if (/<t[dh]\b/i.test(text)) fields.push(...htmlFields(file, line));
    else fields.push(...lineField(file, line, to));
  }
  return fields;
}

function lineField({ lines, starts }: FileLines, line: number, to: number): Field[] {
  const text = lines[line] ?? '';
  const [all = '', before = '', label = '', colon = '', rest = ''] =
    LABELLED_VALUE.exec(text) ?? [];
  if (label === '') return [];
  const start = (starts[line] ?? 0) + all.length - rest.length;
  const marks = /[*_]/.test(colon) ? '' : (/(?<![*_])[*_]+$/.exec(before)?.[0] ?? '');
  const own = withoutEnd(rest, marks);
  if (isInProse(lines, line, before)) return [];
  const next = line + 1 < to ? (lines[line + 1] ?? '') : '';
  const below = own.trim() === '' ? itemBelow(text, next) : undefined;
  if (below) {
    const span = { text: below.text, start: (starts[line + 1] ?? 0) + below.start };
    return [fieldOf(label, span, line + 1)];
  }
  return [fieldOf(label, { text: own, start }, line, own === '' ? ' ' : '')];
}

/** A value without what ends the emphasis that began before its label. */
function withoutEnd(text: string, marks: string): string {
  const trimmed = text.trimEnd();
  return marks !== '' && trimmed.endsWith(marks) ? trimmed.slice(0, -marks.length) : text;
}

/** Whether a label, without a mark before it, goes on a sentence of the line above. */
function isInProse(lines: readonly string[], line: number, before: string): boolean {
  const above = lines[line - 1] ?? '';
  return before === '' && /^\p{L}[^:：]* [^:：]*[^:：.!?\\>-]$/u.test(above);
}

/** What stands in the line of a label, or inside the item of a list that the label is, below it. */
function itemBelow(text: string, next: string): Span | undefined {
  const [, lead = '', value = ''] = /^([ \t]+(?:[-*+][ \t]+)?)(\S.*)$/.exec(next) ?? [];
  const indentOf = (line: string) => /^[ \t]*/.exec(line)?.[0].length ?? 0;
  const isInside =
    lead !== '' &&
    (/^[ \t]*[-*+]/.test(text) || /[-*+]/.test(lead)) &&
    indentOf(lead) > indentOf(text) &&
    !LABELLED_VALUE.test(next);
  return isInside ? { text: value, start: lead.length } : undefined;
}

function fieldOf(label: string, raw: Span, line: number, lead = ''): Field {
  const { text, start } = bareSpan({ ...raw, text: withoutNextLabel(raw.text) });
  return {
    label: label.trim(),
    value: text.replace(/\[((?:\\.|[^[\]\\])*)\]\([^()]*\)/g, '$1'),
    start: text === '' ? trimmedSpan(raw).start : start,
    end: (text === '' ? trimmedSpan(raw).start : start) + text.length,
    line: line + 1,
    lead,
    form: 'text',
    items: partsOf(raw.text.replace(/<!--.*?(?:-->|$)/g, '')),
  };
}

/** A value without the label and the value that stand behind it in its line, such as `accepted, Date: 2020-01-01`. */
function withoutNextLabel(text: string): string {
  return text.replace(/(?<![ \t])[ \t]*[,;|][ \t]+\p{Lu}[\p{L} ]{0,20}:[ \t].*$/u, '');
}

function endOfTable(lines: readonly string[], from: number, to: number): number {
  let line = from;
  while (line < to && /^[ \t]*\|/.test(lines[line] ?? '')) line++;
  return line;
}

function tableFields({ lines, starts }: FileLines, from: number, to: number): Field[] {
  const rows = Array.from({ length: to - from }, (_, at) => ({
    line: from + at,
    cells: tableCells(lines[from + at] ?? '', starts[from + at] ?? 0),
  })).filter(({ cells }) => !cells.every(({ text }) => /^:?-*:?$/.test(text.trim())));
  const [head, first] = rows;
  if (!head) return [];
  if (head.cells.length === 2 && !isRowOfLabels(head.cells)) {
    return rows.flatMap(({ cells: [label, value], line }) =>
      label && value ? [fieldOf(bareSpan(label).text, value, line)] : [],
    );
  }
  return head.cells.flatMap((label, at) => {
    const value = first?.cells[at];
    return value && first ? [fieldOf(bareSpan(label).text, value, first.line)] : [];
  });
}

/** Whether the first row names two columns, where a row of a label has its value. */
function isRowOfLabels([, second]: readonly Span[]): boolean {
  return COLUMN_LABEL.test(bareSpan(second ?? { text: '', start: 0 }).text);
}

const COLUMN_LABEL =
  /^(?:status|state|dates?|authors?|owners?|deciders?|created|updated|last[- ]updated|versions?|titles?|numbers?|areas?|notes?|comments?|reviewers?|approvers?)$/i;

function tableCells(text: string, start: number): Span[] {
  const cells: Span[] = [];
  for (const { 0: cell, index } of text.matchAll(/(?<=\|)(?:\\.|[^|\\])*(?=\|)/g)) {
    cells.push({ text: cell, start: start + index });
  }
  return cells;
}

function htmlFields({ lines, starts }: FileLines, line: number): Field[] {
  const cells = [
    ...(lines[line] ?? '').matchAll(/<t[dh]\b[^<>]*>([^<]*(?:<(?!\/t[dh])[^<]*)*)<\/t[dh]>/gi),
  ];
  const [label, value] = cells.map(({ 0: cell, 1: text = '', index }) => ({
    text,
    start: (starts[line] ?? 0) + index + cell.indexOf('>') + 1,
  }));
  return label && value ? [fieldOf(bareSpan(label).text, value, line)] : [];
}
