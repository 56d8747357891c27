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
    for (const { sign, pattern } of isHidden[at] === MARKDOWN_HIDDEN ? inHtml : kinds) {
      if (text.includes(sign)) links.push(...linksOfLine(text, at, pattern));
    }
  });
  return links;
}

const LINK =
  /\]\((?:<([^<>\n]*)>|([^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*))(?:\s+["'][^"']*["'])?\)/g;
const LINK_DEFINITION = /^ {0,3}\[[^\]^][^\]]*\]:[ \t]*(?:<([^<>\n]+)>|([^\s<>]+))/g;
const ATTRIBUTE = /<(?:a|img)\s[^<>]*?\b(?:href|src)=["']([^"'<>]*)["']/gi;

const LINK_KINDS = [
  { sign: '](', pattern: LINK },
  { sign: ']:', pattern: LINK_DEFINITION },
  { sign: '=', pattern: ATTRIBUTE },
];

function linksOfLine(text: string, at: number, pattern: RegExp): Link[] {
  return [...text.matchAll(pattern)]
    .filter(({ index }) => pattern !== LINK || isOpened(text, index))
    .filter(({ 0: whole }) => pattern !== LINK_DEFINITION || !namesItself(whole))
    .map(({ 0: whole, 1: angled, 2: plain, index }) => {
      const written = angled ?? plain ?? '';
      const target = written.replace(/\\([!-/:-@[-`{-~])/g, '$1');
      return { target, line: at + 1, column: index + whole.indexOf(written) + 1 };
    });
}

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
