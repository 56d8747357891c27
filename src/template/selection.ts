import { sectionsNamed, textsNamed } from '../document/sections/find-section.ts';
import type { TemplateSection } from '../document/sections/template-sections.ts';
import { Failure } from '../failure.ts';

/** Which sections the author asked for, declined, or wrote text for: by id or title. */
export interface SectionChoices {
  with?: readonly string[];
  without?: readonly string[];
  sections?: Readonly<Record<string, string>>;
}

/** The sections to write and to leave out, and the text for some, by section id. */
export interface Selection {
  kept: string[];
  removed: string[];
  texts: Map<string, string>;
}

/**
 * Decides which sections of a template are written: optional ones when asked for or given a text, applicable
 * ones unless declined, all others always.
 * @throws Failure naming an unknown section, or a choice that contradicts another
 */
export function select(
  sections: readonly TemplateSection[],
  choices: SectionChoices,
  written: readonly string[],
): Selection {
  const asked = sectionsNamed(sections, choices.with ?? []);
  const declined = sectionsNamed(sections, choices.without ?? []);
  const texts = textsNamed(sections, choices.sections ?? {});
  const wanted = new Set([...asked.map(({ id }) => id), ...texts.keys(), ...written]);
  for (const section of declined) refuseContradiction(section, asked, wanted);
  for (const id of texts.keys()) refuseSecondText(id, written);
  const wantedSections = sections.filter(({ id }) => wanted.has(id));
  const isLeftOut = (section: TemplateSection) =>
    (section.marker === 'optional' || declined.includes(section)) &&
    !wantedSections.some((inner) => contains(section, inner));
  const droppedSections = new Set<TemplateSection>();
  // In the order of the document: what begins before the end of one that is left out lies in it.
  let droppedTo = -1;
  for (const section of sections) {
    if (section.end > droppedTo && isLeftOut(section)) droppedTo = section.end;
    if (section.start < droppedTo) droppedSections.add(section);
  }
  const isDropped = (section: TemplateSection) => droppedSections.has(section);
  const idsOf = (those: TemplateSection[]) => those.map(({ id }) => id);
  return {
    kept: idsOf(sections.filter((section) => !isDropped(section))),
    removed: idsOf(sections.filter(isDropped)),
    texts,
  };
}

/** The sections that an author can choose to have or not. */
export function choices(sections: readonly TemplateSection[]): TemplateSection[] {
  return sections.filter(({ marker }) => marker !== 'always');
}

function refuseContradiction(
  section: TemplateSection,
  asked: readonly TemplateSection[],
  wanted: ReadonlySet<string>,
): void {
  const { id, title, marker } = section;
  if (marker === 'always') {
    throw Failure.usage('usage', `"${title}" is required and cannot be left out`);
  }
  if (asked.includes(section)) {
    throw Failure.usage('usage', `"${title}" is both included and left out`);
  }
  if (wanted.has(id)) {
    throw Failure.usage('usage', `"${title}" is left out, but there is an answer for it`, {
      hint: 'Leave out the answer, or keep the section',
    });
  }
}

function refuseSecondText(id: string, written: readonly string[]): void {
  if (!written.includes(id)) return;
  throw Failure.usage('usage', `The section ${id} has two texts`, {
    hint: `Keep one: the text under "sections" (--text), or the answer of its own`,
  });
}

function contains(outer: TemplateSection, inner: TemplateSection): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
