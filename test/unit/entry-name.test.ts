import { describe, expect, it } from 'vitest';
import {
  draftNumber,
  type EntryName,
  isDraftName,
  numberIn,
  padded,
  parseEntryName,
} from '../../src/convention/entry-name.ts';

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
    ['adr-7', 'eip-', undefined],
    ['adr-7', '', undefined],
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
    ['2024-01-31-a', { kind: 'date', format: 'YYYY-MM-DD', separator: '-', slug: 'a' }],
    ['20240131-a', { kind: 'date', format: 'YYYYMMDD', separator: '-', slug: 'a' }],
    ['202401-a', { kind: 'date', format: 'YYYYMM', separator: '-', slug: 'a' }],
    ['2024-01-a', { kind: 'date', format: 'YYYY-MM', separator: '-', slug: 'a' }],
    ['2024-01-32-a', { kind: 'date', format: 'YYYY-MM', separator: '-', slug: '32-a' }],
    ['XXXX-a', { kind: 'draft', prefix: '', separator: '-', slug: 'a' }],
    ['kep-XXX-a', { kind: 'draft', prefix: 'kep-', separator: '-', slug: 'a' }],
    ['XX-a', { kind: 'slug', slug: 'XX-a' }],
    ['title.md', { kind: 'slug', slug: 'title' }],
    ['7title', { kind: 'slug', slug: '7title' }],
  ])('%s', (name, expected) => {
    expect(parseEntryName(name)).toEqual(expected);
  });

  it.each<[name: string, pattern: string, expected: boolean]>([
    ['XXXX-a', '{number}-{slug}', true],
    ['kep-XXXX-a', 'KEP-{number}-{slug}', true],
    ['adr-XXXX-a', 'KEP-{number}-{slug}', false],
    ['0007-a', '{number}-{slug}', false],
  ])('%s is a draft where names are %s: %s', (name, pattern, expected) => {
    expect(isDraftName(name, { name: pattern })).toBe(expected);
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
