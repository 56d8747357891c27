/** TextLines that belong together: a paragraph, a list, a fence or a comment. TextLines are counted from 0. */
export interface Block {
  from: number;
  /** The line behind it. */
  to: number;
  /** Its words, white space and wrapping aside. */
  words: string;
}

/** The blocks of some lines of a text. */
export function blocksBetween(lines: readonly string[], from: number, to: number): Block[] {
  const blocks: Block[] = [];
  for (let line = from; line < to; line++) {
    if (isBlank(lines[line])) continue;
    const end = Math.min(to, endOfBlock(lines, line, to));
    blocks.push({ from: line, to: end, words: squeezed(lines.slice(line, end).join(' ')) });
    line = end - 1;
  }
  return blocks;
}

/** The share of words that two texts have in common. */
export function alikeness(one: string, other: string): number {
  const [first, second] = [wordSet(one), wordSet(other)];
  if (first.size < FEW_WORDS || second.size < FEW_WORDS) return 0;
  const common = [...first].filter((word) => second.has(word)).length;
  return common / (first.size + second.size - common);
}

const FEW_WORDS = 4;

/** Whether words are so few that people may have written the same. */
export function mayBeAnswer(words: string): boolean {
  return wordSet(words).size < FEW_WORDS;
}

function endOfBlock(lines: readonly string[], from: number, to: number): number {
  const first = lines[from] ?? '';
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(first)?.[1];
  const closes = fence
    ? (line: string) =>
        line.trim().startsWith(fence) && line.trim() === fence.charAt(0).repeat(line.trim().length)
    : /^\s*<!--/.test(first) && !first.includes('-->')
      ? (line: string) => line.includes('-->')
      : undefined;
  if (!closes) return firstLine(lines, { from: from + 1, to }, isBlank);
  return firstLine(lines, { from: from + 1, to }, (line) => closes(line ?? '')) + 1;
}

function firstLine(
  lines: readonly string[],
  { from, to }: { from: number; to: number },
  is: (line: string | undefined) => boolean,
): number {
  for (let line = from; line < to; line++) if (is(lines[line])) return line;
  return to;
}

function isBlank(line: string | undefined): boolean {
  return line?.trim() === '';
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function wordSet(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}
