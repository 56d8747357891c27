import { describe, expect, it } from 'vitest';
import { clipped } from '../../src/ask/terminal/frame.ts';

describe('a line that is too long is cut', () => {
  it.each([
    ['short', 20, 'short'],
    ['exactly ten', 15, 'exactly ten'],
    ['one too many', 15, 'one too ma…'],
    ['before its emoji 🚀🚀🚀', 22, 'before its emoji …'],
    ['語語語語語語', 12, '語語語…'],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 12, '👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦…'],
  ])('%s in %i columns: %s', (text, columns, expected) => {
    expect(clipped(text, { columns, rows: 24 })).toBe(expected);
  });
});
