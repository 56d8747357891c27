import type { Answers, TemplateAnswer } from '../../answers/answers.ts';
import { itemsIn } from '../../answers/items.ts';
import { Failure } from '../../failure.ts';
import type { TemplateVariable } from '../../template/expressions.ts';
import { didYouMean } from '../../words/did-you-mean.ts';

/**
 * The answers with what was said of a template's own names in the form that the template needs: a flag says
 * `yes`, a single text is a list of one.
 * @throws Failure for a name that the template does not have, or a value of the wrong kind
 */
export function fitTemplateVariables(
  answers: Answers,
  own: readonly TemplateVariable[],
  template: string,
): Answers {
  const { values } = answers;
  if (!values) return answers;
  const fitted = Object.entries(values).map(([name, value]) => {
    const known = own.find((each) => each.name === name);
    if (!known) throw unknownVariableError(name, own, template);
    return [name, fit(known, value)] as const;
  });
  return { ...answers, values: Object.fromEntries(fitted) };
}

/** The names that a template has of its own and that nothing was said of. */
export function missingTemplateVariables(
  { values = {} }: Answers,
  own: readonly TemplateVariable[],
): TemplateVariable[] {
  return own.filter(({ name }) => !Object.hasOwn(values, name));
}

function fit({ name, kind }: TemplateVariable, value: TemplateAnswer): TemplateAnswer {
  if (kind === 'list') {
    if (typeof value === 'boolean') throw wrongKindError(name, 'a list');
    return typeof value === 'string' ? itemsIn(value).filter((text) => text !== '') : value;
  }
  if (kind === 'text') {
    if (typeof value !== 'string') throw wrongKindError(name, 'text');
    return value;
  }
  if (typeof value === 'boolean') return value;
  const text = String(value).toLowerCase();
  if (/^(?:yes|y|true)$/.test(text)) return true;
  if (/^(?:no|n|false|)$/.test(text)) return false;
  throw wrongKindError(name, 'yes or no');
}

function wrongKindError(name: string, expected: string): Failure {
  return Failure.usage('invalid-answers', `The value "${name}": expected ${expected}`);
}

function unknownVariableError(
  name: string,
  own: readonly TemplateVariable[],
  template: string,
): Failure {
  const names = own.map((each) => each.name);
  return Failure.usage(
    'invalid-answers',
    `The template ${template} has no value "${name}"${didYouMean(name, names)}`,
    {
      hint: names.length > 0 ? `Its variables: ${names.join(', ')}` : 'It has no custom variables',
    },
  );
}
