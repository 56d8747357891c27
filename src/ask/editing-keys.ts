import type { Key } from './key-input.ts';
import type { TextBuffer } from './text-buffer.ts';

/**
 * Moves and deletes as keys do in a shell (GNU Readline, "Bindable Readline Commands").
 * @returns whether the key is one of them
 */
export function edit(buffer: TextBuffer, key: Key): boolean {
  const modifier = key.ctrl ? 'ctrl+' : key.meta ? 'alt+' : '';
  const action = EDITING[`${modifier}${key.name ?? ''}`];
  action?.(buffer);
  return action !== undefined;
}

const EDITING: Record<string, (buffer: TextBuffer) => void> = {
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
  backspace: (buffer) => buffer.deleteBy(buffer.left),
  'ctrl+h': (buffer) => buffer.deleteBy(buffer.left),
  delete: (buffer) => buffer.deleteBy(buffer.right),
  'ctrl+w': (buffer) => buffer.deleteBy(buffer.wordLeft),
  'alt+backspace': (buffer) => buffer.deleteBy(buffer.wordLeft),
  'ctrl+backspace': (buffer) => buffer.deleteBy(buffer.wordLeft),
  'alt+d': (buffer) => buffer.deleteBy(buffer.wordRight),
  'ctrl+delete': (buffer) => buffer.deleteBy(buffer.wordRight),
  'ctrl+u': (buffer) => buffer.deleteBy(buffer.lineStart),
  'ctrl+k': (buffer) => buffer.deleteBy(buffer.lineEnd),
};
