import type { Field } from '../field.ts';
import type { FileLines } from './file-lines.ts';
import { listItems, scalarOf, wholeList } from './scalar.ts';

/** The number of lines, from the first, that an object of JSON takes up, with the lines that set it off; 0 where there is none. */
export function jsonHeadLines(lines: readonly string[]): number {
  const opens = BEGINS_JSON.test(lines[0] ?? '') ? 1 : 0;
  const isObject = /^\{[ \t]*$/.test(lines[opens] ?? '') && JSON_KEY.test(lines[opens + 1] ?? '');
  if (!isObject) return 0;
  const end = lines.findIndex((line) => /^\}[ \t]*$/.test(line));
  const isClosed = opens === 0 || ENDS_JSON.test(lines[end + 1] ?? '');
  return end < 0 || !isClosed ? 0 : end + 1 + opens;
}

/** The keys of an object of JSON, each in a line of its own; those of objects inside it say nothing of the document. */
export function jsonFields({ lines, starts }: FileLines, to: number): Field[] {
  const [, indent = ''] = lines.slice(0, to).flatMap((line) => JSON_KEY.exec(line) ?? []);
  return lines.slice(0, to).flatMap((text, line): Field[] => {
    const [all = '', before, label = '', raw = ''] = JSON_KEY.exec(text) ?? [];
    if (before !== indent || /^[{]/.test(raw)) return [];
    const own = raw.replace(/,[ \t]*$/, '');
    const list = wholeList(own, lines, { line, to });
    const { text: value, at, length } = scalarOf(list, 'yaml');
    const start = (starts[line] ?? 0) + all.length - raw.length + at;
    const end = start + (list === own ? length : own.length);
    const about = { label, value, line: line + 1, lead: '', form: 'json' as const };
    return [{ ...about, start, end, items: listItems(value) }];
  });
}

const BEGINS_JSON = /^(?:---(?:json)?|;;;)[ \t]*$/;

const ENDS_JSON = /^(?:---|;;;)[ \t]*$/;

const JSON_KEY = /^([ \t]*)"([^"\\]+)"[ \t]*:[ \t]*(.*)$/;
