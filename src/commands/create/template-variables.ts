import type { Answers, TemplateAnswer } from '../../answers/answers.ts';
import { nearest } from '../../did-you-mean.ts';
import { Failure } from '../../failure.ts';
import type { OwnValue } from '../../template/expressions.ts';

/**
 * The answers with what was said of a template's own names in the form that the template needs: a flag
 * says `yes`, a single text is a list of one.
 *
 * @throws Failure for a name that the template does not have, or a value of the wrong kind
 */
export function fitOwnValues(answers: Answers, own: readonly OwnValue[], source: string): Answers {
  const { values } = answers;
  if (!values) return answers;
  const fitted = Object.entries(values).map(([name, value]) => {
    const known = own.find((each) => each.name === name);
    if (!known) throw unknownName(name, own, source);
    return [name, fit(known, value)] as const;
  });
  return { ...answers, values: Object.fromEntries(fitted) };
}

/** The names that a template has of its own and that nothing was said of. */
export function missingOwnValues({ values = {} }: Answers, own: readonly OwnValue[]): OwnValue[] {
  return own.filter(({ name }) => !Object.hasOwn(values, name));
}

function fit({ name, kind }: OwnValue, value: TemplateAnswer): TemplateAnswer {
  if (kind === 'list') {
    if (typeof value === 'boolean') throw wrongKind(name, 'a list of texts');
    return typeof value === 'string' ? [value].filter((text) => text !== '') : value;
  }
  if (kind === 'text') {
    if (typeof value !== 'string') throw wrongKind(name, 'one text');
    return value;
  }
  if (typeof value === 'boolean') return value;
  const text = String(value).toLowerCase();
  if (/^(?:yes|y|true)$/.test(text)) return true;
  if (/^(?:no|n|false|)$/.test(text)) return false;
  throw wrongKind(name, 'yes or no');
}

function wrongKind(name: string, expected: string): Failure {
  return Failure.usage('invalid-answers', `--set ${name}: expected ${expected}`);
}

function unknownName(name: string, own: readonly OwnValue[], source: string): Failure {
  const names = own.map((each) => each.name);
  const meant = nearest(name, names);
  return Failure.usage(
    'invalid-answers',
    `--set ${name}: the template ${source} has no such name${meant ? `; did you mean ${meant}?` : ''}`,
    {
      hint: names.length > 0 ? `Its own names: ${names.join(', ')}` : 'It has no names of its own',
    },
  );
}
