import { closesFence, openingFence } from '../markdown/fence.ts';

const LONGEST_COMMENT = 1000;

/** The lines that comments of MDX take up, first and last, counted from 0; not those in fences. */
export function mdxCommentLines(lines: readonly string[]): [first: number, last: number][] {
  const found: [number, number][] = [];
  let fence = '';
  let next = 0;
  lines.forEach((text, line) => {
    if (line < next) return;
    fence = fenceAfter(fence, text);
    const last = fence === '' ? commentEnd(lines, line) : undefined;
    if (last === undefined) return;
    found.push([line, last]);
    next = last + 1;
  });
  return found;
}

function fenceAfter(open: string, line: string): string {
  if (open === '') return openingFence(line) ?? '';
  return closesFence(line, open) ? '' : open;
}

function commentEnd(lines: readonly string[], first: number): number | undefined {
  if (!/^ {0,3}\{\/\*/.test(lines[first] ?? '')) return undefined;
  const length = lines
    .slice(first, first + LONGEST_COMMENT)
    .findIndex((line) => /\*\/\}[ \t]*$/.test(line));
  return length < 0 ? undefined : first + length;
}
