import { describe, expect, it } from 'vitest';
import { applyConfiguration } from '../../src/convention/configuration/apply.ts';
import { configurationJsonSchema } from '../../src/convention/configuration/json-schema.ts';
import { parseConfiguration } from '../../src/convention/configuration/parse.ts';
import { type Convention, defaultConvention } from '../../src/convention/convention.ts';

const usual = defaultConvention('x');
const file: Convention = { ...usual, layout: 'file', document: null, name: '{number}-{slug}.md' };

describe('a configuration', () => {
  it.each<[object, Convention, Partial<Convention>]>([
    [{}, usual, {}],
    [{ width: 0 }, usual, { width: null }],
    [{ width: 6 }, usual, { width: 6 }],
    [{ document: 'index.md' }, usual, { document: 'index.md' }],
    [{ document: null }, usual, { layout: 'file', document: null, name: '{number}-{slug}.md' }],
    [
      { document: 'index.md' },
      file,
      { layout: 'directory', document: 'index.md', name: '{number}-{slug}' },
    ],
    [
      { name: 'RFC-{number}-{slug}.md' },
      usual,
      { layout: 'file', document: null, name: 'RFC-{number}-{slug}.md' },
    ],
    [{ name: '{slug}' }, usual, { name: '{slug}', numbering: 'none', width: null }],
    [
      { name: '{date:YYYY-MM-DD}-{slug}' },
      usual,
      { name: '{date:YYYY-MM-DD}-{slug}', numbering: 'date', width: null },
    ],
    [{ document: '{name:lower}.md' }, usual, { document: '{name:lower}.md' }],
    [{ name: '{number}_{slug:word_word}' }, usual, { name: '{number}_{slug:word_word}' }],
    [{ numbering: 'assigned' }, usual, { numbering: 'assigned' }],
    [
      { numbering: 'date' },
      file,
      { name: '{date:YYYYMMDD}-{slug}.md', numbering: 'date', width: null },
    ],
    [{ numbering: 'none' }, file, { name: '{slug}.md', numbering: 'none', width: null }],
  ])('%j changes what was found', (configuration, found, expected) => {
    const parsed = parseConfiguration(configuration, 'c');
    expect(applyConfiguration(found, parsed)).toEqual({ ...found, ...expected });
  });

  it.each([
    [{ dirctory: 'x' }, 'c: unknown key "dirctory"; did you mean directory?'],
    [
      { numbering: 'random' },
      'c: numbering: expected sequential, assigned, date or none, found "random"',
    ],
    [{ width: 'four' }, 'c: width: expected a number, found "four"'],
    [{ width: 'four', nmae: 'x' }, 'c has several problems:'],
    [{ name: 'a/b' }, 'c: name: expected a name without /'],
    [{ name: '{nummer}' }, 'c: name: expected {number}, {slug}'],
    [{ name: 'NNNN-slug' }, 'c: name: expected {number}, {slug} or {date} in it'],
    [{ name: '{date:DDMMYY}-{slug}' }, 'c: name: expected a date as one of YYYY-MM-DD, YYYY_MM_DD'],
    [{ document: '{number}.md' }, 'c: document: expected {slug}, {name}'],
    [[], 'c: expected'],
  ])('%j is refused', (configuration, expected) => {
    expect(() => parseConfiguration(configuration, 'c')).toThrow(expected);
  });

  it('refuses a name that contradicts the numbering', () => {
    const parsed = parseConfiguration({ name: '{slug}', numbering: 'sequential' }, 'c');
    expect(() => applyConfiguration(usual, parsed)).toThrow('does not fit the numbering');
  });

  it('has a schema with the same keys', () => {
    expect(configurationJsonSchema()).toMatchObject({
      additionalProperties: false,
      properties: { directory: {}, name: {}, numbering: {}, width: {}, template: {}, document: {} },
    });
  });
});
