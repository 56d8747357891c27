import { sectionNamed } from '../../document/sections/find-section.ts';
import { isRequired } from '../../document/sections/required.ts';
import type { TemplateSection } from '../../document/sections/template-sections.ts';

/** Stands for every missing section that the template requires. */
export const ALL = 'all';

/**
 * The sections that names stand for, and the required ones in those that are optional and missing; what holds another
 * one comes before it.
 * @throws Failure when a name stands for none
 */
export function sectionsToAdd(
  names: readonly string[],
  sections: readonly TemplateSection[],
  missing: () => readonly TemplateSection[],
): TemplateSection[] {
  const around = ancestorsOf(sections);
  const isIn = (each: TemplateSection, section: TemplateSection) =>
    around.get(each)?.includes(section) === true;
  const isOwn = (each: TemplateSection, optional: readonly TemplateSection[]) =>
    isRequired(each) && !optional.some((other) => isIn(each, other));
  const wanted = names.flatMap((name) => {
    if (name === ALL) {
      const absent = missing();
      const optional = absent.filter(({ marker }) => marker !== 'always');
      return absent.filter((each) => isOwn(each, optional));
    }
    const section = sectionNamed(sections, name);
    const parts = sections.filter((each) => isIn(each, section));
    if (section.marker === 'always' || !parts.some(isRequired)) return section;
    const absent = missing();
    if (!absent.includes(section)) return section;
    const optional = parts.filter(({ marker }) => marker !== 'always');
    return [section, ...parts.filter((each) => absent.includes(each) && isOwn(each, optional))];
  });
  const ordered = wanted.flatMap((section) => [
    ...(around.get(section) ?? []).filter((each) => wanted.includes(each)),
    section,
  ]);
  return [...new Set(ordered)];
}

/** For each section those that it stands in, the outermost first. */
function ancestorsOf(
  sections: readonly TemplateSection[],
): ReadonlyMap<TemplateSection, readonly TemplateSection[]> {
  const open: TemplateSection[] = [];
  return new Map(
    sections.map((section) => {
      while ((open.at(-1)?.level ?? 0) >= section.level) open.pop();
      const found = [section, [...open]] as const;
      open.push(section);
      return found;
    }),
  );
}
