import { align } from '../alignment/align.ts';
import { outline } from '../markdown/outline.ts';
import { asksForSomething } from '../upgrade/guidance-blocks.ts';
import type { TemplateSection } from './template-sections.ts';

/** How much of its template a document has, and how much of that somebody has written. */
export interface Completeness {
  written: number;
  present: number;
  /** Ids of the sections that the template requires and the document does not have. */
  missing: string[];
}

/** What stands for a text that is still to come; `N/A` and `None` are answers. */
export const TO_COME =
  /^(?:tbd|todo|to be (?:done|written|defined|determined)|-+|\.{2,}|…|_+)[.!]?$/i;

/** Counts the sections of a template that a document has, and those with words of somebody's own. */
export function completenessOf(
  document: string,
  sections: readonly TemplateSection[],
): Completeness {
  const headings = outline(document);
  const { anywhere } = align(sections, headings);
  let [written, present] = [0, 0];
  const missing: string[] = [];
  sections.forEach(({ id, marker, guidance }, index) => {
    const at = anywhere[index]?.heading;
    const heading = at === undefined ? undefined : headings[at];
    if (at === undefined || !heading) {
      if (marker === 'always') missing.push(id);
      return;
    }
    present++;
    const next = headings[at + 1];
    const text = document.slice(heading.bodyStart, next?.start);
    const hasParts = (next?.level ?? 0) > heading.level;
    if (hasParts || isWritten(text, guidance)) written++;
  });
  return { written, present, missing };
}

/** Whether a text under a heading is somebody's, and not still to come or the template's. */
export function isWritten(text: string, guidance: string): boolean {
  const words = folded(text.replace(/<!--[\s\S]*?-->/g, ''));
  if (words === '' || TO_COME.test(words)) return false;
  // What a template says may be an answer: Proposed.
  return folded(text) !== folded(guidance) || !asks(folded(guidance));
}

function asks(words: string): boolean {
  return asksForSomething({ from: 0, to: 0, words, kind: 'text' });
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
