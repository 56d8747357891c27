import { blankOutCode } from '../markdown/blank-code.ts';
import { replaceComments } from '../markdown/comments.ts';
import { spliced } from '../markdown/edits.ts';

/**
 * Words as MDX takes them for words: what would begin an element or an expression is escaped, and so is a line that
 * would begin a module's statement; code stays (mdxjs.com, "What is MDX?").
 */
export function mdxWords(text: string): string {
  // A comment of HTML is none in MDX, and is not to be passed over as code is.
  const prose = blankOutCode(text.replaceAll('<!--', '<\uE000--'));
  const signs = [...prose.matchAll(/(?<!\\)(?:\\\\)*([<{}])/g)].map(({ index, 0: whole }) => {
    const at = index + whole.length - 1;
    return { start: at, end: at, text: '\\' };
  });
  const statements = [...prose.matchAll(/^(?:im|ex)port(?=[ \t{*])/gm)].map(
    ({ index, 0: word }) => ({
      start: index,
      end: index + 1,
      text: `&#${word.charCodeAt(0)};`,
    }),
  );
  return spliced(
    text,
    [...signs, ...statements].toSorted((a, b) => a.start - b.start),
  );
}

/** A document whose HTML comments are comments of MDX. */
export function mdxComments(document: string): string {
  return replaceComments(document, (words) => `{/*${words.replaceAll('*/', '* /')}*/}`);
}
