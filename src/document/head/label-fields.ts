import type { Field, Span } from './field.ts';
import type { FileLines } from './front-fields.ts';
import { fieldOf } from './labelled-value.ts';
import { isStatus } from './labels.ts';
import { endOfTable, htmlFields, tableFields } from './table-fields.ts';

/** A label, a colon or wide colon, and a value: in a list, in bold, in a fence or in a line of its own. */
const LABELLED_VALUE =
  /^([ \t]*(?:>[ \t]?)*(?:[-*+][ \t]+)?:?[*_]{0,3}(?:<(?:b|strong)>)?)(\p{L}[\p{L}\p{M}\p{N} ()/_-]{0,40}?)([*_]{0,3}[ \t]*[:：](?!\/\/)[*_]{0,3}(?:<\/(?:b|strong)>)?)(.*)$/u;

/** What lines and tables say, label by label; tables of more than two columns have their labels in the first row. */
export function labelFields(file: FileLines, from: number, to: number): Field[] {
  const fields: Field[] = [];
  for (let line = from; line < to; line++) {
    const text = file.lines[line] ?? '';
    const foreign = foreignEnd(file.lines, line, to);
    if (foreign > line) line = foreign - 1;
    else if (/^[ \t]*\|/.test(text)) {
      const end = endOfTable(file.lines, line, to);
      fields.push(...tableFields(file, line, end));
      line = end - 1;
    } else if (/<t[dh]\b/i.test(text)) fields.push(...htmlFields(file, line));
    else fields.push(...lineFields(file, line, to));
  }
  return fields;
}

