import * as v from 'valibot';
import { Failure } from '../failure.ts';
import { schemaProblem } from '../schema-problems.ts';
import { itemsIn } from './items.ts';
import { type AnswersInput, answersSchema } from './schema.ts';

export interface Story {
  title?: string;
  text: string;
}

/**
 * The author's answers, however they were given. A missing key is a question that was not answered; an empty
 * text or list is an answer that was left empty.
 */
export interface Answers {
  title?: string;
  slug?: string;
  number?: number;
  area?: string;
  summary?: string;
  goals?: string[];
  nonGoals?: string[];
  stories?: Story[];
  with?: string[];
  without?: string[];
  sections?: Record<string, string>;
  values?: Record<string, TemplateAnswer>;
  nestHeadings?: boolean;
}

export type TemplateAnswer = string | string[] | boolean;

export type Locate = (path: readonly (string | number)[]) => string;

/**
 * Checks a value against the schema of answers and normalises it.
 * @throws Failure naming every problem at once, each with its place
 */
export function parseAnswers(value: unknown, locate: Locate): Answers {
  if (Array.isArray(value)) {
    throw Failure.usage('invalid-answers', `${locate([])}: expected keys and values, found a list`);
  }
  const parsed = v.safeParse(answersSchema, value);
  if (parsed.success) {
    refuseLostKeys(value, parsed.output, locate);
    return normaliseAnswers(parsed.output);
  }
  const problems = parsed.issues.map((issue) => {
    const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
    return schemaProblem(issue, locate(path), Object.keys(answersSchema.entries));
  });
  const hint = `Known keys: ${Object.keys(answersSchema.entries).join(', ')}`;
  const isKeyUnknown = parsed.issues.some(({ expected }) => expected === 'never');
  const [first = '', ...list] = problems;
  throw Failure.usage('invalid-answers', first, { list, ...(isKeyUnknown && { hint }) });
}

/** The number in a text: `1234`, `#1234`, or the address of an issue or pull request. */
export function issueNumber(text: string): number | undefined {
  const parsed = v.safeParse(answersSchema.entries.number, text);
  return parsed.success ? parsed.output : undefined;
}

/** The answers as in an answers file. */
export function answersInput({ nonGoals, nestHeadings, ...rest }: Answers): AnswersInput {
  return {
    ...rest,
    ...(nonGoals && { 'non-goals': nonGoals }),
    ...(nestHeadings !== undefined && { 'nest-headings': nestHeadings }),
  };
}

/** Prose as it is written: line endings are `\n`, and blank lines around it are left to the template. */
export function prose(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').replace(/^(?:[ \t]*\n)+/, '');
  return withoutBlankEnd(lines).replace(/^[ \t]+$/, '');
}

/** The text that answers have for a section; a section may be called as what every object has. */
export function sectionAnswer({ sections = {} }: Answers, id: string): string | undefined {
  return Object.hasOwn(sections, id) ? sections[id] : undefined;
}

/** The value that answers have for a name of the template's own. */
export function valueAnswer({ values = {} }: Answers, name: string): TemplateAnswer | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

/** Without the blank lines at its end; a regular expression would take quadratic time for many blank lines. */
function withoutBlankEnd(text: string): string {
  let end = text.length;
  for (let at = end; ; at--) {
    while (at > 0 && ' \t'.includes(text.charAt(at - 1))) at--;
    if (text.charAt(at - 1) !== '\n') return text.slice(0, end);
    end = at - 1;
  }
}

/** The schema ignores keys such as `constructor`: their values would be lost. */
function refuseLostKeys(value: unknown, parsed: AnswersInput, locate: Locate): void {
  for (const part of ['sections', 'values'] as const) {
    const given = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    const [, texts = {}] = given.find(([key]) => key === part) ?? [];
    const lost = Object.keys(texts ?? {}).find((key) => !Object.hasOwn(parsed[part] ?? {}, key));
    if (lost === undefined) continue;
    const what = part === 'sections' ? 'section' : 'value';
    throw Failure.usage(
      'invalid-answers',
      `${locate([part, lost])}: there is no ${what} "${lost}"`,
    );
  }
}

/**
 * A story from one text: a first line followed by a blank line is its title, as in a commit message; a single
 * paragraph, and a text that begins with a blank line, have none.
 */
function storyOf(text: string): Story {
  const [, first = '', rest = ''] = /^([^\r\n]*)\r?\n[ \t]*\r?\n([\s\S]*)$/.exec(text) ?? [];
  const title = first.trim();
  return title === '' ? { text: prose(text) } : { title, text: prose(rest) };
}

function normaliseAnswers(input: AnswersInput): Answers {
  const { title, slug, number, area, summary, goals, stories, sections, values } = input;
  const { 'non-goals': nonGoals, 'nest-headings': nestHeadings, with: kept, without } = input;
  return {
    ...(title !== undefined && { title: title.trim() }),
    ...(slug !== undefined && { slug: slug.trim() }),
    ...(number !== undefined && { number }),
    ...(area !== undefined && { area: area.trim() }),
    ...(summary !== undefined && { summary: prose(summary) }),
    ...(goals && { goals: proseItems(goals) }),
    ...(nonGoals && { nonGoals: proseItems(nonGoals) }),
    ...(stories && { stories: stories.map(storyFrom).filter(({ title, text }) => title || text) }),
    ...(kept && { with: kept }),
    ...(without && { without }),
    ...(sections && { sections: mapValues(sections, prose) }),
    ...(values && { values: mapValues(values, templateAnswer) }),
    ...(nestHeadings !== undefined && { nestHeadings }),
  };
}

function templateAnswer(value: TemplateAnswer): TemplateAnswer {
  if (typeof value === 'boolean') return value;
  return typeof value === 'string' ? prose(value) : proseItems(value);
}

function mapValues<T>(texts: Record<string, T>, change: (text: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, change(text)]));
}

function proseItems(texts: readonly string[]): string[] {
  return texts
    .flatMap(itemsIn)
    .map(prose)
    .filter((text) => text !== '');
}

function storyFrom(story: NonNullable<AnswersInput['stories']>[number]): Story {
  if (typeof story === 'string') return storyOf(story);
  const title = story.title?.trim();
  const text = prose(story.text ?? '');
  return title ? { title, text } : { text };
}
