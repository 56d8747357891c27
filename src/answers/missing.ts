import { Failure } from '../failure.ts';
import type { Answers } from './answers.ts';
import { QUESTIONS, type Question } from './questions.ts';

export interface Needs {
  places: ReadonlySet<string>;
  /** Whether the number comes from somewhere else, such as an issue. */
  number: boolean;
  own: readonly { name: string }[];
  choices: boolean;
}

const ASKED: readonly {
  key: Question['key'];
  answered: (answers: Answers, needs: Needs) => boolean;
}[] = [
  { key: 'title', answered: ({ title }) => title !== undefined },
  { key: 'number', answered: ({ number }, needs) => number !== undefined || !needs.number },
  ...(['summary', 'goals', 'non-goals', 'stories'] as const).map((key) => ({
    key,
    answered: (answers: Answers, { places }: Needs) =>
      answers[key === 'non-goals' ? 'nonGoals' : key] !== undefined || !places.has(key),
  })),
  {
    key: 'values',
    answered: ({ values = {} }, { own }) => own.every(({ name }) => Object.hasOwn(values, name)),
  },
  {
    key: 'with',
    answered: (answers, { choices }) => (answers.with ?? answers.without) !== undefined || !choices,
  },
];

const REQUIRED: ReadonlySet<Question['key']> = new Set(['title', 'slug', 'number']);

/** The keys of the questions that still have to be asked. */
export function unanswered(answers: Answers, needs: Needs): Question['key'][] {
  return ASKED.filter(({ answered }) => !answered(answers, needs)).map(({ key }) => key);
}

/** Those of the missing answers that have no default. */
export function withoutDefault(keys: readonly Question['key'][]): Question['key'][] {
  return keys.filter((key) => REQUIRED.has(key));
}

/** The error for missing answers when questions are disabled: all of them at once, each with its flag. */
export function missingAnswers(
  keys: readonly Question['key'][],
  own: readonly { name: string }[] = [],
  silencedBy?: string,
): Failure {
  const missing = QUESTIONS.filter(({ key }) => keys.includes(key));
  const flags = missing.flatMap(({ key, flag, argument, help }): [flag: string, help: string][] => {
    if (key === 'values')
      return own.map(({ name }) => [`${flag} ${name}=<text>`, 'custom template variable']);
    return [[`${flag} <${argument}>`, key === 'number' ? ASSIGNED : help]];
  });
  const width = Math.max(...flags.map(([flag]) => flag.length));
  const list = flags.map(([flag, help]) => `${flag.padEnd(width)}  ${help}`);
  const others = keys.some((key) => !REQUIRED.has(key));
  return Failure.usage('missing-answers', 'These answers are missing:', {
    list,
    hint: `Pass the flags or a file with --from${others ? '; --yes uses defaults for everything except the title' : ''}. ${whereAsked(silencedBy)}`,
  });
}

function whereAsked(silencedBy: string | undefined): string {
  if (silencedBy === undefined) return 'In a terminal, questions are asked';
  if (silencedBy === '--yes') return 'Without --yes, questions are asked in a terminal';
  const instead = silencedBy === 'CI' ? 'unset it' : 'set ACCESSIBLE=1';
  return `Questions are disabled by ${silencedBy}: ${instead} to be asked`;
}

const ASSIGNED = 'number of its issue or pull request (used here): n, #n or the URL';
