import { issueNumber, prose } from '../../../answers/answers.ts';
import type { Question } from '../../../answers/questions.ts';
import { slugOf } from '../../../convention/slug.ts';
import { sectionId } from '../../../document/markdown/marker.ts';
import {
  firstSentence,
  type TemplateSection,
} from '../../../document/sections/template-sections.ts';
import { choices } from '../../../template/selection.ts';
import type { AnswerPlace } from '../../../template/values.ts';
import { slugFor } from '../plan.ts';
import { askItems, askStories, GOALS, NON_GOALS } from './ask-lists.ts';
import { askText } from './ask-text.ts';
import { askTemplateVariables } from './ask-variables.ts';
import { type Direction, hintFor, rendered, type Session } from './session.ts';

export interface Step {
  key: Question['key'];
  label: string;
  applies(session: Session): boolean;
  ask(session: Session): Promise<Direction>;
}

/** The questions, in the order in which they are asked. */
export const STEPS: readonly Step[] = [
  { key: 'title', label: 'title', applies: () => true, ask: askTitle },
  { key: 'slug', label: 'name in the path', applies: needsSlug, ask: askSlug },
  {
    key: 'number',
    label: 'number',
    applies: ({ setting }) => setting.home.convention.numbering === 'assigned' && !setting.isDraft,
    ask: askNumber,
  },
  { key: 'summary', label: 'summary', applies: takes('summary'), ask: askSummary },
  {
    key: 'goals',
    label: 'goals',
    applies: takes('goals'),
    ask: (session) => askItems(session, GOALS),
  },
  {
    key: 'non-goals',
    label: 'non-goals',
    applies: takes('non-goals'),
    ask: (session) => askItems(session, NON_GOALS),
  },
  {
    key: 'stories',
    label: 'user stories',
    applies: takes('stories'),
    ask: askStories,
  },
  {
    key: 'values',
    label: 'values of the template',
    applies: ({ setting }) => setting.template.own.length > 0,
    ask: askTemplateVariables,
  },
  {
    key: 'with',
    label: 'sections',
    applies: ({ sections }) => choices(sections).length > 0,
    ask: askSections,
  },
];

function takes(place: AnswerPlace) {
  return ({ setting }: Session) => setting.template.places.has(place);
}

function askTitle(session: Session): Promise<Direction> {
  return askText(session, {
    message: 'What is the title of the proposal?',
    hint: 'Keep it short, simple, and descriptive.',
    initial: session.answers.title ?? '',
    lines: 'one',
    optional: false,
    validate: (text) => (text.trim() === '' ? 'A proposal needs a title' : undefined),
    put: (answers, text) => ({ ...answers, title: text.trim() }),
  });
}

function askSlug(session: Session): Promise<Direction> {
  const { answers } = session;
  return askText(session, {
    message: 'What is the proposal called in its path?',
    hint: 'Lowercase letters and digits, in words joined by hyphens.',
    initial: answers.slug ?? slugOf(answers.title ?? ''),
    lines: 'one',
    optional: false,
    validate: (text) => slugProblem(text.trim(), session),
    put: (before, text) => ({ ...before, slug: text.trim() }),
  });
}

function askNumber(session: Session): Promise<Direction> {
  const { number } = session.answers;
  return askText(session, {
    message: 'What is the number of its issue or pull request?',
    hint: 'A number, or the address of the issue or pull request.',
    initial: number === undefined ? '' : String(number),
    lines: 'one',
    optional: false,
    validate: (text) => numberProblem(text, session),
    put: (answers, text) => {
      const given = issueNumber(text);
      return given === undefined ? answers : { ...answers, number: given };
    },
  });
}

function numberProblem(text: string, { taken }: Session): string | undefined {
  const number = issueNumber(text);
  if (number === undefined) return 'A number, #number or an address that ends in one';
  const other = taken.find((entry) => entry.number === number);
  return other ? `${number} is taken: ${other.shown}` : undefined;
}

function askSummary(session: Session): Promise<Direction> {
  return askText(session, {
    message: 'Summary',
    hint: hintFor(session, 'summary'),
    initial: session.answers.summary ?? '',
    lines: 'many',
    optional: true,
    put: (answers, text) => ({ ...answers, summary: prose(text) }),
  });
}

async function askSections(session: Session): Promise<Direction> {
  const { asker, sections, answers } = session;
  const optional = choices(sections);
  const kept = rendered(session, answers).selection.kept;
  const reply = await asker.chooseMany({
    message: 'Which optional sections do you want?',
    choices: optional.map(({ id, title, guidance }) => ({
      value: id,
      label: title,
      hint: firstSentence(guidance),
    })),
    initial: optional.map(({ id }) => id).filter((id) => kept.includes(id)),
  });
  if (reply.kind === 'back') return 'back';
  const isChosen = ({ id }: TemplateSection) => reply.value.includes(id);
  const added = optional.filter((section) => section.marker === 'optional' && isChosen(section));
  const dropped = optional.filter(
    (section) => section.marker === 'applicable' && !isChosen(section),
  );
  const answered = dropped.filter(({ id }) => isAnswered(session, id));
  if (answered.length > 0) {
    asker.tell([
      `There is an answer for ${answered.map(({ title }) => title).join(', ')}: it stays.`,
    ]);
  }
  session.answers = {
    ...answers,
    with: added.map(({ id }) => id),
    without: dropped.filter((section) => !answered.includes(section)).map(({ id }) => id),
  };
  return 'next';
}

function isAnswered({ answers }: Session, id: string): boolean {
  return (
    (id === 'user-stories' && (answers.stories ?? []).length > 0) ||
    Object.keys(answers.sections ?? {}).some((name) => sectionId(name) === id)
  );
}

function needsSlug(session: Session): boolean {
  const slug = slugFor(session.answers);
  return slug === undefined || slugProblem(slug, session) !== undefined;
}

function slugProblem(slug: string, { taken, setting: { home } }: Session): string | undefined {
  const proper = slugOf(slug);
  if (slug === '' || proper !== slug)
    return proper ? `Did you mean ${proper}?` : 'A few letters or digits';
  if (!home.convention.name.includes('{slug}') || home.convention.numbering === 'date')
    return undefined;
  const other = taken.find((entry) => entry.slug === slug);
  return other ? `${other.shown} is called that already` : undefined;
}
