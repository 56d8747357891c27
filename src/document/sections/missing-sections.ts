import { outline } from '../markdown/outline.ts';
import { align } from './align.ts';
import type { TemplateSection } from './template-sections.ts';

/** The sections of a template that a document does not have, under whatever name. */
export function missingSections(
  document: string,
  sections: readonly TemplateSection[],
): TemplateSection[] {
  const { anywhere } = align(sections, outline(document));
  return sections.filter((_, index) => anywhere[index] === undefined);
}
