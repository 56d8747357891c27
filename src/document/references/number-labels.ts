import { LONG_NAMES, SHORT_FORMS, SHORT_NAMES } from '../../words/proposal-words.ts';
import type { TextEdit, TextRange } from '../markdown/edits.ts';
import { escapeRegExp } from './name-spellings.ts';
import type { Renaming } from './renaming.ts';

/** What proposals are called before their number; other words may count something, as in "Vue 2" or "Step 3". */
export const KIND = `(?:${upperCase(SHORT_FORMS)}|${SHORT_NAMES}|${eitherCase(LONG_NAMES)})s?`;

const IS_KIND = new RegExp(`(?:^|\\s)${KIND}[-#: ]{1,3}$`);

/** A number as a regular expression, with and without zeros before it; of a draft, what stands for one. */
export function digitsOf({ fromNumber }: Pick<Renaming, 'fromNumber'>): string {
  const plain = Number(fromNumber);
  return Number.isSafeInteger(plain) ? `0*${plain}` : escapeRegExp(fromNumber);
}

/** The new number as the old one was written: with as many digits, or without zeros before it. */
export function asWritten(
  written: string,
  { fromNumber, toNumber }: Pick<Renaming, 'fromNumber' | 'toNumber'>,
): string {
  if (written === fromNumber || !/^\d/.test(written)) return toNumber;
  const plain = String(Number(toNumber));
  return written.startsWith('0') ? plain.padStart(written.length, '0') : plain;
}

