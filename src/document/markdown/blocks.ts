import MarkdownIt, { type Token } from 'markdown-it';
import { mdxCommentLines } from '../mdx/mdx-comments.ts';
import { frontMatterLines } from './front-matter.ts';
import { lineStarts, linesOf } from './lines.ts';

/** A document's lines, those of front matter and of comments in MDX emptied, and what a parser makes of them. */
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

/** Parses a document into blocks, never into inline markup. */
export function parseBlocks(text: string): Blocks {
  const lines = markdownLines(text);
  return { tokens: tokensOf(lines), lines, starts: startsOf(text) };
}

/** The lines of a document that are Markdown; others are there, but empty. */
export function markdownLines(text: string): string[] {
  const lines = linesOf(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text);
  lines.fill('', 0, frontMatterLines(lines));
  if (text.includes('{/*')) {
    for (const [first, last] of mdxCommentLines(lines)) lines.fill('', first, last + 1);
  }
  return lines;
}

/** The offset, in UTF-16 units, at which each line of a document starts, behind a byte order mark. */
export function startsOf(text: string): number[] {
  const starts = lineStarts(text);
  if (text.startsWith(BYTE_ORDER_MARK)) starts[0] = 1;
  return starts;
}

/** The blocks of some lines, which have no front matter. */
export function tokensOf(lines: readonly string[]): Token[] {
  parser ??= blockParser();
  return parser.parse(lines.join('\n'), {});
}

function blockParser(): MarkdownIt {
  const markdown = new MarkdownIt('commonmark');
  Object.assign(markdown.options, { maxNesting: MAX_NESTING });
  // Only blocks are read, so how links are written does not matter.
  markdown.normalizeLink = (url) => url;
  markdown.core.ruler.enableOnly(['normalize', 'block']);
  return markdown;
}
