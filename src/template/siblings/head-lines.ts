import { labelRanges } from '../../document/head/label-line.ts';
import { isStatus } from '../../document/head/labels.ts';
import { KINDS } from '../adopt/metadata/labels.ts';
import { dateFormOf } from './date-forms-of.ts';
import { cellTexts, isNarrow, type LabelledLine, labelledLine, plainValue } from './head.ts';
import { COUNT_SIGN } from './own-values.ts';

export interface Shared {
  /** The share of documents, 0 to 1, that have what is kept. */
  share: number;
  /** The status of a new proposal; empty where it is not known. */
  status: string;
  /** Whether names have zeros before their number. */
  isPadded: boolean;
}

/** The metadata lines that documents share, with places for their values, in the order of one of them. */
export function headLines(
  heads: readonly string[],
  { base, ...shared }: Shared & { base: number },
): string[] {
  const known = valuesByLabel(heads);
  const least = heads.length * shared.share;
  const all = (heads[base] ?? '').split('\n');
  const lines = all.flatMap((line, index) => {
    const isHead = isHeadRow(all, index);
    if (isForm(line, heads, { least, isHead })) return [line];
    if (isHeadRow(all, index - 2) && namesColumns(all[index - 2] ?? '')) {
      const columns = all[index - 2] ?? '';
      return isForm(columns, heads, { least, isHead: true })
        ? [rowBelow(columns, heads, shared)]
        : [];
    }
    if (isHead && !isNarrow(line)) return [];
    return labelledPartsOf(line).length > 1
      ? lineOfParts(line, known, { ...shared, least })
      : lineOfLabel(line, known, { ...shared, least });
  });
  // A rule right below a paragraph would make a heading of it: blank lines stay.
  // Two spaces at its end break a line.
  const text = lines.map((line) =>
    /\S {2,}$/.test(line) ? `${line.trimEnd()}  ` : line.trimEnd(),
  );

  const trimmed = text
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|(?<!\n)\n+$/g, '');
  return trimmed === '' ? [] : trimmed.split('\n');
}

/** What a new proposal has for a label: its own value, a place for it, or nothing. */
export function valueFor(
  label: string,
  values: readonly string[],
  { status, isPadded }: Pick<Shared, 'status' | 'isPadded'>,
): string {
  const plain = values.map(plainValue);
  if (isStatus({ label })) return status;
  if (KINDS.title.test(label)) return '<title>';
  if (KINDS.author.test(label)) return '<author>';
  const [numbered] = plain.map((each) => /^([A-Za-z]{0,6}[- #]?)\d+$/.exec(each)?.[1]);
  if (KINDS.number.test(label) && numbered !== undefined) {
    const isCount = isPadded && !plain.some((each) => /(?<!\d)0\d/.test(each));
    return numbered + (isCount ? COUNT_SIGN : 'NNNN');
  }
  return KINDS.date.test(label) ? dateFormOf(plain) : '';
}

type ValuesByLabel = ReadonlyMap<string, readonly string[]>;

function lineOfLabel(
  line: string,
  known: ValuesByLabel,
  { least, ...shared }: Shared & { least: number },
): string[] {
  const found = labelledLine(line);
  const values = known.get(found?.label.toLowerCase() ?? '') ?? [];
  return found && values.length >= least
    ? [lineWith(found, valueFor(found.label, values, shared))]
    : [];
}

/** A line with several labels, without those that are not shared. */
function lineOfParts(line: string, known: ValuesByLabel, of: Shared & { least: number }): string[] {
  const ranges = labelRanges(line);
  const parts = ranges.map(({ from, to }) => lineOfLabel(line.slice(from, to), known, of)[0]);
  const [second] = ranges.slice(1);
  const between = line.slice(ranges[0]?.to, second?.from);
  const kept = parts.filter((part) => part !== undefined);
  return kept.length === 0 ? [] : [kept.join(between)];
}

/** The parts of a line that have a label each; rows of a table are whole. */
function labelledPartsOf(line: string): string[] {
  if (/^[ \t]*\|/.test(line)) return [line];
  const parts = labelRanges(line).map(({ from, to }) => line.slice(from, to));
  return parts.every((part) => labelledLine(part) !== undefined) ? parts : [line];
}

function isHeadRow(lines: readonly string[], index: number): boolean {
  return (
    index >= 0 &&
    (lines[index]?.includes('|') ?? false) &&
    /^[ \t]*\|[ \t:|-]+$/.test(lines[index + 1] ?? '')
  );
}

/** Whether the cells of a row are labels of the cells below them, and not of those beside them. */
function namesColumns(row: string): boolean {
  const cells = cellTexts(row).map(plainValue);
  return (
    cells.length > 2 ||
    cells.every(
      (label) => isStatus({ label }) || KINDS.date.test(label) || KINDS.author.test(label),
    )
  );
}

/** The row below labels, with what a new proposal has in each column. */
function rowBelow(columns: string, heads: readonly string[], shared: Shared): string {
  const rows = heads.flatMap((head) => {
    const lines = head.split('\n');
    const at = lines.indexOf(columns);
    return at < 0 ? [] : [cellTexts(lines[at + 2] ?? '')];
  });
  const cells = cellTexts(columns).map((label, column) =>
    valueFor(
      plainValue(label),
      rows.map((row) => row[column] ?? ''),
      shared,
    ),
  );
  return `| ${cells.join(' | ')} |`;
}

function valuesByLabel(heads: readonly string[]): Map<string, string[]> {
  const known = new Map<string, string[]>();
  for (const head of heads) {
    const seen = new Set<string>();
    for (const line of head.split('\n').flatMap(labelledPartsOf)) {
      const found = labelledLine(line);
      const key = found?.label.toLowerCase() ?? '';
      if (!found || seen.has(key)) continue;
      seen.add(key);
      known.set(key, [...(known.get(key) ?? []), found.value]);
    }
  }
  return known;
}

/** Lines without words, such as the rule of a table, and the head of one are part of the form. */
function isForm(
  line: string,
  heads: readonly string[],
  { least, isHead }: { least: number; isHead: boolean },
): boolean {
  if (line.trim() === '') return true;
  const isOne = isHead || !/[\p{L}\p{N}]/u.test(line);
  return isOne && heads.filter((head) => head.split('\n').includes(line)).length >= least;
}

function lineWith({ before, after }: LabelledLine, value: string): string {
  if (value === '') return before.trimEnd() + after;
  return `${before}${/[ \t]$/.test(before) ? '' : ' '}${value}${after}`;
}
