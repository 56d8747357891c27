import { type Answers, prose, type Story } from '../../../answers/answers.ts';
import { askText } from './ask-text.ts';
import { type Direction, hintFor, type Session } from './session.ts';

export const GOALS = { key: 'goals', section: 'goals', name: 'Goal' } as const;

export const NON_GOALS = { key: 'nonGoals', section: 'non-goals', name: 'Non-goal' } as const;

/** Asks for goals or non-goals, one by one. */
export function askItems(
  session: Session,
  { key, section, name }: typeof GOALS | typeof NON_GOALS,
): Promise<Direction> {
  session.answers = { ...session.answers, [key]: session.answers[key] ?? [] };
  const items = () => session.answers[key] ?? [];
  return askEach(
    () => items().length,
    (index) => {
      const before = items();
      return askText(session, {
        message: `${name} ${index + 1}`,
        hint: hintFor(session, section),
        initial: before[index] ?? '',
        lines: 'item',
        optional: true,
        put: (answers, text) => ({ ...answers, [key]: replaced(before, index, prose(text)) }),
      });
    },
  );
}

/** Asks for user stories, one by one: a title, and then the text. */
export function askStories(session: Session): Promise<Direction> {
  session.answers = { ...session.answers, stories: session.answers.stories ?? [] };
  return askEach(
    () => session.answers.stories?.length ?? 0,
    (index) => askStory(session, index),
  );
}

/**
 * Asks for one item after the other. An empty answer after the last one ends the list; in place of an item, it
 * takes that item out.
 */
export async function askEach(
  count: () => number,
  askAt: (index: number) => Promise<Direction>,
): Promise<Direction> {
  for (let index = 0; ; ) {
    const before = count();
    const direction = await askAt(index);
    if (direction === 'back') {
      if (index === 0) return 'back';
      index--;
    } else if (count() >= Math.max(before, index + 1)) {
      index++;
    } else if (index >= before) {
      return 'next';
    }
  }
}

async function askStory(session: Session, index: number): Promise<Direction> {
  const before = session.answers.stories ?? [];
  const story = before[index];
  const name = `Story ${index + 1}`;
  const put = (answers: Answers, next: Story | undefined): Answers => ({
    ...answers,
    stories: replaced(before, index, next),
  });
  const direction = await askText(session, {
    message: `${name}: title`,
    hint: hintFor(session, 'user-stories'),
    initial: story ? (story.title ?? name) : '',
    lines: 'one',
    optional: true,
    put: (answers, title) =>
      put(answers, title.trim() ? { title: title.trim(), text: story?.text ?? '' } : undefined),
  });
  const after = session.answers.stories ?? [];
  const title = after[index]?.title;
  if (direction === 'back' || title === undefined || after.length < before.length) return direction;
  const next = await askText(session, {
    message: `${name}: ${title}`,
    hint: 'Who does what, and what do they get from it?',
    initial: story?.text ?? '',
    lines: 'many',
    optional: true,
    put: (answers, text) => put(answers, { title, text: prose(text) }),
  });
  return next === 'back' ? askStory(session, index) : 'next';
}

function replaced<T>(items: readonly T[], index: number, item: T | undefined): T[] {
  const rest = items.slice(index + 1);
  return [...items.slice(0, index), ...(item ? [item] : []), ...rest];
}
