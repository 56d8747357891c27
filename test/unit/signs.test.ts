import { describe, expect, it } from 'vitest';
import {
  DIRECTORY_SIGNS,
  type DirectoryFacts,
} from '../../src/convention/signs/directory-signs.ts';
import { NUMBERING_SIGNS, numberingOf } from '../../src/convention/signs/numbering-signs.ts';
import { TEMPLATE_SIGNS } from '../../src/convention/signs/template-signs.ts';
import { templateRank } from '../../src/convention/templates/template-name.ts';

const FACTS: DirectoryFacts = {
  weight: 6,
  entries: 4,
  regular: 4,
  numbered: 4,
  share: 1,
  isPrefixed: false,
  saysSo: false,
  isByState: false,
  isRead: false,
  template: 0,
  hasTemplate: false,
  isPublished: false,
  depth: 1,
};

/** For each sign, two folders that are alike but for it: the first is the better, and without the sign it is not. */
const PAIRS: Record<string, [Partial<DirectoryFacts>, Partial<DirectoryFacts>]> = {
  called: [{}, { weight: 4 }],
  filled: [{ entries: 9 }, {}],
  numbered: [{}, { share: 0.5 }],
  'with-template': [{ template: 2 }, {}],
  'below-template': [{ hasTemplate: true }, {}],
  deep: [{}, { depth: 3 }],
  published: [{}, { isPublished: true }],
};

/** For each sign, numbers whose reading it decides. */
const DECIDED: Record<string, [number[], boolean, Parameters<typeof numberingOf>[2]]> = {
  'said-next': [[3, 77, 168], false, { said: 'next' }],
  'said-request': [[1, 2, 3, 4], false, { said: 'request' }],
  'unbroken-end': [
    [2, 90, 300, ...Array.from({ length: 14 }, (_, index) => 400 + index)],
    false,
    {},
  ],
  'few-gaps': [[1, 2, 3, 5], false, {}],
  'small-and-padded': [[1, 20, 50], true, {}],
  'few-and-far': [[101, 102, 103, 105], false, {}],
  'template-asks-for-request': [[51, 52, 54, 57, 58], true, { asksForRequest: true }],
  'repeated-number': [[51, 52, 52, 54, 57, 58], true, {}],
};

/** A sign that is taken out of its table fails here, since its row is left over. */
it.each([
  ['directory', DIRECTORY_SIGNS, PAIRS],
  ['numbering', NUMBERING_SIGNS, DECIDED],
] as const)('each sign of a %s has its test, and each test its sign', (_, signs, rows) => {
  expect(Object.keys(rows).sort()).toEqual(signs.map(({ name }) => name).sort());
});

describe('the signs of a directory', () => {
  it.each(DIRECTORY_SIGNS.map(({ name }) => name))('"%s" decides between two', (name) => {
    const [better, other] = PAIRS[name] ?? [{}, {}];
    const score = (facts: Partial<DirectoryFacts>, signs = DIRECTORY_SIGNS) =>
      signs.reduce((sum, { points }) => sum + points({ ...FACTS, ...facts }), 0);
    const without = DIRECTORY_SIGNS.filter((sign) => sign.name !== name);
    expect(score(better)).toBeGreaterThan(score(other));
    expect(score(better, without)).toBeCloseTo(score(other, without), 5);
  });
});

/** For each sign, the clearer of two names, and what is said of the first; without the sign it is not the clearer. */
const NAMED: Record<string, [string, string, Parameters<typeof templateRank>[1]?]> = {
  placeholder: ['NNNN-template', 'template'],
  'called-template': ['template', 'pod-template'],
  'other-word': ['BLANK-ADR', 'template-short'],
  'one-of-several': ['template-short', 'pod-template'],
  maybe: ['pod-template', 'pods'],
  mentioned: ['rfc-template', 'adr-template', { isMentioned: true }],
  'for-document': ['spec-template', 'adr-template', { isForDocument: true }],
  'for-folder': ['rfc-template', 'adr-template', { isForFolder: true }],
};

describe('the signs of a template', () => {
  it('have their tests', () => {
    expect(Object.keys(NAMED).sort()).toEqual(TEMPLATE_SIGNS.map(({ name }) => name).sort());
  });

  it.each(TEMPLATE_SIGNS.map(({ name }) => name))('"%s" makes one clearer', (name) => {
    const [clearer, other, said] = NAMED[name] ?? ['', ''];
    expect(templateRank(clearer, said)).toBeGreaterThan(templateRank(other));
    if (said) expect(templateRank(clearer)).toBe(templateRank(other));
  });
});

describe('the signs of numbering', () => {
  it.each(NUMBERING_SIGNS.map(({ name }) => name))('"%s" decides in one case', (name) => {
    const [numbers, isPadded, hints] = DECIDED[name] ?? [[], false, {}];
    const without = NUMBERING_SIGNS.filter((sign) => sign.name !== name);
    expect(numberingOf(numbers, isPadded, hints).numbering).not.toBe(
      numberingOf(numbers, isPadded, hints, without).numbering,
    );
  });

  it('say where they were seen', () => {
    for (const { from } of [...DIRECTORY_SIGNS, ...NUMBERING_SIGNS, ...TEMPLATE_SIGNS])
      expect(from).toMatch(/\w+ \w+|\//);
  });
});
