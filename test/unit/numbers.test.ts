import { describe, expect, it } from 'vitest';
import { nextNumber, numberOf, padded } from '../../src/convention/numbers.ts';
import { slugOf } from '../../src/convention/slug.ts';

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
    ['99999999999999999999-title', undefined],
  ])('%s: %s', (name, expected) => {
    expect(numberOf(name)).toBe(expected);
  });

  it('is followed by the one after the highest', () => {
    expect(nextNumber([])).toBe(1);
    expect(nextNumber([3, 41, 7])).toBe(42);
    expect(padded(42, 4)).toBe('0042');
    expect(padded(12345, 4)).toBe('12345');
  });
});

describe('the slug of a title', () => {
  it.each([
    ['Faster startup', 'faster-startup'],
    ['Node.js 20: über/unter_grenze', 'node-js-20-uber-unter-grenze'],
    ["Don't", 'dont'],
    ['Übergröße für Füße', 'ubergrosse-fur-fusse'],
    ['  -- a -- ', 'a'],
    ['NUL', 'nul-proposal'],
    ['外部 API', 'api'],
    ['外部公開', ''],
    ['🚀', ''],
    ['a'.repeat(70), 'a'.repeat(60)],
  ])('%s: %s', (title, expected) => {
    expect(slugOf(title)).toBe(expected);
  });
});
