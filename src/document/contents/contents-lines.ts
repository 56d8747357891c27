import { recounted } from './counted-entries.ts';
import { type Anchored, labelOf } from './table-of-contents.ts';

/** An entry of a table of contents as it stands, and the heading that it leads to. */
export interface ContentsEntry {
  line: string;
  indent: string;
  bullet: string;
  label: string;
  heading: Anchored | undefined;
}

interface ContentsRow {
  line: string;
  heading?: Anchored;
}

/**
 * The lines of a table of contents that has all headings that are wanted. Entries that lead somewhere stay as they are,
 * and so do the blank lines between them.
 * @param lines those that it has: entries and blank ones
 */
export function contentsLines(
  lines: readonly string[],
  entries: readonly ContentsEntry[],
  wanted: readonly Anchored[],
): string[] {
  const known = entries.filter(({ heading }) => heading);
  const rows = keptRows(lines, entries);
  const listed = new Set(known.map(({ heading }) => heading));
  for (const heading of wanted.filter((each) => !listed.has(each))) {
    const { indent = '', bullet = '- ' } =
      known.find((each) => each.heading?.level === heading.level) ?? {};
    const line = `${indent}${bullet}[${labelOf(heading)}](#${heading.anchor})`;
    insertEntry(rows, { line, heading });
  }
  return recounted(
    rows.map(({ line }) => line),
    known,
  );
}

/** The lines without the entries that lead nowhere, and without the blank lines before those. */
function keptRows(lines: readonly string[], entries: readonly ContentsEntry[]): ContentsRow[] {
  const rest = [...entries];
  const rows: ContentsRow[] = [];
  for (const line of lines) {
    const entry = isBlankRow({ line }) ? undefined : rest.shift();
    if (!entry) rows.push({ line });
    else if (entry.heading) rows.push({ line, heading: entry.heading });
    // What people wrote behind a link stays.
    else if (HAS_REMARK.test(line)) rows.push({ line });
    else if (isBlankRow(rows.at(-1))) rows.pop();
  }
  const first = rows.findIndex((row) => !isBlankRow(row));
  return rows.slice(Math.max(0, first));
}

const HAS_REMARK = /\]\(#[^()\s]*\)[ \t]*[^ \t\r\n]/;

function insertEntry(rows: ContentsRow[], row: ContentsRow): void {
  const line = row.heading?.line ?? 0;
  const at = rows.findIndex(({ heading }) => heading !== undefined && heading.line > line);
  const blank = { line: '' };
  if (at < 0) rows.push(...(isBlankRow(rows.at(-2)) ? [blank, row] : [row]));
  else {
    const isLoose = isBlankRow(at === 0 ? rows[1] : rows[at - 1]);
    rows.splice(at, 0, row, ...(isLoose ? [blank] : []));
  }
}

function isBlankRow(row: ContentsRow | undefined): boolean {
  return row?.line.trim() === '';
}
