import type { Key } from './key-input.ts';

/** How a prompt ends, as far as it does. */
export type Ending<T> =
  | { kind: 'answer'; value: T }
  | { kind: 'back'; typed?: string }
  | { kind: 'stop'; typed: string }
  | { kind: 'editor' };

/** Cells and rows of the terminal. */
export interface Size {
  columns: number;
  rows: number;
}

/** A question on the screen: what keys do to it, and what it looks like. It touches neither itself. */
export interface Prompt<T> {
  /** @returns undefined while it goes on */
  press(text: string | undefined, key: Key): Ending<T> | undefined;
  /** What is typed so far, where it is text. */
  readonly typed: string;
  /** Its lines while it is being answered, none wider than the terminal. */
  frame(size: Size): string[];
  /** The lines that stay. */
  lastFrame(size: Size, how: 'answer' | 'stop'): string[];
}
