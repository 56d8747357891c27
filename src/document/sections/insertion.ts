import { spliced } from '../markdown/edits.ts';
import { lineEnding } from '../markdown/lines.ts';
import { withoutMarker } from '../markdown/marker.ts';
import { DEEPEST_HEADING, outline } from '../markdown/outline.ts';

/**
 * A section as it is written: a heading without its marker, and a text as it is, but for blank lines around it.
 * Line endings are `\n`; there is none at the end.
 */
export function sectionBlock(title: string, level: number, text: string): string {
  const heading = `${'#'.repeat(level)} ${withoutMarker(title)}`;
  const body = text
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
  return body === '' ? heading : `${heading}\n\n${body}`;
}

/**
 * The text that sets a block into a document at the start of a line, with one blank line on each side and the
 * document's own line ending. A document without a final line ending stays without one.
 */
export function insertedText(document: string, offset: number, block: string): string {
  const eol = lineEnding(document);
  const before = document.slice(0, offset);
  const after = document.slice(offset);
  const isFirst = /^\uFEFF?$/.test(before);
  const hasBlank = isFirst || endsInBlankLine(before);
  const endsLine = isFirst || /[\n\r]$/.test(before);
  const lead = hasBlank ? '' : endsLine ? eol : eol + eol;
  const tail = after === '' ? (endsLine ? eol : '') : eol + eol;
  return lead + block.replaceAll('\n', eol) + tail;
}

/** A text with its headings moved by a number of levels, as far as there are levels. */
export function shiftHeadings(text: string, by: number): string {
  if (by === 0) return text;
  const edits = outline(text).map(({ start, bodyStart: end, level }) => {
    const deeper = '#'.repeat(Math.min(DEEPEST_HEADING, Math.max(1, level + by)));
    const written = text.slice(start, end);
    const moved = written.replace(/^( {0,3})#{1,6}/, (_, indent: string) => indent + deeper);
    return { start, end, text: moved };
  });
  return spliced(text, edits);
}

function endsInBlankLine(text: string): boolean {
  const ending = text.endsWith('\r\n') ? 2 : /[\n\r]/.test(text.slice(-1)) ? 1 : 0;
  if (ending === 0) return false;
  const end = text.length - ending;
  const start = Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf('\r', end - 1)) + 1;
  return end === 0 || /^\uFEFF?[ \t]*$/.test(text.slice(start, end));
}
