import { describe, expect, it } from 'vitest';
import type { Convention } from '../../src/convention/convention.ts';
import {
  draftNumber,
  formatEntryName,
  isDraftName,
  numberBeforeLetter,
  numberIn,
  padded,
} from '../../src/convention/entry-name.ts';
import {
  datesAmong,
  type EntryName,
  parseEntryName,
  readEntryName,
} from '../../src/convention/parse-entry-name.ts';

describe('the number that a name begins with', () => {
  it.each<[string, number | undefined]>([
    ['0007-title', 7],
    ['7-title', 7],
    ['0007_title', 7],
    ['0007.md', 7],
    ['0007', 7],
    ['12345-title', 12345],
    ['0000-template', undefined],
    ['NNNN-template', undefined],
    ['day2-operations', undefined],
    ['1.0', 1],
    ['7title', undefined],
    ['20240131-title', undefined],
    ['202401-title', undefined],
    ['2024-01-31-title', undefined],
    ['2024-title', 2024],
    ['190120-title', 190120],
    ['201913-title', 201913],
    ['2019-13-title', 2019],
    ['0001-template', undefined],
    ['0001-templates-for-all', 1],
    ['99999999999999999999-title', undefined],
  ])('%s: %s', (name, expected) => {
    expect(numberIn(name)).toBe(expected);
  });

  it.each<[name: string, prefix: string, expected: number | undefined]>([
    ['eip-7', 'eip-', 7],
    ['EIP-7-title', 'eip-', 7],
    ['7-title', 'eip-', 7],
    ['adr-7', 'eip-', 7],
    ['adr-7', '', 7],
    ['ADR_0006_z', '', 6],
    ['ADR0006-z', '', 6],
    ['ADR 0006 z', '', 6],
    ['adr.0006.z', '', 6],
    ['0006 - z', 'ADR-', 6],
    ['FE-ADR-001-x', '', 1],
    ['ADR-D-0001-x', '', 1],
    ['LEEP-0404-x', '', 404],
    ['LEEP-404-x', '', undefined],
    ['day2-x', '', undefined],
    ['use-http-2-x', '', undefined],
    ['eip-20240131', 'eip-', undefined],
  ])('%s under the prefix "%s": %s', (name, prefix, expected) => {
    expect(numberIn(name, prefix)).toBe(expected);
  });
});

