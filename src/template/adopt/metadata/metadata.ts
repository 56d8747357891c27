import { labelRanges } from '../../../document/head/label-line.ts';
import { isStatus } from '../../../document/head/labels.ts';
import { OWN_NAMES } from '../../../words/proposal-words.ts';
import { type Edit, orElse } from '../handlebars.ts';
import {
  dateEdit,
  isDateForm,
  isPlaceholder,
  isYourName,
  numberEdit,
  OTHER_DAYS,
  standsForPeople,
} from '../placeholders.ts';
import {
  KINDS,
  type Labelled,
  LONGEST_METADATA_LINE,
  linesWithStarts,
  nameWaitedFor,
} from './labels.ts';
import { statusChoiceEdit } from './status-choice.ts';

/** The pull request or issue of the proposal itself, where proposals are numbered by those. */
export const OWN_REQUEST = new RegExp(`^(?:${OWN_NAMES})[-_ ](?:pr|pull request|issue)$`, 'i');

/**
 * The places in lines of a document's text such as `- Start Date: (today)`, `**Author:** @jane` or a row of a
 * table.
 */
export function labelledEdits(document: string, prose: string): Edit[] {
  const lines = linesWithStarts(prose).flatMap(labelsOfLine);
  return lines.flatMap(({ line, at }, index) => {
    const found = labelled(line);
    if (!found) return [];
    if (found.value === '' && index < FIRST_LINES && !isRow(line)) {
      const isSaid = hasValueBelow(lines.slice(index + 1, index + 4));
      return isSaid ? [] : (editForEmpty(found.label, line, at + line.length) ?? []);
    }
    const start = at + found.start;
    // The value as it is written, code spans included.
    const value = document.slice(start, start + found.value.length).trimEnd();
    const edit = labelledEdit({ label: found.label, value, start });
    return edit ? [line.trimStart().startsWith('|') ? inTable(edit) : edit] : [];
  });
}

/** The day of the first entry in a list of changes: `- YYYY-MM-DD: Initial draft`. */
export function firstEntryEdits(prose: string): Edit[] {
  return linesWithStarts(prose).flatMap(({ line, at }) => {
    const [, before = '', day = '', , change = ''] =
      /^([ \t]{0,8}(?:[-*+][ \t]+|\|[ \t]*))(\S[^:|]{2,30}?)([ \t]*[:|–—][ \t]*)(.*)$/.exec(line) ??
      [];
    // The mere word is a label, as in `| Date | Created by |`.
    const isEntry = !/^\p{L}[\p{Ll} ]*$/u.test(day) && FIRST_CHANGE.test(change);
    return (isEntry && dateEdit(day, at + before.length)) || [];
  });
}

/** Who writes, and the day, in a line of their own below the title: `*Your Name, YYYY-MM-DD*`. */
export function bylineEdits(prose: string): Edit[] {
  return linesWithStarts(prose.slice(0, NEAR_TITLE)).flatMap(({ line, at }) => {
    const [, before = '', name = '', between = '', day = ''] =
      /^([*_>\s]{0,4}(?:by[ \t]+)?)([^,·–—|:]{2,40}?)([ \t]*[,·–—|][ \t]*|[ \t]+on[ \t]+)(\S.{2,30}?)[*_]{0,3}[ \t]*$/i.exec(
        line,
      ) ?? [];
    if (name === '' || !(isYourName(name) || standsForPeople(name))) return [];
    const start = at + before.length;
    const end = start + name.length;
    const date = dateEdit(day, end + between.length);
    return date ? [{ start, end, parts: orElse('author', '{{author}}', name) }, date] : [];
  });
}

const NEAR_TITLE = 1500;

