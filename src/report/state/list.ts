import stringWidth from 'fast-string-width';
import type { Relation } from '../../document/head/labels.ts';
import { linkAddress } from '../../document/references/link-address.ts';
import type { Completeness } from '../../document/sections/completeness.ts';
import { visible } from '../../visible.ts';
import { paint, type Style } from '../style.ts';

/** The details of one proposal. Part of what `--json` prints. */
export interface ListedState {
  number: number | null;
  title: string;
  slug: string;
  path: string;
  /** As written, and where; null if there is none. */
  status: { value: string; file: string; line: number } | null;
  relations: Pick<Relation, 'kind' | 'to'>[];
  sections: Completeness;
  area: string | null;
  /** The branch it is on, if it is not on the default one yet. */
  branch: string | null;
  /** When git last saw a change of it, as ISO 8601 has it. */
  changed: string | null;
  author: string | null;
}

export interface ListResult {
  command: 'list';
  proposals: ListedState[];
  /** Proposals that could not be read as text, and so are not listed; left out if there are none. */
  unread?: string[];
  /** The file that contains the list, and whether it has changed. */
  index?: { file: string; isChanged: boolean };
}

/**
 * A line for each proposal, in columns.
 * @param isOfSome whether some were asked for
 */
export function listText(
  { proposals, index, unread = [] }: ListResult,
  style: Style,
  isOfSome = false,
): string[] {
  if (index) return [index.isChanged ? `Wrote ${index.file}` : `${index.file} is up to date`];
  if (proposals.length === 0)
    return [
      isOfSome || unread.length > 0 ? 'No matching proposals.' : 'There are no proposals here.',
    ];
  const rows = withinColumns(proposals.map(columnsOf), style.columns);
  const widths = widthsOf(rows);
  return rows.map((row, at) => {
    const cells = row.map((cell, column) =>
      column === row.length - 1 ? cell : inColumn(cell, widths[column] ?? 0),
    );
    const [number = '', status = '', ...rest] = cells;
    const isNone = proposals[at]?.status === null;
    return [paint(style, 'bold', number), paint(style, isNone ? 'dim' : 'cyan', status), ...rest]
      .join('  ')
      .trimEnd();
  });
}

/** Notes for the user. */
export function listNotes({ unread = [] }: ListResult): string[] {
  return unread.map((file) => `${file} is not listed: it could not be read as text`);
}

/**
 * A Markdown table.
 * @param address of a proposal's path, relative to the page that contains the table
 */
export function markdownTable(
  proposals: readonly Pick<ListedState, 'number' | 'title' | 'path' | 'status' | 'changed'>[],
  address: (path: string) => string,
): string[] {
  const rows = proposals.map(({ number, title, path, status, changed }) => {
    const link = `[${escapedCell(title)}](${linkAddress(address(path))})`;
    const day = changed?.slice(0, 10) ?? '';
    return `| ${[number ?? '', link, escapedCell(status?.value ?? ''), day].join(' | ')} |`;
  });
  return ['| Number | Title | Status | Changed |', '| --- | --- | --- | --- |', ...rows];
}

/** The column of the title; the columns after it may be left out on a narrow terminal. */
const TITLE_COLUMN = 2;
const LEAST_TITLE = 24;

/** Rows that fit into a terminal: without the last columns, and with shorter titles, as far as necessary. */
function withinColumns(rows: readonly string[][], columns: number | undefined): string[][] {
  if (columns === undefined) return [...rows];
  const widthOf = (some: readonly string[][]) =>
    widthsOf(some).reduce((sum, width) => sum + width + 2, -2);
  let fitting = [...rows];
  const spare = (some: readonly string[][]) =>
    columns - (widthOf(some) - (widthsOf(some)[TITLE_COLUMN] ?? 0));
  while (spare(fitting) < LEAST_TITLE && (fitting[0]?.length ?? 0) > TITLE_COLUMN + 1)
    fitting = fitting.map((row) => row.slice(0, -1));
  if (widthOf(fitting) <= columns) return fitting;
  const most = Math.max(LEAST_TITLE / 2, spare(fitting));
  return fitting.map((row) =>
    row.map((cell, at) => (at === TITLE_COLUMN ? cutShort(cell, most) : cell)),
  );
}

function widthsOf(rows: readonly string[][]): number[] {
  return (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => cellsOf(row[at] ?? ''))));
}

function columnsOf({
  number,
  status,
  title,
  sections,
  changed,
  author,
  area,
  branch,
}: ListedState): string[] {
  const more = [area, branch && `on ${branch}`, author].filter(Boolean).join(', ');
  return [
    String(number ?? '-'),
    cutShort(visible(status?.value ?? '-'), 40),
    cutShort(visible(title), 80),
    `${sections.written}/${sections.present}`,
    changed?.slice(0, 10) ?? '-',
    more,
  ];
}

/** A shortened text that does not widen its column; `--json` has all of it. */
function cutShort(text: string, most: number): string {
  if (cellsOf(text) <= most) return text;
  const letters = [...text].slice(0, most);
  while (cellsOf(letters.join('')) >= most) letters.pop();
  return `${letters.join('')}…`;
}

function inColumn(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cellsOf(text)));
}

function cellsOf(text: string): number {
  return /^[ -~]*$/.test(text) ? text.length : stringWidth(text);
}

function escapedCell(text: string): string {
  return text.replace(/[|[\]]/g, '\\$&');
}