describe('the name of an entry', () => {
  it.each<[string, EntryName]>([
    ['0007-title', { kind: 'number', prefix: '', digits: '0007', separator: '-', slug: 'title' }],
    ['rfc-7.md', { kind: 'number', prefix: 'rfc-', digits: '7', separator: '', slug: '' }],
    ['ADR007_a.md', { kind: 'number', prefix: 'ADR', digits: '007', separator: '_', slug: 'a' }],
    ['2024-01-31-a', { kind: 'date', prefix: '', format: 'YYYY-MM-DD', separator: '-', slug: 'a' }],
    ['20240131-a', { kind: 'date', prefix: '', format: 'YYYYMMDD', separator: '-', slug: 'a' }],
    ['202401-a', { kind: 'date', prefix: '', format: 'YYYYMM', separator: '-', slug: 'a' }],
    ['2024-01-a', { kind: 'date', prefix: '', format: 'YYYY-MM', separator: '-', slug: 'a' }],
    ['2024-01-32-a', { kind: 'date', prefix: '', format: 'YYYY-MM', separator: '-', slug: '32-a' }],
    ['XXXX-a', { kind: 'draft', prefix: '', separator: '-', slug: 'a' }],
    ['kep-XXX-a', { kind: 'draft', prefix: 'kep-', separator: '-', slug: 'a' }],
    ['2023-9-2-a', { kind: 'date', prefix: '', format: 'YYYY-MM-DD', separator: '-', slug: 'a' }],
    [
      'draft-20240131-a',
      { kind: 'date', prefix: 'draft-', format: 'YYYYMMDD', separator: '-', slug: 'a' },
    ],
    ['0006 - A b', { kind: 'number', prefix: '', digits: '0006', separator: ' - ', slug: 'A b' }],
    ['XX-a', { kind: 'slug', slug: 'XX-a' }],
    ['title.md', { kind: 'slug', slug: 'title' }],
    ['7title', { kind: 'slug', slug: '7title' }],
  ])('%s', (name, expected) => {
    expect(parseEntryName(name)).toEqual(expected);
  });

  it.each<[name: string, pattern: string, numbering: Convention['numbering'], expected: boolean]>([
    ['XXXX-a', '{number}-{slug}', 'sequential', true],
    ['kep-XXXX-a', 'KEP-{number}-{slug}', 'sequential', true],
    ['adr-XXXX-a', 'KEP-{number}-{slug}', 'sequential', false],
    ['0007-a', '{number}-{slug}', 'sequential', false],
    ['0000-a', '{number}-{slug}', 'assigned', true],
    ['0000-a', '{number}-{slug}', 'sequential', false],
    ['0000-template', '{number}-{slug}', 'assigned', false],
  ])('%s is a draft where names are %s, %s: %s', (name, pattern, numbering, expected) => {
    expect(isDraftName(name, { name: pattern, numbering })).toBe(expected);
  });

  it.each<[name: string, pattern: string, numbering: Convention['numbering'], slug: string]>([
    ['dr_caching.md', 'dr_{slug}.md', 'none', 'caching'],
    ['component-library.md', 'dr_{slug}.md', 'none', 'component-library'],
    ['0000-caching.md', '0000-{slug}.md', 'none', 'caching'],
    ['240131-caching', '{date:YYMMDD}-{slug}', 'date', 'caching'],
    ['2024-caching', '{date:YYYY}-{slug}', 'date', 'caching'],
  ])('%s, where names are %s (%s), has the slug %s', (name, pattern, numbering, slug) => {
    expect(readEntryName(name, { name: pattern, numbering }).slug).toBe(slug);
  });

  it.each<[names: string[], kinds: string]>([
    [['210107-a', '210318-b', '251031-c'], 'date'],
    [['210107-a', '210318-b', '251399-c'], 'number'],
    [['210107-a', '210318-b'], 'number'],
    [['2020-a', '2020-b', '2020-c', '2021-d'], 'date'],
    [['2020-a', '2021-b', '2022-c', '2023-d'], 'date'],
    [['1020-a', '2021-b', '2022-c'], 'number'],
  ])('of %j is a %s', (names, kind) => {
    const kinds = datesAmong(names.map((name) => parseEntryName(name))).map((form) => form.kind);
    expect(new Set(kinds)).toEqual(new Set([kind]));
  });

  it('has as many X in a draft as numbers have digits, and four at least', () => {
    expect([null, 3, 4, 6].map((width) => draftNumber({ width }))).toEqual([
      'XXXX',
      'XXXX',
      'XXXX',
      'XXXXXX',
    ]);
  });

  it('is padded to a width, and longer where the number is', () => {
    expect([padded(42, 4), padded(12345, 4), padded(42, null)]).toEqual(['0042', '12345', '42']);
  });
});

it.each<[name: string, prefix: string, expected: number | undefined]>([
  ['0012a-disk.md', '', 12],
  ['RFC-012b_disk', 'rfc-', 12],
  ['0012ab-disk.md', '', undefined],
  ['100x-faster.md', '', undefined],
  ['0000a-x.md', '', undefined],
  ['rfc-012a-x.md', '', undefined],
])('a part %s behind %j takes the number %s', (name, prefix, expected) => {
  expect(numberBeforeLetter(name, prefix)).toBe(expected);
});

it('a name does not say twice what every name ends with', () => {
  const nameOf = (slug: string, name = '{slug}-design.md') =>
    formatEntryName({ name }, { number: '', slug, date: '2026-01-01' });
  expect(nameOf('cache')).toBe('cache-design.md');
  expect(nameOf('cache-design')).toBe('cache-design.md');
  expect(nameOf('design')).toBe('design-design.md');
  expect(nameOf('cache-rfc', '{slug}.rfc.md')).toBe('cache.rfc.md');
  expect(nameOf('read-md', '{slug}.md')).toBe('read-md.md');
});

it('a name is read without the word that every name ends with', () => {
  const convention = { name: '{slug}-design.md', numbering: 'none' } as const;
  expect(readEntryName('cache-design.md', convention)).toEqual({ kind: 'slug', slug: 'cache' });
  expect(readEntryName('cache.md', convention)).toEqual({ kind: 'slug', slug: 'cache' });
});
