import { bar, barred, footer } from './frame.ts';
import { type Key, keyName } from './key-input.ts';
import type { Ending, Prompt, Size } from './prompt.ts';

const ROWS_BELOW_PAGE = 2;

/** Shows a text that is longer than the screen, by pages, until the user has seen enough. */
export class Pager implements Prompt<'seen'> {
  readonly typed = '';
  #top = 0;
  #height = 1;
  #rows = 0;

  constructor(private readonly lines: readonly string[]) {}

  press(_text: string | undefined, key: Key): Ending<'seen'> | undefined {
    const name = keyName(key);
    if (name === 'ctrl+c' || name === 'eof') return { kind: 'stop', typed: '' };
    const by = PAGE_MOVES[name];
    if (by === undefined)
      return ENDING.includes(name) ? { kind: 'answer', value: 'seen' } : undefined;
    const rows = Math.abs(by) === WHOLE_PAGE ? Math.sign(by) * this.#height : by;
    this.#top = Math.max(0, Math.min(this.#top + rows, this.#rows - this.#height));
    return undefined;
  }

  frame(size: Size): string[] {
    const rows = this.lines.flatMap((line) => withMargin(line, size));
    const keys = [
      ['↑/↓ space', 'move'],
      ['enter', 'continue'],
    ] as const;
    const end = footer(keys, undefined, size);
    this.#rows = rows.length;
    this.#height = Math.max(1, Math.min(rows.length, size.rows - end.length - ROWS_BELOW_PAGE));
    const seen = `${Math.min(this.#top + this.#height, rows.length)} of ${rows.length} lines`;
    return [
      ...rows.slice(this.#top, this.#top + this.#height),
      `${bar('active')}  ${seen}`,
      ...end,
    ];
  }

  lastFrame(): string[] {
    return [];
  }
}

/** Every row of a wrapped line has the margin of the line. */
function withMargin(line: string, size: Size): string[] {
  const margin = line.slice(0, MARGIN_CELLS);
  const room = { ...size, columns: size.columns - MARGIN_CELLS };
  const rows = barred(line.slice(MARGIN_CELLS), 'active', room, (row) => margin + row);
  return rows.map((row) => (row === bar('active') && margin.trim() ? `${row}  ${margin}` : row));
}

/** Cells at the beginning of each line that show whose text it is. */
const MARGIN_CELLS = 2;

const WHOLE_PAGE = 1000;
const ENDING = ['return', 'enter', 'escape', 'q', 'tab', 'shift+tab'];

const PAGE_MOVES: Readonly<Record<string, number>> = {
  up: -1,
  down: 1,
  k: -1,
  j: 1,
  pageup: -WHOLE_PAGE,
  pagedown: WHOLE_PAGE,
  space: WHOLE_PAGE,
  b: -WHOLE_PAGE,
  home: Number.NEGATIVE_INFINITY,
  end: Number.POSITIVE_INFINITY,
};
