import { orUndefined } from '../../or-undefined.ts';
import { type Field, type FieldItem, partsOf, trimmedSpan } from './field.ts';

/** Lines of a file, and where each of them starts in it. */
export interface FileLines {
  lines: readonly string[];
  starts: readonly number[];
}

/**
 * The keys at the top of YAML, read line by line: what is not quite YAML says something as well.
 * @param from the first line, counted from 0; `to` is the line behind the last
 */
export function yamlFields({ lines, starts }: FileLines, from: number, to: number): Field[] {
  const file = { lines, starts };
  const all = Array.from({ length: to - from }, (_, at) => from + at);
  return all.flatMap((line) => {
    const field = yamlField(file, { line, from, to });
    return field ? [field, ...relationshipFields(file, field, to)] : [];
  });
}

/** The keys of TOML before its first table. */
export function tomlFields({ lines, starts }: FileLines, from: number, to: number): Field[] {
  const fields: Field[] = [];
  for (let line = from; line < to && !/^\s*\[/.test(lines[line] ?? ''); line++) {
    const [all = '', label = '', raw = ''] =
      /^([\w.-]+)[ \t]*=[ \t]*(.*)$/.exec(lines[line] ?? '') ?? [];
    if (label === '') continue;
    const start = (starts[line] ?? 0) + all.length - raw.length;
    const { text, at, length } = scalarOf(raw, 'toml');
    fields.push({
      label,
      value: text,
      start: start + at,
      end: start + at + length,
      line: line + 1,
      lead: '',
      form: 'toml',
      items: listItems(text),
    });
  }
  return fields;
}

function yamlField(
  { lines, starts }: FileLines,
  { line, from, to }: { line: number; from: number; to: number },
): Field | undefined {
  const [all = '', indent = '', , label = '', gap = '', raw = ''] =
    /^([ \t]*)(["']?)([\p{L}][\p{L}\p{N}_. -]*?)\2(?<! )[ \t]*:(?:([ \t]+)(.*))?$/u.exec(
      lines[line] ?? '',
    ) ?? [];
  if (label === '' || !isAtTop(lines, line, from, indent)) return undefined;
  const { text, at, length } = scalarOf(raw, 'yaml');
  const start = (starts[line] ?? 0) + all.length - raw.length + at;
  const below = text === '' ? itemsBelow(lines, line + 1, to) : [];
  const step = text === '' && below.length === 0 ? stepReached(lines, line + 1, to) : '';
  return {
    label,
    value: step || text,
    start,
    end: start + length,
    line: line + 1,
    lead: gap === '' ? ' ' : '',
    form: 'yaml',
    items: below.length > 0 ? below : listItems(text),
    ...(step !== '' && { isStep: true }),
  };
}

/** The kinds of relations below one key, each with the numbers of others, as Gateway API has them in `metadata.yaml`. */
function relationshipFields(
  { lines, starts }: FileLines,
  { label, line: at }: Field,
  to: number,
): Field[] {
  if (!/^relationships$/i.test(label)) return [];
  const fields: (Field & { items: FieldItem[] })[] = [];
  for (let line = at; line < to && /^(?:[ \t]+\S|[ \t]*(?:#|$))/.test(lines[line] ?? ''); line++) {
    const text = lines[line] ?? '';
    const [, kind = '', value = ''] = /^[ \t]+([A-Za-z][\w-]*):[ \t]*(.*)$/.exec(text) ?? [];
    const number = /^[ \t]*(?:-[ \t]+)?number:[ \t]*(\d+)/.exec(text)?.[1];
    const end = (starts[line] ?? 0) + text.length;
    if (number !== undefined) fields.at(-1)?.items.push({ text: number, target: undefined });
    else if (kind !== '' && value === '')
      fields.push({
        label: kind,
        value: '',
        start: end,
        end,
        line: line + 1,
        lead: ' ',
        form: 'yaml',
        items: [],
      });
  }
  return fields;
}

/** Whether a key is none of something else; behind items of a list, keys are indented by mistake. */
function isAtTop(lines: readonly string[], line: number, from: number, indent: string): boolean {
  if (indent === '') return true;
  for (let above = line - 1; above >= from; above--) {
    const text = lines[above] ?? '';
    if (text.trim() === '') continue;
    const [, own = '', item] = /^([ \t]*)(- )?/.exec(text) ?? [];
    if (own.length < indent.length) return item !== undefined && own === '';
  }
  return false;
}

/** A value without quotes and without the comment behind it; `at` is where it begins, and `length` how much it takes up. */
function scalarOf(
  raw: string,
  form: 'yaml' | 'toml',
): { text: string; at: number; length: number } {
  const inDouble = /^"((?:\\.|[^"\\])*)"(?!")/.exec(raw)?.[1];
  if (inDouble !== undefined) return { text: unescaped(inDouble), at: 1, length: inDouble.length };
  const single = form === 'yaml' ? /^'((?:''|[^'])*)'(?!')/ : /^'([^']*)'(?!')/;
  const inSingle = single.exec(raw)?.[1];
  if (inSingle !== undefined) {
    return { text: inSingle.replaceAll("''", "'"), at: 1, length: inSingle.length };
  }
  const { text } = trimmedSpan({ text: raw.replace(/(?:^|(?<![ \t])[ \t]+)#.*$/, ''), start: 0 });
  return { text, at: 0, length: text.length };
}

/** The text that escapes stand for; as written where they are none of JSON's, which YAML and TOML share. */
function unescaped(text: string): string {
  return orUndefined(() => String(JSON.parse(`"${text}"`))) ?? text;
}

function listItems(text: string): Field['items'] {
  const inside = /^\[(?!.*\]\()(.*)\]$/.exec(text)?.[1];
  return partsOf(inside ?? text);
}

/** The items of a list that stands below its key. */
function itemsBelow(lines: readonly string[], from: number, to: number): Field['items'] {
  const items: Field['items'][number][] = [];
  for (let line = from; line < to; line++) {
    const text = lines[line] ?? '';
    const item = /^[ \t]*-[ \t]+(.*)$/.exec(text)?.[1];
    if (item === undefined && !/^[ \t]+\S/.test(text)) break;
    if (item !== undefined) items.push(...partsOf(scalarOf(item, 'yaml').text));
  }
  return items;
}

/** The last of the steps below a key that has a value, such as a date. */
function stepReached(lines: readonly string[], from: number, to: number): string {
  let reached = '';
  for (let line = from; line < to && /^[ \t]+\S/.test(lines[line] ?? ''); line++) {
    const [, step = '', value = ''] = /^[ \t]+([\w-]+):[ \t]*([^#]*)/.exec(lines[line] ?? '') ?? [];
    if (step !== '' && value.trim() !== '') reached = step;
  }
  return reached;
}
