import { nearest } from '../../did-you-mean.ts';
import { sectionId } from '../../document/markdown/marker.ts';
import type { TemplateSection } from '../../document/sections/template-sections.ts';
import { Failure } from '../../failure.ts';

/** Stands for every missing section that the template requires. */
export const ALL = 'all';

/**
 * The section that a name stands for: its id, its title, or the beginning of its id where no other
 * section begins so.
 *
 * @throws Failure with the known ids when there is none, or there are several
 */
export function sectionNamed(sections: readonly TemplateSection[], name: string): TemplateSection {
  const id = sectionId(name);
  const exact = sections.find((section) => section.id === id);
  if (exact) return exact;
  const beginning = sections.filter((section) => id !== '' && section.id.startsWith(id));
  const [only] = beginning;
  if (only && beginning.length === 1) return only;
  const ids = sections.map((section) => section.id);
  const meant = nearest(id, ids);
  const message =
    beginning.length > 1
      ? `"${name}" is the beginning of several sections: ${beginning.map((section) => section.id).join(', ')}`
      : `There is no section "${name}"${meant ? `; did you mean ${meant}?` : ''}`;
  throw Failure.usage('usage', message, { hint: `Sections of the template: ${ids.join(', ')}` });
}

/** Names with commas between are several; a title with a comma is one. */
export function splitNames(
  sections: readonly TemplateSection[],
  names: readonly string[],
): string[] {
  return names.flatMap((name) =>
    sections.some(({ id }) => id === sectionId(name))
      ? [name]
      : name.split(',').filter((part) => part.trim()),
  );
}
