import { foldedSpace } from '../folded-space.ts';
import { blankOutCode } from '../markdown/blank-code.ts';
import type { Heading, Outline } from '../markdown/heading.ts';

/** A line that stands for a heading and is none: all of it bold, without a space behind its signs, or a summary. */
const HEADING_LIKE =
  /^ {0,3}(?:\*\*([^*]{3,80})\*\*:?|__([^_]{3,80})__:?|#{1,6}[ \t]*([^#\s][^#]{2,80})|<summary>(.{3,80})<\/summary>)[ \t]*$/i;

/** The lines outside of code and comments that readers may take for headings, though Markdown has none there. */
export function headingLikeLines({ headings, lines, starts }: Outline): Heading[] {
  const known = new Set(headings.map(({ line }) => line));
  return blankOutCode(lines.join('\n'))
    .split('\n')
    .flatMap((text, line) => {
      const [, ...names] = known.has(line) ? [] : (HEADING_LIKE.exec(text) ?? []);
      const name = names.find((each) => each !== undefined);
      const start = starts[line] ?? 0;
      return name === undefined
        ? []
        : [{ level: 6, title: headingWords(name), line, start, bodyStart: start + text.length }];
    });
}

function headingWords(name: string): string {
  return foldedSpace(name).replace(/[:：.]$/, '');
}
