import { describe, expect, it } from 'vitest';
import { isDraftName, isNumberedZero } from '../../src/convention/entry-name.ts';
import { isTemplateName } from '../../src/convention/templates/template-name.ts';
import { isStatus } from '../../src/document/head/labels.ts';
import { statusLabel } from '../../src/document/head/status-choices.ts';
import { markerOf, withoutMarker } from '../../src/document/markdown/marker.ts';
import { isRequired } from '../../src/document/sections/required.ts';
import { asksForSomething } from '../../src/document/upgrade/guidance-blocks.ts';
import { numberKeysIn } from '../../src/proposals/state/number-keys.ts';
import { readProposal } from '../../src/proposals/state/read-proposal.ts';
import { meantStatus } from '../../src/proposals/state/vocabulary.ts';

describe('a heading of a template', () => {
  it.each([
    ['Links <!-- optional -->', 'Links', 'optional'],
    ['Links <!-- if applicable -->', 'Links', 'applicable'],
    ['Enlaces (opcional)', 'Enlaces', 'optional'],
    ['Liens [facultatif]', 'Liens', 'optional'],
    ['Sicherheit (falls zutreffend)', 'Sicherheit', 'applicable'],
    ['セキュリティ（任意）', 'セキュリティ', 'optional'],
    ['安全（可选）', '安全', 'optional'],
    ['Optional parameters of opcional()', 'Optional parameters of opcional()', 'always'],
  ])('%s is %s, %s', (title, bare, marker) => {
    expect(markerOf(title)).toBe(marker);
    expect(withoutMarker(title)).toBe(bare);
  });

  it.each([
    ['{title of option 1}', false],
    ['[option 2]', false],
    ['Alternative: <another way>', false],
    ['Story 1', false],
    ['Option A: caching', false],
    ['Step by step guide', true],
    ['Options', true],
    ['Phase transitions', true],
    ['See [the guide](x.md)', true],
  ])('%s is to be there: %s', (title, is) => {
    expect(isRequired({ title, marker: 'always' })).toBe(is);
  });
});

describe('a name', () => {
  it.each([
    ['0000-record-decisions.md', true],
    ['0000-template.md', false],
    ['000.md', false],
    ['0001-a.md', false],
    ['0000-plantilla.md', false],
  ])('%s is that of number 0: %s', (name, is) => {
    expect(isNumberedZero(name)).toBe(is);
  });

  it('is that of a draft in small letters too', () => {
    const convention = { name: '{number}-{slug}', numbering: 'sequential' } as const;
    expect(
      ['xxxx-a.md', 'XXXX-a.md', 'xxx-a.md'].map((each) => isDraftName(each, convention)),
    ).toEqual([true, true, false]);
  });

  it.each(['plantilla.md', 'adr-vorlage.md', '0000-modelo.md', '模板.md', 'テンプレート.md'])(
    '%s is that of a template',
    (name) => {
      expect(isTemplateName(name)).toBe(true);
    },
  );
});

describe('a status', () => {
  const known = ['proposed', 'accepted', 'implemented', 'active'];

  it.each([
    ['acepted', 'accepted'],
    ['accept', 'accepted'],
    ['implementing', undefined],
    ['inactive', undefined],
    ['Implementd', 'implemented'],
  ])('%s is meant as %s', (word, meant) => {
    expect(meantStatus(word, known)).toBe(meant);
  });

  it.each([
    ['Accepted (2024-02-01)', 'Accepted'],
    ['✅ Accepted', 'Accepted'],
    ['Superseded by 4. Cache', 'Superseded'],
    ['ersetzt durch ADR-0003', 'ersetzt'],
  ])('%s has the words %s', (value, words) => {
    expect(statusLabel(value)).toBe(words);
  });

  it('has other labels, but not every word', () => {
    expect(
      ['Status', 'État', 'Build status', 'Statement'].map((label) => isStatus({ label })),
    ).toEqual([true, true, false, false]);
  });
});

describe('what a template says', () => {
  it.each([
    ['*The bulk of the document.*', true],
    ['Brief explanation of the feature.', true],
    ['何を決めたかを書いてください。', true],
    ['描述背景。', true],
    ['Nothing is stored.', false],
    ['*Fast*', false],
    ['决定采用。', false],
  ])('%s asks for something: %s', (words, is) => {
    expect(asksForSomething({ words, kind: 'text' })).toBe(is);
  });
});

it('finds the keys by which proposals give their numbers', () => {
  const proposal = (number: number, front: string) => {
    const read = readProposal('/a.md', false, {
      text: `---\n${front}\n---\n\n# A\n`,
      read: () => undefined,
    });
    if (!read) throw new Error('it is a text');
    return { number, read };
  };
  const some = [
    proposal(7, "simd: '0007'\norder: 7\nid: adr-adr7\nweight: 7"),
    proposal(12, "simd: '0012'\norder: 12\nid: adr-adr12\nweight: 10"),
  ];
  expect(numberKeysIn(some)).toEqual(['simd', 'order', 'id']);
  expect(numberKeysIn(some.slice(1))).toEqual([]);
});
