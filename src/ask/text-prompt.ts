import { Prompt } from '@clack/core';
import { edit } from './editing-keys.ts';
import { ESCAPE, type Key } from './key-input.ts';
import { TextBuffer } from './text-buffer.ts';
import { textFrame } from './text-frame.ts';
import { cursorCell, cursorRow, moveByRows, type Row, TextLayout } from './text-layout.ts';
import type {
  Lines,
  TextOutcome,
  TextPromptOptions,
  TextPromptState,
  TextView,
} from './text-view.ts';

const SPARE_ROWS = 3;
/** Cells beside the text: the bar, two spaces, the cursor after the last character, and a hung space. */
const FRAME_CELLS = 5;

/**
 * A prompt for prose on Clack's core, drawn like Clack's own: many lines, pastes of any size taken whole, and a
 * cursor that moves by what people see as characters.
 */
export class TextPrompt extends Prompt<TextOutcome> implements TextPromptState {
  readonly buffer: TextBuffer;
  /** Whether Escape was pressed on a text and waits for a second. */
  isDiscarding = false;
  #layout = new TextLayout(0);
  #top = 0;
  #shownRows = 1;
  #goal: number | undefined;

  constructor(readonly options: TextPromptOptions) {
    const { input, output, signal } = options;
    super({ input, output, signal, render: () => textFrame(this) }, false);
    this.buffer = new TextBuffer(options.initial);
    this.on('key', (text, key) => this.#press(text, key));
  }

  /** The rows on the screen, of which `taken` hold something else, and which holds the cursor. */
  view(taken: number): TextView {
    const rows = this.#rows();
    const cursor = cursorRow(rows, this.buffer);
    const height = Math.max(1, (this.options.output.rows ?? 24) - taken - SPARE_ROWS);
    const lowestTop = Math.max(0, rows.length - height);
    this.#top = Math.max(cursor - height + 1, Math.min(this.#top, cursor, lowestTop));
    this.#shownRows = height;
    const shown = rows.slice(this.#top, this.#top + height);
    return {
      rows: shown,
      cursor: cursor - this.#top,
      above: this.#top,
      below: rows.length - this.#top - shown.length,
    };
  }

  get columns(): number {
    return Math.max(12, this.options.output.columns ?? 80);
  }

  /** Enter is a key like any other here; what submits is decided below. */
  protected override _shouldSubmit(): boolean {
    return false;
  }

  #rows(): Row[] {
    const width = this.columns - FRAME_CELLS;
    if (this.#layout.width !== width) this.#layout = new TextLayout(width);
    return this.#layout.rows(this.buffer.lines);
  }

  #press(text: string | undefined, key: Key): void {
    const vertical = VERTICAL[key.name ?? ''];
    if (!vertical) this.#goal = undefined;
    if (this.isDiscarding) this.#confirmDiscard(key);
    else if (vertical) this.#moveRows(vertical);
    else if (!this.#leave(key)) this.#change(text, key);
  }

  /** Keys that end the prompt, or may. */
  #leave(key: Key): boolean {
    const action =
      LEAVING[`${key.ctrl ? 'ctrl+' : ''}${key.shift ? 'shift+' : ''}${key.name ?? ''}`];
    if (action === 'escape') this.#escape();
    else if (action === 'submit') this.#submit();
    else if (action === 'cancel') this.state = 'cancel';
    else if (action) this.#finish({ kind: action });
    return action !== undefined;
  }

  #change(text: string | undefined, key: Key): void {
    if (key.name === 'return' || key.name === 'enter') this.#enter(key);
    else if (key.paste !== undefined) this.#insert(key.paste);
    else if (!edit(this.buffer, key) && text !== undefined && !key.ctrl && !key.meta) {
      this.#insert(text);
    }
  }

  #enter(key: Key): void {
    const { buffer, options } = this;
    const atEnd = buffer.line === buffer.lines.length - 1 && buffer.current === '';
    const submits = options.lines === 'one' || key.meta || (buffer.isEmpty && options.optional);
    if (submits || (options.lines === 'item' && atEnd)) this.#submit();
    else buffer.insert('\n');
  }

  #insert(text: string): void {
    this.buffer.insert(asTyped(text, this.options.lines));
  }

  #moveRows(direction: number | 'page up' | 'page down'): void {
    const rows = this.#rows();
    this.#goal ??= cursorCell(rows, this.buffer);
    const page = Math.max(1, this.#shownRows);
    const by = direction === 'page up' ? -page : direction === 'page down' ? page : direction;
    moveByRows(this.buffer, rows, { by, cell: this.#goal });
  }

  #escape(): void {
    if (this.buffer.isEmpty) this.state = 'cancel';
    else this.isDiscarding = true;
  }

  #confirmDiscard(key: Key): void {
    this.isDiscarding = false;
    if (key.name === 'y' || key.name === 'esc') this.state = 'cancel';
  }

  #submit(): void {
    const problem = this.options.validate(this.buffer.text);
    if (problem === undefined) {
      this.#finish({ kind: 'submitted' });
    } else {
      this.error = problem;
      this.state = 'error';
    }
  }

  #finish(outcome: TextOutcome): void {
    this.value = outcome;
    this.state = 'submit';
  }
}

/** Pasted or edited text as it could have been typed: no control characters, and one line where one is asked for. */
export function asTyped(text: string, lines: Lines): string {
  const typed = text.replace(/\r\n?/g, '\n').replace(CONTROL_SEQUENCES, '').replace(CONTROLS, '');
  return lines === 'one' ? typed.replace(/(?<!\s)\s*\n\s*/g, ' ') : typed;
}

const LEAVING: Record<string, 'escape' | 'submit' | 'cancel' | 'back' | 'editor'> = {
  esc: 'escape',
  tab: 'submit',
  'ctrl+s': 'submit',
  'shift+tab': 'back',
  'ctrl+o': 'editor',
  'ctrl+d': 'cancel',
};

const VERTICAL: Record<string, number | 'page up' | 'page down'> = {
  up: -1,
  down: 1,
  pageup: 'page up',
  pagedown: 'page down',
};

/** ECMA-48 control sequences, such as colours, that a paste from a terminal can hold. */
const CONTROL_SEQUENCES = new RegExp(`${ESCAPE}(?:\\[[0-?]*[ -/]*[@-~]|.)`, 'g');
const CONTROLS = /(?![\t\n])\p{Cc}/gu;
