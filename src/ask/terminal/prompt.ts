import type { Key } from './key-input.ts';

/** How a prompt ends, if it does. */
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

/** A question on the screen: what keys do to it, and its lines. It accesses neither keyboard nor screen. */
export interface Prompt<T> {
  /** @returns undefined while it continues */
  press(text: string | undefined, key: Key): Ending<T> | undefined;
  /** What has been typed so far, if it is text. */
  readonly typed: string;
  /** Its lines while it is being answered, none wider than the terminal. */
  frame(size: Size): string[];
  /** The lines that stay. */
  lastFrame(size: Size, how: 'answer' | 'stop'): string[];
}
