import { anchorsIn } from '../contents/document-anchors.ts';
import { blankOutCode, blankOutSpans } from '../markdown/blank-code.ts';
import { anchorOf, decodedAnchor } from '../markdown/heading-anchor.ts';
import { linesOf } from '../markdown/lines.ts';
import { outlineOf } from '../markdown/outline.ts';
import type { Finding, FindingKind } from './finding.ts';

/** What is known of the files around a document. */
export interface FilesAround {
  /** Whether all files are known to be there. */
  isComplete: boolean;
  isThere(target: string): boolean;
  /** The document that a link leads to; undefined where it is none. */
  textAt(target: string): string | undefined;
}

interface Link {
  target: string;
  line: number;
  column: number;
}

/**
 * The links and images of a document that lead nowhere: to headings of its own, to files, and to headings of those.
 * @param contents lines, counted from 1, of a table of contents, which is looked at as a whole
 */
export function linkFindings(
  document: string,
  around: FilesAround,
  contents: { from: number; to: number } | undefined,
): Finding[] {
  let own: ReadonlySet<string> | undefined;
  const isLost = ({ target, line }: Link) => {
    if (contents && line >= contents.from && line < contents.to) return false;
    own ??= anchorsIn(document);
    return !own.has(decodedAnchor(target.slice(1)));
  };
  const broken = linksIn(document).flatMap((link): Finding[] => {
    const { target, line, column } = link;
    const problem = /^#[^#]/.test(target)
      ? isLost(link) && ({ code: 'anchor-broken', target } as const)
      : fileProblem(target, around);
    return problem ? [{ ...problem, line, column }] : [];
  });
  return broken.length === 0 ? [] : outsideCode(document, broken);
}

function fileProblem(
  target: string,
  { isComplete, isThere, textAt }: FilesAround,
): FindingKind | undefined {
  if (LEADS_ELSEWHERE.test(target)) return undefined;
  if (!isThere(target)) {
    const bare = target.replace(/[?#].*$/, '');
    const folder = bare.replace(/[^/]*$/, '');
    const isSure = folder === '' || isThere(folder) || isBesideOthers(bare, isThere);
    return { code: 'link-broken', target, isSure: isComplete && isSure };
  }
  const [, file = '', anchor = ''] = /^([^?#]+\.md)#([^#]+)$/i.exec(target) ?? [];
  const other = anchor === '' ? undefined : textAt(file);
  const isLost = other !== undefined && !anchorsIn(other).has(decodedAnchor(anchor));
  return isLost ? { code: 'anchor-broken', target } : undefined;
}

/**
 * Whether a link leads to a document in a folder beside one that is there, such as `../0007-cache/README.md`. Where not
 * even the folder of other files is there, they may be a part of another repository.
 */
function isBesideOthers(target: string, isThere: FilesAround['isThere']): boolean {
  const [, around] =
    /^((?:\.\.\/)+)[^/.][^/]*\/?(?:[^/]*\.(?:md|mdx|markdown))?$/i.exec(target) ?? [];
  return around !== undefined && isThere(around);
}

/** Addresses with a scheme, other hosts, and what is to be filled in. */
const LEADS_ELSEWHERE =
  /^(?:[a-z][\w+.-]*:|#|\/\/|<|\{|$)|[<>{}]|^(?:url|link|path|\.\.\.|…)$|^[^./]* [^./]*$/i;

const LINK =
  /\]\((?:<([^<>\n]*)>|([^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*))(?:\s+["'][^"']*["'])?\)/g;
const LINK_DEFINITION = /^ {0,3}\[[^\]^][^\]]*\]:[ \t]*(?:<([^<>\n]+)>|([^\s<>]+))/g;
const ATTRIBUTE = /<(?:a|img)\s[^<>]*?\b(?:href|src)=["']([^"'<>]*)["']/gi;

/** The links outside of fences, also those in other code: few of them are looked at again. */
function linksIn(document: string): Link[] {
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

/** Whether the label that ends at an index begins with a bracket that is no mere sign. */
function isOpened(text: string, end: number): boolean {
  if (end > LONGEST_LABEL) return true;
  const first = text.indexOf('[');
  if (first >= 0 && first < end && !text.slice(0, first).includes('\\')) return true;
  return /^(?:[^\\[]|\\.)*?\[/s.test(text.slice(0, end));
}

const LONGEST_LABEL = 1000;

/** What does not stand in code or in a comment; a section is parsed only where that is in doubt. */
function outsideCode(document: string, findings: readonly Finding[]): Finding[] {
  const parts = partsOfDocument(document);
  const { lines } = outlineOf(document);
  let at = 0;
  return findings.filter(({ line, column }) => {
    while ((parts[at + 1]?.from ?? Infinity) < line) at++;
    const part = parts[at];
    const shown = part ? lineOutsideCode(part, line - 1, lines[line - 1] ?? '') : '';
    return shown.charAt(column - 1) !== ' ';
  });
}

/** What stands from one heading to the next: a heading ends every block that is open before it. */
interface DocumentPart {
  /** Its first line, counted from 0. */
  from: number;
  text: string;
  hasInner?: boolean;
  /** Without what stands in code and comments. */
  shown?: readonly string[];
}

function partsOfDocument(document: string): DocumentPart[] {
  const { headings, starts } = outlineOf(document);
  const froms = [0, ...headings.flatMap(({ line }) => (line === 0 ? [] : line))];
  return froms.map((from, at) => {
    const next = froms[at + 1];
    const end = next === undefined ? document.length : starts[next];
    return { from, text: document.slice(from === 0 ? 0 : starts[from], end) };
  });
}

function lineOutsideCode(part: DocumentPart, line: number, text: string): string {
  part.hasInner ??= INNER_BLOCK.test(part.text);
  if (!part.hasInner && !/^(?: {4}|\t)/.test(text)) return blankOutSpans(text);
  part.shown ??= linesOf(blankOutCode(part.text));
  return part.shown[line - part.from] ?? '';
}

/** A fence inside of something, or a comment that begins behind other words. */
const INNER_BLOCK = /^[ \t]+(?:`{3}|~{3})|[^\r\n]<!--/m;
