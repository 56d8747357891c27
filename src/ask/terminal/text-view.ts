import { roomIn } from './frame.ts';
import type { Size } from './prompt.ts';
import type { TextBuffer } from './text-buffer.ts';
import { cursorCell, cursorRow, moveByRows, type Row, TextLayout } from './text-layout.ts';

const ROWS_BELOW_TEXT = 3;

/** The rows on the screen, which of them contains the cursor, and how many are above and below. */
export interface Shown {
  rows: Row[];
  cursor: number;
  above: number;
  below: number;
}

/** The part of a text that is on the screen, and cursor movement within it. */
export class TextView {
  #layout = new TextLayout(80);
  #top = 0;
  #height = 1;
  #goal: number | undefined;

  constructor(private readonly buffer: TextBuffer) {}

  /** @param taken rows used by something else */
  show(size: Size, taken: number): Shown {
    // The cursor may be after the last character.
    const width = roomIn(size) - 1;
    if (this.#layout.width !== width) this.#layout = new TextLayout(width);
    const rows = this.#layout.rows(this.buffer.lines);
    const cursor = cursorRow(rows, this.buffer);
    this.#height = Math.max(1, size.rows - taken - ROWS_BELOW_TEXT);
    const lowestTop = Math.max(0, rows.length - this.#height);
    this.#top = Math.max(cursor - this.#height + 1, Math.min(this.#top, cursor, lowestTop));
    const shown = rows.slice(this.#top, this.#top + this.#height);
    return {
      rows: shown,
      cursor: cursor - this.#top,
      above: this.#top,
      below: rows.length - this.#top - shown.length,
    };
  }

  /** @returns whether the key is one that moves the cursor up or down */
  move(key: string): boolean {
    const direction = VERTICAL[key];
    if (direction === undefined) {
      this.#goal = undefined;
      return false;
    }
    const rows = this.#layout.rows(this.buffer.lines);
    this.#goal ??= cursorCell(rows, this.buffer);
    const by = direction * (key.startsWith('page') ? this.#height : 1);
    moveByRows(this.buffer, rows, { by, cell: this.#goal });
    return true;
  }
}

const VERTICAL: Readonly<Record<string, number>> = {
  up: -1,
  down: 1,
  'ctrl+p': -1,
  'ctrl+n': 1,
  pageup: -1,
  pagedown: 1,
};
