import { type Answers, prose, type Story } from '../../../answers/answers.ts';
import { itemsIn } from '../../../answers/items.ts';
import { titleFrom } from '../../../answers/story-title.ts';
import { askText } from './ask-text.ts';
import { hintFor, type Session } from './session.ts';

export const GOALS = { key: 'goals', section: 'goals', name: 'Goal' } as const;

export const NON_GOALS = { key: 'nonGoals', section: 'non-goals', name: 'Non-goal' } as const;

/** A list that is asked for item by item. */
interface AskedList<T> {
  /** What the ids of its questions begin with. */
  id: string;
  /** What an empty answer after the last item means. */
  end: string;
  items(answers: Answers): readonly T[];
  put(answers: Answers, items: T[]): Answers;
  /** Asks for one. @returns what becomes of it: none, one, or the several that a text held */
  ask(index: number, before: T | undefined, empty: string): Promise<T[]>;
}

/** Asks for goals or non-goals, one by one. */
export function askItems(
  session: Session,
  { key, section, name }: typeof GOALS | typeof NON_GOALS,
): Promise<void> {
  return askEach<string>(session, {
    id: key,
    end: `no more ${name.toLowerCase()}s`,
    items: (answers) => answers[key] ?? [],
    put: (answers, items) => ({ ...answers, [key]: items }),
    ask: async (index, before, empty) => {
      const text = await session.interview.text({
        id: `${key}/${index + 1}`,
        message: `${name} ${index + 1}`,
        hint: hintFor(session, section),
        initial: before ?? '',
        lines: 'item',
        empty,
      });
      return itemsIn(text).map(prose).filter(Boolean);
    },
  });
}

/** Asks for user stories, one by one: the story, and then a title for it. */
export function askStories(session: Session): Promise<void> {
  return askEach<Story>(session, {
    id: 'stories',
    end: 'no more stories',
    items: (answers) => answers.stories ?? [],
    put: (answers, stories) => ({ ...answers, stories }),
    ask: (index, before, empty) => askStory(session, index, { before, empty }),
  });
}

/**
 * Asks for one item after the other. An empty answer after the last one ends the list; in place of an item, it
 * takes that item out.
 */
export async function askEach<T>(session: Session, list: AskedList<T>): Promise<void> {
  const { interview } = session;
  session.answers = list.put(session.answers, [...list.items(session.answers)]);
  for (let index = 0; ; ) {
    const items = list.items(session.answers);
    const isThere = index < items.length;
    const follows = interview.draftOf(`${list.id}/${index + 2}`);
    const none = index === 0 ? list.end.replace('more ', '') : list.end;
    const empty = isThere || follows ? 'leave it out' : none;
    const put = await list.ask(index, items[index], empty);
    session.answers = list.put(session.answers, items.toSpliced(index, 1, ...put));
    if (put.length > 0) index += put.length;
    else if (follows && !isThere) {
      interview.forgetLast();
      moveDrafts(session, list.id, index + 1);
    } else if (!isThere) return;
  }
}

/** What was said before of the items after one that is left out takes its place. */
function moveDrafts({ interview }: Session, list: string, from: number): void {
  for (let at = from; ; at++) {
    const next = interview.draftOf(`${list}/${at + 1}`);
    interview.setDraft(`${list}/${at}`, next);
    interview.setDraft(`${list}/${at}/title`, interview.draftOf(`${list}/${at + 1}/title`));
    if (next === undefined) return;
  }
}

async function askStory(
  session: Session,
  index: number,
  { before, empty }: { before: Story | undefined; empty: string },
): Promise<Story[]> {
  const name = `Story ${index + 1}`;
  const others = (answers: Answers) => answers.stories ?? [];
  const text = await askText(session, {
    id: `stories/${index + 1}`,
    message: `${name}: who does what, and what for?`,
    hint: [hintFor(session, 'user-stories'), 'As a …, I …, so that …'].filter(Boolean).join('\n'),
    initial: before?.text ?? '',
    lines: 'many',
    empty,
    put: (answers, said) => ({
      ...answers,
      stories: others(answers).toSpliced(index, 1, { text: prose(said) }),
    }),
  });
  const story = prose(text);
  if (story === '') return [];
  const title = await session.interview.text({
    id: `stories/${index + 1}/title`,
    message: `${name}: title`,
    hint: 'A few words, for its heading.',
    initial: before?.title ?? '',
    lines: 'one',
    empty: 'without a title',
    proposal: titleFrom(story),
  });
  return [title.trim() === '' ? { text: story } : { title: title.trim(), text: story }];
}
