import { anchorOf } from '../markdown/heading-anchor.ts';
import { outlineOf } from '../markdown/outline.ts';

/** Where a document links to; line and column are counted from 1. */
export interface Link {
  target: string;
  line: number;
  column: number;
}

/** The links outside of fences, also those in other code: few of them are looked at again. */
export function linksIn(document: string): Link[] {
  const { lines, hiding } = outlineOf(document);
  const isHidden = new Uint8Array(lines.length);
  for (const { type, from, to } of hiding) {
    const isComment = lines[from]?.trimStart().startsWith('<!--') === true;
    // In HTML, only HTML is a link.
    isHidden.fill(type === 'fence' || isComment ? ALL_HIDDEN : MARKDOWN_HIDDEN, from, to);
  }
  // Most documents do not have every kind, most lines have none, and a sign is found faster than a link.
  const kinds = LINK_KINDS.filter(({ sign }) => document.includes(sign));
  const inHtml = kinds.filter(({ pattern }) => pattern === ATTRIBUTE);
  const links: Link[] = [];
  lines.forEach((text, at) => {
    if (isHidden[at] === ALL_HIDDEN || text.length > LONGEST_LINE) return;
    for (const kind of isHidden[at] === MARKDOWN_HIDDEN ? inHtml : kinds) {
      if (text.includes(kind.sign)) links.push(...linksFrom(lines, at, kind));
    }
  });
  return links;
}

const LINK =
  /\]\(\s*(?:<([^<>\n]*)>|([^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*))(?:\s+["'][^"']*["'])?\s*\)/g;
const LINK_DEFINITION = /^ {0,3}\[[^\]^][^\]]*\]:\s*(?:<([^<>\n]+)>|([^\s<>]+))/g;
const ATTRIBUTE = /<(?:a|img)\s[^<>]*?\b(?:href|src)=["']([^"'<>]*)["']/gi;

interface LinkKind {
  sign: string;
  pattern: RegExp;
  /** Whether a line ends within a link, which goes on in the next one. */
  isOpenAtEnd(text: string): boolean;
}

const LINK_KINDS: readonly LinkKind[] = [
  {
    sign: '](',
    pattern: LINK,
    isOpenAtEnd: (text) => text.lastIndexOf('](') >= text.lastIndexOf(')'),
  },
  { sign: ']:', pattern: LINK_DEFINITION, isOpenAtEnd: (text) => text.trimEnd().endsWith(']:') },
  {
    sign: '<',
    pattern: ATTRIBUTE,
    isOpenAtEnd: (text) => text.lastIndexOf('<') > text.lastIndexOf('>'),
  },
];

/** The links that begin in a line, or whose label ends there. */
function linksFrom(
  lines: readonly string[],
  at: number,
  { pattern, isOpenAtEnd }: LinkKind,
): Link[] {
  const own = lines[at] ?? '';
  const next = isOpenAtEnd(own) ? (lines[at + 1] ?? '') : '';
  const text = next.trim() === '' ? own : `${own}\n${next}`;
  return [...text.matchAll(pattern)]
    .filter(({ index }) => index < own.length)
    .filter(
      ({ index }) => pattern !== LINK || isOpened(own, index) || isOpenedAbove(lines, at, index),
    )
    .filter(({ 0: whole }) => pattern !== LINK_DEFINITION || !namesItself(whole))
    .map(({ 0: whole, 1: angled, 2: plain, index }) => {
      const written = angled ?? plain ?? '';
      const target = written.replace(/\\([!-/:-@[-`{-~])/g, '$1');
      const start = index + whole.indexOf(written);
      const isNext = start > own.length;
      return isNext
        ? { target, line: at + 2, column: start - own.length }
        : { target, line: at + 1, column: start + 1 };
    });
}

/** Whether a label that ends in a line begins in the paragraph above it. */
function isOpenedAbove(lines: readonly string[], at: number, end: number): boolean {
  let first = at;
  while (first > at - LINES_OF_LABEL && (lines[first - 1] ?? '').trim() !== '') first--;
  const above = lines.slice(first, at).join('\n');
  return above !== '' && isOpened(`${above}\n${lines[at] ?? ''}`, above.length + 1 + end);
}

const LINES_OF_LABEL = 4;

/** What defines a label by itself names a place, as in `[summary]: #summary`. */
function namesItself(definition: string): boolean {
  const [, label = '', anchor] = /^ {0,3}\[([^\]]+)\]:[ \t]*#(\S+)/.exec(definition) ?? [];
  return anchor !== undefined && anchorOf(label) === anchor.toLowerCase();
}

const [ALL_HIDDEN, MARKDOWN_HIDDEN] = [1, 2];

const LONGEST_LINE = 20_000;

/** Whether the label that ends at an index begins with a bracket of its own that is no mere sign. */
function isOpened(text: string, end: number): boolean {
  if (end > LONGEST_LABEL) return true;
  let depth = 0;
  for (let at = end - 1; at >= 0; at--) {
    const sign = text.charAt(at);
    if ((sign !== '[' && sign !== ']') || isEscaped(text, at)) continue;
    if (sign === ']') depth++;
    else if (depth === 0) return true;
    else depth--;
  }
  return false;
}

function isEscaped(text: string, at: number): boolean {
  let count = 0;
  while (text.charAt(at - 1 - count) === '\\') count++;
  return count % 2 === 1;
}

const LONGEST_LABEL = 1000;
