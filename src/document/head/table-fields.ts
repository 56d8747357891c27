import { bareSpan, type Field, type Span } from './field.ts';
import type { FileLines } from './front-fields.ts';
import { fieldOf } from './labelled-value.ts';

/** The line behind a table. */
export function endOfTable(lines: readonly string[], from: number, to: number): number {
  let line = from;
  while (line < to && /^[ \t]*\|/.test(lines[line] ?? '')) line++;
  return line;
}

/** What a row of a table in HTML says. */
export function htmlFields({ lines, starts }: FileLines, line: number): Field[] {
  const cells = [
    ...(lines[line] ?? '').matchAll(/<t[dh]\b[^<>]*>([^<]*(?:<(?!\/t[dh])[^<]*)*)<\/t[dh]>/gi),
  ];
  const [label, value] = cells.map(({ 0: cell, 1: text = '', index }) => ({
    text,
    start: (starts[line] ?? 0) + index + cell.indexOf('>') + 1,
  }));
  return label && value ? [fieldOf(bareSpan(label).text, value, line)] : [];
}

/** What the rows of a table say, or the one row below its labels. */
export function tableFields({ lines, starts }: FileLines, from: number, to: number): Field[] {
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
  // A table of several things with a value each says nothing of the proposal.
  if (rows.length > 2) return [];
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
  /^(?:status|state|dates?|authors?|owners?|deciders?|created|updated|last[- ]updated|versions?|titles?|numbers?|areas?|notes?|comments?|reviewers?|approvers?|meaning|description|explanation|definition|progress)$/i;

function tableCells(text: string, start: number): Span[] {
  const cells: Span[] = [];
  for (const { 0: cell, index } of text.matchAll(/(?<=\|)(?:\\.|[^|\\])*(?=\|)/g)) {
    cells.push({ text: cell, start: start + index });
  }
  return cells;
}
