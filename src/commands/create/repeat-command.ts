import type { Answers, Story, TemplateAnswer } from '../../answers/answers.ts';
import { QUESTIONS, type Question } from '../../answers/questions.ts';

export interface CallOptions {
  directory?: string;
  template?: string;
  document?: string;
  supersedes?: string;
  draft?: boolean;
  online?: boolean;
  reserve?: boolean;
  offline?: boolean;
}

/** The words of the command that gives these answers without being asked. */
export function repeatCommand(
  answers: Answers,
  { directory, template, document, supersedes, ...call }: CallOptions,
): string[] {
  const words = ['npx', 'create-enhancement'];
  for (const question of QUESTIONS) {
    const values = valuesFor(question.key, answers);
    for (const value of values) {
      if (question.argument === undefined) words.push(question.flag);
      else words.push(...flagWords(question.flag, value));
    }
  }
  if (directory !== undefined) words.push(...flagWords('--dir', directory));
  if (template !== undefined) words.push(...flagWords('--template', template));
  if (document !== undefined) words.push(...flagWords('--document', document));
  if (supersedes !== undefined) words.push(...flagWords('--supersedes', supersedes));
  const switches = ['draft', 'online', 'reserve', 'offline'] as const;
  words.push(...switches.filter((name) => call[name]).map((name) => `--${name}`));
  return words;
}

function flagWords(flag: string, value: string): string[] {
  return value.startsWith('-') ? [`${flag}=${value}`] : [flag, value];
}

function valuesFor(key: Question['key'], answers: Answers): string[] {
  switch (key) {
    case 'title':
    case 'slug':
    case 'area':
    case 'summary':
      return answers[key] ? [answers[key]] : [];
    case 'number':
      return answers.number === undefined ? [] : [String(answers.number)];
    case 'goals':
      return answers.goals ?? [];
    case 'non-goals':
      return answers.nonGoals ?? [];
    case 'stories':
      return (answers.stories ?? []).map(storyText);
    case 'with':
    case 'without':
      return answers[key]?.length ? [answers[key].join(',')] : [];
    case 'sections':
      return Object.entries(answers.sections ?? {}).map(([id, text]) => `${id}=${text}`);
    case 'values':
      return Object.entries(answers.values ?? {}).flatMap(([name, value]) => setWords(name, value));
    case 'nest-headings':
      return answers.nestHeadings ? ['yes'] : [];
  }
}

function setWords(name: string, value: TemplateAnswer): string[] {
  if (typeof value === 'boolean') return [`${name}=${value ? 'yes' : 'no'}`];
  const items = typeof value === 'string' || value.length === 0 ? [value] : value;
  return items.map((item) => `${name}=${item}`);
}

/** As `--story` reads it: a title is followed by a blank line, and a text of its own begins with one. */
function storyText({ title, text }: Story): string {
  if (title !== undefined) return `${title}\n\n${text}`;
  return /\n[ \t]*\n/.test(text) ? `\n${text}` : text;
}
