import { align } from './alignment.ts';
import { outline } from './outline.ts';
import type { TemplateSection } from './sections.ts';

/** The sections of a template that a document does not have, under whatever name. */
export function missingSections(
  document: string,
  sections: readonly TemplateSection[],
): TemplateSection[] {
  const { anywhere } = align(sections, outline(document));
  return sections.filter((_, index) => anywhere[index] === undefined);
}
