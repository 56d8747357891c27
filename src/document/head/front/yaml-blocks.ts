import { type Field, partsOf, type Span } from '../field.ts';
import { latestByDate } from '../latest-entry.ts';
import type { FileLines } from './file-lines.ts';
import { scalarOf } from './scalar.ts';

/** Lines from one to behind the last, counted from 0. */
export interface LineRange {
  from: number;
  to: number;
}

type PlacedValue = Pick<Field, 'value' | 'start' | 'end' | 'line'>;

/** A step that is reached is said by its key, which is no place to write another value at. */
type ReachedStep = Required<Pick<Field, 'value' | 'isStep'>>;

/**
 * A value that goes on in the lines below its key: as a block (`>`, `|`), or plain (YAML 1.2.2, sections 7.3.3 and 8.1).
 * @returns undefined for one that is in the line of its key
 */
export function blockValue(
  { lines, starts }: FileLines,
  raw: string,
  { from, to }: LineRange,
): PlacedValue | undefined {
  const isBlock = /^[>|][-+\d]*[ \t]*(?:#.*)?$/.test(raw);
  const isPlain = /^[\p{L}\p{N}]/u.test(raw) && !/[ \t]#/.test(raw);
  const end = isBlock || isPlain ? endOfValue(lines, { from, to }, isBlock) : from;
  if (end === from) return undefined;
  const lineOf = (at: number) => ({ text: lines[at] ?? '', start: starts[at] ?? 0 });
  const [key, first, last] = [lineOf(from - 1), lineOf(from), lineOf(end - 1)];
  const words = lines.slice(from, end).map((line) => line.trim());
  return {
    value: [...(isBlock ? [] : [raw.trim()]), ...words].join(' '),
    start: isBlock ? first.start + first.text.search(/\S/) : key.start + key.text.lastIndexOf(raw),
    end: last.start + last.text.trimEnd().length,
    line: isBlock ? from + 1 : from,
  };
}

/** The items of a list that stands below a key with some white space before it. */
export function itemsBelow(
  lines: readonly string[],
  { from, to }: LineRange,
  indent: string,
): Field['items'] {
  const items: Field['items'][number][] = [];
  for (let line = from; line < to; line++) {
    const text = lines[line] ?? '';
    const item = /^[ \t]*-[ \t]+(.*)$/.exec(text)?.[1];
    const number = item === undefined ? /^[ \t]+number:[ \t]*(\d+)/.exec(text)?.[1] : undefined;
    const depth = text.search(/\S/);
    if (depth < indent.length || (item === undefined && depth === indent.length)) break;
    const plain = item?.replace(/^(?:number|id|ref):[ \t]*/, '') ?? number;
    if (plain !== undefined && !/^\w+:[ \t]/.test(plain))
      items.push(...partsOf(scalarOf(plain, 'yaml').text));
  }
  return items;
}

/**
 * What a status says that is a map or a list, in its line or below it: under a key such as `value`; the step that is
 * true, or the last that has a date; the only item, or the last of several that have more to say.
 * @returns undefined where it is a plain value
 */
export function valueInMap(
  file: FileLines,
  raw: Span,
  { from, to }: LineRange,
): PlacedValue | ReachedStep | undefined {
  const flow = /^([[{])(.*)[\]}]$/.exec(raw.text);
  if (flow) {
    const inside = { text: flow[2] ?? '', start: raw.start + 1 };
    const parts = splitAtCommas(inside).map((part) => yamlEntry(part, from - 1));
    if (flow[1] === '{') return presentOf(parts);
    const [only, ...others] = parts;
    return only && others.length === 0 && only.key === '' ? valueIn(only) : undefined;
  }
  if (raw.text !== '') return undefined;
  const below = entriesBelow(file, { from, to });
  const [only, ...others] = below.items;
  if (only && others.length === 0 && only.key === '') return valueIn(only);
  const last = below.items.at(-1);
  if (last && last.key !== '') return isDate(last.key) ? valueIn(last) : reachedStep(last);
  return below.items.length > 0 ? undefined : presentOf(below.keys);
}

function endOfValue(lines: readonly string[], { from, to }: LineRange, isBlock: boolean): number {
  const goesOn = (line: string) => /^[ \t]+[^\s#]/.test(line) && (isBlock || !isKey(line));
  let end = from;
  while (end < to && goesOn(lines[end] ?? '')) end++;
  return end;
}

function isKey(line: string): boolean {
  return /^[ \t]*(?:-[ \t]|[\w"'-]+[ \t]*:(?:[ \t]|$))/.test(line);
}

/** Keys that hold the present value where others beside them say more. */
const PRESENT = /^(?:value|current|state|status|name|now)$/i;

const IS_NOTHING = /^(?:~|null|false|no|""|'')?$/i;

interface YamlEntry {
  key: string;
  value: Span;
  line: number;
}

function splitAtCommas({ text, start }: Span): Span[] {
  let at = start;
  return text.split(',').map((part) => {
    const own = { text: part, start: at };
    at += part.length + 1;
    return own;
  });
}

function yamlEntry({ text, start }: Span, line: number): YamlEntry {
  const [, lead = '', key = ''] = /^([ \t]*["']?([\w-]+)["']?[ \t]*:[ \t]+)/.exec(text) ?? [];
  const gap = lead === '' ? (/^[ \t]*/.exec(text)?.[0].length ?? 0) : lead.length;
  return { key, value: { text: text.slice(gap), start: start + gap }, line };
}

function entriesBelow(
  { lines, starts }: FileLines,
  { from, to }: LineRange,
): { items: YamlEntry[]; keys: YamlEntry[] } {
  const items: YamlEntry[] = [];
  const keys: YamlEntry[] = [];
  for (let line = from; line < to && /^(?:[ \t]+\S|-[ \t])/.test(lines[line] ?? ''); line++) {
    const text = lines[line] ?? '';
    const bullet = /^[ \t]*-[ \t]+/.exec(text)?.[0].length;
    const start = (starts[line] ?? 0) + (bullet ?? 0);
    const bare = text.slice(bullet ?? 0);
    const isEmpty = /^[ \t]*[\w-]+[ \t]*:$/.test(bare);
    const entry = yamlEntry({ text: isEmpty ? `${bare} ` : bare, start }, line);
    if (bullet !== undefined) items.push(entry);
    else if (entry.key !== '' && items.length === 0) keys.push(entry);
  }
  return { items, keys };
}

function presentOf(entries: readonly YamlEntry[]): PlacedValue | ReachedStep | undefined {
  const named = entries.find(({ key }) => PRESENT.test(key));
  if (named) return valueIn(named);
  const said = entries.filter(({ value }) => !IS_NOTHING.test(scalarOf(value.text, 'yaml').text));
  const last = said.at(-1);
  if (!last) return undefined;
  const dated = said.filter(({ key }) => isDate(key));
  const latest = latestByDate(dated, ({ key }) => key);
  return latest ? valueIn(latest) : reachedStep(last);
}

function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text);
}

function valueIn({ value, line }: YamlEntry): PlacedValue {
  const { text, at, length } = scalarOf(value.text, 'yaml');
  const start = value.start + at;
  return { value: text, start, end: start + length, line: line + 1 };
}

function reachedStep({ key }: YamlEntry): ReachedStep {
  return { value: key, isStep: true };
}
