import type { Field, Span } from '../field.ts';
import type { FileLines } from '../front/file-lines.ts';
import { fieldOf } from '../labelled-value.ts';
import { valueWords } from '../value-words.ts';
import { fieldsOfRows, type TableRow } from './table-fields.ts';

/** The line behind a table or list of definitions in HTML that begins in a line; the line itself where none does. */
export function endOfHtml(lines: readonly string[], from: number, to: number): number {
  const text = lines[from] ?? '';
  const [, name = ''] = /<(table|dl|tr|t[dh])\b/i.exec(text) ?? [];
  if (name === '') return from;
  const isWhole = /^(?:table|dl)$/i.test(name);
  const closing = isWhole ? `</${name.toLowerCase()}>` : '</tr>';
  let end = from;
  while (end < to && !(lines[end] ?? '').toLowerCase().includes(closing)) end++;
  return end < to ? end + 1 : from + 1;
}

/** What the rows of a table in HTML say, or the pairs of a list of definitions. */
export function htmlFields({ lines, starts }: FileLines, from: number, to: number): Field[] {
  const start = starts[from] ?? 0;
  // With the line endings as they are, so that places stay.
  const text = Array.from({ length: to - from }, (_, at) => {
    const gap = (starts[from + at + 1] ?? 0) - (starts[from + at] ?? 0);
    return (lines[from + at] ?? '').padEnd(Math.max(0, gap), '\n');
  }).join('');
  const cells = [...text.matchAll(CELL)].map(({ index, 0: cell, 1: name = '', 2: inside = '' }) => {
    const at = index + cell.indexOf('>') + 1;
    const isHead = /^(?:th|dt)$/i.test(name);
    return {
      span: { text: inside, start: start + at },
      at: index,
      isHead,
      name: name.toLowerCase(),
    };
  });
  const lineAt = (at: number) => from + (text.slice(0, at).match(/\n/g)?.length ?? 0);
  const pairs = cells.filter(({ name }) => /^d[td]$/.test(name));
  if (pairs.length > 0) {
    return pairs.flatMap(({ span, name }, at) => {
      const value = name === 'dt' ? pairs[at + 1] : undefined;
      return value?.name === 'dd'
        ? [fieldOf(valueWords(span.text.trim()), withoutBreaks(value.span), lineAt(value.at))]
        : [];
    });
  }
  const ends = [...text.matchAll(/<\/tr>|$/gi)].map(({ index }) => index);
  const rows = ends.flatMap((end, at): TableRow[] => {
    const own = cells.filter((cell) => cell.at < end && cell.at >= (ends[at - 1] ?? 0));
    const [first] = own;
    if (!first) return [];
    const line = lineAt((own.find(({ isHead }) => !isHead) ?? first).at);
    const isHead = own.length > 1 && own.every((cell) => cell.isHead);
    return [{ line, cells: own.map(({ span }) => withoutBreaks(span)), isHead }];
  });
  return fieldsOfRows(rows);
}

const CELL = /<(t[dh]|d[td])\b[^<>]*>((?:[^<]|<(?!\/?(?:t[dhr]|d[td]|table)\b))*)/gi;

function withoutBreaks({ text, start }: Span): Span {
  return { text: text.replace(/[\r\n]/g, ' '), start };
}
