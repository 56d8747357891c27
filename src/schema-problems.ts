import type * as v from 'valibot';
import { didYouMean } from './words/did-you-mean.ts';

/**
 * What is wrong with a value that a schema refused, in words.
 * @param place where the value stands: the first words of the message
 */
export function schemaProblem(
  issue: v.BaseIssue<unknown>,
  place: string,
  known: readonly string[],
): string {
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const key = String(issue.path?.at(-1)?.key ?? '');
    return `${place}: unknown key "${key}"${didYouMean(key, known)}`;
  }
  if (issue.kind === 'validation') return `${place}: ${issue.message}`;
  if (issue.type === 'union' && issue.issues) {
    const inner = issue.issues.find(({ kind, path }) => kind === 'validation' && !path);
    return `${place}: ${inner?.message ?? `${issue.message}, found ${found(issue.input)}`}`;
  }
  return `${place}: expected ${expectation(issue)}, found ${found(issue.input)}`;
}

const EXPECTATIONS: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  number: 'a number',
  boolean: 'true or false',
  strict_object: 'keys and values',
  record: 'keys and values',
};

function expectation({ type, expected }: v.BaseIssue<unknown>): string {
  const values = expected?.match(/"[^"]*"/g)?.map((each) => each.slice(1, -1));
  if (type === 'picklist' && values) return eitherOf(values);
  return EXPECTATIONS[type] ?? expected ?? type;
}

function eitherOf(values: readonly string[]): string {
  const last = values.at(-1) ?? '';
  return values.length < 2 ? last : `${values.slice(0, -1).join(', ')} or ${last}`;
}

const LONGEST_SHOWN = 40;

function cut(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

function found(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return value === '' ? 'an empty text' : `"${cut(value)}"`;
  if (typeof value === 'number' && Number.isNaN(value)) return 'no number';
  return typeof value === 'object' ? 'keys and values' : `${typeof value} ${String(value)}`;
}
