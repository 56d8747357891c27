import { dateInText } from '../../../words/date-in-text.ts';
import { bareSpan, type Field, type Span } from '../field.ts';
import type { FileLines } from '../front/file-lines.ts';
import { labelOfLine } from '../label-line.ts';
import { fieldOf } from '../labelled-value.ts';
import { isStatus, relationCalled } from '../labels.ts';
import { latestByDate } from '../latest-entry.ts';
import { beginsWithStatus, readsAsStatus } from '../says-status.ts';
import { valueWords } from '../value-words.ts';
import { isDelimiter, tableCells } from './table-row.ts';

/** A row of a table: its cells, and its line, counted from 0. */
export interface TableRow {
  line: number;
  cells: readonly Span[];
  /** Whether the table says that it holds labels. */
  isHead?: boolean;
}

/** The line behind a table that begins in a line; the line itself where none does. */
export function endOfTable(lines: readonly string[], from: number, to: number): number {
  const isBarred = /^[ \t]*(?:>[ \t]?)*\|/;
  const isRow = isBarred.test(lines[from] ?? '') ? isBarred : /\|/;
  if (isRow !== isBarred && !isDelimiter(lines[from + 1] ?? '')) return from;
  let line = from;
  while (line < to && isRow.test(lines[line] ?? '')) line++;
  return line;
}

/** What the rows of a table say, or the one row below its labels. */
export function tableFields({ lines, starts }: FileLines, from: number, to: number): Field[] {
  const all = Array.from({ length: to - from }, (_, at) => from + at);
  const delimiter = all.find((line) => isDelimiter(lines[line] ?? '')) ?? -1;
  const rows = all
    .filter((line) => line !== delimiter)
    .map((line) => ({
      line,
      cells: tableCells(lines[line] ?? '', starts[line] ?? 0),
      isHead: line < delimiter,
    }));
  const inCells = labelledCells(rows);
  return inCells.some(isStatus) ? inCells : fieldsOfRows(rows);
}

/** Whether a label is one of those that documents have in their heads. */
export function isHeadLabel({ label }: Pick<Field, 'label'>): boolean {
  return HEAD_LABEL.test(label) || isStatus({ label }) || relationCalled(label) !== undefined;
}

/** What rows say: by pairs of a label and a value, or by labels in the first row with the latest of the others. */
export function fieldsOfRows(all: readonly TableRow[]): Field[] {
  const first = all.findIndex(({ cells }) => cells.some(({ text }) => text.trim() !== ''));
  const rows = all.slice(first < 0 ? -1 : first);
  const [head, ...others] = rows;
  if (!head) return [];
  if (head.cells.length === 3 && HEADS_VALUES.test(labelOfCell(head.cells[1] ?? NO_CELL)))
    return fieldsOfRows(others.map((row) => ({ ...row, cells: row.cells.slice(0, 2) })));
  if (isOfPairs(head.cells, others) && !isOfColumns(head, others)) {
    return rows.flatMap(({ cells, line }) =>
      cells.flatMap((label, at) => {
        const value = at % 2 === 0 ? cells[at + 1] : undefined;
        return value ? [fieldOf(labelOfCell(label), value, line)] : [];
      }),
    );
  }
  const row = latestOf(head, others);
  if (!row) return [];
  const latest = others.length > 1 ? { isLatest: true } : {};
  return head.cells.flatMap((label, at) => {
    const value = row.cells[at];
    return value ? [{ ...fieldOf(labelOfCell(label), value, row.line), ...latest }] : [];
  });
}

/** What a table says whose cells hold a label and its value each: `| **Created:** today | **Status:** Draft |`. */
function labelledCells(rows: readonly TableRow[]): Field[] {
  const labelled = rows.flatMap(({ cells, line }) =>
    cells.flatMap(({ text, start }) => {
      const found = labelOfLine(text);
      if (!found || found.value.text.trim() === '') return [];
      const value = { text: found.value.text, start: start + found.value.start };
      return [fieldOf(found.label, value, line)];
    }),
  );
  const cells = rows.flatMap(({ cells: own }) => own).filter(({ text }) => text.trim() !== '');
  return labelled.length === cells.length ? labelled : [];
}

