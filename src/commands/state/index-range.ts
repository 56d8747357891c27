import type { TextRange } from '../../document/markdown/edits.ts';
import { isInFence } from '../../document/markdown/heading.ts';
import { outlineOf } from '../../document/markdown/outline.ts';
import { INDEX_BEGIN, INDEX_END } from '../../words/list-marks.ts';

/** The text between the markers of a file, by its offsets; undefined where it has none outside of code. */
export function indexRange(text: string): TextRange | undefined {
  if (!text.includes(INDEX_BEGIN)) return undefined;
  const outline = outlineOf(text);
  const places = (mark: string) =>
    [...text.matchAll(new RegExp(mark, 'g'))]
      .map(({ index }) => index)
      .filter((at) => !isInFence(outline, at));
  const begin = places(INDEX_BEGIN)[0];
  const end = places(INDEX_END).find((at) => begin !== undefined && at > begin);
  return begin === undefined || end === undefined
    ? undefined
    : { start: begin + INDEX_BEGIN.length, end };
}
