import type { AnswersInput } from './schema.ts';

/** One answer: its key in an answers file, its flag, and its help. */
export interface Question {
  key: keyof AnswersInput;
  flag: `--${string}`;
  /** What follows the flag; none for a switch. */
  argument?: string;
  repeated: boolean;
  help: string;
}

/** Every answer, in the order in which the questions are asked and the flags are listed. */
export const QUESTIONS: readonly Question[] = [
  once('title', '--title', 'text', 'title of the proposal'),
  once('slug', '--slug', 'slug', 'name in the path instead of one derived from the title'),
  once('number', '--number', 'n', 'number instead of the next one; also #n or an issue URL'),
  once('area', '--area', 'name', 'directory of a group of proposals, if there are several'),
  once('summary', '--summary', 'text', 'text of the summary'),
  each('goals', '--goal', 'text', 'a goal; can be repeated'),
  each('non-goals', '--non-goal', 'text', 'something out of scope; can be repeated'),
  each('stories', '--story', 'text', 'a user story; for a title, put it first, then a blank line'),
  each(
    'with',
    '--with',
    'sections',
    'optional sections to include, by id or title, separated by commas',
  ),
  each('without', '--without', 'sections', 'sections to leave out'),
  each('sections', '--text', 'section=text', 'text for another section; can be repeated'),
  each('values', '--set', 'name=value', 'value of a custom template variable'),
  {
    key: 'nest-headings',
    flag: '--nest-headings',
    repeated: false,
    help: 'nest headings in answers below their section',
  },
];

function once(
  key: Question['key'],
  flag: Question['flag'],
  argument: string,
  help: string,
): Question {
  return { key, flag, argument, repeated: false, help };
}

function each(
  key: Question['key'],
  flag: Question['flag'],
  argument: string,
  help: string,
): Question {
  return { key, flag, argument, repeated: true, help };
}