/** Whether a row has a label before each value: two cells, or more in which labels alternate with values. */
function isOfPairs(cells: readonly Span[], others: readonly TableRow[]): boolean {
  const areLabels = (own: readonly Span[]) =>
    own.map((cell) => isHeadLabel({ label: labelOfCell(cell) }));
  const isLabel = areLabels(cells);
  if (cells.length === 2) {
    const isNamed = cells.some((cell, at) => at === 1 && NAMES_COLUMN.test(labelOfCell(cell)));
    return !isNamed || others.some(isPairOfStatus);
  }
  const alternate = (own: readonly boolean[]) => own.every((each, at) => at % 2 === 1 || each);
  return (
    cells.length % 2 === 0 &&
    isLabel.every((each, at) => each === (at % 2 === 0)) &&
    others.every((row) => alternate(areLabels(row.cells)))
  );
}

/** Whether two columns are those of a list of other things: below the label of a status stand those that there are. */
function isOfColumns({ cells, isHead }: TableRow, others: readonly TableRow[]): boolean {
  const [label] = cells;
  if (cells.length !== 2 || label === undefined || !isStatus({ label: labelOfCell(label) }))
    return false;
  const saysOne = ({ cells: [first] }: TableRow) => {
    const text = first === undefined ? '' : bareSpan(first).text;
    return !/^\p{L}/u.test(text) || beginsWithStatus(text);
  };
  return isHead === true && others.length > 0 && others.every(saysOne);
}

function isPairOfStatus({ cells: [label, value] }: TableRow): boolean {
  return (
    label !== undefined &&
    value !== undefined &&
    isStatus({ label: labelOfCell(label) }) &&
    readsAsStatus(valueWords(bareSpan(value).text))
  );
}

/** The only row below labels, or the latest of a history; several other things say nothing of the proposal. */
function latestOf({ cells }: TableRow, rows: readonly TableRow[]): TableRow | undefined {
  const labels = cells.map(labelOfCell);
  if (rows.length < 2)
    return labels.length > 2 || labels.every((each) => HEAD_LABEL.test(each)) ? rows[0] : undefined;
  const at = labels.findIndex((label) => /^(?:dates?|datum|fecha|data|日期|when)$/i.test(label));
  const [leading = ''] = labels;
  // Rows that begin with the name of something are about several things.
  if (!BEGINS_HISTORY.test(leading)) return undefined;
  if (at < 0 || !labels.some((label) => isStatus({ label }))) return undefined;
  const dateOf = (row: TableRow) => dateInText(row.cells[at]?.text ?? '');
  if (rows.some((row) => dateOf(row) === '')) return undefined;
  return latestByDate(rows, dateOf);
}

/** What stands in the first column of a history. */
const BEGINS_HISTORY =
  /^(?:|#|no\.?|dates?|datum|fecha|data|日期|when|versions?|rev(?:ision)?s?\.?|v|status|state|authors?|by|who|changes?|events?|steps?|milestones?|phases?|stages?)$/i;

/** What the middle one of three columns is called, where the last says more of its values. */
const HEADS_VALUES =
  /^(?:values?|details?|contents?|information|info|data|entry|wert|valeur|valor|valore|значение|值)$/i;

const NO_CELL: Span = { text: '', start: 0 };

/** Words in the second cell of a first row that make it a row of column names, and not a label with its value. */
const NAMES_COLUMN =
  /^(?:status|state|dates?|authors?|owners?|deciders?|created|updated|last[- ]updated|versions?|titles?|numbers?|areas?|notes?|comments?|reviewers?|approvers?|meaning|description|explanation|definition|progress)$/i;

const HEAD_LABEL =
  /^(?:status|state|(?:\p{L}+ )?dates?|authors?|owners?|deciders?|created|updated|last[- ]updated|versions?|titles?|numbers?|areas?|notes?|comments?|reviewers?|approvers?|meaning|description|explanation|definition|progress|by|who|when|body|type|category|issue|pr|pull request|tracking(?: issue)?|sponsors?|team|sig|start(?:ed)?|target|release|discussion|champions?|id|rfc|adr|kep)$/iu;

function labelOfCell(cell: Span): string {
  const words = valueWords(bareSpan(cell).text);
  return words
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .trimEnd()
    .replace(/[:：]$/, '');
}
