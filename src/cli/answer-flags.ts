import { QUESTIONS } from '../answers/questions.ts';
import { sectionId } from '../document/markdown/marker.ts';
import type { Options } from './options.ts';
import { usageError } from './usage.ts';

/** The answers that flags hold, by their key in an answers file. */
export function answersInFlags(options: Options): Record<string, unknown> {
  const given = QUESTIONS.flatMap(({ key, flag }) => {
    const value = options.get(flag);
    return value === undefined ? [] : [[key, READERS[key]?.(value) ?? value]];
  });
  return Object.fromEntries(given);
}

const READERS: Partial<Record<(typeof QUESTIONS)[number]['key'], (value: unknown) => unknown>> = {
  sections: texts,
  values: variableValues,
};

function texts(values: unknown): Record<string, string> {
  const given = pairs(values, '--text', 'section=text');
  const ids = given.map(([section]) => sectionId(section));
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw usageError(`--text is given twice for ${twice}`);
  return Object.fromEntries(given);
}

function variableValues(given: unknown): Record<string, string | string[]> {
  const values = new Map<string, string | string[]>();
  for (const [name, value] of pairs(given, '--set', 'name=value')) {
    const before = values.get(name);
    values.set(name, before === undefined ? value : [before, value].flat());
  }
  return Object.fromEntries(values);
}

function pairs(values: unknown, flag: string, form: string): [string, string][] {
  return (Array.isArray(values) ? values : []).map((value): [string, string] => {
    const [, name, text] = /^([^=]+)=([\s\S]*)$/.exec(String(value)) ?? [];
    if (name !== undefined && text !== undefined) return [name, text];
    throw usageError(`${flag} takes ${form}, found "${String(value)}"`);
  });
}
