import { foldedSpace } from '../folded-space.ts';
import { blankOutCode } from '../markdown/blank-code.ts';
import type { Heading, Outline } from '../markdown/heading.ts';
import { likeness } from '../titles/likeness.ts';
import { type TitleForms, titleForms } from '../titles/title-forms.ts';

/**
 * A line that stands for a heading and is none: all of it bold, without a space behind its signs, or a summary; or its
 * beginning, in bold with a colon or a full stop, from which its text goes on.
 */
const HEADING_LIKE =
  /^ {0,3}(?:(?:\*\*([^*]{3,80})\*\*:?|__([^_]{3,80})__:?|#{1,6}[ \t]*([^#\s][^#]{2,80})|<summary>(.{3,80})<\/summary>)[ \t]*$|\*\*([^*]{3,80}[:.])\*\*[ \t]+\S|\*\*([^*]{3,80})\*\*[:.][ \t]+\S|__([^_]{3,80}[:.])__[ \t]+\S|__([^_]{3,80})__[:.][ \t]+\S|<b>([^<>]{3,80})<\/b>[:.]?[ \t]+\S)/i;

/** A line outside of code and comments that readers may take for a section's heading, though Markdown has none there. */
export function headingLikeLine(
  { headings, lines, starts }: Outline,
  title: string,
): Heading | undefined {
  const known = new Set(headings.map(({ line }) => line));
  const own = titleForms(title);
  const found = lines.flatMap((text, line) => {
    const [all = '', ...names] = HEADING_LIKE.exec(text) ?? [];
    const name = names.find((each) => each !== undefined);
    if (name === undefined || known.has(line)) return [];
    const goesOn = all.length < text.length;
    const words = foldedSpace(name).replace(/[:：.]$/, '');
    const start = starts[line] ?? 0;
    const heading = { level: 6, title: words, line, start, bodyStart: start + text.length };
    const forms = titleForms(words);
    // Labels of one word, as of a goal, are common in lists of them: only the very name counts.
    const isLabel = forms.normal === own.normal || isUsualPhrase(own, forms);
    const isMeant = goesOn ? isLabel : likeness(own, forms) !== undefined;
    return isMeant ? [heading] : [];
  });
  if (found.length === 0) return undefined;
  // Code is looked for only where there is such a line.
  const shown = blankOutCode(lines.join('\n')).split('\n');
  return found.find(({ line }) => (shown[line] ?? '').trim() !== '' || isPutAway(lines, line));
}

/** Whether a label of several words is a usual name of a section: `Out of scope`. */
function isUsualPhrase(section: TitleForms, label: TitleForms): boolean {
  return label.normal.includes(' ') && likeness(section, label) === 'alias';
}

/** Whether a heading stands alone in its line of a comment, with words below it: a section that somebody has put away. */
function isPutAway(lines: readonly string[], line: number): boolean {
  const above = lines.slice(0, line);
  const opened = above.findLastIndex((each) => each.includes('<!--'));
  const isOpen = opened >= 0 && !above.slice(opened).some((each) => each.includes('-->'));
  const below = lines.slice(line + 1).find((each) => each.trim() !== '') ?? '-->';
  return isOpen && /^ {0,3}#{1,6}[ \t]/.test(lines[line] ?? '') && !below.trim().startsWith('-->');
}
