import { lettersLike } from '../../../words/letters-like.ts';
import { spliced } from '../../markdown/edits.ts';
import { blockAround } from '../../markdown/heading.ts';
import { endOfLine, lineEnding, lineStarts, linesOf } from '../../markdown/lines.ts';
import { outlineOf } from '../../markdown/outline.ts';
import type { Field } from '../field.ts';
import { isNoProposal, relationCalled } from '../labels.ts';
import { readHeadOf } from '../read-head.ts';
import { isDelimiter } from '../tables/table-row.ts';
import { isSectionName } from '../title/head-title.ts';
import { belowTitle, isParagraph, statusForm } from './add-status.ts';
import { besideLabels } from './beside-labels.ts';
import type { NewRelation, RelationStyle } from './new-relation.ts';
import { atKey, belowKey } from './relate-keys.ts';
import { endOfItem, withoutMarks, withValue } from './set-value.ts';

/**
 * A document that says of another that it takes its place, or is taken the place of: at a label for it where there is
 * one, else beside its status.
 * @param isYaml whether the document is all YAML, beside the one that has the sections
 * @returns undefined where it has no place for that
 */
export function withRelation(
  document: string,
  relation: NewRelation,
  { style, isYaml }: { style: RelationStyle; isYaml: boolean },
): string | undefined {
  const { fields, status } = readHeadOf(document, isYaml);
  const own = fields.find(({ label }) => relationCalled(label) === relation.kind);
  if (own) return atLabel(document, own, relation, style);
  if (!status) return isYaml ? undefined : belowTitleOf(document, relation);
  return status.form === 'text'
    ? besideText(document, status, relation)
    : belowKey(document, status, relation, style);
}

/**
 * A link to the other proposal, or what names it where none would be shown.
 * @param isInTable whether a bar would end its cell
 */
export function linkTo({ name, link, number, isPlain }: NewRelation, isInTable = false): string {
  if (isPlain) return number === undefined ? link : String(number);
  const label = name.replace(/[[\]\\]/g, '\\$&');
  return `[${isInTable ? label.replaceAll('|', '\\|') : label}](${link})`;
}

/** A sentence that says it, such as `Superseded by [4. Title](0004-title.md)`. */
export function relationSentence({ said }: NewRelation, link: string): string {
  if (WIDE_LETTER.test(said)) return `${said}：${link}`;
  return /\p{Script=Hangul}$/u.test(said) ? `${said}: ${link}` : `${said} ${link}`;
}

/** Whether a line, counted from 1, stands in code or in HTML, where no link of Markdown is shown as one. */
export function isUnlinked(document: string, line: number): 'code' | 'html' | undefined {
  const outline = outlineOf(document);
  const { lines } = outline;
  const own = lines[line - 1] ?? '';
  if (/^[ \t]*<(?:tr|td|table)\b/i.test(own)) return 'html';
  const isHidden = blockAround(outline, line - 1) !== undefined;
  return isHidden || /^(?: {4}|\t)[ \t]*\p{L}/u.test(own) ? 'code' : undefined;
}

/** Whether a field stands in the row of a table. */
export function isInRow(document: string, { line }: Field): boolean {
  return /^[ \t]*\|/.test(linesOf(document)[line - 1] ?? '');
}

/** A line of its own below the title, where the document says nothing of itself. */
function belowTitleOf(document: string, relation: NewRelation): string | undefined {
  const { headings } = outlineOf(document);
  const [title] = headings;
  const beside = besideLabels(document, relation.said, linkTo(relation));
  if (beside !== undefined) return beside;
  if (title?.level !== 1 || isSectionName(title, headings)) return undefined;
  const colon = WIDE_LETTER.test(relation.said) ? '：' : ': ';
  return belowTitle(document, title, `${relation.said}${colon}${linkTo(relation)}`);
}

/** Behind letters of Chinese and Japanese, a colon is wide. */
const WIDE_LETTER = /[\p{Script=Han}\p{Script=Hiragana}]$/u;

function atLabel(
  document: string,
  field: Field,
  relation: NewRelation,
  style: RelationStyle,
): string | undefined {
  const isEmpty = isNoProposal(field.value) && field.items.length <= 1;
  if (field.form === 'text') {
    const said = linkTo(relation, isInRow(document, field));
    return isEmpty
      ? withValue(document, withoutMarks(document, field), said)
      : behindText(document, field, said);
  }
  return atKey(document, field, relation, style);
}

function behindText(document: string, field: Field, said: string): string {
  const rest = document.slice(field.end, endOfLine(document, field.end));
  const at = field.end + (/^(?:\]\([^()]*\)|[*_`])*/.exec(rest)?.[0].length ?? 0);
  return spliced(document, [{ start: at, end: at, text: `, ${said}` }]);
}

/** Below a status in a section a sentence of its own; below one in a line or row, another line or row like it. */
function besideText(document: string, status: Field, relation: NewRelation): string | undefined {
  const eol = lineEnding(document);
  const end = endOfLine(document, status.end);
  const form = statusForm({ text: document, field: status });
  if (form === 'section') {
    const at = endOfParagraph(document, status.line - 1);
    const text = `${eol}${eol}${relationSentence(relation, linkTo(relation))}`;
    return spliced(document, [{ start: at, end: at, text }]);
  }
  const line = linesOf(document)[status.line - 1] ?? '';
  const at = line.indexOf(status.label);
  const start = lineStarts(document)[status.line - 1] ?? 0;
  if (at < 0 || status.start < start || status.end > start + line.length) return undefined;
  const behind = line.slice(status.end - start);
  const lineBreak = BREAKS_LINE.exec(line)?.[0] ?? '';
  const close =
    form === 'table'
      ? behind.replace(/^(?:<\/[a-z]+>)+/i, '')
      : (status.closing ?? '') + (/^[*_`]+/.exec(behind)?.[0] ?? '') + lineBreak;
  const between = line
    .slice(at + status.label.length, status.start - start)
    .replace(/(?:<[a-z][^<>]*>)+$|\[$|(?<!`)`+$/i, '')
    .replace(FORMER_VALUES, '');
  const link = linkTo(relation, form === 'table');
  const next = `${line.slice(0, at)}${lettersLike(relation.said, status.label)}${between}${link}${close.replace(/^`+/, '')}`;
  // A line without a mark of a list needs one of its own.
  const isPlain = !/^\s*(?:[-*+][ \t]|\||\d+\.)|^(?: {4}|\t)/.test(line);
  const lead =
    isPlain && lineBreak === '' && isParagraph({ text: document, field: status }) ? eol + eol : eol;
  const lines = linesOf(document);
  const row = isDelimiter(lines[status.line] ?? '') ? status.line + 1 : status.line;
  const after = form === 'table' ? row : endOfItem(lines, status.line - 1);
  const place = endOfLine(document, lineStarts(document)[after - 1] ?? end);
  return spliced(document, [{ start: place, end: place, text: lead + next }]);
}

const FORMER_VALUES = /~~[^~]*~~[ \t]*(?:(?:→|->|=>|>|,|\/)[ \t]*)?/g;

/** What makes the next line one of its own in a paragraph. */
const BREAKS_LINE = / {2}$|\\$|<br *\/?>[ \t]*$/i;

function endOfParagraph(document: string, line: number): number {
  const lines = linesOf(document);
  let last = line;
  while ((lines[last + 1] ?? '').trim() !== '') last++;
  return endOfLine(document, lineStarts(document)[last] ?? document.length);
}
