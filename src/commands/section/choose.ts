import { missingSections } from '../../document/alignment/align.ts';
import { outline } from '../../document/markdown/outline.ts';
import { sectionNamed } from '../../document/sections/find-section.ts';
import type { TemplateSection } from '../../document/sections/template-sections.ts';
import { isSameTitle } from '../../document/titles/title-forms.ts';
import { Failure } from '../../failure.ts';
import type { DocumentFile } from '../../proposals/document-file.ts';
import type { LazyQuestions } from './lazy-questions.ts';
import type { SectionCall } from './section-call.ts';
import { ALL, sectionsToAdd } from './sections-to-add.ts';

/**
 * The sections to change: the named ones, or those that the user chooses.
 * @throws Failure when none is named and nobody can be asked, or one cannot be taken out
 */
export async function wantedSections(
  action: SectionCall['action'],
  {
    names,
    sections,
    document,
    questions,
  }: {
    names: readonly string[];
    sections: readonly TemplateSection[];
    document: DocumentFile;
    questions: LazyQuestions;
  },
): Promise<readonly TemplateSection[]> {
  const missing = () => missingSections(document.text, sections);
  if (action === 'remove') {
    if (names.length > 0) return removable(sections, names);
    const asked = await questions.open();
    const optional = sections.filter(({ marker }) => marker !== 'always');
    const present = optional.filter((section) => !missing().includes(section));
    if (asked && present.length > 0) return asked.toRemove(present, document.shown);
    if (asked)
      throw Failure.refusal('usage', `${document.shown} has no sections that can be removed`);
    return removable(sections, names);
  }
  if (names.length > 0) {
    return sectionsToAdd(names, sections, missing);
  }
  const asked = await questions.open();
  if (asked) return asked.sections(missing(), document.shown);
  const ids = missing().map(({ id }) => id);
  const found = ids.length > 0 ? `Missing: ${ids.join(', ')}` : 'None is missing';
  throw Failure.usage(
    'missing-answers',
    `Specify which sections to add to ${document.shown}. ${found}`,
    { hint: `For example: --section ${ids[0] ?? ALL}` },
  );
}

/** @throws Failure when the heading that the user named is not there, or not once */
export function refuseUnknownHeading({ beside }: SectionCall, { text }: DocumentFile): void {
  if (!beside) return;
  const headings = outline(text);
  const named = headings.filter(({ title }) => isSameTitle(title, beside.heading));
  if (named.length === 1) return;
  const list = (named.length > 1 ? named : headings).map(
    ({ title, line }) => `${line + 1}: ${title}`,
  );
  const found = named.length > 1 ? 'There are several headings' : 'There is no heading';
  throw Failure.usage('usage', `${found} "${beside.heading}":`, {
    list,
    hint: `--${beside.side} takes the title of one heading`,
  });
}

function removable(
  sections: readonly TemplateSection[],
  names: readonly string[],
): TemplateSection[] {
  const optional = sections.filter(({ marker }) => marker !== 'always');
  const ids = optional.map(({ id }) => id).join(', ');
  const hint =
    ids === ''
      ? 'The template requires all of its sections'
      : `Sections that can be removed: ${ids}`;
  if (names.length === 0)
    throw Failure.usage('usage', 'Specify which sections to remove', { hint });
  return names.map((name) => {
    const section = sectionNamed(sections, name);
    if (optional.includes(section)) return section;
    throw Failure.usage('usage', `"${section.title}" is required and cannot be removed`, { hint });
  });
}
