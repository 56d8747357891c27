import { frontMatterLines } from '../markdown/front-matter.ts';
import { linesOf } from '../markdown/lines.ts';
import { openBlock } from '../markdown/open-block.ts';
import { outline, outlineOf } from '../markdown/outline.ts';
import { titleForms } from '../titles/title-forms.ts';
import type { Finding } from './finding.ts';

/** What is to be said of a document's title, and of blocks that are open to its end. */
export function textFindings(document: string, template: string): Finding[] {
  return [...titleFindings(document, template), ...blockFindings(document)];
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
    ? [{ code: 'title-placeholder', title: own.title, line: own.line + 1, column: 1 }]
    : [];
}

function blockFindings(document: string): Finding[] {
  const open = openBlock(outlineOf(document));
  return open
    ? [{ code: 'block-unclosed', closing: open.closing, line: open.line + 1, column: 1 }]
    : [];
}