/** Whether a number before which a label stands is that of a proposal, whatever follows. */
export function isProposalNumber(label: string, written: string): boolean {
  return /^(?:0|X)/.test(written) || IS_KIND.test(label.replace(/^[*_`"']+/, ''));
}

/**
 * The number that a heading or label begins with, alone or after a word. A number without zeros may count
 * something: it needs a delimiter, and no word that is not what proposals are called.
 * @param start offset of the text in its document
 */
export function leadingNumber(
  text: string,
  start: number,
  renaming: Renaming,
): TextEdit | undefined {
  const number = new RegExp(
    `^([*_\`"']{0,3}(?:(?:[A-Za-z]+ ){0,3}[A-Za-z]+(?:: |[-# ]{1,2})|[A-Z]{2,6}(?=\\d{3}|[0X])|[#[])?)(${digitsOf(renaming)})(?!\\d)(.*)`,
    's',
  );
  const [, label = '', written = '', rest = ''] = number.exec(text) ?? [];
  if (written === '') return undefined;
  const isClear = isProposalNumber(label, written) || /^[A-Z]{2,6}$/.test(label);
  if (!isClear && /[A-Za-z]/.test(label)) return undefined;
  // 7.1 is a version or an amount.
  const delimiter = isClear
    ? /^(?:[\s:)\]*_`"'–—-]|\.(?!\d)|$)/
    : /^(?:[:)\]*_`"'—]|\.(?!\d)|\s[–-]|$)/;
  if (!delimiter.test(rest)) return undefined;
  const at = start + label.length;
  return { start: at, end: at + written.length, text: asWritten(written, renaming) };
}

/** The numbers that go with the name at an offset: in the label of its link, and before it in its line. */
export function labelEdits(
  text: string,
  name: TextRange,
  { renaming, defined }: { renaming: Renaming; defined: Set<string> },
): TextEdit[] {
  const near = Math.max(0, name.start - NEAR);
  const lineStart = near + text.slice(near, name.start).lastIndexOf('\n') + 1;
  const next = text.slice(name.end, name.end + NEAR).search(/[\r\n]|$/);
  const line = text.slice(lineStart, name.end + next);
  const at = name.start - lineStart;
  const before = line.slice(0, at);
  // Where another proposal has the number, what stands before its name belongs to that one.
  const isFirst = !new RegExp(`(?<![\\w-])${digitsOf(renaming)}[-_.][A-Za-z]`).test(before);
  const label = /\[([^\][]*)\](?:\(<?|\[)[^\s()[\]]*$/.exec(before);
  const found = [
    label ? leadingNumber(label[1] ?? '', lineStart + label.index + 1, renaming) : undefined,
    isFirst ? leadInLine(line, lineStart, renaming) : undefined,
    ...definitionEdits(text, { line, lineStart, at }, { renaming, defined }),
    behind(line, { from: name.end - lineStart, lineStart }, renaming),
  ];
  return found.flatMap((edit) => edit ?? []);
}

/** `rfc|[a-z]{1,3}ip` as `RFC|[A-Z]{1,3}IP`. */
function upperCase(words: string): string {
  return words.toUpperCase();
}

/** `proposal|record` as `[Pp]roposal|[Rr]ecord`. */
function eitherCase(words: string): string {
  return words.replace(/\b[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`);
}

/** Characters on either side of a name in which its label is; lines may be as long as a file. */
export const NEAR = 1000;

function leadInLine(line: string, lineStart: number, renaming: Renaming): TextEdit | undefined {
  if (/^\s*\|/.test(line) || /^[^|]+\|[^|]+\|/.test(line))
    return numberInRow(line, lineStart, renaming);
  const [lead = ''] = /^\s*(?:[-*+]\s+)?(?!\[)/.exec(line) ?? [];
  const found = leadingNumber(line.slice(lead.length), lineStart + lead.length, renaming);
  // A name of its own at the start of the line is no label of it.
  const rest = found ? line.slice(found.end - lineStart) : '';
  return lead !== '' && /^(?:["'*_`]{0,3}:|[^:\]]*["'*_`]{0,3}:\s|\s+\[)/.test(rest)
    ? found
    : undefined;
}

function numberInRow(line: string, start: number, renaming: Renaming): TextEdit | undefined {
  let at = start;
  for (const cell of line.split('|')) {
    const gap = cell.length - cell.trimStart().length;
    const bare = cell.trim();
    const found = leadingNumber(bare, at + gap, renaming);
    const isAll = found && /^[*_`]{0,3}$/.test(bare.slice(found.end - at - gap));
    const isWhole = isAll && bare.replace(/[*_`]/g, '').endsWith(renaming.fromNumber);
    // Without zeros, only what the row begins with is the number.
    const isFirst = line.slice(0, at - start).replace(/[\s|>]/g, '') === '';
    if (isWhole || (isAll && isFirst)) return found;
    at += cell.length + 1;
  }
  return undefined;
}

/** The label of a link's definition, and every use of it; a number without zeros is left, it may be a footnote's. */
function definitionEdits(
  text: string,
  { line, lineStart, at }: { line: string; lineStart: number; at: number },
  { renaming, defined }: { renaming: Renaming; defined: Set<string> },
): TextEdit[] {
  const definition = /\[([^\][]+)\]:[ \t]*<?[^\s()[\]]*$/.exec(line.slice(0, at));
  const label = definition?.[1] ?? '';
  const found = label ? leadingNumber(label, 0, renaming) : undefined;
  if (!found || !isProposalNumber(label.slice(0, found.start), label.slice(found.start))) return [];
  const bracketed = `[${label}]`;
  const editAt = (use: number): TextEdit => {
    return { start: use + 1 + found.start, end: use + 1 + found.end, text: found.text };
  };
  const edits = [editAt(lineStart + (definition?.index ?? 0))];
  // However often a label is defined, it is used in the same places.
  if (defined.has(label)) return edits;
  defined.add(label);
  for (let use = text.indexOf(bracketed); use >= 0; use = text.indexOf(bracketed, use + 1)) {
    if (text[use + bracketed.length] !== '(') edits.push(editAt(use));
  }
  return edits;
}

function behind(
  line: string,
  { from, lineStart }: { from: number; lineStart: number },
  renaming: Renaming,
): TextEdit | undefined {
  const before = line.slice(0, from);
  const isTag = before.lastIndexOf('<a ') > before.lastIndexOf('>');
  const isWiki = before.lastIndexOf('[[') > before.lastIndexOf(']');
  if (!isTag && !isWiki) return undefined;
  const [lead] = (isTag ? /^[^<>]*>/ : /^[^\s\]|]*\|/).exec(line.slice(from)) ?? [];
  if (lead === undefined) return undefined;
  return leadingNumber(line.slice(from + lead.length), lineStart + from + lead.length, renaming);
}
