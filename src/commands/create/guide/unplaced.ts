import { type Answers, sectionAnswer } from '../../../answers/answers.ts';
import type { Interview } from '../../../ask/interview.ts';
import { templateSections } from '../../../document/sections/template-sections.ts';
import {
  ANSWER_NAMES,
  type AnswerPlace,
  indentContinuation,
  PLACES,
} from '../../../template/values.ts';
import type { Setting } from '../prepare.ts';

const LABELS: Readonly<Record<AnswerPlace, string>> = {
  summary: 'summary',
  goals: 'goals',
  'non-goals': 'non-goals',
  stories: 'user stories',
};

/** Asks which section takes each answer that was given and that the template of this place has no section for. */
export async function placeAnswers(
  given: Answers,
  { template }: Setting,
  interview: Interview,
): Promise<Answers> {
  if (!template.isAdopted) return given;
  let answers = given;
  for (const place of PLACES) {
    const isPlaced = template.places.has(place) || template.added.has(place);
    const text = isPlaced ? '' : answerText(answers, place);
    if (text === '') continue;
    const open = templateSections(template.text).filter(
      ({ id }) => sectionAnswer(answers, id) === undefined,
    );
    const section = await interview.chooseOne({
      id: `place-of-${place}`,
      message: `The template has no section for ${LABELS[place]}. Which section should be used?`,
      choices: [
        ...open.map(({ id, title }) => ({ value: id, label: title })),
        { value: '', label: 'None: leave them out' },
      ],
      searchable: true,
    });
    answers = moved(answers, place, section === '' ? {} : { [section]: text });
  }
  return answers;
}

function moved(answers: Answers, place: AnswerPlace, text: Record<string, string>): Answers {
  const { [ANSWER_NAMES[place]]: _, ...others } = answers;
  return { ...others, sections: { ...others.sections, ...text } };
}

function answerText(answers: Answers, place: AnswerPlace): string {
  const bullets = (items: readonly string[] = []) =>
    items.map((item) => `- ${indentContinuation(item)}`).join('\n');
  if (place === 'summary') return answers.summary ?? '';
  if (place === 'goals') return bullets(answers.goals);
  if (place === 'non-goals') return bullets(answers.nonGoals);
  return bullets(answers.stories?.map(({ title, text }) => (title ? `${title}: ${text}` : text)));
}
