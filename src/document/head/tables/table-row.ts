import type { Span } from '../field.ts';

/** Whether a line sets off the first row of a table (GitHub Flavored Markdown, section 4.10). */
export function isDelimiter(text: string): boolean {
  return /^[ \t]*(?:>[ \t]?)*\|?[ \t]*:?-+:?[ \t]*(?:(?:\|[ \t]*:?-+:?[ \t]*)+\|?|\|)[ \t]*$/.test(
    text,
  );
}

/**
 * The cells of a row, with the blanks in them; an escaped bar ends none.
 * @param start where the row begins in its text
 */
export function tableCells(text: string, start = 0): Span[] {
  const lead = /^[ \t]*(?:>[ \t]?)*\|?/.exec(text)?.[0].length ?? 0;
  const cells = [...text.slice(lead).matchAll(/((?:\\.|[^|\\])*)(?:\||$)/g)].map(
    ({ index, 1: cell = '' }): Span => ({ text: cell, start: start + lead + index }),
  );
  // A value goes between the blanks of an empty cell.
  const at = (span: Span): Span =>
    /^[ \t]{2,}$/.test(span.text) ? { text: '', start: span.start + 1 } : span;
  // Behind the bar that closes a row, or at its end, is no cell.
  return (cells.at(-1)?.text.trim() === '' ? cells.slice(0, -1) : cells).map(at);
}
