import { spliced } from '../../markdown/edits.ts';
import { endOfLine, lineEnding, lineStarts, linesOf } from '../../markdown/lines.ts';
import { pathOfAddress } from '../../references/link-address.ts';
import type { Field } from '../field.ts';
import { isNoProposal } from '../labels.ts';
import type { NewRelation, RelationStyle } from './new-relation.ts';
import { isQuotedField, withValue, yamlQuoted, yamlScalar } from './set-value.ts';

/** Another proposal at a key of YAML or TOML that names such; undefined where what is there is no plain value or list. */
export function atKey(
  document: string,
  field: Field,
  relation: NewRelation,
  style: RelationStyle,
): string | undefined {
  // A map says something, whatever stands in it.
  const isMap = !isQuotedField(document, field) && /^\{.*:/.test(field.value);
  const isEmpty = !isMap && isNoProposal(field.value) && field.items.length <= 1;
  const word = reference(relation, style);
  const isQuoted = isQuotedField(document, field);
  if (!isQuoted && /^\[.*\]$/.test(field.value)) return inFlowList(document, field, word);
  if (hasItemsBelow(document, field)) return inList(document, field, word);
  if (!isEmpty)
    return isPlainValue(field, isQuoted) ? asFlowList(document, field, word) : undefined;
  if (style.isList && field.form === 'yaml' && !isQuoted)
    return asNewList(document, field, itemLine(word, style));
  const { start, end, lead } = field;
  const isPlain = /^(?:yaml|json)$/.test(field.form) && /^\d+$/.test(word);
  return isPlain
    ? spliced(document, [{ start, end, text: lead + word }])
    : withValue(document, field, word);
}

/** Another proposal at a key of its own, below that of the status. */
export function belowKey(
  document: string,
  status: Field,
  relation: NewRelation,
  style: RelationStyle,
): string {
  const eol = lineEnding(document);
  const end = endOfLine(document, status.end);
  const word = reference(relation, style);
  const line =
    status.form === 'toml'
      ? `${style.key} = ${/^\d+$/.test(word) ? word : JSON.stringify(word)}`
      : style.isList
        ? `${style.key}:${eol}${itemLine(word, style)}`
        : `${style.key}: ${asScalar(word)}`;
  return spliced(document, [{ start: end, end, text: eol + line }]);
}

function inFlowList(document: string, { start, end, value, form }: Field, word: string): string {
  const inside = value.slice(1, -1).trim();
  const isQuoted =
    /["']/.test(inside) || form === 'toml' || (form === 'json' && !/^\d+$/.test(word));
  const item = isQuoted ? JSON.stringify(word) : asScalar(word, true);
  const text = inside === '' ? `[${item}]` : `[${inside}, ${item}]`;
  return spliced(document, [{ start, end, text }]);
}

function isPlainValue({ value, isStep = false }: Field, isQuoted: boolean): boolean {
  return value !== '' && !isStep && (isQuoted || /^[^&*!|>{[]/.test(value));
}

function asFlowList(document: string, field: Field, word: string): string {
  const isQuoted = isQuotedField(document, field);
  const [start, end] = isQuoted ? [field.start - 1, field.end + 1] : [field.start, field.end];
  const item = isQuoted || !/^\d+$/.test(word) ? JSON.stringify(word) : word;
  return spliced(document, [{ start, end, text: `[${document.slice(start, end)}, ${item}]` }]);
}

/** A list of one item below a key that has no value yet. */
function asNewList(document: string, { start, end }: Field, item: string): string {
  const from = document.slice(0, start).replace(/(?<![ \t])[ \t]+$/, '').length;
  return spliced(document, [{ start: from, end, text: lineEnding(document) + item }]);
}

function itemLine(word: string, { bullet: { lead, quote } }: RelationStyle): string {
  return lead + (quote === '' ? asScalar(word) : yamlQuoted(word, quote));
}

function hasItemsBelow(document: string, { line, value }: Field): boolean {
  return value === '' && /^[ \t]*-(?:[ \t]|$)/.test(linesOf(document)[line] ?? '');
}

function inList(document: string, field: Field, word: string): string {
  const lines = linesOf(document);
  let last = field.line;
  while (/^[ \t]*-(?:[ \t]|$)/.test(lines[last] ?? '')) last++;
  const [, lead = '  - ', quote = ''] = /^([ \t]*-[ \t]+)(["']?)/.exec(lines[last - 1] ?? '') ?? [];
  const start = lineStarts(document)[last] ?? document.length;
  const eol = lineEnding(document);
  const isOpen = start === document.length && !/[\r\n]$/.test(document);
  const text = lead + (quote === '' ? asScalar(word) : yamlQuoted(word, quote));
  return spliced(document, [{ start, end: start, text: isOpen ? eol + text : text + eol }]);
}

function asScalar(word: string, inFlow = false): string {
  return /^\d+$/.test(word) ? word : yamlScalar(word, inFlow);
}

function reference(
  { link, number, fromRoot }: NewRelation,
  { byNumber, isFromRoot, named }: RelationStyle,
): string {
  if (named && number !== undefined)
    return named.prefix + String(number).padStart(named.width, '0');
  if (byNumber && number !== undefined) return String(number);
  return isFromRoot ? `/${fromRoot}` : pathOfAddress(link);
}
