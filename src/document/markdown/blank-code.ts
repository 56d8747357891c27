import { parseBlocks } from './blocks.ts';
import { spliced, type TextEdit } from './edits.ts';

/** A document of the same length and lines in which everything in code and in HTML comments is spaces. */
export function blankOutCode(text: string): string {
  const { tokens, starts } = parseBlocks(text);
  const edits: TextEdit[] = [];
  let done = 0;
  for (const { type, map } of tokens) {
    if (map && (type === 'fence' || type === 'code_block')) {
      const [start, end] = [starts[map[0]] ?? text.length, starts[map[1]] ?? text.length];
      if (start >= done) edits.push({ start, end, text: spaces(text.slice(start, end)) });
      done = Math.max(done, end);
    }
  }
  return spliced(text, edits)
    .replace(/<!--[\s\S]*?(?:-->|$)/g, spaces)
    .split('\n')
    .map(blankOutSpans)
    .join('\n');
}

/** A line in which every code span is spaces. */
export function blankOutSpans(line: string): string {
  if (line.length > LONGEST_PROSE_LINE || !line.includes('`')) return line;
  return line.replace(/(?<!`)(`+)(?!`).*?[^`]\1(?!`)/g, spaces);
}

const LONGEST_PROSE_LINE = 2000;

/** Spaces in place of a text, in lines as long as its own. */
export function spaces(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
