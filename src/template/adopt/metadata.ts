import { OWN_NAMES, SHORT_NAMES } from '../../proposal-words.ts';
import { type Edit, orElse } from './handlebars.ts';
import { dateEdit, isPlaceholder, numberEdit } from './placeholders.ts';

const KINDS = {
  title: new RegExp(`^(?:title|(?:feature|${OWN_NAMES})[-_ ]?(?:name|title)|name)$`, 'i'),
  number: new RegExp(
    `^(?:(?:${OWN_NAMES})[-_ ]?)?(?:number|no\\.?|id)$|^(?:${SHORT_NAMES}|[a-z]ep|[a-z]ip)$`,
    'i',
  ),
  date: /date|created|updated/i,
  author: /^(?:authors?(?:\(s\))?|proposers?|proposed by)$/i,
  area: /^(?:owning-sig|area|sig)$/i,
} as const;

/** The pull request or issue of the proposal itself, where proposals are numbered by those. */
const OWN_REQUEST = new RegExp(`^(?:${OWN_NAMES})[-_ ](?:pr|pull request|issue)$`, 'i');

/** A whole value that can be nothing but a number that is yet to come. */
const STANDS_FOR_NUMBER = /^(["']?)(?:N{3,}|X{3,}|0{3,})\1$/;

/** Labels of what another proposal's number stands behind. */
const OTHERS = /supersed|replac|depend|previous|obsolet|requires|related|amend|see/i;

interface Labelled {
  label: string;
  value: string;
  start: number;
}

/**
 * The places for title, number, dates, author and area in YAML: a companion such as `kep.yaml`, or front
 * matter. Comments after a value stay.
 */
export function yamlEdits(text: string, start = 0): Edit[] {
  const lines = linesWithStarts(text);
  const edits = lines.flatMap(({ line, at }, index) => {
    const found = yamlLine(line);
    const isContinued = /^[ \t]+\S/.test(lines[index + 1]?.line ?? '');
    return found && !isContinued
      ? (yamlEdit({ ...found, start: start + at + found.start }) ?? [])
      : [];
  });
  return [...edits, ...authorLists(text, start)];
}

/**
 * The places in lines of a document's text such as `- Start Date: (today)`, `**Author:** @jane` or a row of a
 * table.
 */
export function labelledEdits(document: string, prose: string): Edit[] {
  return linesWithStarts(prose).flatMap(({ line, at }) => {
    const found = labelled(line);
    if (!found) return [];
    const start = at + found.start;
    // The value as it is written, code spans included.
    const value = document.slice(start, start + found.value.length).trimEnd();
    const edit = labelledEdit({ label: found.label, value, start });
    return edit ? [line.trimStart().startsWith('|') ? inTable(edit) : edit] : [];
  });
}

/** All zeros in a line about the proposal's own pull request, where that is its number. */
export function ownRequestEdits(prose: string): Edit[] {
  return linesWithStarts(prose).flatMap(({ line, at }) => {
    const found = labelled(line);
    if (!found || !OWN_REQUEST.test(found.label)) return [];
    const holes = line.matchAll(/(?<!\d)(?:0{3,}|N{3,})(?!\w)/g);
    return [...holes].map(({ index, 0: hole }) => ({
      start: at + index,
      end: at + index + hole.length,
      parts: orElse('number', '{{number}}', hole),
    }));
  });
}

const LONGEST_METADATA_LINE = 1000;

function yamlLine(line: string): Labelled | undefined {
  if (line.length > LONGEST_METADATA_LINE) return undefined;
  const [head = '', label = ''] = /^([\w-]+):[ \t]+/.exec(line) ?? [];
  const rest = line.slice(head.length).trimEnd();
  if (label === '' || rest === '') return undefined;
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\[[^[\]]*\])(?=[ \t]+#|$)/.exec(rest)?.[0];
  if (quoted !== undefined) return { label, value: quoted, start: head.length };
  // Braces around words without a key mean nothing in YAML.
  const braces = /^\{[^{}:]*\}(?=[ \t]+#|$)/.exec(rest)?.[0];
  if (braces !== undefined) return { label, value: braces, start: head.length };
  if (/^["'|>&*[{%@`]/.test(rest)) return undefined;
  const comment = rest.search(/[ \t]#/);
  const value = (comment < 0 ? rest : rest.slice(0, comment)).trimEnd();
  return value === '' || value.startsWith('#') ? undefined : { label, value, start: head.length };
}

function yamlEdit({ label, value, start }: Labelled): Edit | undefined {
  const whole = (name: string, code: string): Edit => ({
    start,
    end: start + value.length,
    parts: orElse(name, code, value),
  });
  if (KINDS.title.test(label))
    return label === 'name' ? undefined : whole('title', '{{titleInYaml}}');
  if (KINDS.number.test(label)) {
    const isAngled = /^<[^<>]*>$/.test(value);
    // YAML reads leading zeros as octal.
    const code = /^["']/.test(value) ? '{{number}}' : '{{pad number 1}}';
    return isAngled ? whole('number', code) : numberEdit(value, start, { takesZeros: true, code });
  }
  if (KINDS.date.test(label)) return dateEdit(value, start);
  if (KINDS.author.test(label)) {
    return whole('author', value.startsWith('[') ? '[{{authorInYaml}}]' : '{{authorInYaml}}');
  }
  if (isOwnNumber(label, value)) return awaitedNumber(value, start);
  return KINDS.area.test(label) && /xxx|xyz|<|tbd/i.test(value)
    ? whole('area', '{{area}}')
    : undefined;
}

function isOwnNumber(label: string, value: string): boolean {
  return STANDS_FOR_NUMBER.test(value) && !OTHERS.test(label);
}

function awaitedNumber(value: string, start: number): Edit {
  const isQuoted = /^["']/.test(value);
  const hole = isQuoted ? value.slice(1, -1) : value;
  const at = start + Number(isQuoted);
  const code = isQuoted ? '{{number}}' : '{{pad number 1}}';
  return { start: at, end: at + hole.length, parts: orElse('number', code, hole) };
}

function authorLists(text: string, start: number): Edit[] {
  const lists = text.matchAll(
    /^authors?:[ \t]*(\r?\n)((?:[ \t]*-[ \t]+[^\r\n]*(?:\r?\n|(?![\s\S])))+)(?![ \t]+\S)/gm,
  );
  return [...lists].flatMap(({ index, 0: whole, 1: eol = '', 2: items = '' }) => {
    // Items that are mappings are more than a name.
    if (/^[ \t]*-[ \t]+[\w-]+:[ \t]/m.test(items)) return [];
    const at = start + index + whole.length - items.length;
    const [bullet = ''] = /^[ \t]*-[ \t]+/.exec(items) ?? [];
    const end = items.endsWith('\n') ? eol : '';
    return {
      start: at,
      end: at + items.length,
      parts: orElse('author', `${bullet}{{authorInYaml}}${end}`, items),
    };
  });
}

function labelled(line: string): Labelled | undefined {
  if (line.length > LONGEST_METADATA_LINE) return undefined;
  const [head = '', , label = '', separator = ''] =
    /^([ \t]{0,8}(?:[-*+][ \t]+|\|[ \t]*)?(?:\*\*|__)?)([A-Za-z][\w ()/.-]{0,30})(?:\*\*|__)?[ \t]{0,8}([:|])(?:\*\*|__)?/.exec(
      line,
    ) ?? [];
  if (head === '') return undefined;
  const rest = line.slice(head.length);
  const end = separator === '|' ? rest.indexOf('|') : -1;
  const cell = end < 0 ? rest : rest.slice(0, end);
  const gap = cell.length - cell.trimStart().length;
  return { label: label.trim(), value: cell.trim(), start: head.length + gap };
}

function inTable(edit: Edit): Edit {
  const parts = edit.parts.map((part) =>
    'code' in part ? { code: part.code.replace('{{title}}', '{{titleInTable}}') } : part,
  );
  return { ...edit, parts };
}

function linesWithStarts(text: string): { line: string; at: number }[] {
  let at = 0;
  return text.split('\n').map((line) => {
    const start = at;
    at += line.length + 1;
    return { line: line.replace(/\r$/, ''), at: start };
  });
}

function labelledEdit({ label, value, start }: Labelled): Edit | undefined {
  const whole = (name: string, code: string): Edit => ({
    start,
    end: start + value.length,
    parts: orElse(name, code, value),
  });
  if (KINDS.date.test(label)) return dateEdit(value, start);
  if (KINDS.number.test(label)) return numberEdit(value, start, { takesZeros: true });
  if (OWN_REQUEST.test(label)) return undefined;
  if (value === '' || !isPlaceholder(value)) return undefined;
  if (KINDS.title.test(label)) {
    return /ident|`[a-z]+_[a-z_]+`/.test(value)
      ? whole('title', '`{{slugWithUnderscores}}`')
      : whole('title', '{{title}}');
  }
  return KINDS.author.test(label) ? whole('author', '{{author}}') : undefined;
}
