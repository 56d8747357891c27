import type { Answers } from '../answers/answers.ts';
import { anchorOf } from '../document/markdown/heading-anchor.ts';
import type { HiddenWords } from './hidden-words.ts';

export type TemplateValues = Readonly<Record<string, TemplateValue>>;
type TemplateValue =
  | string
  | boolean
  | readonly string[]
  | readonly { title: string; text: string }[];

export interface Facts {
  /** As it is written, padded; empty where proposals have none. */
  number: string;
  slug: string;
  /** `YYYY-MM-DD` */
  date: string;
  /** Who is writing, as git knows them; empty when it does not. */
  author: string;
  area: string;
}

/** The answers that a template has to have a place for. */
export const PLACES = ['summary', 'goals', 'non-goals', 'stories'] as const;
export type AnswerPlace = (typeof PLACES)[number];

/** What the answer of a place is called in answers and templates. */
export const ANSWER_NAMES = {
  summary: 'summary',
  goals: 'goals',
  'non-goals': 'nonGoals',
  stories: 'stories',
} as const satisfies Readonly<Record<AnswerPlace, string>>;

/** Names that expressions can use in every template, and what stands for them when nothing is said. */
export const EMPTY_VALUES: TemplateValues = {
  title: '',
  titleInYaml: '',
  titleInQuotes: '',
  titleWithinQuotes: '',
  titleWithinApostrophes: '',
  titleInTable: '',
  titleAnchor: '',
  number: '',
  slug: '',
  slugWithUnderscores: '',
  date: '',
  author: '',
  authorInYaml: '',
  authorInQuotes: '',
  area: '',
  summary: '',
  goals: [],
  nonGoals: [],
  stories: [],
};

/**
 * The values for answers and facts, tokens in place of the author's words. What a name of the template's own
 * stands for is asked for; without an answer it is empty.
 */
export function templateValues(answers: Answers, facts: Facts, words: HiddenWords): TemplateValues {
  const { title = '', values = {} } = answers;
  const hide = (answer: string, text: string) => words.hide(answer, text);
  const items = (answer: string, texts: readonly string[] = []) =>
    texts.map((text) => hide(answer, indentContinuation(text)));
  const own = Object.entries(values).map(([name, value]) => {
    const answer = `values.${name}`;
    if (typeof value === 'boolean') return [name, value] as const;
    return [name, Array.isArray(value) ? items(answer, value) : hide(answer, value)] as const;
  });
  const titleWords = hide('title', title);
  const author = hide('author', facts.author);
  return {
    ...Object.fromEntries(own),
    ...facts,
    slugWithUnderscores: facts.slug.replaceAll('-', '_'),
    author,
    authorInYaml: words.variant(author, yamlText),
    authorInQuotes: words.variant(author, (text) => JSON.stringify(text)),
    title: titleWords,
    titleInYaml: words.variant(titleWords, yamlText),
    titleInQuotes: words.variant(titleWords, (text) => JSON.stringify(text)),
    titleWithinQuotes: words.variant(titleWords, (text) => JSON.stringify(text).slice(1, -1)),
    titleWithinApostrophes: words.variant(titleWords, (text) => text.replaceAll("'", "''")),
    titleInTable: words.variant(titleWords, (text) => text.replaceAll('|', '\\|')),
    titleAnchor: anchorOf(title),
    summary: hide('summary', answers.summary ?? ''),
    goals: items('goals', answers.goals),
    nonGoals: items('non-goals', answers.nonGoals),
    stories: (answers.stories ?? []).map(({ title: story, text }, index) => ({
      title: story ? hide('stories', story) : `Story ${index + 1}`,
      text: hide('stories', text),
    })),
  };
}

/** A list item's later lines are indented by the width of its `- `, so that it stays one item. */
export function indentContinuation(text: string): string {
  return text.replace(/\n(?=[^\n])/g, '\n  ');
}

function yamlText(text: string): string {
  const isPlain =
    (/^[a-z][\w ./()+-]*$/i.test(text) || /^\p{L}[\p{L}\p{N} _./()+-]*$/u.test(text)) &&
    text === text.trim();
  const isWord = /^(?:true|false|null|yes|no|on|off|y|n|~)$/i.test(text);
  return isPlain && !isWord ? text : JSON.stringify(text);
}
