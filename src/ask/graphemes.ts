import stringWidth from 'fast-string-width';
import { visible } from '../visible.ts';

/** A user-perceived character (Unicode Standard Annex 29) and where it starts. */
export interface Grapheme {
  segment: string;
  /** UTF-16 offset. */
  index: number;
}

const TAB_WIDTH = 2;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The graphemes of a text, in order. */
export function graphemes(text: string): Iterable<Grapheme> {
  return /^[ -~]*$/.test(text) ? asciiGraphemes(text) : segmenter.segment(text);
}

/** Terminal cells that a grapheme occupies. */
export function cells(segment: string): number {
  return stringWidth(shown(segment));
}

/** A text as the terminal shows it. */
export function shown(text: string): string {
  return visible(text.replaceAll('\t', ' '.repeat(TAB_WIDTH)));
}

function* asciiGraphemes(text: string): Iterable<Grapheme> {
  for (let index = 0; index < text.length; index++) yield { segment: text.charAt(index), index };
}
