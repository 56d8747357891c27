import { orUndefined } from '../../or-undefined.ts';
import { blankOutCode } from '../markdown/blank-code.ts';
import { frontMatterLines } from '../markdown/front-matter.ts';
import { anchorsOf } from '../markdown/heading-anchor.ts';
import { linesOf } from '../markdown/lines.ts';
import { openBlock } from '../markdown/open-block.ts';
import { outline, outlineOf } from '../markdown/outline.ts';
import { titleForms } from '../titles/title-forms.ts';
import type { Finding } from './finding.ts';

/** What is to be said of a document's title, its open blocks, and its links into itself. */
export function textFindings(document: string, template: string): Finding[] {
  return [
    ...titleFindings(document, template),
    ...blockFindings(document),
    ...anchorFindings(document),
  ];
}

/** The links of a document to files beside it, with where they stand. */
export function fileLinks(document: string): { target: string; line: number; column: number }[] {
  return linksIn(document).filter(
    ({ target }) => !/^(?:[a-z][\w+.-]*:|#|\/\/|<|\{|$)/i.test(target),
  );
}

function titleFindings(document: string, template: string): Finding[] {
  const titleOfText = (text: string) => outline(text).find(({ level }) => level === 1);
  const wanted = titleOfText(template);
  const own = titleOfText(document);
  if (!wanted) return [];
  if (!own) {
    const lines = linesOf(document);
    const isSaid = lines
      .slice(0, frontMatterLines(lines))
      .some((line) => /^(?:title|name)\s*[:=]/i.test(line));
    return isSaid ? [] : [{ code: 'title-missing', line: 1, column: 1 }];
  }
  const isSame = titleForms(own.title).normal === titleForms(wanted.title).normal;
  return isSame && /title|<|\{|x{2,}|n{3,}/i.test(wanted.title)
    ? [{ code: 'title-template', title: own.title, line: own.line + 1, column: 1 }]
    : [];
}

function blockFindings(document: string): Finding[] {
  const open = openBlock(outlineOf(document));
  return open
    ? [{ code: 'block-open', closing: open.closing, line: open.line + 1, column: 1 }]
    : [];
}

function anchorFindings(document: string): Finding[] {
  const links = linksIn(document).filter(({ target }) => /^#[^#]+$/.test(target));
  if (links.length === 0) return [];
  const titles = outline(document).map(({ title }) =>
    title.replace(/\[([^[\]]*)\]\([^()]*\)|<[^<>]*>/g, '$1').replace(/[`*]/g, ''),
  );
  const own = [...document.matchAll(/(?:<[a-z][^<>]*\s(?:id|name)=["']?|\{#)([\w.:-]+)/gi)].map(
    ([, id = '']) => id.toLowerCase(),
  );
  const known = new Set([...anchorsOf(titles), ...own, 'top']);
  return links.flatMap(({ target, line, column }) =>
    known.has(decodedAnchor(target.slice(1).replace(/^user-content-/, '')).toLowerCase())
      ? []
      : [{ code: 'anchor-nowhere' as const, target, line, column }],
  );
}

function linksIn(document: string): { target: string; line: number; column: number }[] {
  return linesOf(blankOutCode(document)).flatMap((text, at) =>
    [
      ...text
        .slice(0, LONGEST_LINE)
        .matchAll(/\]\(<?([^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?(?:\s+["'][^"']*["'])?\)/g),
    ].map(({ 1: target = '', index }) => ({ target, line: at + 1, column: index + 3 })),
  );
}

const LONGEST_LINE = 20_000;

function decodedAnchor(text: string): string {
  return orUndefined(() => decodeURIComponent(text)) ?? text;
}
