import type { TextBuffer } from './text-buffer.ts';

type BufferEdit = (buffer: TextBuffer) => void;

/**
 * Moves and deletes as keys do in a shell (GNU Readline, "Bindable Readline Commands"): what was deleted by words or
 * lines can be put back elsewhere, and every change can be undone.
 */
export class EditingKeys {
  #killed = '';
  #last = '';

  /** @returns whether the key is one of them */
  press(buffer: TextBuffer, key: string): boolean {
    const kill = KILLING[key];
    const action = DELETING[key] ?? MOVING[key];
    const isOther = key === 'ctrl+y' || key === 'ctrl+_';
    if (!kill && !action && !isOther) return false;
    if (kill) this.#kill(buffer, kill, key);
    else if (key === 'ctrl+y') this.#insertApart(buffer, this.#killed);
    else if (key === 'ctrl+_') buffer.undo();
    else {
      if (DELETING[key] && this.#last !== key) buffer.remember();
      action?.(buffer);
    }
    this.#last = key;
    return true;
  }

  /** Types a text; letters of one word are undone together. */
  insert(buffer: TextBuffer, text: string): void {
    const isLetter = text.length === 1 && text !== ' ' && text !== '\n';
    if (!isLetter || this.#last !== 'letter') buffer.remember();
    this.#last = isLetter ? 'letter' : '';
    buffer.insert(text);
  }

  #insertApart(buffer: TextBuffer, text: string): void {
    if (text === '') return;
    buffer.remember();
    buffer.insert(text);
  }

  /** Consecutive deletions are inserted again together. */
  #kill(buffer: TextBuffer, edit: (buffer: TextBuffer) => string, key: string): void {
    buffer.remember();
    const isAhead = FORWARD.includes(key);
    const before = this.#last in KILLING ? this.#killed : '';
    const text = edit(buffer);
    this.#killed = isAhead ? before + text : text + before;
  }
}

const MOVING: Readonly<Record<string, BufferEdit>> = {
  left: (buffer) => buffer.left(),
  right: (buffer) => buffer.right(),
  'ctrl+b': (buffer) => buffer.left(),
  'ctrl+f': (buffer) => buffer.right(),
  'ctrl+left': (buffer) => buffer.wordLeft(),
  'ctrl+right': (buffer) => buffer.wordRight(),
  'alt+left': (buffer) => buffer.wordLeft(),
  'alt+right': (buffer) => buffer.wordRight(),
  'alt+b': (buffer) => buffer.wordLeft(),
  'alt+f': (buffer) => buffer.wordRight(),
  home: (buffer) => buffer.lineStart(),
  end: (buffer) => buffer.lineEnd(),
  'ctrl+a': (buffer) => buffer.lineStart(),
  'ctrl+e': (buffer) => buffer.lineEnd(),
  'ctrl+home': (buffer) => buffer.textStart(),
  'ctrl+end': (buffer) => buffer.textEnd(),
};

const DELETING: Readonly<Record<string, BufferEdit>> = {
  backspace: (buffer) => buffer.deleteBy(buffer.left),
  'ctrl+h': (buffer) => buffer.deleteBy(buffer.left),
  delete: (buffer) => buffer.deleteBy(buffer.right),
  'ctrl+d': (buffer) => buffer.deleteBy(buffer.right),
};

const KILLING: Readonly<Record<string, (buffer: TextBuffer) => string>> = {
  'ctrl+w': (buffer) => buffer.deleteBy(buffer.wordLeft),
  'alt+backspace': (buffer) => buffer.deleteBy(buffer.wordLeft),
  'ctrl+backspace': (buffer) => buffer.deleteBy(buffer.wordLeft),
  'alt+d': (buffer) => buffer.deleteBy(buffer.wordRight),
  'ctrl+delete': (buffer) => buffer.deleteBy(buffer.wordRight),
  'ctrl+u': (buffer) => buffer.deleteBy(buffer.lineStart),
  'ctrl+k': (buffer) => buffer.deleteBy(buffer.lineEnd),
};

const FORWARD = ['alt+d', 'ctrl+delete', 'ctrl+k'];
