import { spliced } from '../markdown/edits.ts';
import { lineEnding, lineStarts, linesOf } from '../markdown/lines.ts';
import { outlineOf } from '../markdown/outline.ts';
import { belowTitle, isParagraph, statusForm } from './add-status.ts';
import type { Field } from './field.ts';
import { NO_PROPOSAL, type Relation, relationCalled } from './labels.ts';
import { readHead, readYamlHead } from './read-head.ts';
import { withValue } from './set-value.ts';

/** What one end of a succession is to say of the other. */
export interface RelationWish {
  kind: Extract<Relation['kind'], 'supersedes' | 'superseded-by'>;
  /** The other proposal's name for people, the address that leads there, and its number where it has one. */
  name: string;
  link: string;
  number: number | undefined;
}

/** How others here write it in YAML: the key, and whether by number. */
export interface RelationStyle {
  key: string;
  byNumber: boolean;
}

/**
 * A document that says of another that it takes its place, or is taken the place of: at a label for it where there is
 * one, else beside its status.
 * @param isYaml whether the document is all YAML, beside the one that has the sections
 * @returns undefined where it has no place for that
 */
export function withRelation(
  document: string,
  wish: RelationWish,
  { style, isYaml }: { style: RelationStyle; isYaml: boolean },
): string | undefined {
  const { fields, status } = isYaml ? readYamlHead(document) : readHead(document);
  const own = fields.find(({ label }) => relationCalled(label) === wish.kind);
  if (own) return atLabel(document, own, wish, style);
  if (!status) return isYaml ? undefined : belowTitleOf(document, wish);
  return status.form === 'text'
    ? besideText(document, status, wish)
    : belowKey(document, status, wish, style);
}

/** A line of its own below the title, where the document says nothing of itself. */
function belowTitleOf(document: string, wish: RelationWish): string | undefined {
  const [title] = outlineOf(document).headings;
  if (title?.level !== 1) return undefined;
  const said = wish.kind === 'supersedes' ? 'Supersedes' : 'Superseded by';
  return belowTitle(document, title, `${said}: ${linkTo(wish)}`);
}

function linkTo({ name, link }: RelationWish): string {
  return `[${name.replace(/[[\]\\]/g, '\\$&')}](${link})`;
}

function reference({ link, number }: RelationWish, { byNumber }: RelationStyle): string {
  return byNumber && number !== undefined ? String(number) : decodeURI(link);
}

function atLabel(
  document: string,
  field: Field,
  wish: RelationWish,
  style: RelationStyle,
): string | undefined {
  const isEmpty = NO_PROPOSAL.test(field.value.trim()) && field.items.length <= 1;
  if (field.form === 'text') {
    return isEmpty
      ? withValue(document, field, linkTo(wish))
      : behindText(document, field, linkTo(wish));
  }
  const word = reference(wish, style);
  const isList = /^\[.*\]$/.test(field.value);
  if (isList) return inFlowList(document, field, word);
  if (isEmpty && !hasItemsBelow(document, field)) {
    const { start, end, lead } = field;
    const isPlain = field.form === 'yaml' && /^\d+$/.test(word);
    return isPlain
      ? spliced(document, [{ start, end, text: lead + word }])
      : withValue(document, field, word);
  }
  return field.value === '' && field.form === 'yaml' ? inList(document, field, word) : undefined;
}

function behindText(document: string, field: Field, said: string): string {
  const rest = document.slice(field.end, endOfLine(document, field.end));
  const at = field.end + (/^(?:\]\([^()]*\)|[*_`])*/.exec(rest)?.[0].length ?? 0);
  return spliced(document, [{ start: at, end: at, text: `, ${said}` }]);
}

/** Another item of `[a, b]`. */
function inFlowList(document: string, { start, end, value, form }: Field, word: string): string {
  const inside = value.slice(1, -1).trim();
  const item = /["']/.test(inside) || form === 'toml' ? JSON.stringify(word) : word;
  const text = inside === '' ? `[${item}]` : `[${inside}, ${item}]`;
  return spliced(document, [{ start, end, text }]);
}

function hasItemsBelow(document: string, { line }: Field): boolean {
  return /^[ \t]*-[ \t]+\S/.test(linesOf(document)[line] ?? '');
}

/** Another item of a list below its key, as the last one is written. */
function inList(document: string, field: Field, word: string): string {
  const lines = linesOf(document);
  let last = field.line;
  while (/^[ \t]*-[ \t]+\S/.test(lines[last] ?? '')) last++;
  const [, lead = '  - ', quote = ''] = /^([ \t]*-[ \t]+)(["']?)/.exec(lines[last - 1] ?? '') ?? [];
  const start = lineStarts(document)[last] ?? document.length;
  const eol = lineEnding(document);
  const isOpen = start === document.length && !/[\r\n]$/.test(document);
  const text = `${lead}${quote}${word}${quote}`;
  return spliced(document, [{ start, end: start, text: isOpen ? eol + text : text + eol }]);
}

function belowKey(
  document: string,
  status: Field,
  wish: RelationWish,
  style: RelationStyle,
): string {
  const eol = lineEnding(document);
  const end = endOfLine(document, status.end);
  const word = reference(wish, style);
  const line =
    status.form === 'toml'
      ? `${style.key} = ${/^\d+$/.test(word) ? word : JSON.stringify(word)}`
      : `${style.key}: ${word}`;
  return spliced(document, [{ start: end, end, text: eol + line }]);
}

/** Below a status in a section a sentence of its own; below one in a line or row, another line or row like it. */
function besideText(document: string, status: Field, wish: RelationWish): string | undefined {
  const said = wish.kind === 'supersedes' ? 'Supersedes' : 'Superseded by';
  const eol = lineEnding(document);
  const end = endOfLine(document, status.end);
  const form = statusForm({ text: document, field: status });
  if (form === 'section') {
    const text = `${eol}${eol}${said} ${linkTo(wish)}`;
    return spliced(document, [{ start: end, end, text }]);
  }
  const line = linesOf(document)[status.line - 1] ?? '';
  const at = line.indexOf(status.label);
  const start = lineStarts(document)[status.line - 1] ?? 0;
  if (at < 0 || status.start < start || status.end > start + line.length) return undefined;
  const behind = line.slice(status.end - start);
  const lineBreak = / {2}$|\\$/.exec(line)?.[0] ?? '';
  const close = form === 'table' ? behind : (/^[*_`]+/.exec(behind)?.[0] ?? '') + lineBreak;
  const between = line
    .slice(at + status.label.length, status.start - start)
    .replace(/\[$|[`]+$/, '');
  const next = `${line.slice(0, at)}${said}${between}${linkTo(wish)}${close.replace(/^`+/, '')}`;
  // A line without a mark of a list needs one of its own.
  const isPlain = !/^\s*(?:[-*+][ \t]|\||\d+\.)/.test(line);
  const lead =
    isPlain && !/(?: {2}|\\)$/.test(line) && isParagraph({ text: document, field: status })
      ? eol + eol
      : eol;
  return spliced(document, [{ start: end, end, text: lead + next }]);
}

function endOfLine(document: string, from: number): number {
  const length = document.slice(from).search(/[\r\n]|$/);
  return from + length;
}
