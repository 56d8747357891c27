import { bareSpan, type Field, partsOf } from '../field.ts';
import type { FileLines } from '../front/file-lines.ts';
import { goesOnBelow } from '../goes-on.ts';
import { fieldOf } from '../labelled-value.ts';
import { valueWords } from '../value-words.ts';
import type { SectionEntry } from './section-entries.ts';

/** What an entry of a section says under its label; a sentence that is broken into lines is one value. */
export function entryField(label: string, entry: SectionEntry, file: FileLines): Field | undefined {
  const field = ownField(label, entry);
  return field && entry.bullet === '' && !field.isLatest
    ? wholeField(field, entry.line, file)
    : field;
}

function wholeField(field: Field, line: number, { lines, starts }: FileLines): Field {
  let last = line;
  let { value } = field;
  while (goesOnBelow(lines, last, value)) {
    last++;
    value = `${value} ${valueWords((lines[last] ?? '').trim())}`;
  }
  if (last === line) return field;
  return { ...field, value, end: (starts[last] ?? 0) + (lines[last] ?? '').trimEnd().length };
}

function ownField(label: string, entry: SectionEntry): Field | undefined {
  const { text, start } = entry;
  const box = /^\[x\][ \t]+|^[☑☒][ \t]*/i.exec(text)?.[0].length ?? 0;
  const dated =
    /^(?:\[?\d{4}-\d\d-\d\d\]?[ \t]*(?:[:：,|–—-]+[ \t]*)?)(?=\p{L}|[*_~`[])/u.exec(text)?.[0]
      .length ?? 0;
  const word =
    dated === 0
      ? /^([*_]{0,2}\p{L}[\p{L} ]{0,30}?[*_]{0,2})[ \t]*[:：][ \t]*\d{4}-\d\d-\d\d/u.exec(text)?.[1]
      : undefined;
  const lead = Math.max(box, dated);
  const span = { text: word ?? text.slice(lead), start: start + lead };
  const { text: bare } = bareSpan(span);
  // Words that lead to what comes below are no status.
  if (/[:：]$/.test(bare)) return undefined;
  const field = { ...fieldOf(label, span, entry.line), label, items: partsOf(text) };
  return entry.isLatest ? { ...field, isLatest: true } : field;
}
