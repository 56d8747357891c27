import { escaped, type Renaming, type TextEdit, type TextRange } from './renaming.ts';

/** What proposals are called before their number; other words may count something, as in "Vue 2". */
const KIND = '(?:[A-Za-z]{0,4}EP|RFC|ADR|[A-Z]IP|proposal|enhancement|decision)';

/** A number as a regular expression, with and without zeros before it; of a draft, what stands for one. */
export function digitsOf({ fromNumber }: Renaming): string {
  const plain = Number(fromNumber);
  return Number.isSafeInteger(plain) ? `0*${plain}` : escaped(fromNumber);
}

/** The new number as the old one was written: with as many digits, or without zeros before it. */
export function asWritten(written: string, { fromNumber, toNumber }: Renaming): string {
  if (written === fromNumber || !/^\d/.test(written)) return toNumber;
  const plain = String(Number(toNumber));
  return written.startsWith('0') ? plain.padStart(written.length, '0') : plain;
}

/**
 * The number that a heading or label begins with, alone or behind a word. A number without zeros before a
 * word may count something, and needs a delimiter.
 *
 * @param start offset of the text in its document
 */
export function leadingNumber(
  text: string,
  start: number,
  renaming: Renaming,
): TextEdit | undefined {
  const number = new RegExp(
    `^((?:[A-Za-z]+[-# ]{1,2}|[#[])?)(${digitsOf(renaming)})(?!\\d)(.*)`,
    's',
  );
  const [, label = '', written = '', rest = ''] = number.exec(text) ?? [];
  const isClear = /^[0X]/.test(written) || new RegExp(`^${KIND}[-# ]{1,2}$`, 'i').test(label);
  const delimiter = isClear ? /^(?:[\s:.)\]–-]|$)/ : /^(?:[:.)\]]|\s[–-]|$)/;
  if (written === '' || !delimiter.test(rest)) return undefined;
  const at = start + label.length;
  return { start: at, end: at + written.length, text: asWritten(written, renaming) };
}

/** The number in the label of the link, or in the row of the table, that holds the name at an offset. */
export function labelEdits(text: string, at: number, renaming: Renaming): TextEdit[] {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
  const line = text.slice(lineStart, lineEnd);
  const label = /\[([^\][]*)\](?:\(<?|:[ \t]*<?|\[)[^\s()[\]]*$/.exec(text.slice(lineStart, at));
  const inLabel = label
    ? leadingNumber(label[1] ?? '', lineStart + label.index + 1, renaming)
    : undefined;
  const isRow = /^\s*\|/.test(line) || /^[^|]+\|[^|]+\|/.test(line);
  const inRow = isRow ? numberInRow(line, lineStart, renaming) : undefined;
  return [inLabel, inRow].flatMap((edit) => edit ?? []);
}

/** The first cell that holds nothing but the number, as names have it. */
function numberInRow(line: string, start: number, renaming: Renaming): TextEdit | undefined {
  let at = start;
  for (const cell of line.split('|')) {
    const gap = cell.length - cell.trimStart().length;
    const found = leadingNumber(cell.trim(), at + gap, renaming);
    const isAll = found && found.end === at + gap + cell.trim().length;
    if (isAll && cell.trim().endsWith(renaming.fromNumber)) return found;
    at += cell.length + 1;
  }
  return undefined;
}

/** `EP-0007`, `RFC 7` and `#7`, which may mean the proposal, or an issue. */
export function bareNumbers(text: string, { fromNumber }: Renaming): TextRange[] {
  const plain = Number(fromNumber);
  if (!Number.isSafeInteger(plain)) return [];
  const mention = new RegExp(
    `(?<![\\w/#-])(?:${KIND}[- #]{1,2}0*${plain}|#0*${plain})(?![\\w-]|\\.\\d)`,
    'gi',
  );
  return [...text.matchAll(mention)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}
