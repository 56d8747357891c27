import { describe, expect, it } from 'vitest';
import { TextBuffer } from '../../src/ask/terminal/text-buffer.ts';

/** A buffer of a text in which `|` is the cursor. */
function bufferOf(marked: string): TextBuffer {
  const before = marked.slice(0, marked.indexOf('|'));
  const buffer = new TextBuffer(marked.replace('|', ''));
  const lines = before.split('\n');
  buffer.line = lines.length - 1;
  buffer.column = lines.at(-1)?.length ?? 0;
  return buffer;
}

/** The text with `|` at the cursor. */
function shown({ lines, line, column }: TextBuffer): string {
  return lines
    .map((text, index) =>
      index === line ? `${text.slice(0, column)}|${text.slice(column)}` : text,
    )
    .join('\n');
}

describe('the cursor', () => {
  it.each<[move: (buffer: TextBuffer) => void, from: string, to: string]>([
    [(buffer) => buffer.left(), 'ab|c', 'a|bc'],
    [(buffer) => buffer.left(), 'ab\n|c', 'ab|\nc'],
    [(buffer) => buffer.left(), '|ab', '|ab'],
    [(buffer) => buffer.left(), 'a🇪🇺|b', 'a|🇪🇺b'],
    [(buffer) => buffer.left(), 'ae\u0301|', 'a|e\u0301'],
    [(buffer) => buffer.right(), 'a|bc', 'ab|c'],
    [(buffer) => buffer.right(), 'a|🇪🇺b', 'a🇪🇺|b'],
    [(buffer) => buffer.right(), 'a|👩🏽‍💻b', 'a👩🏽‍💻|b'],
    [(buffer) => buffer.right(), 'ab|\nc', 'ab\n|c'],
    [(buffer) => buffer.right(), 'ab|', 'ab|'],
    [(buffer) => buffer.wordLeft(), 'one two |', 'one |two '],
    [(buffer) => buffer.wordLeft(), 'one tw|o', 'one |two'],
    [(buffer) => buffer.wordLeft(), 'one\n|two', 'one|\ntwo'],
    [(buffer) => buffer.wordRight(), 'o|ne two', 'one| two'],
    [(buffer) => buffer.wordRight(), 'one| two', 'one two|'],
    [(buffer) => buffer.wordRight(), 'one|  ', 'one  |'],
    [(buffer) => buffer.wordRight(), 'one|\ntwo', 'one\n|two'],
    [(buffer) => buffer.lineStart(), 'a\nb|c', 'a\n|bc'],
    [(buffer) => buffer.lineEnd(), 'a\nb|c\nd', 'a\nbc|\nd'],
    [(buffer) => buffer.textStart(), 'a\nb|c', '|a\nbc'],
    [(buffer) => buffer.textEnd(), 'a|\nbc', 'a\nbc|'],
    [(buffer) => buffer.moveTo(1, 9), '|a\nbc', 'a\nbc|'],
    [(buffer) => buffer.moveTo(9, 0), '|a\nbc', 'a\n|bc'],
    [(buffer) => buffer.moveTo(-1, 0), 'a\nb|c', '|a\nbc'],
    // Never inside a character: behind it instead.
    [(buffer) => buffer.moveTo(0, 2), '|a🇪🇺b', 'a🇪🇺|b'],
  ])('%s: %j to %j', (move, from, to) => {
    const buffer = bufferOf(from);
    move(buffer);
    expect(shown(buffer)).toBe(to);
  });
});

describe('a change', () => {
  it.each<[change: (buffer: TextBuffer) => void, from: string, to: string]>([
    [(buffer) => buffer.insert('x'), 'a|b', 'ax|b'],
    [(buffer) => buffer.insert('x\ny'), 'a|b', 'ax\ny|b'],
    [(buffer) => buffer.insert('x\n'), '|b\nc', 'x\n|b\nc'],
    // Two letters make a flag, and a mark joins the letter before it: the cursor is behind what they make.
    [(buffer) => buffer.insert('🇪'), '|🇺', '🇪🇺|'],
    [(buffer) => buffer.insert('e'), 'a|\u0301b', 'ae\u0301|b'],
    [(buffer) => buffer.deleteBy(buffer.left), 'ab|c', 'a|c'],
    [(buffer) => buffer.deleteBy(buffer.left), 'ab\n|c', 'ab|c'],
    [(buffer) => buffer.deleteBy(buffer.left), '|ab', '|ab'],
    [(buffer) => buffer.deleteBy(buffer.right), 'a|bc', 'a|c'],
    [(buffer) => buffer.deleteBy(buffer.right), 'ab|\nc', 'ab|c'],
    [(buffer) => buffer.deleteBy(buffer.right), 'a|🇪🇺b', 'a|b'],
    [(buffer) => buffer.deleteBy(buffer.wordLeft), 'one two|', 'one |'],
    [(buffer) => buffer.deleteBy(buffer.textStart), 'a\nb\nc|d', '|d'],
    [(buffer) => buffer.deleteBy(buffer.textEnd), 'a|\nb\nc', 'a|'],
    [(buffer) => buffer.deleteBy(buffer.left), '🇪x|🇺', '🇪🇺|'],
  ])('%s: %j to %j', (change, from, to) => {
    const buffer = bufferOf(from);
    change(buffer);
    expect(shown(buffer)).toBe(to);
  });

  it('leaves it empty where nothing is left', () => {
    const buffer = bufferOf('a\n|');
    expect([buffer.isEmpty, new TextBuffer('\n\n').isEmpty, new TextBuffer().isEmpty]).toEqual([
      false,
      true,
      true,
    ]);
    expect(new TextBuffer('a\nb').text).toBe('a\nb');
  });
});