/** The line behind a comment of several lines, or behind an example in a fence that is a file of its own. */
function foreignEnd(lines: readonly string[], line: number, to: number): number {
  const text = lines[line] ?? '';
  const isComment = /^[ \t]*<!--/.test(text) && !text.includes('-->');
  const [fence] = /^[ \t]*(?:`{3,}|~{3,})/.exec(text) ?? [];
  if (!isComment && fence === undefined) return line;
  let end = line + 1;
  const isEnd = (each: string) =>
    isComment ? each.includes('-->') : each.trim().startsWith((fence ?? '').trim());
  while (end < to && !isEnd(lines[end] ?? '')) end++;
  const isFile = lines
    .slice(line, end)
    .some((each) => /^(?:apiVersion|kind):|^[ \t]*[{]/.test(each));
  return isComment || isFile ? end + 1 : line;
}

function lineFields({ lines, starts }: FileLines, line: number, to: number): Field[] {
  const text = lines[line] ?? '';
  const start = starts[line] ?? 0;
  const [first, ...others] = labelledParts(text);
  if (first === undefined) return fieldBelow({ lines, starts }, line, to);
  const field = labelledField({ lines, starts }, { ...first, line, to });
  const behind = others.flatMap(({ text: part, start: at }) => {
    const [all = '', before = '', label = '', colon = '', rest = ''] =
      LABELLED_VALUE.exec(part) ?? [];
    if (label === '') return [];
    const marks = endMarks(before, colon);
    const span = { text: withoutEnd(rest, marks), start: start + at + all.length - rest.length };
    return [fieldOf(label, span, line)];
  });
  return field ? [field, ...behind] : [];
}

/** The parts of a line that begin with a label each: `**Status:** Draft · **Date:** 2020-01-01`. */
function labelledParts(text: string): Span[] {
  const colon = text.search(/[:：]/);
  if (colon < 0 || !LABELLED_VALUE.test(text)) return [];
  // Most lines have one label at most.
  if (text.indexOf(':', colon + 1) < 0) return [{ text, start: 0 }];
  const indent = text.search(/\S/);
  const signs = [...text.matchAll(NEXT_LABEL)].filter(({ index }) => index > indent);
  const cuts = signs.map(({ index, 0: sign }) => ({
    end: index,
    next: index + sign.length,
  }));
  const froms = [0, ...cuts.map(({ next }) => next)];
  return froms.map((from, at) => ({ text: text.slice(from, cuts[at]?.end), start: from }));
}

/** What stands between a value and the next label in its line. */
const NEXT_LABEL =
  /(?<![ \t])(?:[ \t]*[,;|·•—–][ \t]+|[ \t]{3,})(?=(?:\*\*|__|\*|_)?\p{Lu}[\p{L}][\p{L} ]{0,20}(?:\*\*|__|\*|_)?:(?:\*\*|__|\*|_)?[ \t])/gu;

function labelledField(
  { lines, starts }: FileLines,
  { text, line, to }: Span & { line: number; to: number },
): Field | undefined {
  const [all = '', before = '', label = '', colon = '', rest = ''] =
    LABELLED_VALUE.exec(text) ?? [];
  if (label === '' || isInProse(lines, line, before)) return undefined;
  const start = (starts[line] ?? 0) + all.length - rest.length;
  const own = withoutEnd(rest, endMarks(before, colon));
  const next = line + 1 < to ? (lines[line + 1] ?? '') : '';
  const below = own.trim() === '' ? itemBelow(text, next) : undefined;
  if (below) {
    const span = { text: below.text, start: (starts[line + 1] ?? 0) + below.start };
    return fieldOf(label, span, line + 1);
  }
  return fieldOf(label, { text: own, start }, line, own === '' ? ' ' : '');
}

/** What ends the emphasis that began before a label, where it does not end with the label. */
function endMarks(before: string, colon: string): string {
  return /[*_]/.test(colon) ? '' : (/(?<![*_])[*_]+$/.exec(before)?.[0] ?? '');
}

/** A value without what ends the emphasis that began before its label. */
function withoutEnd(text: string, marks: string): string {
  const trimmed = text.trimEnd();
  return marks !== '' && trimmed.endsWith(marks) ? trimmed.slice(0, -marks.length) : text;
}

/** Whether a label, without a mark before it, goes on a sentence of the line above. */
function isInProse(lines: readonly string[], line: number, before: string): boolean {
  const above = lines[line - 1] ?? '';
  return before === '' && /^\p{L}[^:：]* [^:：]*[^:：.!?\\>-]$/u.test(above);
}

/** A value below a label that stands alone: as a definition, or as a bold line that serves as a heading. */
function fieldBelow({ lines, starts }: FileLines, line: number, to: number): Field[] {
  const text = lines[line] ?? '';
  if (text === '' || text.length > LONGEST_STATUS) return [];
  const [, mark = '', label = ''] = /^(\*{0,2})(\p{L}[\p{L} ]{0,30})\1[ \t]*$/u.exec(text) ?? [];
  if (!isStatus({ label })) return [];
  const next = lines.findIndex((each, at) => at > line && each.trim() !== '');
  const value = next > 0 && next < to ? (lines[next] ?? '') : '';
  const isDefinition = next === line + 1 && /^:[ \t]+\S/.test(value);
  const isParagraph =
    mark !== '' && /^[\p{L}\p{So}*_`[]/u.test(value) && !/^\*\*\p{L}[\p{L} ]*\*\*$/u.test(value);
  const isShort = value.length <= LONGEST_STATUS;
  if (!isDefinition && !(isParagraph && isShort)) return [];
  const lead = /^(?::[ \t]+)?/.exec(value)?.[0].length ?? 0;
  return [fieldOf(label, { text: value.slice(lead), start: (starts[next] ?? 0) + lead }, next)];
}

const LONGEST_STATUS = 80;

/** What stands in the line of a label, or inside the item of a list that the label is, below it. */
function itemBelow(text: string, next: string): Span | undefined {
  const [, lead = '', value = ''] = /^([ \t]+(?:[-*+][ \t]+)?)(\S.*)$/.exec(next) ?? [];
  const indentOf = (line: string) => /^[ \t]*/.exec(line)?.[0].length ?? 0;
  const isStatusBelow =
    /^[ \t]*(?:[-*+][ \t]+)?\*\*/.test(text) &&
    /^[\p{L}`*_]/u.test(next) &&
    next.length <= LONGEST_STATUS;
  if (
    isStatusBelow &&
    isStatus({ label: LABELLED_VALUE.exec(text)?.[2] ?? '' }) &&
    !LABELLED_VALUE.test(next)
  )
    return { text: next, start: 0 };
  const isInside =
    lead !== '' &&
    (/^[ \t]*[-*+]/.test(text) || /[-*+]/.test(lead)) &&
    indentOf(lead) > indentOf(text) &&
    !LABELLED_VALUE.test(next);
  return isInside ? { text: value, start: lead.length } : undefined;
}
