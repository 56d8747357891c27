import type { HidingBlock, Outline } from './markdown/heading.ts';

/** The line, counted from 0, of what opens and is never closed: it hides all that follows from readers. */
export function unclosedDetails(outline: Outline): { line: number } | undefined {
  return openTags(outline, Number.POSITIVE_INFINITY).findLast(({ tag }) => tag === 'details');
}

/** The tags that are open at an offset. */
export function openTags(
  outline: Pick<Outline, 'hiding' | 'lines' | 'starts'>,
  offset: number,
): { tag: string; line: number }[] {
  const open: { tag: string; line: number }[] = [];
  for (const { tag, line, isEnd } of tagsBefore(outline, offset)) {
    const last = open.findLastIndex((each) => each.tag === tag);
    if (!isEnd) open.push({ tag, line });
    else if (last >= 0) open.splice(last);
  }
  return open;
}

/** Blocks of HTML but for those that hold text as it is. */
export function isMarkup(lines: readonly string[]): (block: HidingBlock) => boolean {
  const isLiteral = /^\s*<(?:!--|pre|script|style|textarea)/i;
  return ({ type, from }) => type === 'html_block' && !isLiteral.test(lines[from] ?? '');
}

const CONTAINER =
  /<(\/?)(details|div|section|article|aside|center|blockquote|[A-Z][\w.]*)\b[^<>]*?(\/?)>/g;

function tagsBefore(
  { hiding, lines, starts }: Pick<Outline, 'hiding' | 'lines' | 'starts'>,
  offset: number,
): { tag: string; line: number; isEnd: boolean }[] {
  return hiding.filter(isMarkup(lines)).flatMap(({ from, to }) =>
    lines.slice(from, to).flatMap((text, at) => {
      const line = from + at;
      if ((starts[line] ?? 0) >= offset) return [];
      const tags = [...text.matchAll(CONTAINER)].filter(([, , , end]) => end !== '/');
      return tags.map(([, slash, tag = '']) => ({ tag, line, isEnd: slash === '/' }));
    }),
  );
}
