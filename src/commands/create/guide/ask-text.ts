import { type Answers, prose } from '../../../answers/answers.ts';
import type { TextQuestion } from '../../../ask/asker.ts';
import type { Asked } from '../../../ask/progress.ts';
import { contain } from '../../../document/sections/containment.ts';
import type { AnswerBreakout } from '../../../template/render.ts';
import { rendered, type Session } from './session.ts';

export interface AskedText extends Asked<TextQuestion> {
  put(answers: Answers, text: string): Answers;
}

/** Asks for a text and puts it among the answers. Where it would change the outline, the user decides. */
export async function askText(session: Session, question: AskedText): Promise<string> {
  const { interview } = session;
  for (;;) {
    const text = await interview.text(question);
    const decided = question.lines === 'many' ? await decide(session, question, text) : text;
    if (decided !== undefined) {
      session.answers = question.put(session.answers, decided);
      return decided;
    }
    interview.forgetLast();
    interview.forgetLast();
    interview.setDraft(question.id, text);
  }
}

async function decide(
  session: Session,
  { id, put }: AskedText,
  text: string,
): Promise<string | undefined> {
  const alone = put({ title: session.answers.title ?? '' }, text);
  const [first, ...others] = rendered(session, alone).breakouts;
  if (!first) return text;
  if (session.answers.nestHeadings) return contain(prose(text), first.level);
  session.interview.tell([first, ...others].map(breakoutLine));
  const choice = await session.interview.chooseOne({
    id: `${id}/inside`,
    message: 'Keep the text inside its section?',
    choices: [
      { value: 'nest', label: 'Yes: nest headings and close blocks' },
      { value: 'keep', label: 'No: keep it as it is' },
      { value: 'edit', label: 'Edit it again' },
    ],
  });
  if (choice === 'edit') return undefined;
  return choice === 'nest' ? contain(prose(text), first.level) : text;
}

function breakoutLine({ kind, line, text, section }: AnswerBreakout): string {
  return kind === 'heading'
    ? `Line ${line}, "${text.trim()}", is a heading that ends the section "${section}".`
    : `Line ${line}, "${text.trim()}", opens a block that is never closed: it swallows the sections after "${section}".`;
}
