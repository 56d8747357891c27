import { type Answers, prose, type TemplateAnswer } from '../../../answers/answers.ts';
import { outline } from '../../../document/markdown/outline.ts';
import { hintOf, templateSections } from '../../../document/sections/template-sections.ts';
import type { TemplateVariable } from '../../../template/expressions.ts';
import { askEach } from './ask-lists.ts';
import { askText } from './ask-text.ts';
import type { Direction, Session } from './session.ts';

/** Asks for what a template's own names stand for, in the order in which they appear. */
export async function askTemplateVariables(session: Session): Promise<Direction> {
  const { own } = session.setting.template;
  for (let index = 0; index < own.length; ) {
    const value = own[index];
    const direction = value ? await askValue(session, value) : 'next';
    if (direction === 'next') index++;
    else if (index === 0) return 'back';
    else index--;
  }
  return 'next';
}

function askValue(session: Session, value: TemplateVariable): Promise<Direction> {
  if (value.kind === 'flag') return askFlag(session, value);
  return value.kind === 'list' ? askList(session, value) : askVariableText(session, value);
}

async function askFlag(session: Session, { name, line }: TemplateVariable): Promise<Direction> {
  const hint = hintAt(session, line);
  const reply = await session.asker.chooseOne({
    message: [`${label(name)}?`, hint].filter(Boolean).join(' '),
    choices: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
    ],
  });
  if (reply.kind === 'back') return 'back';
  session.answers = put(session.answers, name, reply.value === 'yes');
  return 'next';
}

function askVariableText(session: Session, { name, line }: TemplateVariable): Promise<Direction> {
  const before = session.answers.values?.[name];
  return askText(session, {
    message: label(name),
    hint: hintAt(session, line),
    initial: typeof before === 'string' ? before : '',
    lines: 'many',
    optional: true,
    put: (answers, text) => put(answers, name, prose(text)),
  });
}

function askList(session: Session, { name, line }: TemplateVariable): Promise<Direction> {
  const items = () => [session.answers.values?.[name] ?? []].flat().map(String);
  session.answers = put(session.answers, name, items());
  return askEach(
    () => items().length,
    (index) => {
      const before = items();
      return askText(session, {
        message: `${label(name)}: ${index + 1}`,
        hint: hintAt(session, line),
        initial: before[index] ?? '',
        lines: 'item',
        optional: true,
        put: (answers, text) => {
          const item = prose(text);
          const next = [
            ...before.slice(0, index),
            ...(item ? [item] : []),
            ...before.slice(index + 1),
          ];
          return put(answers, name, next);
        },
      });
    },
  );
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
