import { anchorsIn } from '../contents/document-anchors.ts';
import { blankOutCode, blankOutSpans } from '../markdown/blank-code.ts';
import { decodedAnchor } from '../markdown/heading-anchor.ts';
import { linesOf } from '../markdown/lines.ts';
import { outlineOf } from '../markdown/outline.ts';
import { type Link, linksIn } from '../references/document-links.ts';
import type { Finding, FindingKind } from './finding.ts';

/** What is known of the files around a document. */
export interface FilesAround {
  /** Whether all files are known to be there. */
  isComplete: boolean;
  isThere(target: string): boolean;
  /** The document that a link leads to; undefined where it is none. */
  textAt(target: string): string | undefined;
}

/**
 * The links and images of a document that lead nowhere: to headings of its own, to files, and to headings of those.
 * @param contents lines, counted from 1, of a table of contents that is out of date as a whole
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
  const known = new Map<string, ReadonlySet<string> | undefined>();
  const anchorsOf = (file: string) => {
    if (!known.has(file)) {
      const text = around.textAt(file);
      known.set(file, text === undefined ? undefined : anchorsIn(text));
    }
    return known.get(file);
  };
  const broken = linksIn(document).flatMap((link): Finding[] => {
    const { target, line, column } = link;
    const problem = /^#[^#]/.test(target)
      ? isLost(link) && ({ code: 'anchor-broken', target } as const)
      : fileProblem(target, around, anchorsOf);
    return problem ? [{ ...problem, line, column }] : [];
  });
  return broken.length === 0 ? [] : outsideCode(document, broken);
}

function fileProblem(
  target: string,
  { isComplete, isThere }: FilesAround,
  anchorsOf: (file: string) => ReadonlySet<string> | undefined,
): FindingKind | undefined {
  if (LEADS_ELSEWHERE.test(target)) return undefined;
  if (!isThere(target)) {
    const bare = target.replace(/[?#].*$/, '');
    const folder = bare.replace(/[^/]*$/, '');
    const isSure = folder === '' || isThere(folder) || isBesideOthers(bare, isThere);
    return { code: 'link-broken', target, isSure: isComplete && isSure };
  }
  const [, file = '', anchor = ''] = /^([^?#]+\.md)#([^#]+)$/i.exec(target) ?? [];
  const isOfHeading = anchor !== '' && !LINES.test(anchor);
  const isLost = isOfHeading && anchorsOf(file)?.has(decodedAnchor(anchor)) === false;
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

/** Lines of a file, as GitHub and GitLab address them: `#L12`, `#L1-L3`. */
const LINES = /^L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?$/;

/** Addresses with a scheme, other hosts, and what is to be filled in. */
const LEADS_ELSEWHERE =
  /^(?:[a-z][\w+.-]*:|#|\/\/|<|\{|$)|[<>{}]|^(?:url|link|path|\.\.\.|…)$|^[^./]* [^./]*$/i;

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
