import * as v from 'valibot';
import { Failure } from '../../failure.ts';
import { schemaProblem } from '../../schema-problems.ts';
import { CHECK_KEYS, type Configuration, configurationSchema } from './configuration.ts';

/**
 * Checks a value against the schema of configurations.
 * @throws Failure naming every problem at once
 */
export function parseConfiguration(value: unknown, place: string): Configuration {
  if (Array.isArray(value)) {
    throw Failure.usage(
      'invalid-configuration',
      `${place}: expected keys and values, found a list`,
    );
  }
  const parsed = v.safeParse(configurationSchema, value);
  if (parsed.success) return withoutSchema(parsed.output);
  const keys = Object.keys(configurationSchema.entries).filter((key) => !key.startsWith('$'));
  const problems = parsed.issues.map((issue) => {
    const path = issue.path?.map(({ key }) => String(key)) ?? [];
    const isUnknown = issue.type === 'strict_object' && issue.expected === 'never';
    const at = (isUnknown ? path.slice(0, -1) : path).join('.');
    const known = at === 'check' ? Object.keys(CHECK_KEYS) : keys;
    return schemaProblem(issue, [place, at].filter(Boolean).join(': '), known);
  });
  const [first = '', ...others] = problems;
  const hint = `Known keys: ${keys.join(', ')}`;
  throw others.length === 0
    ? Failure.usage('invalid-configuration', first, { hint })
    : Failure.usage('invalid-configuration', `${place} has several problems:`, {
        list: problems,
        hint,
      });
}

function withoutSchema({
  $schema: _,
  ...rest
}: v.InferOutput<typeof configurationSchema>): Configuration {
  return rest;
}