const FIRST_CHANGE =
  /^(?:v?\d[\d.]*[ \t]*[|:][ \t]*)?(?:initial|first|created|draft|original|\{change)/i;

/** All zeros in a line about the proposal's own pull request, where that is its number. */
export function ownRequestEdits(prose: string): Edit[] {
  return linesWithStarts(prose).flatMap(({ line, at }) => {
    const found = labelled(line);
    if (!found) return [];
    const isOwn = OWN_REQUEST.test(found.label);
    const inAddress = /^(?:issue|pr|pull request)$/i.test(found.label);
    if (!isOwn && !inAddress) return [];
    const holes = line.matchAll(isOwn ? REQUEST_NUMBER : NUMBER_IN_ADDRESS);
    return [...holes].map(({ index, 0: hole }) => ({
      start: at + index,
      end: at + index + hole.length,
      parts: orElse('number', '{{number}}', hole),
    }));
  });
}

const REQUEST_NUMBER =
  /(?<!\d)(?:0{3,}|N{3,})(?!\w)|(?<=\/(?:pull|issues|merge_requests)\/)[<{][^<>{}]{1,30}[>}]/g;

const NUMBER_IN_ADDRESS = /(?<=\/(?:pull|issues|merge_requests)\/)[<{][^<>{}]{1,30}[>}]/g;

/** What takes the place of a value under its label; undefined where it waits for nothing. */
export function labelledEdit({ label, value, start }: Labelled): Edit | undefined {
  const whole = (name: string, code: string): Edit => ({
    start,
    end: start + value.length,
    parts: orElse(name, code, value),
  });
  if (isStatus({ label })) return statusChoiceEdit(value, start);
  if (KINDS.date.test(label) || isDateForm(value, label))
    return OTHER_DAYS.test(label) ? undefined : dateEdit(value, start);
  if (KINDS.number.test(label)) return numberEdit(value, start);
  if (OWN_REQUEST.test(label) || value === '') return undefined;
  if (isOfAuthor(label, value)) return whole('author', '{{author}}');
  if (!KINDS.title.test(label) || !isPlaceholder(value)) return undefined;
  return /ident|`[a-z]+_[a-z_]+`/.test(value)
    ? whole('title', '`{{slugWithUnderscores}}`')
    : whole('title', '{{title}}');
}

/** The label, its value and where the value begins in a line of metadata, if it is one. */
export function labelled(line: string): Labelled | undefined {
  if (line.length > LONGEST_METADATA_LINE) return undefined;
  const cellOfHtml = htmlRow(line);
  if (cellOfHtml) return cellOfHtml;
  const [head = '', , label = '', separator = ''] =
    /^([ \t]{0,8}(?:>[ \t]?)?(?:[-*+][ \t]+|#{2,6}[ \t]+|\|[ \t]*)?(?:(?:\p{So}\uFE0F?)+[ \t]+)?:?(?:\*\*|__|[*_])?)([\p{L}][\p{L}\p{M}\p{N}_ ()/.'’-]{0,30})(?:\*\*|__|[*_])?[ \t]{0,8}((?:[:：](?:\*\*|__|[*_])?[ \t]{0,8})?\||::?|：)(?!\/\/)(?:\*\*|__|[*_])?/u.exec(
      line,
    ) ?? [];
  if (head === '') return undefined;
  const rest = line.slice(head.length);
  const end = separator.endsWith('|') ? rest.indexOf('|') : -1;
  const cell = end < 0 ? rest : rest.slice(0, end);
  const gap = cell.length - cell.trimStart().length;
  // Emphasis of the whole line ends behind the value.
  const isWhole = /^[^\p{L}]*[*_]\p{L}[^*_]*$/u.test(head);
  const value = isWhole ? cell.trim().replace(/[*_]{1,2}$/, '') : cell.trim();
  return { label: label.trim(), value, start: head.length + gap };
}

/** An edit in a cell, in which a bar of the title would end it. */
export function inTable(edit: Edit): Edit {
  const parts = edit.parts.map((part) =>
    'code' in part ? { code: part.code.replace('{{title}}', '{{titleInTable}}') } : part,
  );
  return { ...edit, parts };
}

const NAMES_OTHERS =
  /review|approv|sponsor|shepherd|manager|lead|decid|consult|inform|editor|stakeholder/i;

const FIRST_LINES = 40;

function labelsOfLine({ line, at }: { line: string; at: number }): { line: string; at: number }[] {
  if (line.length > LONGEST_METADATA_LINE || isRow(line)) return [{ line, at }];
  return labelRanges(line).map(({ from, to }) => ({ line: line.slice(from, to), at: at + from }));
}

function isRow(line: string): boolean {
  return /^[ \t>]*\|/.test(line);
}

/** Whether a value stands below its label: in the next line, or as a list. */
function hasValueBelow(below: readonly { line: string }[]): boolean {
  const [next = '', ...others] = below.map(({ line }) => line);
  const first = next.trim() === '' ? (others.find((each) => each.trim() !== '') ?? '') : next;
  const isList = /^[ \t]*[-*+][ \t]+(?!\*{0,2}[\p{L} ]{1,30}[:：])/u.test(first);
  return isList || /^[ \t]+\S|^[^-*+#|>:\s][^:]*$/.test(next);
}

/** The title or the author where a label has no value. */
function editForEmpty(label: string, line: string, end: number): Edit | undefined {
  const name = nameWaitedFor(label);
  if (name === undefined) return undefined;
  const code = `${/[ \t]$/.test(line) ? '' : ' '}{{${name}}}`;
  return { start: end, end, parts: orElse(name, code, '') };
}

/** `<tr><td> Title </td><td> A short title </td></tr>` on one line. */
function htmlRow(line: string): Labelled | undefined {
  const [head = '', label = ''] =
    /^[ \t]*<tr>[ \t]*<t[dh]>([^<>]{1,40})<\/t[dh]>[ \t]*<td>[ \t]*/i.exec(line) ?? [];
  const value =
    head === '' ? '' : (/^[^<]*(?=<\/td>)/.exec(line.slice(head.length))?.[0] ?? '').trimEnd();
  return value === '' ? undefined : { label: label.trim(), value, start: head.length };
}

function isOfAuthor(label: string, value: string): boolean {
  if (isYourName(value)) return !NAMES_OTHERS.test(label);
  return KINDS.author.test(label) && (isPlaceholder(value) || standsForPeople(value));
}
