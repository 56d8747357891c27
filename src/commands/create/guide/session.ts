import type { Answers } from '../../../answers/answers.ts';
import type { Interview } from '../../../ask/interview.ts';
import { hintOf, type TemplateSection } from '../../../document/sections/template-sections.ts';
import type { Rendering } from '../../../template/render.ts';
import type { TakenEntry } from '../../../workspace/entries.ts';
import { renderFor } from '../plan.ts';
import type { Setting } from '../prepare.ts';

export interface Session {
  interview: Interview;
  setting: Setting;
  taken: readonly TakenEntry[];
  sections: readonly TemplateSection[];
  answers: Answers;
}

/** What the template makes of answers, before there is a number. */
export function rendered({ setting }: Session, answers: Answers): Rendering {
  return renderFor(setting, answers, { number: undefined, slug: '' });
}

/** One line on what belongs into a section, from the template's own explanation of it. */
export function hintFor({ sections }: Session, id: string): string {
  return hintOf(sections.find((section) => section.id === id)?.guidance ?? '');
}
