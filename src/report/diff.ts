import { documentLines, paintDiffLine, type Style } from './style.ts';

/**
 * A diff of a document, line by line.
 * @param style what it is painted in; without one, it is not
 */
export async function diffLines(
  shown: string,
  { before, after }: { before: string; after: string },
  style?: Style,
): Promise<string[]> {
  if (before === after) return [];
  const { createTwoFilesPatch } = await import('diff');
  const patch = createTwoFilesPatch(`a/${shown}`, `b/${shown}`, before, after, '', '', {
    context: 3,
  });
  const lines = documentLines(patch).slice(1, -1);
  return style ? lines.map((line) => paintDiffLine(line, style)) : lines;
}
