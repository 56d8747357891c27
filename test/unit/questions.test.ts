import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sectionAnswer, valueAnswer } from '../../src/answers/answers.ts';
import { answersJsonSchema } from '../../src/answers/json-schema.ts';
import { unanswered } from '../../src/answers/missing.ts';
import { QUESTIONS } from '../../src/answers/questions.ts';
import { answersSchema } from '../../src/answers/schema.ts';
import { COMMANDS } from '../../src/cli/command-table.ts';
import { helpText } from '../../src/cli/help.ts';
import { STEPS } from '../../src/commands/create/guide/steps.ts';
import { repeatCommand } from '../../src/commands/create/repeat-command.ts';
import { PLACES } from '../../src/template/values.ts';

const reference = readFileSync(path.join(import.meta.dirname, '../../docs/reference.md'), 'utf8');
const help = COMMANDS.flatMap(helpText).join('\n');
const schema = JSON.parse(JSON.stringify(answersJsonSchema()));

describe('prompts, flags, file keys, schema and reference hold together', () => {
  it('knows the same answers everywhere', () => {
    const keys = QUESTIONS.map(({ key }) => key).sort();
    expect(Object.keys(answersSchema.entries).sort()).toEqual(keys);
    expect(Object.keys(schema.properties).sort()).toEqual(keys);
    expect(schema.additionalProperties).toBe(false);
  });

  it('asks for what it would call missing', () => {
    const needs = { places: new Set(PLACES), number: true, own: [{ name: 'x' }], choices: true };
    expect(
      STEPS.map(({ key }) => key).filter((key) => !['slug', 'sections'].includes(key)),
    ).toEqual(unanswered({}, needs));
  });

  it.each(QUESTIONS.map(({ flag }) => flag))('%s is in the help and in the reference', (flag) => {
    expect(help).toMatch(new RegExp(`^ {2}${flag}\\b`, 'm'));
    expect(reference).toMatch(new RegExp(`^\\| .*\`${flag}\\b`, 'm'));
  });

  it('explains every flag of the help in the reference', () => {
    const flags = [...help.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, flag]) => flag);
    expect(flags.length).toBeGreaterThan(QUESTIONS.length);
    for (const flag of flags) expect(reference).toContain(`\`${flag}`);
  });

  it('puts every answer into the command that repeats the run', () => {
    const words = repeatCommand(
      {
        title: 't',
        slug: 's',
        number: 1,
        area: 'r',
        summary: 'a',
        goals: ['g'],
        nonGoals: ['n'],
        stories: [{ text: 'x' }],
        with: ['w'],
        without: ['o'],
        sections: { i: 'j' },
        values: { v: 'w' },
        nestHeadings: true,
      },
      {},
    );
    const flags = words.filter((word) => word.startsWith('--'));
    expect(flags).toEqual(QUESTIONS.map(({ flag }) => flag));
    expect(words).toContain('i=j');
  });
});

it('a section or a name of the template may be called as what every object has', () => {
  expect(sectionAnswer({ sections: {} }, 'constructor')).toBeUndefined();
  expect(valueAnswer({ values: {} }, 'toString')).toBeUndefined();
  expect(sectionAnswer({ sections: { constructor: 'C.' } }, 'constructor')).toBe('C.');
});
