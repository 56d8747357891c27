import { Failure } from '../../failure.ts';
import { didYouMean, nextWithMeant } from '../../words/did-you-mean.ts';
import { sectionId } from '../markdown/marker.ts';
import { likeness } from '../titles/likeness.ts';
import { type TitleForms, titleForms } from '../titles/title-forms.ts';
import { boundaryBefore } from './boundary.ts';
import { type TemplateSection, templateSections } from './template-sections.ts';

type FoundSection =
  | { kind: 'found'; section: TemplateSection }
  | { kind: 'unknown' }
  /** It is the beginning of several ids. */
  | { kind: 'ambiguous'; ids: string[] };

export interface ChosenSection {
  sections: readonly TemplateSection[];
  index: number;
  section: TemplateSection;
  /** Its own text and deeper sub-headings, without the sections inside it. */
  text: string;
}

/**
 * The section that a name stands for: its id, its title or a half of it in one language, another usual name, or the
 * beginning of its id, where no other section is called or begins so.
 * @throws Failure with the known ids when there is none, or there are several
 */
export function sectionNamed(sections: readonly TemplateSection[], name: string): TemplateSection {
  const found = findSection(sections, name);
  if (found.kind === 'found') return found.section;
  throw Failure.usage('usage', problemWith(name, found, sections), {
    hint: `Sections of the template: ${idsOf(sections).join(', ')}`,
    ...(found.kind === 'unknown' && nextWithMeant(name, idsOf(sections))),
  });
}

/** The sections that some names stand for: each is one, or several with commas between; a title may hold a comma. */
export function sectionsNamed(
  sections: readonly TemplateSection[],
  lists: readonly string[],
): TemplateSection[] {
  return splitNames(sections, lists).map((name) => sectionNamed(sections, name));
}

/**
 * Texts by the ids of the sections that their names stand for.
 * @throws Failure when a name stands for none, or two for one: a text would be lost
 */
export function textsNamed(
  sections: readonly TemplateSection[],
  texts: Readonly<Record<string, string>>,
): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, text] of Object.entries(texts)) {
    const { id } = sectionNamed(sections, name);
    if (found.has(id)) {
      throw Failure.usage('usage', `The section ${id} has two texts`, {
        hint: `Keep one: "${name}" is the same section`,
      });
    }
    found.set(id, text);
  }
  return found;
}

/** Names, where each may be several with commas between; a title with a comma is one. */
export function splitNames(
  sections: readonly TemplateSection[],
  lists: readonly string[],
): string[] {
  return lists.flatMap((list) =>
    findSection(sections, list).kind === 'found'
      ? [list]
      : list.split(',').filter((name) => name.trim() !== ''),
  );
}

/**
 * Finds a section of a template by its name, with the text that adding it writes.
 * @throws Error naming the known ids when there is none, or its text has to be filled first
 */
export function chooseSection(template: string, name: string): ChosenSection {
  const sections = templateSections(template);
  const found = findSection(sections, name);
  if (found.kind !== 'found') {
    const known = idsOf(sections).join(', ');
    throw new Error(`${problemWith(name, found, sections)} Known sections: ${known}`);
  }
  const { section } = found;
  const index = sections.indexOf(section);
  const text = ownText(template, sections, index);
  if (/\{\{\s*(?:[#/^]|else\b)/.test(text)) {
    throw new Error(`The section "${name}" contains Handlebars blocks: render the template first`);
  }
  return { sections, index, section, text };
}

function findSection(sections: readonly TemplateSection[], name: string): FoundSection {
  const id = sectionId(name);
  const exact = sections.find((section) => section.id === id);
  const alike = sections.filter(({ title }) => title === exact?.title);
  // A title that several have means none of them; an id always does.
  if (alike.length > 1 && name !== id) return { kind: 'ambiguous', ids: idsOf(alike) };
  if (exact) return { kind: 'found', section: exact };
  const words = titleForms(name.replaceAll('-', ' '));
  // Either half of a title in two languages, and the usual names of a section where only one is meant.
  for (const isMeant of [isOwnName, isUsualName]) {
    const meant = sections.filter(({ title }) => isMeant(titleForms(title), words));
    if (meant[0] && meant.length === 1) return { kind: 'found', section: meant[0] };
  }
  const beginning = sections.filter((section) => id !== '' && section.id.startsWith(id));
  const [only] = beginning;
  if (!only) return { kind: 'unknown' };
  return beginning.length === 1
    ? { kind: 'found', section: only }
    : { kind: 'ambiguous', ids: idsOf(beginning) };
}

function isOwnName({ normal, halves }: TitleForms, words: TitleForms): boolean {
  return words.normal !== '' && [normal, ...halves].includes(words.normal);
}

function isUsualName(section: TitleForms, words: TitleForms): boolean {
  const found = likeness(section, words);
  return found === 'alias' || found === 'half';
}

function problemWith(
  name: string,
  found: Exclude<FoundSection, { kind: 'found' }>,
  sections: readonly TemplateSection[],
): string {
  if (found.kind === 'ambiguous') {
    return `"${name.trim()}" matches several sections: ${found.ids.join(', ')}`;
  }
  const meant = didYouMean(sectionId(name), idsOf(sections));
  return `There is no section "${name.trim()}"${meant}`;
}

function idsOf(sections: readonly TemplateSection[]): string[] {
  return sections.map(({ id }) => id);
}

function ownText(template: string, sections: readonly TemplateSection[], index: number): string {
  const { bodyStart = 0, end = 0 } = sections[index] ?? {};
  const next = sections[index + 1];
  const nextStart = next === undefined ? end : boundaryBefore(template, next);
  return template.slice(bodyStart, Math.max(bodyStart, Math.min(end, nextStart)));
}
