import { parseBlocks } from './blocks.ts';

/** A document of the same length and lines in which everything in code and in HTML comments is spaces. */
export function blankOutCode(text: string): string {
  const { tokens, starts } = parseBlocks(text);
  let blanked = text;
  for (const { type, map } of tokens) {
    if (map && (type === 'fence' || type === 'code_block')) {
      const [from, to] = [starts[map[0]] ?? text.length, starts[map[1]] ?? text.length];
      blanked = blanked.slice(0, from) + spaces(blanked.slice(from, to)) + blanked.slice(to);
    }
  }
  return blanked
    .replace(/<!--[\s\S]*?(?:-->|$)/g, spaces)
    .split('\n')
    .map((line) =>
      line.length > LONGEST_PROSE_LINE
        ? line
        : line.replace(/(?<!`)(`+)(?!`).*?[^`]\1(?!`)/g, spaces),
    )
    .join('\n');
}

const LONGEST_PROSE_LINE = 2000;

function spaces(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
