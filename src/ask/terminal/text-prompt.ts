import type { TextQuestion } from '../asker.ts';
import { EditingKeys } from './editing-keys.ts';
import { ESCAPE, type Key, keyName } from './key-input.ts';
import type { Ending, Prompt, Size } from './prompt.ts';
import { TextBuffer } from './text-buffer.ts';
import { lastTextFrame, type TextState, textFrame } from './text-frame.ts';
import { TextView } from './text-view.ts';

/**
 * A prompt for prose: many lines, pastes of any size accepted as a whole, and a cursor that moves by what people see
 * as characters.
 */
export class TextPrompt implements Prompt<string>, TextState {
  readonly buffer: TextBuffer;
  readonly view: TextView;
  problem: string | undefined;
  isDiscarding = false;
  readonly #keys = new EditingKeys();

  constructor(readonly question: TextQuestion) {
    this.buffer = new TextBuffer(question.initial);
    this.view = new TextView(this.buffer);
  }

  get typed(): string {
    return this.buffer.text;
  }

  /** Replaces the text, as if the new one had been typed. */
  replace(text: string): void {
    this.buffer.remember();
    this.buffer.replace(asTyped(text, this.question.lines));
    this.question.onTyped?.(this.typed);
  }

  press(text: string | undefined, key: Key): Ending<string> | undefined {
    this.problem = undefined;
    const name = keyName(key);
    if (name === 'ctrl+c' || name === 'eof') return this.#stopped();
    if (this.isDiscarding) return this.#confirmDiscard(name);
    const ending = this.#leave(name);
    if (ending !== 'no') return ending;
    this.#change(text, key, name);
    this.question.onTyped?.(this.typed);
    return undefined;
  }

  frame(size: Size): string[] {
    return textFrame(this, size);
  }

  lastFrame(size: Size, how: 'answer' | 'stop'): string[] {
    return lastTextFrame(this, size, how);
  }

  /** Keys that end the prompt, or may end it; `no` for all others. */
  #leave(name: string): Ending<string> | undefined | 'no' {
    const { question, buffer } = this;
    switch (name) {
      case 'escape':
        if (buffer.isEmpty) return this.#stopped();
        this.isDiscarding = true;
        return undefined;
      case 'shift+tab':
        return question.canGoBack ? { kind: 'back', typed: this.typed } : undefined;
      case 'ctrl+o':
        return question.lines === 'one' ? undefined : { kind: 'editor' };
      case 'ctrl+d':
        return buffer.isEmpty ? this.#stopped() : 'no';
      case 'tab':
        if (buffer.isEmpty && question.proposal) buffer.replace(question.proposal);
        return this.#submit();
      case 'ctrl+s':
        return this.#submit();
      case 'return':
        return this.#endsByEnter() ? this.#submit() : 'no';
      default:
        return 'no';
    }
  }

  #endsByEnter(): boolean {
    const { buffer, question } = this;
    if (question.lines !== 'many') return true;
    return (buffer.isEmpty && question.empty !== undefined) || buffer.endsInEmptyLines(2);
  }

  #change(text: string | undefined, key: Key, name: string): void {
    if (NEW_LINE.includes(name)) {
      if (this.question.lines !== 'one') this.#insert('\n');
    } else if (key.paste !== undefined) this.#insert(key.paste);
    else if (this.view.move(name) || this.#keys.press(this.buffer, name)) return;
    else if (text !== undefined && !key.ctrl && !key.meta) this.#insert(text);
  }

  #insert(text: string): void {
    this.#keys.insert(this.buffer, asTyped(text, this.question.lines));
  }

  #confirmDiscard(name: string): Ending<string> | undefined {
    this.isDiscarding = false;
    return name === 'y' || name === 'escape' ? this.#stopped() : undefined;
  }

  #stopped(): Ending<string> {
    return { kind: 'stop', typed: this.typed };
  }

  #submit(): Ending<string> | undefined {
    const { question, typed } = this;
    const isMissing = typed.trim() === '' && question.empty === undefined;
    this.problem = question.validate?.(typed) ?? (isMissing ? 'An answer is required' : undefined);
    return this.problem === undefined ? { kind: 'answer', value: typed } : undefined;
  }
}

const NEW_LINE = ['return', 'enter', 'alt+return', 'alt+enter', 'shift+return'];

/** Pasted or edited text as it could have been typed: no control characters, and only one line if one is expected. */
function asTyped(text: string, lines: TextQuestion['lines']): string {
  const typed = text.replace(/\r\n?/g, '\n').replace(CONTROL_SEQUENCES, '').replace(CONTROLS, '');
  return lines === 'one' ? typed.replace(/(?<!\s)\s*\n\s*/g, ' ') : typed;
}

/** ECMA-48 control sequences, such as colours, that a paste from a terminal can contain. */
const CONTROL_SEQUENCES = new RegExp(`${ESCAPE}(?:\\[[0-?]*[ -/]*[@-~]|.)`, 'g');
const CONTROLS = /(?![\t\n])\p{Cc}/gu;
