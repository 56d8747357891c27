import { styleText } from 'node:util';
import { wrapTextWithPrefix } from '@clack/core';
import { S_BAR, S_BAR_END, symbol } from '@clack/prompts';
import { cells, graphemes, shown } from './graphemes.ts';
import type { Row } from './text-layout.ts';
import type { TextPromptState } from './text-view.ts';

/** Reverse video is how the cursor is seen, and no colour: NO_COLOR does not take it away. */
const REVERSE = (text: string) => `\u001B[7m${text}\u001B[27m`;

/** What a text prompt looks like in its present state. */
export function textFrame(prompt: TextPromptState): string {
  const { state, value } = prompt;
  if (state === 'submit' && value?.kind !== 'submitted') return styleText('gray', S_BAR);
  const heading = `${styleText('gray', S_BAR)}\n${symbol(state)}  ${prompt.options.message}`;
  if (state === 'submit' || state === 'cancel') return `${heading}\n${summary(prompt)}`;
  const colour = state === 'error' ? 'yellow' : 'cyan';
  const bar = styleText(colour, S_BAR);
  const { hint } = prompt.options;
  const above = hint
    ? [heading, wrappedLines(prompt, styleText('dim', hint), `${bar}  `)]
    : [heading];
  const below = wrappedLines(prompt, footer(prompt), `${styleText(colour, S_BAR_END)}  `);
  const taken = [...above, below].join('\n').split('\n').length;
  const rows = textRows(prompt, taken).map((row) => `${bar}  ${row}`);
  return [...above, ...rows, below].join('\n');
}

function textRows(prompt: TextPromptState, taken: number): string[] {
  const { rows, cursor, above, below } = prompt.view(taken);
  const lines = rows.map((row, index) => rowText(prompt, row, index === cursor));
  if (above > 0) lines.unshift(styleText('dim', `↑ ${above} more`));
  if (below > 0) lines.push(styleText('dim', `↓ ${below} more`));
  return lines;
}

function rowText(
  { buffer }: TextPromptState,
  { line, start, end }: Row,
  hasCursor: boolean,
): string {
  const text = buffer.lines[line] ?? '';
  if (!hasCursor) return shown(text.slice(start, end));
  const [under] = graphemes(text.slice(buffer.column, end));
  const at = under?.segment ?? '';
  const visible = at === '' ? ' ' : shown(at);
  const before = shown(text.slice(start, buffer.column));
  return before + REVERSE(visible) + shown(text.slice(buffer.column + at.length, end));
}

function footer({ state, error, isDiscarding, options, buffer }: TextPromptState): string {
  if (state === 'error') return styleText('yellow', error);
  if (isDiscarding) return styleText('yellow', 'Throw this text away? y yes · any other key no');
  return styleText('dim', keys(options.lines, options.optional && buffer.isEmpty));
}

function keys(lines: TextPromptState['options']['lines'], isSkippable: boolean): string {
  if (isSkippable) return 'enter to go on · ctrl+o editor · shift+tab back · esc cancel';
  if (lines === 'one') return 'enter done · shift+tab back · esc cancel';
  const done = lines === 'item' ? 'tab or an empty line done' : 'tab done';
  return `${done} · enter new line · ctrl+o editor · shift+tab back`;
}

function summary({ buffer, state, columns }: TextPromptState): string {
  const bar = styleText('gray', S_BAR);
  if (buffer.isEmpty)
    return `${bar}  ${styleText('dim', state === 'cancel' ? 'cancelled' : 'nothing')}`;
  const lines = buffer.lines.filter((line) => line.trim() !== '');
  const more = lines.length > 1 ? ` (${lines.length} lines)` : '';
  const text = `${clip(shown(lines[0] ?? ''), columns - 8 - more.length)}${more}`;
  return `${bar}  ${state === 'cancel' ? styleText('strikethrough', text) : styleText('dim', text)}`;
}

function clip(text: string, width: number): string {
  let used = 0;
  for (const { segment, index } of graphemes(text)) {
    used += cells(segment);
    if (used > width) return `${text.slice(0, index)}…`;
  }
  return text;
}

function wrappedLines({ options }: TextPromptState, text: string, prefix: string): string {
  const rest = `${prefix.includes(S_BAR) ? prefix : '   '}`;
  return wrapTextWithPrefix(options.output, text, rest, prefix, rest);
}
