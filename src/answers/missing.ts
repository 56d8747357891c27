import { Failure } from '../failure.ts';
import type { Answers } from './answers.ts';
import { QUESTIONS, type Question } from './questions.ts';

/** The questions that are asked of everybody, and whether the answers hold a reply. */
const ASKED: readonly { key: Question['key']; answered: (answers: Answers) => boolean }[] = [
  { key: 'title', answered: ({ title }) => title !== undefined },
  { key: 'summary', answered: ({ summary }) => summary !== undefined },
  { key: 'goals', answered: ({ goals }) => goals !== undefined },
  { key: 'non-goals', answered: ({ nonGoals }) => nonGoals !== undefined },
  { key: 'stories', answered: ({ stories }) => stories !== undefined },
  { key: 'with', answered: (answers) => (answers.with ?? answers.without) !== undefined },
];

/** The keys of the questions that are still to be asked. */
export function unanswered(answers: Answers): Question['key'][] {
  return ASKED.filter(({ answered }) => !answered(answers)).map(({ key }) => key);
}

/**
 * The error for answers that nobody can be asked for: all of them at once, each with its flag.
 *
 * @param keys the answers that are missing
 */
export function missingAnswers(keys: readonly Question['key'][]): Failure {
  const missing = QUESTIONS.filter(({ key }) => keys.includes(key));
  const flags = missing.map(({ flag, argument, help }) => [`${flag} <${argument}>`, help] as const);
  const width = Math.max(...flags.map(([flag]) => flag.length));
  const lines = flags.map(([flag, help]) => `  ${flag.padEnd(width)}  ${help}`);
  const others = keys.some((key) => key !== 'title' && key !== 'slug');
  return Failure.usage('missing-answers', ['These answers are missing:', ...lines].join('\n'), {
    hint: others
      ? 'Pass the flags or a file with --from; --yes takes the default for all but the title. In a terminal, questions are asked'
      : 'Pass the flags or a file with --from. In a terminal, questions are asked',
  });
}
