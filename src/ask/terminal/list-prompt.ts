import type { Choice, ChoiceQuestion, ChoicesQuestion } from '../asker.ts';
import { type Key, keyName } from './key-input.ts';
import { type ListState, lastListFrame, listFrame } from './list-frame.ts';
import type { Ending, Prompt, Size } from './prompt.ts';

abstract class ListPrompt<T extends string, R> implements Prompt<R>, ListState {
  problem: string | undefined;
  focus = 0;
  page = 1;
  search: string | undefined;
  readonly typed = '';
  abstract readonly chosen: ReadonlySet<string> | undefined;
  abstract readonly answer: string;

  constructor(
    protected readonly question: Omit<ChoiceQuestion<T>, 'initial'> & { initial?: unknown },
  ) {
    this.search = question.searchable ? '' : undefined;
  }

  get message(): string {
    return this.question.message;
  }

  get canGoBack(): boolean {
    return this.question.canGoBack;
  }

  get shown(): readonly Choice<T>[] {
    const words = (this.search ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    return this.question.choices.filter(({ label, hint }) => {
      const text = `${label} ${hint ?? ''}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
  }

  press(text: string | undefined, key: Key): Ending<R> | undefined {
    this.problem = undefined;
    const name = keyName(key);
    if (STOP_KEYS.includes(name)) return { kind: 'stop', typed: '' };
    if (name === 'shift+tab') return this.canGoBack ? { kind: 'back' } : undefined;
    if (name === 'return' || name === 'enter') return this.submit();
    if (this.#move(name)) return undefined;
    if (this.search !== undefined) this.#type(text, key, name);
    else this.switch(name);
    return undefined;
  }

  frame(size: Size): string[] {
    return listFrame(this, size);
  }

  lastFrame(size: Size, how: 'answer' | 'stop'): string[] {
    return lastListFrame(this, size, how);
  }

  protected get focused(): Choice<T> | undefined {
    return this.shown[this.focus];
  }

  protected abstract submit(): Ending<R> | undefined;
  protected abstract switch(key: string): void;

  #move(key: string): boolean {
    const last = this.shown.length - 1;
    const to = this.search === undefined ? { ...LIST_MOVES, ...LETTERS } : LIST_MOVES;
    const by = to[key];
    if (by === undefined) return false;
    const target = this.focus + (Math.abs(by) === PAGE ? Math.sign(by) * this.page : by);
    // A step past one end continues at the other; a page does not.
    const isStep = Math.abs(by) === 1;
    const rolled = target < 0 ? last : target > last ? 0 : target;
    this.focus = isStep ? Math.max(0, rolled) : Math.max(0, Math.min(target, last));
    return true;
  }

  #type(text: string | undefined, key: Key, name: string): void {
    const search = this.search ?? '';
    if (name === 'backspace' || name === 'ctrl+h') this.search = search.slice(0, -1);
    else if (name === 'ctrl+u' || name === 'ctrl+w') this.search = '';
    else if (key.paste !== undefined) this.search = search + key.paste.replace(/\s+/g, ' ');
    else if (text !== undefined && !key.ctrl && !key.meta && name !== 'tab') this.search += text;
    if (this.search !== search) this.focus = 0;
  }
}

/** Chooses one of several. */
export class ChoicePrompt<T extends string> extends ListPrompt<T, T> {
  readonly chosen = undefined;

  constructor(question: ChoiceQuestion<T>) {
    super(question);
    const at = question.choices.findIndex(({ value }) => value === question.initial);
    this.focus = Math.max(0, at);
  }

  get answer(): string {
    return this.focused?.label ?? '';
  }

  protected submit(): Ending<T> | undefined {
    const { focused } = this;
    if (focused) return { kind: 'answer', value: focused.value };
    this.problem = `No matches for "${this.search}"; try another search`;
    return undefined;
  }

  protected switch(): void {}
}

/** Chooses any number of several. */
export class ChoicesPrompt<T extends string> extends ListPrompt<T, T[]> {
  readonly chosen: Set<T>;
  readonly #isRequired: boolean;

  constructor(question: ChoicesQuestion<T>) {
    super(question);
    this.chosen = new Set(question.initial);
    this.#isRequired = question.required ?? false;
  }

  get answer(): string {
    return this.#inOrder.map(({ label }) => label).join(', ') || 'none';
  }

  protected submit(): Ending<T[]> | undefined {
    if (this.#isRequired && this.chosen.size === 0) {
      this.problem = 'Nothing is selected: space selects, esc cancels';
      return undefined;
    }
    return { kind: 'answer', value: this.#inOrder.map(({ value }) => value) };
  }

  protected switch(key: string): void {
    const { focused, chosen } = this;
    if (key === 'space' && focused && !chosen.delete(focused.value)) chosen.add(focused.value);
    if (key === 'a') {
      const all = this.question.choices.map(({ value }) => value);
      const isAll = all.every((value) => chosen.has(value));
      for (const value of all) isAll ? chosen.delete(value) : chosen.add(value);
    }
  }

  get #inOrder(): Choice<T>[] {
    return this.question.choices.filter(({ value }) => this.chosen.has(value));
  }
}

const STOP_KEYS = ['escape', 'ctrl+c', 'ctrl+d', 'eof'];

const PAGE = 1000;

const LIST_MOVES: Readonly<Record<string, number>> = {
  up: -1,
  down: 1,
  'ctrl+p': -1,
  'ctrl+n': 1,
  pageup: -PAGE,
  pagedown: PAGE,
  home: Number.NEGATIVE_INFINITY,
  end: Number.POSITIVE_INFINITY,
};

const LETTERS: Readonly<Record<string, number>> = { k: -1, j: 1 };
