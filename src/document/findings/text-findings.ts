import { conflictsIn } from '../conflicts.ts';
import { withoutNumber } from '../head/title/title-number.ts';
import { frontMatterLines } from '../markdown/front-matter.ts';
import { linesOf } from '../markdown/lines.ts';
import { openBlock } from '../markdown/open-block.ts';
import { outline, outlineOf } from '../markdown/outline.ts';
import { titleForms } from '../titles/title-forms.ts';
import type { Finding } from './finding.ts';

/** What is to be said of a document's title, of blocks that are open to its end, and of conflicts of a merge. */
export function textFindings(document: string, template: string): Finding[] {
  return [
    ...titleFindings(document, template),
    ...blockFindings(document),
    ...conflictFindings(document),
  ];
}

function titleFindings(document: string, template: string): Finding[] {
  const titleOfText = (text: string) => outline(text).find(({ level }) => level === 1);
  const wanted = titleOfText(template);
  const own = titleOfText(document);
  if (!wanted) return [];
  if (!own) {
    const lines = linesOf(document);
    const front = lines.slice(0, frontMatterLines(lines));
    const isSaid = front.some(
      (line, at) =>
        /^(?:title|name)\s*[:=]\s*(?!\s|#|$|""|'')/i.test(line) ||
        // The value may stand on the lines below.
        (/^(?:title|name)\s*:\s*$/i.test(line) && /^\s+\S/.test(front[at + 1] ?? '')),
    );
    return isSaid ? [] : [{ code: 'title-missing', line: 1, column: 1 }];
  }
  return isSameWords(own.title, wanted.title) && STANDS_FOR_TITLE.test(wanted.title)
    ? [{ code: 'title-placeholder', title: own.title, line: own.line + 1, column: 1 }]
    : [];
}

/** What a title has that is still to be written, in the languages of templates. */
const STANDS_FOR_TITLE =
  /title|<|\{|x{2,}|n{3,}|\btemplate$|titel|titre|t[íi]tulo|titolo|tytuł|название|заголовок|标题|標題|タイトル|題名|제목/i;

/** Whether two titles say the same beside their numbers and brackets: `RFC-0002: Title` is still `RFC NNNN: [Title]`. */
function isSameWords(one: string, other: string): boolean {
  const [own, wanted] = [one, other].map((title) => {
    const words = withoutNumber(title.replace(NUMBER_TO_COME, '0000'));
    return titleForms(words.replace(/^[[<{(]{1,3}/, '').replace(/(?<![\]>})])[\]>})]{1,3}$/, ''))
      .normal;
  });
  return own !== '' && own === wanted;
}

const NUMBER_TO_COME =
  /(?:(?<![NX#])[NX#]{2,8}|<number>|\[number\]|\{\{? ?number ?\}?\})(?=[ \t]{0,4}[:.)–—-])/i;

function blockFindings(document: string): Finding[] {
  const open = openBlock(outlineOf(document));
  return open
    ? [{ code: 'block-unclosed', closing: open.closing, line: open.line + 1, column: 1 }]
    : [];
}

function conflictFindings(document: string): Finding[] {
  return conflictsIn(document).map(({ from, to }) => ({
    code: 'conflict-left',
    end: to,
    line: from + 1,
    column: 1,
  }));
}
