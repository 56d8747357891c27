import type { Readable, Writable } from 'node:stream';
import type { Prompt } from '@clack/core';
import type { TextBuffer } from './text-buffer.ts';
import type { Row } from './text-layout.ts';

/**
 * How many lines a text may have, and what Enter does: `one` submits; `many` starts a line; `item` starts a
 * line too, and submits on an empty last one.
 */
export type Lines = 'one' | 'item' | 'many';

export interface TextPromptOptions {
  message: string;
  hint: string;
  initial: string;
  lines: Lines;
  /** Whether an empty text is an answer. */
  optional: boolean;
  validate: (text: string) => string | undefined;
  input: Readable;
  output: Writable & { columns?: number; rows?: number };
  signal: AbortSignal;
}

export type TextOutcome = { kind: 'submitted' } | { kind: 'back' } | { kind: 'editor' };

/** The rows on the screen, which of them holds the cursor, and how many are above and below. */
export interface TextView {
  rows: Row[];
  cursor: number;
  above: number;
  below: number;
}

export interface TextPromptState extends Pick<Prompt<TextOutcome>, 'state' | 'value' | 'error'> {
  readonly options: TextPromptOptions;
  readonly buffer: TextBuffer;
  /** Whether Escape was pressed on a text and waits for a second. */
  isDiscarding: boolean;
  readonly columns: number;
  view(taken: number): TextView;
}
