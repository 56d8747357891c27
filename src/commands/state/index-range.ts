import type { TextRange } from '../../document/markdown/edits.ts';
import { outlineOf } from '../../document/markdown/outline.ts';
import { INDEX_BEGIN, INDEX_END } from '../../words/list-marks.ts';

/** The text between the markers of a file, by its offsets; undefined where it has none outside of code. */
export function indexRange(text: string): TextRange | undefined {
  if (!text.includes(INDEX_BEGIN)) return undefined;
  const { hiding, starts } = outlineOf(text);
  const isCode = (at: number) =>
    hiding.some(
      ({ type, from, to }) =>
        type === 'fence' && (starts[from] ?? 0) <= at && at < (starts[to] ?? text.length),
    );
  const places = (mark: string) =>
    [...text.matchAll(new RegExp(mark, 'g'))].map(({ index }) => index).filter((at) => !isCode(at));
  const begin = places(INDEX_BEGIN)[0];
  const end = places(INDEX_END).find((at) => begin !== undefined && at > begin);
  return begin === undefined || end === undefined
    ? undefined
    : { start: begin + INDEX_BEGIN.length, end };
}
