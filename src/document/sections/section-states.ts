import { align } from '../alignment/align.ts';
import { replaceComments } from '../markdown/comments.ts';
import { outline } from '../markdown/outline.ts';
import { isToCome, isWritten } from './completeness.ts';
import type { TemplateSection } from './template-sections.ts';

/** A heading of a document, and what is under it before the next one. */
export interface SectionState {
  /** The template's section, where it is one. */
  id: string | null;
  heading: string;
  level: number;
  line: number;
  /** `parts` where it holds deeper headings alone. */
  state: 'written' | 'parts' | 'empty' | 'to come' | 'template';
  words: number;
}

/** What is under each heading of a document: somebody's words, nothing yet, or still the template's. */
export function sectionStates(
  document: string,
  sections: readonly TemplateSection[],
): SectionState[] {
  const headings = outline(document);
  const { anywhere } = align(sections, headings);
  return headings.map((heading, at) => {
    const index = anywhere.findIndex((match) => match?.heading === at);
    const section = sections[index];
    const text = document.slice(heading.bodyStart, headings[at + 1]?.start);
    const bare = replaceComments(text, () => ' ')
      .replace(/\]\([^()]*\)/g, ' ')
      .trim();
    return {
      id: section?.id ?? null,
      heading: heading.title,
      level: heading.level,
      line: heading.line + 1,
      state:
        text.trim() === '' && (headings[at + 1]?.level ?? 0) > heading.level
          ? 'parts'
          : stateOfText(text, bare, section?.guidance ?? ''),
      words: bare.match(/[\p{L}\p{N}]+/gu)?.length ?? 0,
    };
  });
}

function stateOfText(text: string, bare: string, guidance: string): SectionState['state'] {
  if (isWritten(text, guidance)) return 'written';
  if (isToCome(bare)) return 'to come';
  return text.trim() === '' ? 'empty' : 'template';
}
