import { closesFence, openingFence } from '../markdown/fence.ts';
import { labelOfLine } from './label-line.ts';

interface Range {
  from: number;
  to: number;
}

/** Languages of fences that hold what is said of a document, and no program. */
const LANGUAGE_OF_HEAD =
  /^(?:ya?ml|toml|text|txt|plain(?:text)?|ini|properties|none|meta\w*|front-?matter|pep|eip|bip)?$/i;

/** The line behind a fence that begins in one, where it does. */
export function fenceAt(
  lines: readonly string[],
  line: number,
  to: number,
): { end: number; language: string } | undefined {
  // In an item or a quotation, it is indented or marked.
  const bare = (at: number) => (lines[at] ?? '').replace(/^[ \t]*(?:>[ \t]?)*/, '');
  const fence = openingFence(bare(line));
  if (fence === undefined) return undefined;
  const language = /^[`~]+[ \t]*([^\s`]*)/.exec(bare(line))?.[1] ?? '';
  let end = line + 1;
  while (end < to && !closesFence(bare(end), fence)) end++;
  return { end: end + 1, language };
}

/** Which lines of a section stand in a fence that holds a program, and not one word or labels with their values. */
export function programLines(lines: readonly string[]): boolean[] {
  const isProgram = lines.map(() => false);
  for (let line = 0; line < lines.length; line++) {
    const fence = fenceAt(lines, line, lines.length);
    if (!fence) continue;
    const body = lines.slice(line + 1, fence.end - 1).filter((each) => each.trim() !== '');
    const isHead =
      LANGUAGE_OF_HEAD.test(fence.language) && (body.length < 2 || body.every(isLabelled));
    isProgram.fill(!isHead, line, fence.end);
    line = fence.end - 1;
  }
  return isProgram;
}

/**
 * The line behind a block that says nothing of its document: a comment of several lines, a file or a program in a
 * fence, and code or a quotation that a sentence leads to.
 * @returns the line itself where no such block begins there
 */
export function endOfExample(lines: readonly string[], line: number, { from, to }: Range): number {
  const text = lines[line] ?? '';
  if (/^[ \t]*<!--/.test(text) && !text.includes('-->')) {
    const end = lines.findIndex((each, at) => at > line && at < to && each.includes('-->'));
    return end < 0 ? to : end + 1;
  }
  const fence = fenceAt(lines, line, to);
  if (fence) {
    const own = lines.slice(line, fence.end);
    const isFile = own.some((each) => /^(?:apiVersion|kind):|^[ \t]*[{]/.test(each));
    const isOther = isFile || !LANGUAGE_OF_HEAD.test(fence.language);
    return isOther || isLedTo(lines, line, from) ? fence.end : line;
  }
  const mark = /^(?: {4}|\t|[ \t]*>)/.exec(text)?.[0];
  if (mark === undefined || !isLedTo(lines, line, from))
    return endOfShownTable(lines, line, { from, to });
  let end = line + 1;
  while (end < to && /^(?: {4}|\t|[ \t]*>)/.test(lines[end] ?? '')) end++;
  return end;
}

function isLabelled(line: string): boolean {
  return /^[\p{L}\p{N}_ -]{1,40}[:=][ \t]+\S/u.test(line);
}

/** A sentence that leads to an example, as a table may be one. */
const SHOWS_EXAMPLE =
  /\b(?:like this|as follows|for example|for instance|e\.g\.|such as|looks like|is shown|are shown)\b[^:：]{0,40}[:：]$/i;

/** The line behind a table that a sentence shows as an example; the line itself where none begins there. */
function endOfShownTable(lines: readonly string[], line: number, { from, to }: Range): number {
  const isRow = (at: number) => /^[ \t]*\|/.test(lines[at] ?? '');
  if (!isRow(line) || !SHOWS_EXAMPLE.test(lineAbove(lines, line, from).text)) return line;
  let end = line + 1;
  while (end < to && isRow(end)) end++;
  return end;
}

/** The last line that is not blank before one, and where it stands; empty where there is none. */
function lineAbove(
  lines: readonly string[],
  line: number,
  from: number,
): { above: number; text: string } {
  let above = line - 1;
  while (above >= from && (lines[above] ?? '').trim() === '') above--;
  return { above, text: above < from ? '' : (lines[above] ?? '').trim() };
}

function isLedTo(lines: readonly string[], line: number, from: number): boolean {
  const { above, text } = lineAbove(lines, line, from);
  // What is inside of an item of a list goes on from it.
  if (above === line - 1 && /^(?:[-*+]|\d+[.)])[ \t]/.test(text)) return false;
  const words = text.split(/\s+/).length;
  if (!/^[\p{L}`*_]/u.test(text) || words < 2) return false;
  const label = labelOfLine(text);
  return label === undefined
    ? words > 3 || /[:：]$/.test(text)
    : isSentence(label.label, label.value.text);
}

/** Whether what looks like a label ends a sentence: of several words, and nothing behind it. */
function isSentence(label: string, value: string): boolean {
  return value.trim() === '' && label.trim().split(/\s+/).length > 1;
}
