import { type Answers, prose } from '../../../answers/answers.ts';
import { Stopped, type TextQuestion } from '../../../ask/asker.ts';
import { contain } from '../../../document/sections/containment.ts';
import type { AnswerBreakout } from '../../../template/render.ts';
import { type Direction, rendered, type Session } from './session.ts';

export interface AskedText extends TextQuestion {
  put(answers: Answers, text: string): Answers;
}

/**
 * Asks for a text and puts it among the answers, what was typed before a cancel included. Where it would change
 * the outline, the user decides.
 */
export async function askText(session: Session, question: AskedText): Promise<Direction> {
  let initial = question.initial;
  for (;;) {
    const text = await typed(session, { ...question, initial });
    if (text === undefined) return 'back';
    session.answers = question.put(session.answers, text);
    const decided = question.lines === 'many' ? await decide(session, question, text) : text;
    if (decided !== undefined) {
      session.answers = question.put(session.answers, decided);
      return 'next';
    }
    initial = text;
  }
}

async function typed(session: Session, question: AskedText): Promise<string | undefined> {
  try {
    const reply = await session.asker.text(question);
    if (reply.kind === 'answer') return reply.value;
    if (reply.typed?.trim()) session.answers = question.put(session.answers, reply.typed);
    return undefined;
  } catch (error) {
    if (error instanceof Stopped && error.text.trim() !== '') {
      session.answers = question.put(session.answers, error.text);
    }
    throw error;
  }
}

async function decide(
  session: Session,
  { put }: AskedText,
  text: string,
): Promise<string | undefined> {
  const alone = put({ title: session.answers.title ?? '' }, text);
  const [first, ...others] = rendered(session, alone).breakouts;
  if (!first) return text;
  if (session.answers.nestHeadings) return contain(prose(text), first.level);
  session.asker.tell([first, ...others].map(breakoutLine));
  const reply = await session.asker.chooseOne({
    message: 'Keep the text inside its section?',
    choices: [
      { value: 'nest', label: 'Yes: deeper headings, and blocks closed' },
      { value: 'keep', label: 'No: write it as it is' },
      { value: 'edit', label: 'Edit it again' },
    ],
  });
  if (reply.kind === 'back' || reply.value === 'edit') return undefined;
  return reply.value === 'nest' ? contain(prose(text), first.level) : text;
}

function breakoutLine({ kind, line, text, section }: AnswerBreakout): string {
  return kind === 'heading'
    ? `Line ${line}, "${text.trim()}", is a heading that ends the section "${section}".`
    : `Line ${line}, "${text.trim()}", opens a block that never closes: it swallows the sections after "${section}".`;
}
