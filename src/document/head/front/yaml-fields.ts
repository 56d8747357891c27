import type { Field } from '../field.ts';
import { HEAD_KEY, isStatus } from '../labels.ts';
import { valueWords } from '../value-words.ts';
import type { FileLines } from './file-lines.ts';
import { listItems, scalarOf, wholeList } from './scalar.ts';
import { blockValue, itemsBelow, type LineRange, valueInMap } from './yaml-blocks.ts';

/** Keys below which the kinds of relations stand, each with the numbers of others. */
const RELATIONS_KEY = /^relation(?:s|ships)?$/i;

/**
 * The keys at the top of YAML, read line by line: what is not quite YAML says something as well.
 * @param from the first line, counted from 0; `to` is the line behind the last
 */
export function yamlFields(file: FileLines, from: number, to: number): Field[] {
  const first = file.lines.slice(from, to).find((line) => /^[ \t]*[^\s#]/.test(line)) ?? '';
  return fieldsAt(file, { from, to, indent: leadingSpace(first) });
}

function leadingSpace(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

function fieldsAt(file: FileLines, block: LineRange & { indent: string }): Field[] {
  const { from, to } = block;
  const all = Array.from({ length: to - from }, (_, at) => from + at);
  return all.flatMap((line) => {
    const field = yamlField(file, line, block);
    if (!field) return [];
    return [field, ...fieldsBelow(file, field, to)];
  });
}

/** The keys below one that holds what is said of the document, or its relations. */
function fieldsBelow(file: FileLines, { label, value, line }: Field, to: number): Field[] {
  const isRelations = RELATIONS_KEY.test(label);
  if (value !== '' || !(isRelations || HEAD_KEY.test(label))) return [];
  const { lines } = file;
  let end = line;
  while (end < to && /^(?:[ \t]+\S|[ \t]*(?:#|$))/.test(lines[end] ?? '')) end++;
  const first = lines.slice(line, end).find((each) => /^[ \t]*[^\s#]/.test(each)) ?? '';
  const indent = leadingSpace(first);
  return indent === '' ? [] : fieldsAt(file, { from: line, to: end, indent });
}

function yamlField(
  { lines, starts }: FileLines,
  line: number,
  block: LineRange & { indent: string },
): Field | undefined {
  const [all = '', indent = '', , label = '', gap = '', raw = ''] =
    /^([ \t]*)(["']?)([\p{L}][\p{L}\p{N}_. -]*?)\2(?<! )[ \t]*:(?:([ \t]+)(.*))?$/u.exec(
      lines[line] ?? '',
    ) ?? [];
  if (label === '' || !isAtTop(lines, line, block, indent)) return undefined;
  const rawStart = (starts[line] ?? 0) + all.length - raw.length;
  const { to } = block;
  const own = { line: line + 1, label, lead: gap === '' ? ' ' : '', form: 'yaml' as const };
  const long = blockValue({ lines, starts }, raw, { from: line + 1, to });
  if (long) return { ...own, ...long, lead: '', items: listItems(long.value) };
  const list = wholeList(raw, lines, { line, to });
  const { text, at, length } = scalarOf(list, 'yaml');
  const start = rawStart + at;
  const end = start + (list === raw ? length : raw.length);
  const value = statusWords(own.label, text);
  const field: Field = { ...own, value, start, end, items: listItems(text) };
  const inMap = (isStatus(field) || HAS_STEPS.test(label)) && !/^["']/.test(raw);
  if (inMap) {
    const value = valueInMap({ lines, starts }, { text, start }, { from: line + 1, to });
    if (value) return { ...field, ...value, lead: '' };
  }
  const below = text === '' ? itemsBelow(lines, { from: line + 1, to }, indent) : [];
  return below.length > 0 ? { ...field, items: below } : field;
}

const HAS_STEPS = /^(?:stage|phase)$/i;

/** Whether a key is none of something else; behind items of a list, keys are indented by mistake. */
function isAtTop(
  lines: readonly string[],
  line: number,
  { from, indent: top }: LineRange & { indent: string },
  indent: string,
): boolean {
  if (indent === top) return true;
  for (let above = line - 1; above >= from; above--) {
    const text = lines[above] ?? '';
    if (text.trim() === '') continue;
    const [, own = '', item] = /^([ \t]*)(- )?/.exec(text) ?? [];
    if (own.length < indent.length) return item !== undefined && own === top;
  }
  return false;
}

/** The words of a status without links; all others are texts as they are. */
function statusWords(label: string, text: string): string {
  return isStatus({ label }) && text.includes('](') ? valueWords(text) : text;
}
