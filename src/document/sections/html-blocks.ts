import type { Heading, HidingBlock, Outline } from '../markdown/heading.ts';
import { likeness } from '../titles/likeness.ts';
import { titleForms } from '../titles/title-forms.ts';

/** The line, counted from 0, of a `<details>` that is still open at an offset; undefined where none is. */
export function openDetails(
  { hiding, lines, starts }: Outline,
  offset: number,
): number | undefined {
  const open: number[] = [];
  for (const { from, to } of hiding.filter(isMarkup(lines))) {
    for (let line = from; line < to && (starts[line] ?? 0) < offset; line++) {
      for (const [tag] of lines[line]?.matchAll(/<\/?details\b/gi) ?? []) {
        if (tag.startsWith('</')) open.pop();
        else open.push(line);
      }
    }
  }
  return open.at(-1);
}

/** A section's heading in HTML, which readers see as one. */
export function headingInHtml(
  { hiding, lines, starts }: Outline,
  title: string,
): Heading | undefined {
  const own = titleForms(title);
  for (const { from, to } of hiding.filter(isMarkup(lines))) {
    for (let line = from; line < to; line++) {
      const [, level, words = ''] =
        /^ {0,3}<h([1-6])\b[^>]*>(.*?)<\/h\1>/i.exec(lines[line] ?? '') ?? [];
      if (level === undefined || !likeness(own, titleForms(words))) continue;
      const start = starts[line] ?? 0;
      return {
        level: Number(level),
        title: words,
        line,
        start,
        bodyStart: starts[line + 1] ?? start,
      };
    }
  }
  return undefined;
}

/** Blocks of HTML but for those that hold text as it is. */
function isMarkup(lines: readonly string[]): (block: HidingBlock) => boolean {
  const isLiteral = /^\s*<(?:!--|pre|script|style|textarea)/i;
  return ({ type, from }) => type === 'html_block' && !isLiteral.test(lines[from] ?? '');
}
