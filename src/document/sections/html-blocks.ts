import { foldedSpace } from '../folded-space.ts';
import type { Heading, HidingBlock, Outline } from '../markdown/heading.ts';
import { likeness } from '../titles/likeness.ts';
import { titleForms } from '../titles/title-forms.ts';

/** What is still open at an offset, and closes behind it: a tag, and the line, counted from 0, that opens it. */
export function openContainer(
  { hiding, lines, starts }: Outline,
  offset: number,
): { tag: string; line: number } | undefined {
  const open: { tag: string; line: number }[] = [];
  for (const { tag, line, isEnd } of tagsBefore({ hiding, lines, starts }, offset)) {
    const last = open.findLastIndex((each) => each.tag === tag);
    if (!isEnd) open.push({ tag, line });
    else if (last >= 0) open.splice(last);
  }
  const isThere = (tag: string) =>
    tag === 'details' || isClosedLater(tag, { lines, starts, offset });
  return open.findLast(({ tag }) => isThere(tag));
}

/** The headings in HTML, which readers see as such. */
export function headingsInHtml({ hiding, lines, starts }: Outline): Heading[] {
  return hiding.filter(isMarkup(lines)).flatMap(({ from, to }) => {
    const block = lines.slice(from, to).join('\n');
    return [...block.matchAll(/<h([1-6])\b[^<>]*>([\s\S]*?)<\/h\1>/gi)].map(
      ([, level, words = '']) => {
        const line = from + block.slice(0, block.indexOf(words)).split('\n').length - 1;
        const start = starts[line] ?? 0;
        const title = foldedSpace(words);
        return { level: Number(level), title, line, start, bodyStart: starts[line + 1] ?? start };
      },
    );
  });
}

/** The heading among some that is a section's. */
export function headingOfSection(headings: readonly Heading[], title: string): Heading | undefined {
  const own = titleForms(title);
  return headings.find((heading) => likeness(own, titleForms(heading.title)) !== undefined);
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

function isClosedLater(
  tag: string,
  { lines, starts, offset }: Pick<Outline, 'lines' | 'starts'> & { offset: number },
): boolean {
  return lines.some((line, at) => (starts[at] ?? 0) >= offset && line.includes(`</${tag}>`));
}

/** Blocks of HTML but for those that hold text as it is. */
function isMarkup(lines: readonly string[]): (block: HidingBlock) => boolean {
  const isLiteral = /^\s*<(?:!--|pre|script|style|textarea)/i;
  return ({ type, from }) => type === 'html_block' && !isLiteral.test(lines[from] ?? '');
}
