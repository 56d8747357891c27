import { styleText } from 'node:util';
import {
  S_CHECKBOX_INACTIVE,
  S_CHECKBOX_SELECTED,
  S_RADIO_ACTIVE,
  S_RADIO_INACTIVE,
  unicode,
} from '@clack/prompts';
import type { Choice } from '../asker.ts';
import { shown } from '../graphemes.ts';
import { bar, barred, clipped, dim, footer, heading, type KeyHelp } from './frame.ts';
import type { Size } from './prompt.ts';

/** What single and multiple choice share: a list, a focus, and a search if there are many. */
export interface ListState {
  readonly message: string;
  readonly canGoBack: boolean;
  /** The shown choices: all, or those that the search finds. */
  readonly shown: readonly Choice<string>[];
  readonly focus: number;
  /** The search text; undefined if there is no search. */
  readonly search: string | undefined;
  /** The selected values; undefined for a single choice. */
  readonly chosen: ReadonlySet<string> | undefined;
  /** What was chosen, as text. */
  readonly answer: string;
  readonly problem: string | undefined;
  /** Rows of the list on the screen, by which a page moves. */
  page: number;
}

/** Marks the focus with a symbol, not only with a colour. */
const POINTER = unicode ? '❯' : '>';

/** Cells of the pointer, the mark and the spaces after them. */
const MARKS = 4;
const ROWS_BELOW_LIST = 3;

/** The lines of a list while it is being answered. */
export function listFrame(list: ListState, size: Size): string[] {
  const { problem, search } = list;
  const state = problem === undefined ? 'active' : 'error';
  const above = [
    ...heading(list.message, state, size),
    ...(search === undefined ? [] : [searchLine(search, state, size)]),
  ];
  const hint = list.shown[list.focus]?.hint;
  const below = [
    ...(hint ? barred(hint, state, size, dim) : []),
    ...footer(listKeys(list), problem, size),
  ];
  const hintRows = Math.max(
    0,
    ...list.shown.map((each) => (each.hint ? barred(each.hint, state, size).length : 0)),
  );
  const height =
    size.rows -
    above.length -
    footer(listKeys(list), problem, size).length -
    hintRows -
    ROWS_BELOW_LIST;
  const rows = entryRows(list, size, Math.max(1, height));
  return [...above, ...rows.map((row) => `${bar(state)}  ${row}`), ...below];
}

/** The lines that stay: the question, and what was chosen. */
export function lastListFrame(list: ListState, size: Size, how: 'answer' | 'stop'): string[] {
  const said = how === 'answer' ? list.answer : 'cancelled';
  return [...heading(list.message, how, size), ...barred(said, how, size, dim)];
}

function searchLine(search: string, state: 'active' | 'error', size: Size): string {
  const cursor = '\u001B[7m \u001B[27m';
  const text = search === '' ? dim('type to search') : clipped(shown(search), size, 9);
  return `${bar(state)}  Search: ${search === '' ? `${cursor}${text}` : `${text}${cursor}`}`;
}

function entryRows(list: ListState, size: Size, height: number): string[] {
  const { shown: entries, focus } = list;
  if (entries.length === 0) return [dim(`no matches for "${list.search ?? ''}"`)];
  list.page = Math.min(height, entries.length);
  const isCut = entries.length > height;
  const room = isCut ? Math.max(1, height - 2) : entries.length;
  const top = Math.max(0, Math.min(focus - Math.floor(room / 2), entries.length - room));
  const rows = entries
    .slice(top, top + room)
    .map((entry, index) => entryRow(list, entry, { isFocused: top + index === focus, size }));
  if (!isCut) return rows;
  const below = entries.length - top - room;
  return [
    dim(top > 0 ? `  ↑ ${top} more` : ''),
    ...rows,
    dim(below > 0 ? `  ↓ ${below} more` : ''),
  ];
}

function entryRow(
  { chosen }: ListState,
  { value, label }: Choice<string>,
  { isFocused, size }: { isFocused: boolean; size: Size },
): string {
  const isOn = chosen ? chosen.has(value) : isFocused;
  const marks = chosen
    ? [S_CHECKBOX_INACTIVE, S_CHECKBOX_SELECTED]
    : [S_RADIO_INACTIVE, S_RADIO_ACTIVE];
  const [off = '', on = ''] = marks;
  const mark = isOn ? styleText('green', on) : dim(off);
  const text = clipped(shown(label), size, MARKS);
  return `${isFocused ? styleText('cyan', POINTER) : ' '} ${mark} ${isFocused ? text : dim(text)}`;
}

function listKeys({ chosen, search, canGoBack }: ListState): KeyHelp[] {
  const arrows = unicode ? '↑/↓' : 'up/down';
  return [
    [arrows, 'move'],
    ...(chosen
      ? ([
          ['space', 'switch'],
          ['a', 'all'],
        ] as const)
      : []),
    ...(search === undefined ? [] : ([['letters', 'search']] as const)),
    ['enter', chosen ? 'done' : 'choose'],
    ...(canGoBack ? ([['shift+tab', 'back']] as const) : []),
    ['esc', 'cancel'],
  ];
}
