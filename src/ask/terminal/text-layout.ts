import { cells, graphemes } from '../graphemes.ts';
import type { TextBuffer } from './text-buffer.ts';

/** One row of the screen: a part of a line of the text. Offsets are UTF-16 units in the line. */
export interface Row {
  line: number;
  start: number;
  end: number;
}

/**
 * Breaks lines into rows of a width in cells, at spaces where there are any. Wrapped lines are cached, so
 * that a key press in ten thousand lines wraps only one.
 */
export class TextLayout {
  #wrapped = new Map<string, readonly number[]>();

  constructor(readonly width: number) {}

  rows(lines: readonly string[]): Row[] {
    return lines.flatMap((text, line) => {
      const starts = this.#startsOf(text);
      return starts.map((start, index) => ({ line, start, end: starts[index + 1] ?? text.length }));
    });
  }

  #startsOf(text: string): readonly number[] {
    const known = this.#wrapped.get(text);
    if (known) return known;
    const starts = lineStartsIn(text, this.width);
    this.#wrapped.set(text, starts);
    return starts;
  }
}

/** Index of the row that contains the cursor. */
export function cursorRow(rows: readonly Row[], { line, column }: TextBuffer): number {
  return rows.findLastIndex((row) => row.line === line && row.start <= column);
}

/** Moves the cursor up or down by rows, staying as close as possible to a cell in the row. */
export function moveByRows(
  buffer: TextBuffer,
  rows: readonly Row[],
  { by, cell }: { by: number; cell: number },
): void {
  const target = rows[Math.max(0, Math.min(cursorRow(rows, buffer) + by, rows.length - 1))];
  if (!target) return;
  const text = (buffer.lines[target.line] ?? '').slice(target.start, target.end);
  let column = target.start;
  let width = 0;
  for (const { segment, index } of graphemes(text)) {
    width += cells(segment);
    if (width > cell) break;
    column = target.start + index + segment.length;
  }
  const isWrapped = target.end < (buffer.lines[target.line]?.length ?? 0);
  buffer.moveTo(target.line, isWrapped && column === target.end ? column - 1 : column);
}

/** The cell of the cursor within its row. */
export function cursorCell(rows: readonly Row[], buffer: TextBuffer): number {
  const row = rows[cursorRow(rows, buffer)];
  let width = 0;
  for (const { segment } of graphemes(buffer.current.slice(row?.start ?? 0, buffer.column))) {
    width += cells(segment);
  }
  return width;
}

function lineStartsIn(text: string, width: number): number[] {
  const starts = [0];
  let used = 0;
  let afterSpace = 0;
  let usedAfterSpace = 0;
  for (const { segment, index } of graphemes(text)) {
    const size = cells(segment);
    // A space may extend over the edge, where it is invisible.
    if (used + size > width && segment !== ' ') {
      const breaksAtSpace = afterSpace > (starts.at(-1) ?? 0);
      starts.push(breaksAtSpace ? afterSpace : index);
      used = breaksAtSpace ? usedAfterSpace : 0;
      usedAfterSpace = 0;
    }
    used += size;
    usedAfterSpace += size;
    if (segment === ' ') {
      afterSpace = index + 1;
      usedAfterSpace = 0;
    }
  }
  return starts;
}
