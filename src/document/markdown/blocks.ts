import MarkdownIt, { type Token } from 'markdown-it';
import { frontMatterLines } from './front-matter.ts';
import { lineStarts, linesOf } from './lines.ts';
import { mdxCommentLines } from './mdx-comments.ts';

export interface Blocks {
  tokens: Token[];
  lines: string[];
  /** Offset, in UTF-16 units, at which each line starts. */
  starts: number[];
}

const BYTE_ORDER_MARK = '\uFEFF';

/** Deeper nesting than any person writes; past it the parser stops reading the container. */
const MAX_NESTING = 1000;

let parser: MarkdownIt | undefined;

/** Parses a document into blocks, never into inline markup: headings and their lines are what counts. */
export function parseBlocks(text: string): Blocks {
  const lines = linesOf(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text);
  lines.fill('', 0, frontMatterLines(lines));
  if (text.includes('{/*')) {
    for (const [first, last] of mdxCommentLines(lines)) lines.fill('', first, last + 1);
  }
  return blocksOf(lines, text);
}

/** Parses a part of a document, which has no front matter. */
export function parsePart(text: string): Blocks {
  return blocksOf(linesOf(text), text);
}

function blocksOf(lines: string[], text: string): Blocks {
  parser ??= blockParser();
  return { tokens: parser.parse(lines.join('\n'), {}), lines, starts: startsOf(text) };
}

function blockParser(): MarkdownIt {
  const markdown = new MarkdownIt('commonmark');
  Object.assign(markdown.options, { maxNesting: MAX_NESTING });
  // Only blocks are read, so how links are written does not matter.
  markdown.normalizeLink = (url) => url;
  markdown.core.ruler.enableOnly(['normalize', 'block']);
  return markdown;
}

function startsOf(text: string): number[] {
  const starts = lineStarts(text);
  if (text.startsWith(BYTE_ORDER_MARK)) starts[0] = 1;
  return starts;
}
