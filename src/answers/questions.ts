import type { AnswersInput } from './schema.ts';

/** One thing an author can say: its key in an answers file, its flag, and what it is. */
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
  once('slug', '--slug', 'slug', 'name in the path, instead of one made from the title'),
  once(
    'number',
    '--number',
    'n',
    'number, instead of the next one; also #n or the address of an issue',
  ),
  once('area', '--area', 'name', 'directory that groups proposals, where there are several'),
  once('summary', '--summary', 'text', 'text of the summary'),
  each('goals', '--goal', 'text', 'a goal; once for each'),
  each('non-goals', '--non-goal', 'text', 'something out of scope; once for each'),
  each(
    'stories',
    '--story',
    'text',
    'a user story; "Title", a blank line and a text gives it a title',
  ),
  each(
    'with',
    '--with',
    'sections',
    'optional sections to write, by id or title, separated by commas',
  ),
  each('without', '--without', 'sections', 'sections to leave out'),
  each('sections', '--text', 'section=text', 'text for another section; once for each'),
  each('values', '--set', 'name=value', 'what a name in a template of your own stands for'),
  {
    key: 'nest-headings',
    flag: '--nest-headings',
    repeated: false,
    help: 'move headings inside answers below the section they stand in',
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
