import type * as v from 'valibot';
import { didYouMean } from './did-you-mean.ts';

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
  return EXPECTATIONS[type] ?? expected ?? type;
}

function found(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'text';
  return typeof value === 'object' ? 'keys and values' : `${typeof value} ${String(value)}`;
}
