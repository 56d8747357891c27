import type { Field } from '../field.ts';
import { HEAD_KEY } from '../labels.ts';
import type { FileLines } from './file-lines.ts';
import { listItems, scalarOf, wholeList } from './scalar.ts';

/** The keys of TOML before its first table, and those of a table that holds what is said of the document. */
export function tomlFields({ lines, starts }: FileLines, from: number, to: number): Field[] {
  const fields: Field[] = [];
  let isRead = true;
  for (let line = from; line < to; line++) {
    const table = /^\s*\[+[ \t]*([^\][]*?)[ \t]*\]/.exec(lines[line] ?? '')?.[1];
    if (table !== undefined) isRead = HEAD_KEY.test(table);
    const [all = '', path = '', raw = ''] =
      /^[ \t]*([\w.-]+)[ \t]*=[ \t]*(.*)$/.exec(lines[line] ?? '') ?? [];
    const label = labelOfPath(path);
    if (label === '' || !isRead) continue;
    const start = (starts[line] ?? 0) + all.length - raw.length;
    const list = wholeList(raw, lines, { line, to });
    const { text, at, length } = scalarOf(list, 'toml');
    fields.push({
      label,
      value: text,
      start: start + at,
      end: start + at + (list === raw ? length : raw.length),
      line: line + 1,
      lead: '',
      form: 'toml',
      items: listItems(text),
    });
  }
  return fields;
}

function labelOfPath(path: string): string {
  const [first = '', second, ...others] = path.split('.');
  if (second === undefined) return first;
  return others.length === 0 && HEAD_KEY.test(first) ? second : '';
}
