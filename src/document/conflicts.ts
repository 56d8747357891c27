import { blockAround } from './markdown/heading.ts';
import { outlineOf } from './markdown/outline.ts';

/**
 * What git leaves where two branches have changed the same lines, also where somebody has taken away a part of it; one in
 * code may be an example.
 * @returns the first line of each, counted from 0, and the one behind its last
 */
export function conflictsIn(document: string): { from: number; to: number }[] {
  if (!/^(?:<{7}|>{7}) /m.test(document)) return [];
  const outline = outlineOf(document);
  const { lines } = outline;
  const isHidden = (at: number) => blockAround(outline, at) !== undefined;
  const marks = lines.flatMap((line, at) => (IS_MARK.test(line) && !isHidden(at) ? [at] : []));
  const opens = (mark: number | undefined) => lines[mark ?? -1]?.startsWith('<') === true;
  return marks.flatMap((at, index) => {
    const [before, next] = [marks[index - 1], marks[index + 1]];
    if (opens(at)) return { from: at, to: next !== undefined && !opens(next) ? next + 1 : at + 1 };
    return opens(before) ? [] : { from: at, to: at + 1 };
  });
}

const IS_MARK = /^(?:<{7}|>{7}) \S/;
