import { styleText } from 'node:util';
import {
  S_BAR,
  S_BAR_END,
  S_STEP_ACTIVE,
  S_STEP_CANCEL,
  S_STEP_ERROR,
  S_STEP_SUBMIT,
} from '@clack/prompts';
import { cells, graphemes, shown } from '../graphemes.ts';
import type { Size } from './prompt.ts';
import { TextLayout } from './text-layout.ts';

type FrameState = 'active' | 'error' | 'answer' | 'stop';

const BAR_CELLS = 3;

/** A space that stays empty at the right edge, where some terminals break a line. */
const MARGIN = 1;

const STEPS_BY_STATE: Record<
  FrameState,
  [symbol: string, colour: 'cyan' | 'yellow' | 'green' | 'red']
> = {
  active: [S_STEP_ACTIVE, 'cyan'],
  error: [S_STEP_ERROR, 'yellow'],
  answer: [S_STEP_SUBMIT, 'green'],
  stop: [S_STEP_CANCEL, 'red'],
};

export function bar(state: FrameState): string {
  return styleText(BAR_COLOURS[state], S_BAR);
}

const BAR_COLOURS: Record<FrameState, 'cyan' | 'yellow' | 'gray'> = {
  active: 'cyan',
  error: 'yellow',
  answer: 'gray',
  stop: 'gray',
};

/** The question itself, below a bar that joins it to what is above. */
export function heading(message: string, state: FrameState, size: Size): string[] {
  const [symbol, colour] = STEPS_BY_STATE[state];
  const [first = '', ...rest] = brokenLine(message, size);
  return [
    styleText('gray', S_BAR),
    `${styleText(colour, symbol)}  ${first}`,
    ...rest.map((line) => `${bar(state)}  ${line}`),
  ];
}

/** Lines after a bar, broken at words, each in a style. */
export function barred(
  text: string,
  state: FrameState,
  size: Size,
  style: (line: string) => string = (line) => line,
): string[] {
  return text
    .split('\n')
    .flatMap((line) => brokenLine(line, size))
    .map((line) => (line === '' ? bar(state) : `${bar(state)}  ${style(line)}`));
}

export function dim(text: string): string {
  return styleText('dim', text);
}

/** A key and what it does here. */
export type KeyHelp = readonly [key: string, does: string];

/** The keys of a question, or what is wrong with its answer, at the end of its frame. */
export function footer(
  keys: readonly KeyHelp[],
  problem: string | undefined,
  size: Size,
): string[] {
  const state = problem === undefined ? 'active' : 'error';
  const lines =
    problem === undefined
      ? keyLines(keys, size)
      : brokenLine(problem, size).map((line) => styleText('yellow', line));
  return lines.map((line, index) =>
    index === lines.length - 1
      ? `${styleText(BAR_COLOURS[state], S_BAR_END)}  ${line}`
      : `${bar(state)}  ${line}`,
  );
}

/** Cells for text after a bar. */
export function roomIn({ columns }: Size): number {
  return Math.max(8, columns - BAR_CELLS - MARGIN);
}

/** As much of a line as fits after a bar and some used cells. */
export function clipped(text: string, size: Size, taken = 0): string {
  const width = roomIn(size) - taken;
  let used = 0;
  let end = 0;
  for (const { segment, index } of graphemes(text)) {
    used += cells(segment);
    if (used > width) return `${text.slice(0, end)}…`;
    // The ellipsis also needs a cell.
    if (used < width) end = index + segment.length;
  }
  return text;
}

function keyLines(keys: readonly KeyHelp[], size: Size): string[] {
  const lines: KeyHelp[][] = [[]];
  let used = 0;
  for (const help of keys) {
    const width = cells(`${help.join(' ')} · `);
    if (used > 0 && used + width - 3 > roomIn(size)) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(help);
    used += width;
  }
  return lines.flatMap((line) => {
    const [only] = line;
    const isTooLong = only !== undefined && cells(only.join(' ')) > roomIn(size);
    if (isTooLong) return brokenLine(only.join(' '), size).map(dim);
    return line.map(([key, does]) => `${styleText('cyan', key)} ${dim(does)}`).join(dim(' · '));
  });
}

function brokenLine(text: string, size: Size): string[] {
  const line = shown(text);
  const rows = new TextLayout(roomIn(size)).rows([line]);
  return rows.map(({ start, end }) => line.slice(start, end).trimEnd());
}
