import { issueNumber, prose } from '../../../answers/answers.ts';
import type { Question } from '../../../answers/questions.ts';
import { sectionId } from '../../../document/markdown/marker.ts';
import {
  firstSentence,
  type TemplateSection,
} from '../../../document/sections/template-sections.ts';
import { choices } from '../../../template/selection.ts';
import type { AnswerPlace } from '../../../template/values.ts';
import { askItems, askStories, GOALS, NON_GOALS } from './ask-lists.ts';
import { askOwnSections, hasOwnSectionsAlone } from './ask-section.ts';
import { askSlug, needsSlug } from './ask-slug.ts';
import { askText } from './ask-text.ts';
import { askTemplateVariables } from './ask-variables.ts';
import { hintFor, rendered, type Session } from './session.ts';

export interface Step {
  key: Question['key'];
  label: string;
  applies(session: Session): boolean;
  ask(session: Session): Promise<unknown>;
}

/** The questions, in the order in which they are asked. */
export const STEPS: readonly Step[] = [
  { key: 'title', label: 'title', applies: () => true, ask: askTitle },
  { key: 'slug', label: 'name in the path', applies: needsSlug, ask: askSlug },
  {
    key: 'number',
    label: 'number',
    applies: ({ setting }) => setting.workspace.convention.numbering === 'assigned',
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
  { key: 'stories', label: 'user stories', applies: takes('stories'), ask: askStories },
  {
    key: 'sections',
    label: 'sections of the template',
    applies: hasOwnSectionsAlone,
    ask: askOwnSections,
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
    applies: (session) => choices(session.sections).some(({ id }) => !isAnswered(session, id)),
    ask: askSections,
  },
];

function takes(place: AnswerPlace) {
  return ({ setting }: Session) => setting.template.places.has(place);
}

function askTitle(session: Session): Promise<unknown> {
  return askText(session, {
    id: 'title',
    message: 'What is the title of the proposal?',
    hint: 'Keep it short, simple, and descriptive.',
    initial: session.answers.title ?? '',
    lines: 'one',
    empty: undefined,
    validate: (text) => (text.trim() === '' ? 'A proposal needs a title' : undefined),
    put: (answers, text) => ({ ...answers, title: text.trim() }),
  });
}

async function askNumber(session: Session): Promise<void> {
  const { number } = session.answers;
  const text = await session.interview.text({
    id: 'number',
    message: 'What is the number of its issue or pull request?',
    hint: 'Proposals here use these numbers: enter a number or a URL.\nTo number a draft later: npx create-enhancement number',
    initial: number === undefined ? '' : String(number),
    lines: 'one',
    empty: 'none yet (draft)',
    validate: (said) => numberProblem(said, session),
  });
  const { number: _, ...others } = session.answers;
  const given = issueNumber(text);
  session.setting = { ...session.setting, isDraft: given === undefined };
  session.answers = given === undefined ? others : { ...others, number: given };
}

function numberProblem(text: string, { taken }: Session): string | undefined {
  if (text.trim() === '') return undefined;
  const number = issueNumber(text);
  if (number === undefined) return 'Enter a number, #number or a URL that ends in one';
  const other = taken.find((entry) => entry.number === number);
  return other ? `${number} is taken: ${other.shown}` : undefined;
}

function askSummary(session: Session): Promise<unknown> {
  return askText(session, {
    id: 'summary',
    message: 'Summary',
    hint: hintFor(session, 'summary'),
    initial: session.answers.summary ?? '',
    lines: 'many',
    empty: 'leave it out',
    put: (answers, text) => ({ ...answers, summary: prose(text) }),
  });
}

async function askSections(session: Session): Promise<void> {
  const { interview, sections, answers } = session;
  const optional = choices(sections).filter(({ id }) => !isAnswered(session, id));
  const kept = rendered(session, answers).selection.kept;
  const chosen = await interview.chooseMany({
    id: 'with',
    message: 'Which optional sections do you want?',
    choices: optional.map(({ id, title, guidance }) => ({
      value: id,
      label: title,
      hint: firstSentence(guidance),
    })),
    initial: optional.map(({ id }) => id).filter((id) => kept.includes(id)),
  });
  const isChosen = ({ id }: TemplateSection) => chosen.includes(id);
  const added = optional.filter((section) => section.marker === 'optional' && isChosen(section));
  const dropped = optional.filter(
    (section) => section.marker === 'applicable' && !isChosen(section),
  );
  session.answers = {
    ...answers,
    with: added.map(({ id }) => id),
    without: dropped.map(({ id }) => id),
  };
}

function isAnswered({ answers }: Session, id: string): boolean {
  return (
    (id === 'user-stories' && (answers.stories ?? []).length > 0) ||
    Object.keys(answers.sections ?? {}).some((name) => sectionId(name) === id)
  );
}
