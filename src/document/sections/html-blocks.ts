import { foldedSpace } from '../folded-space.ts';
import { isMarkup, openTags } from '../html-tags.ts';
import type { Heading, Outline } from '../markdown/heading.ts';
import { likeness } from '../titles/likeness.ts';
import { titleForms } from '../titles/title-forms.ts';

/** What is still open at an offset, and closes behind it: a tag, and the line, counted from 0, that opens it. */
export function openContainer(
  { hiding, lines, starts }: Outline,
  offset: number,
): { tag: string; line: number } | undefined {
  const isThere = (tag: string) =>
    tag === 'details' || isClosedLater(tag, { lines, starts, offset });
  return openTags({ hiding, lines, starts }, offset).findLast(({ tag }) => isThere(tag));
}

const HTML_HEADING = /(<h([1-6])\b[^<>]*>)([\s\S]*?)<\/h\2>/gi;

/** The headings in HTML, which readers see as such. */
export function headingsInHtml({ hiding, lines, starts }: Outline): Heading[] {
  return hiding.filter(isMarkup(lines)).flatMap(({ from, to }) => {
    const block = lines.slice(from, to).join('\n');
    let [line, counted] = [from, 0];
    return [...block.matchAll(HTML_HEADING)].map(
      ({ index, 1: opening = '', 2: level, 3: words = '' }) => {
        const at = index + opening.length;
        line += block.slice(counted, at).split('\n').length - 1;
        counted = at;
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

function isClosedLater(
  tag: string,
  { lines, starts, offset }: Pick<Outline, 'lines' | 'starts'> & { offset: number },
): boolean {
  return lines.some((line, at) => (starts[at] ?? 0) >= offset && line.includes(`</${tag}>`));
}
