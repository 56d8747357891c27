import { type Answers, answersInput, parseAnswers } from '../../answers/answers.ts';
import { textsNamed } from '../../document/sections/find-section.ts';
import type { TemplateSection } from '../../document/sections/template-sections.ts';
import type { Environment } from '../../environment.ts';
import { Failure } from '../../failure.ts';
import type { AddOptions } from './edit.ts';
import type { LazyQuestions } from './lazy-questions.ts';
import type { SectionCall } from './section-call.ts';

/** Texts by section id, from the file and the flags; a flag wins. */
export async function textsFor(
  sections: readonly TemplateSection[],
  call: SectionCall,
  environment: Environment,
): Promise<Map<string, string>> {
  if (call.from === undefined && Object.keys(call.answers).length === 0) return new Map();
  const flags = parseAnswers(call.answers, ([, name]) => `--text ${String(name ?? '')}`.trim());
  const file = call.from === undefined ? {} : await fileAnswers(call.from, environment);
  return new Map([
    ...textsNamed(sections, file.sections ?? {}),
    ...textsNamed(sections, flags.sections ?? {}),
  ]);
}

/** A text for a section that is not to be added would be lost. */
export function refuseUnused(
  texts: ReadonlyMap<string, string>,
  wanted: readonly TemplateSection[],
): void {
  const unused = [...texts.keys()].find((id) => !wanted.some((section) => section.id === id));
  if (unused === undefined) return;
  throw Failure.usage(
    'usage',
    `There is text for ${unused}, which is not one of the sections to add`,
    {
      hint: `Add it too: --section ${[...wanted.map(({ id }) => id), unused].join(' ')}`,
    },
  );
}

/** How a section is added: with its text, which is asked for where nobody has given it. */
export async function optionsFor(
  section: TemplateSection,
  { answers, beside }: SectionCall,
  from: {
    isAsked: boolean;
    texts: ReadonlyMap<string, string>;
    questions: LazyQuestions;
  },
): Promise<AddOptions> {
  const given = from.texts.get(section.id);
  const isAsked = given === undefined && from.isAsked;
  const text = isAsked ? await (await from.questions.open())?.text(section) : given;
  return {
    ...(text !== undefined && { text }),
    nestHeadings: isAsked || answers['nest-headings'] === true,
    ...(beside && { beside }),
  };
}

async function fileAnswers(name: string, environment: Environment): Promise<Answers> {
  const { readAnswers } = await import('../read-answers.ts');
  const { sections, ...others } = await readAnswers(name, environment);
  const [unused] = Object.keys(answersInput(others));
  if (unused === undefined) return { ...(sections && { sections }) };
  throw Failure.usage('invalid-answers', `${name}: "${unused}" is not used with --section`, {
    hint: 'Put the texts under "sections", by section id',
  });
}
