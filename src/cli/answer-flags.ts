import { QUESTIONS } from '../answers/questions.ts';
import { sectionId } from '../document/markdown/marker.ts';
import { usage } from './program.ts';

/** The answers that flags hold, by their key in an answers file. */
export function answersInFlags(
  options: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const given = QUESTIONS.flatMap(({ key, flag }) => {
    const value = options[optionName(flag)];
    return value === undefined ? [] : [[key, READERS[key]?.(value) ?? value]];
  });
  return Object.fromEntries(given);
}

/** A flag as it is typed, for an option's name. */
function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** Answers whose flags hold a name and a value. */
const READERS: Partial<Record<(typeof QUESTIONS)[number]['key'], (value: unknown) => unknown>> = {
  sections: texts,
  values: templateValues,
};

function texts(values: unknown): Record<string, string> {
  const given = pairs(values, '--text', 'section=text');
  const ids = given.map(([section]) => sectionId(section));
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw usage(`--text is there twice for ${twice}`);
  return Object.fromEntries(given);
}

/** Values for a template's own names; a name that is there several times is a list. */
function templateValues(given: unknown): Record<string, string | string[]> {
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
    throw usage(`${flag} takes ${form}, found "${String(value)}"`);
  });
}

function optionName(flag: string): string {
  return flag.slice(2).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** @throws Failure when one of the flags was given */
export function refuseFlags(
  options: Readonly<Record<string, unknown>>,
  names: readonly string[],
  reason: string,
): void {
  const found = names.find((name) => options[name] !== undefined);
  if (found === undefined) return;
  throw usage(`${flagOf(found)} ${reason}`);
}

/** The text of a flag that takes one. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
