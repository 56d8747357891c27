import { prose, sectionAnswer } from '../../../answers/answers.ts';
import { hintOf, type TemplateSection } from '../../../document/sections/template-sections.ts';
import { askText } from './ask-text.ts';
import type { Session } from './session.ts';

/** Asks for the text of one section of the template; without one, what stands there stays. */
export async function askSection(session: Session, section: TemplateSection): Promise<void> {
  const { id, title, guidance } = section;
  await askText(session, {
    id: `sections/${id}`,
    message: title,
    hint: hintOf(guidance),
    initial: sectionAnswer(session.answers, id) ?? '',
    lines: 'many',
    empty: guidance === '' ? 'leave it empty' : 'keep the template’s guidance',
    put: (answers, text) => {
      const { [id]: _, ...kept } = answers.sections ?? {};
      const said = prose(text);
      return { ...answers, sections: said === '' ? kept : { ...kept, [id]: said } };
    },
  });
}

/** Whether a template has sections of its own alone, none of which means what everybody is asked for. */
export function hasOwnSectionsAlone({ setting: { template } }: Session): boolean {
  return template.isAdopted && template.places.size === 0;
}

/** Asks for the sections of such a template, in its order; one that says a word already, such as a status, is written. */
export async function askOwnSections(session: Session): Promise<void> {
  for (const section of session.sections) {
    const isSaid =
      sectionAnswer(session.answers, section.id) !== undefined ||
      /^\p{L}+$/u.test(section.guidance);
    if (section.marker === 'always' && !isSaid) await askSection(session, section);
  }
}
