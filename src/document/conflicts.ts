import { outlineOf } from './markdown/outline.ts';

/**
 * What git leaves where two branches have changed the same lines; one in code may be an example.
 * @returns the first line of each, counted from 0, and the one behind its last
 */
export function conflictsIn(document: string): { from: number; to: number }[] {
  if (!document.includes('<<<<<<< ')) return [];
  const { lines, hiding } = outlineOf(document);
  return lines.flatMap((line, from) => {
    const isHidden = hiding.some((block) => from >= block.from && from < block.to);
    if (!line.startsWith('<<<<<<< ') || isHidden) return [];
    const middle = lines.findIndex((each, at) => at > from && each === '=======');
    const last = lines.findIndex((each, at) => at > middle && each.startsWith('>>>>>>> '));
    return middle < 0 || last < 0 ? [] : [{ from, to: last + 1 }];
  });
}
