import { itemsIn } from '../../answers/items.ts';
import type { TextQuestion } from '../asker.ts';
import { graphemes, shown } from '../graphemes.ts';
import { bar, barred, clipped, dim, footer, heading, type KeyHelp } from './frame.ts';
import type { Size } from './prompt.ts';
import type { TextBuffer } from './text-buffer.ts';
import type { Row } from './text-layout.ts';
import type { TextView } from './text-view.ts';

/** The state of a text prompt. */
export interface TextState {
  readonly question: TextQuestion;
  readonly buffer: TextBuffer;
  readonly view: TextView;
  /** What is wrong with the answer. */
  readonly problem: string | undefined;
  /** Whether Escape was pressed on a text and must be confirmed. */
  readonly isDiscarding: boolean;
}

/** The cursor is shown in reverse video, which is not a colour: NO_COLOR does not remove it. */
const REVERSE = (text: string) => `\u001B[7m${text}\u001B[27m`;

/** The lines of a text prompt while it is being answered. */
export function textFrame(prompt: TextState, size: Size): string[] {
  const { question, problem, isDiscarding } = prompt;
  const warning = isDiscarding ? 'Quit the questions? y or Esc yes · any other key no' : problem;
  const state = warning === undefined ? 'active' : 'error';
  const above = [
    ...heading(question.message, state, size),
    ...(question.hint ? barred(question.hint, state, size, dim) : []),
  ];
  const below = footer(textKeys(prompt), warning, size);
  const rows = textRows(prompt, size, above.length + below.length);
  return [...above, ...rows.map((row) => `${bar(state)}  ${row}`), ...below];
}

/** The lines that stay: the question, and the beginning of the answer. */
export function lastTextFrame(
  { question, buffer }: TextState,
  size: Size,
  how: 'answer' | 'stop',
): string[] {
  const items = question.lines === 'item' ? itemsIn(buffer.text) : [];
  const isSeveral = items.length > 1;
  const lines = (isSeveral ? items : buffer.lines).filter((line) => line.trim() !== '');
  const more = lines.length > 1 ? ` (${lines.length} ${isSeveral ? 'items' : 'lines'})` : '';
  const nothing = how === 'stop' ? 'cancelled' : (question.empty ?? 'nothing');
  const text = clipped(shown(lines[0] ?? nothing), size, more.length) + more;
  return [...heading(question.message, how, size), `${bar(how)}  ${dim(text)}`];
}

function textRows(prompt: TextState, size: Size, taken: number): string[] {
  const { question, buffer } = prompt;
  if (buffer.text === '' && question.proposal) {
    const [first = '', ...rest] = shown(question.proposal);
    return [REVERSE(first) + dim(clipped(rest.join(''), size, 1))];
  }
  const { rows, cursor, above, below } = prompt.view.show(size, taken);
  const lines = rows.map((row, index) => rowText(prompt, row, index === cursor));
  if (above > 0) lines.unshift(dim(`↑ ${above} more`));
  if (below > 0) lines.push(dim(`↓ ${below} more`));
  return lines;
}

function rowText({ buffer }: TextState, { line, start, end }: Row, hasCursor: boolean): string {
  const text = buffer.lines[line] ?? '';
  if (!hasCursor) return shown(text.slice(start, end));
  const [under] = graphemes(text.slice(buffer.column, end));
  const at = under?.segment ?? '';
  const visible = at === '' ? ' ' : shown(at);
  const before = shown(text.slice(start, buffer.column));
  return before + REVERSE(visible) + shown(text.slice(buffer.column + at.length, end));
}

function textKeys({ question, buffer }: TextState): KeyHelp[] {
  const { lines, empty, proposal, canGoBack } = question;
  const isEmpty = buffer.isEmpty;
  const back: KeyHelp[] = canGoBack ? [['shift+tab', 'back']] : [];
  const editor: KeyHelp[] = lines === 'one' ? [] : [['ctrl+o', 'editor']];
  const others: KeyHelp[] = [
    ...editor,
    ...back,
    ...(isEmpty ? ([['esc', 'cancel']] as const) : []),
  ];
  if (isEmpty && empty !== undefined)
    return [...(proposal ? ([['tab', 'accept']] as const) : []), ['enter', empty], ...others];
  if (lines === 'many')
    return [['tab', 'done'], ['enter', 'new line'], ['enter 3×', 'done'], ...others];
  const newLine: KeyHelp[] = lines === 'item' ? [['alt+enter', 'new line']] : [];
  return [['enter', 'done'], ...newLine, ...others];
}
