import type { WriteStream } from 'node:tty';
import { stripVTControlCharacters } from 'node:util';
import { cells } from '../graphemes.ts';
import type { Size } from './prompt.ts';

const HIDE_CURSOR = '\u001B[?25l';
const SHOW_CURSOR = '\u001B[?25h';
/** xterm control sequences, "The Alternate Screen Buffer". */
const OTHER_SCREEN = '\u001B[?1049h';
const OWN_SCREEN = '\u001B[?1049l';
const ERASE_BELOW = '\u001B[J';
const ERASE_LINE = '\u001B[2K';

/**
 * The lower end of the terminal: one frame that is redrawn, and above it the lines that stay. Only changes are
 * written (xterm control sequences).
 */
export class Screen {
  #frame: readonly string[] = [];
  /** Lines of each answered question, followed by those shown for the next one. */
  #answered: string[][] = [];
  #told: string[] = [];

  constructor(private readonly output: WriteStream) {}

  get size(): Size {
    return { columns: this.output.columns || 80, rows: this.output.rows || 24 };
  }

  /** Starts on a new line, whatever was typed and echoed before. */
  open(): void {
    this.output.write(`\r${ERASE_LINE}`);
  }

  draw(lines: readonly string[]): void {
    const before = this.#frame;
    const isAlike = before.length === lines.length && lines.length > 0;
    const first = lines.findIndex((line, index) => line !== before[index]);
    if (isAlike && first < 0) return;
    this.#frame = lines;
    const changes = isAlike ? changedLines(before, lines) : lines.join('\r\n');
    const erase = isAlike ? '' : ERASE_BELOW;
    this.output.write(`${HIDE_CURSOR}${this.#toTop(before)}${erase}${changes}`);
  }

  redraw(lines: readonly string[], isElsewhere: boolean): void {
    const top = isElsewhere ? '\r' : this.#toTop(this.#frame);
    this.#frame = lines;
    this.output.write(`${HIDE_CURSOR}${top}${ERASE_BELOW}${lines.join('\r\n')}`);
  }

  /** Replaces the frame by lines that stay, as for an answered question. */
  keep(lines: readonly string[]): void {
    this.#settle(lines);
    this.#answered.push([...this.#told, ...lines]);
    this.#told = [];
  }

  /** Puts lines above what is asked next. */
  tell(lines: readonly string[]): void {
    this.#settle(lines);
    this.#told.push(...lines);
  }

  /** Removes the last answered question, with the lines shown for it and since. */
  takeBack(): void {
    const lines = [...(this.#answered.pop() ?? []), ...this.#told];
    this.#told = [];
    const rows = this.#rowsOf(lines);
    this.output.write(`${up(rows)}${ERASE_BELOW}`);
  }

  /** Hands the terminal over to something else, below the current output. */
  suspend(): void {
    this.output.write(`${this.#frame.length > 0 ? '\r\n' : ''}${SHOW_CURSOR}`);
  }

  /** Hands the terminal over to an editor, whose output is removed by {@link comeBack}. */
  leave(text: string): void {
    this.output.write(`${OTHER_SCREEN}\u001B[H${text}\r\n${SHOW_CURSOR}`);
  }

  comeBack(): void {
    this.output.write(`${OWN_SCREEN}${HIDE_CURSOR}`);
  }

  close(): void {
    this.output.write(SHOW_CURSOR);
  }

  #settle(lines: readonly string[]): void {
    const ends = lines.map((line) => `${line}\r\n`).join('');
    this.output.write(`${this.#toTop(this.#frame)}${ERASE_BELOW}${ends}`);
    this.#frame = [];
  }

  #toTop(lines: readonly string[]): string {
    return lines.length === 0 ? '\r' : up(this.#rowsOf(lines) - 1);
  }

  /** Rows that lines occupy; lines drawn before the terminal became narrower are wrapped by it. */
  #rowsOf(lines: readonly string[]): number {
    const { columns } = this.size;
    const rowsOf = (line: string) =>
      Math.max(1, Math.ceil(cells(stripVTControlCharacters(line)) / columns));
    return lines.reduce((sum, line) => sum + rowsOf(line), 0);
  }
}

function up(rows: number): string {
  return rows > 0 ? `\r\u001B[${rows}A` : '\r';
}

function changedLines(before: readonly string[], lines: readonly string[]): string {
  return lines
    .map((line, index) => (line === before[index] ? '' : `${ERASE_LINE}${line}\r`))
    .join('\n')
    .concat(`\r\u001B[${Math.max(1, cells(stripVTControlCharacters(lines.at(-1) ?? '')))}C`);
}
