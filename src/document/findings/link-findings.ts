import { blankOutCode } from '../markdown/blank-code.ts';
import { anchorsOf, anchorWords, decodedAnchor } from '../markdown/heading-anchor.ts';
import { linesOf } from '../markdown/lines.ts';
import { outline, outlineOf } from '../markdown/outline.ts';
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
      ? isLost(link) && ({ code: 'anchor-nowhere', target } as const)
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
    // Where not even its folder is there, this may be a part of another repository.
    const folder = target.replace(/[?#].*$/, '').replace(/[^/]*$/, '');
    return {
      code: 'file-nowhere',
      target,
      isSure: isComplete && (folder === '' || isThere(folder)),
    };
  }
  const [, file = '', anchor = ''] = /^([^?#]+\.md)#([^#]+)$/i.exec(target) ?? [];
  const other = anchor === '' ? undefined : textAt(file);
  const isLost = other !== undefined && !anchorsIn(other).has(decodedAnchor(anchor));
  return isLost ? { code: 'anchor-nowhere', target } : undefined;
}

/** Addresses with a scheme, other hosts, and what is to be filled in. */
const LEADS_ELSEWHERE = /^(?:[a-z][\w+.-]*:|#|\/\/|<|\{|$)|[<>{}]|^(?:url|link|path|\.\.\.|…)$/i;

const LINK = /\]\(<?([^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?(?:\s+["'][^"']*["'])?\)/g;
const LINK_DEFINITION = /^ {0,3}\[[^\]^][^\]]*\]:[ \t]*<?([^\s<>]+)>?/g;
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
  return lines.flatMap((text, at) => {
    if (isHidden[at] === ALL_HIDDEN) return [];
    const patterns =
      isHidden[at] === MARKDOWN_HIDDEN ? [ATTRIBUTE] : [LINK, LINK_DEFINITION, ATTRIBUTE];
    const isShort = text.length <= LONGEST_LINE;
    if (!isShort || !(text.includes('](') || text.includes(']:') || text.includes('='))) return [];
    return patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)]
        .filter(({ index }) => pattern !== LINK || isOpened(text, index))
        .map(({ 0: whole, 1: target = '', index }) => ({
          target,
          line: at + 1,
          column: index + whole.indexOf(target) + 1,
        }))
        // What defines a label by itself names a place, as in `[summary]: #summary`.
        .filter(({ target }) => pattern !== LINK_DEFINITION || !target.startsWith('#')),
    );
  });
}

const [ALL_HIDDEN, MARKDOWN_HIDDEN] = [1, 2];

const LONGEST_LINE = 20_000;

/** Whether the label that ends at an index begins with a bracket that is no mere sign. */
function isOpened(text: string, end: number): boolean {
  const open = /^(?:[^\\[]|\\.)*?\[/s.test(text.slice(Math.max(0, end - LONGEST_LABEL), end));
  return open || end > LONGEST_LABEL;
}

const LONGEST_LABEL = 1000;

/** What does not stand in code or in a comment; a document is parsed only where that is in doubt. */
function outsideCode(document: string, findings: readonly Finding[]): Finding[] {
  const { lines } = outlineOf(document);
  const hasInner = /^[ \t]+(?:`{3}|~{3})|[^\r\n]<!--/m.test(document);
  const isPlain = ({ line }: Finding) => /^(?! {4}|\t)[^`]*$/.test(lines[line - 1] ?? '');
  if (!hasInner && findings.every(isPlain)) return [...findings];
  const blanked = linesOf(blankOutCode(document));
  return findings.filter(
    ({ line, column }) => (blanked[line - 1]?.charAt(column - 1) ?? '') !== ' ',
  );
}

/** The addresses within a document: of its headings, and those that its HTML has (GitHub and GitLab). */
function anchorsIn(document: string): Set<string> {
  const titles = outline(document).map(({ title }) => anchorWords(title));
  const own = [...document.matchAll(/(?:<[a-z][^<>]*\s(?:id|name)=["']?|\{#)([\w.:-]+)/gi)];
  const ids = own.map(([, id = '']) => id.toLowerCase());
  return new Set([...anchorsOf(titles), ...ids, 'top']);
}
