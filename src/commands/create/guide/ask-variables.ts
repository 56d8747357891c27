import { type Answers, prose, type TemplateAnswer, valueAnswer } from '../../../answers/answers.ts';
import { itemsIn } from '../../../answers/items.ts';
import type { Lines } from '../../../ask/asker.ts';
import { outline } from '../../../document/markdown/outline.ts';
import { hintOf, templateSections } from '../../../document/sections/template-sections.ts';
import type { TemplateVariable } from '../../../template/expressions.ts';
import { askEach } from './ask-lists.ts';
import { askText } from './ask-text.ts';
import type { Session } from './session.ts';

/** Asks for what a template's own names stand for, in the order in which they appear. */
export async function askTemplateVariables(session: Session): Promise<void> {
  for (const value of session.setting.template.own) {
    if (value.kind === 'flag') await askFlag(session, value);
    else if (value.kind === 'list') await askList(session, value);
    else await askVariableText(session, value);
  }
}

async function askFlag(session: Session, { name, line }: TemplateVariable): Promise<void> {
  const hint = hintAt(session, line);
  const choice = await session.interview.chooseOne({
    id: `values/${name}`,
    message: [`${label(name)}?`, hint].filter(Boolean).join(' '),
    choices: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
    ],
  });
  session.answers = put(session.answers, name, choice === 'yes');
}

async function askVariableText(session: Session, variable: TemplateVariable): Promise<void> {
  const { name, line } = variable;
  const before = valueAnswer(session.answers, name);
  await askText(session, {
    id: `values/${name}`,
    message: label(name),
    hint: hintAt(session, line),
    initial: typeof before === 'string' ? before : '',
    lines: answerLines(variable, session),
    empty: 'leave it out',
    put: (answers, text) => put(answers, name, prose(text)),
  });
}

/** A name that shares its line with other text stands for one line. */
function answerLines({ name }: TemplateVariable, { setting }: Session): Lines {
  const isAlone = (line: string) => /^[\s>]*\{\{\{?[^{}]*\}?\}\}\s*$/.test(line);
  const holding = setting.template.text.split('\n').filter((line) => mentions(line, name));
  return holding.length > 0 && holding.every(isAlone) ? 'many' : 'one';
}

function mentions(line: string, name: string): boolean {
  return [...line.matchAll(/\{\{\{?[^{}]*\}?\}\}/g)].some(([expression]) =>
    expression.split(/[^\w$.-]+/).includes(name),
  );
}

function askList(session: Session, { name, line }: TemplateVariable): Promise<void> {
  return askEach<string>(session, {
    id: `values/${name}`,
    end: 'no more',
    items: (answers) => [valueAnswer(answers, name) ?? []].flat().map(String),
    put: (answers, items) => put(answers, name, items),
    ask: async (index, before, empty) => {
      const text = await session.interview.text({
        id: `values/${name}/${index + 1}`,
        message: `${label(name)}: ${index + 1}`,
        hint: hintAt(session, line),
        initial: before ?? '',
        lines: 'item',
        empty,
      });
      return itemsIn(text).map(prose).filter(Boolean);
    },
  });
}

function put(answers: Answers, name: string, value: TemplateAnswer): Answers {
  return { ...answers, values: { ...answers.values, [name]: value } };
}

function label(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function hintAt({ setting }: Session, line: number): string {
  const { text } = setting.template;
  const heading = outline(text).findLast((each) => each.line < line);
  const section = templateSections(text).find(({ start }) => start === heading?.start);
  return hintOf((section?.guidance ?? '').replace(/\{\{[^{}]*\}\}/g, ''));
}
