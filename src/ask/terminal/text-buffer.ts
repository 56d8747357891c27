import { graphemes } from '../graphemes.ts';

const MOST_UNDONE = 200;

/**
 * The text of a prompt and the cursor in it. Positions are UTF-16 offsets that never fall inside a grapheme: a
 * flag, an emoji with a skin tone or a letter with its accents is one step.
 */
export class TextBuffer {
  /** Never empty. */
  lines: string[];
  line: number;
  /** Offset in the line. */
  column: number;
  #earlier: { lines: string[]; line: number; column: number }[] = [];

  constructor(text = '') {
    this.lines = text.split('\n');
    this.line = this.lines.length - 1;
    this.column = this.current.length;
  }

  /** Saves the current text for {@link undo}. */
  remember(): void {
    const { lines, line, column } = this;
    this.#earlier.push({ lines: [...lines], line, column });
    if (this.#earlier.length > MOST_UNDONE) this.#earlier.shift();
  }

  undo(): void {
    const earlier = this.#earlier.pop();
    if (earlier) ({ lines: this.lines, line: this.line, column: this.column } = earlier);
  }

  /** Replaces the text, with the cursor at its end. */
  replace(text: string): void {
    this.lines = text.split('\n');
    this.textEnd();
  }

  /** Whether the cursor is at the end of the text, in the last of several empty lines. */
  endsInEmptyLines(count: number): boolean {
    const isLast = this.line === this.lines.length - 1;
    return (
      isLast && this.lines.length > count && this.lines.slice(-count).every((line) => line === '')
    );
  }

  get text(): string {
    return this.lines.join('\n');
  }

  get isEmpty(): boolean {
    return this.lines.every((line) => line === '');
  }

  get current(): string {
    return this.lines[this.line] ?? '';
  }

  insert(text: string): void {
    const [before, after] = [this.current.slice(0, this.column), this.current.slice(this.column)];
    const inserted = text.split('\n');
    const last = inserted.length - 1;
    const lines = inserted.map(
      (line, index) => (index === 0 ? before : '') + line + (index === last ? after : ''),
    );
    this.lines = [...this.lines.slice(0, this.line), ...lines, ...this.lines.slice(this.line + 1)];
    this.line += last;
    this.column = (lines[last]?.length ?? 0) - after.length;
    this.#snap();
  }

  left(): void {
    if (this.column > 0) this.column = this.#stepBefore();
    else if (this.line > 0) this.moveTo(this.line - 1, Number.POSITIVE_INFINITY);
  }

  right(): void {
    if (this.column < this.current.length) this.column = this.#stepAfter();
    else if (this.line < this.lines.length - 1) this.moveTo(this.line + 1, 0);
  }

  wordLeft(): void {
    if (this.column === 0) this.left();
    else this.column = /\S+\s*$/.exec(this.current.slice(0, this.column))?.index ?? 0;
  }

  wordRight(): void {
    const word = /^\s*\S+|^\s+/.exec(this.current.slice(this.column));
    if (word) this.column += word[0].length;
    else this.right();
  }

  lineStart(): void {
    this.column = 0;
  }

  lineEnd(): void {
    this.column = this.current.length;
  }

  textStart(): void {
    this.moveTo(0, 0);
  }

  textEnd(): void {
    this.moveTo(this.lines.length - 1, Number.POSITIVE_INFINITY);
  }

  moveTo(line: number, column: number): void {
    this.line = Math.max(0, Math.min(line, this.lines.length - 1));
    this.column = Math.min(column, this.current.length);
    this.#snap();
  }

  /** @returns what was deleted */
  deleteBy(move: () => void): string {
    const here = { line: this.line, column: this.column };
    move.call(this);
    const there = { line: this.line, column: this.column };
    const ahead =
      there.line > here.line || (there.line === here.line && there.column > here.column);
    const [from, to] = ahead ? [here, there] : [there, here];
    const between = this.lines.slice(from.line, to.line + 1);
    const deleted = between.map((line, index) =>
      line.slice(
        index === 0 ? from.column : 0,
        index === between.length - 1 ? to.column : undefined,
      ),
    );
    const joined =
      (this.lines[from.line] ?? '').slice(0, from.column) +
      (this.lines[to.line] ?? '').slice(to.column);
    this.lines.splice(from.line, to.line - from.line + 1, joined);
    this.line = from.line;
    this.column = from.column;
    this.#snap();
    return deleted.join('\n');
  }

  #stepBefore(): number {
    let start = 0;
    for (const { index } of graphemes(this.current)) {
      if (index >= this.column) break;
      start = index;
    }
    return start;
  }

  #stepAfter(): number {
    for (const { index, segment } of graphemes(this.current)) {
      if (index + segment.length > this.column) return index + segment.length;
    }
    return this.current.length;
  }

  /** Editing can join graphemes (a flag from two letters): the cursor goes after the joined one. */
  #snap(): void {
    if (this.column === 0 || this.column >= this.current.length) return;
    for (const { index, segment } of graphemes(this.current)) {
      if (index >= this.column) return;
      if (index + segment.length > this.column) this.column = index + segment.length;
    }
  }
}
