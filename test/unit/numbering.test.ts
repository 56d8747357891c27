import { describe, expect, it } from 'vitest';
import { nextNumber, widthOf, withoutYears } from '../../src/convention/numbering.ts';
import { numberingOf } from '../../src/convention/signs/numbering-signs.ts';

const upTo = (count: number, step = 1, first = 1) =>
  Array.from({ length: count }, (_, index) => first + Math.floor(index * step));

describe('the next number', () => {
  it.each<[used: number[], next: number]>([
    [[], 1],
    [[3, 41, 7], 42],
    [[1, 2, 2025], 3],
    [[2024, 2025], 2026],
    [[1000, 2025], 2026],
    [[1, 2, 9999], 3],
    [[9998, 9999], 10000],
  ])('behind %j is %i', (used, next) => {
    expect(nextNumber(used)).toBe(next);
  });
});

describe('where numbers come from', () => {
  it.each<[why: string, numbers: number[], isPadded: boolean, expected: string]>([
    ['eight of ten are there', [1, 2, 3, 4, 5, 6, 7, 10], false, 'sequential'],
    ['three of four are there', [1, 2, 4, 5, 7, 8, 9, 11, 12], false, 'assigned'],
    ['the last ten have gaps', [...upTo(90), 100, 110, 120, 130, 140], false, 'assigned'],
    ['padded, two of four are there', upTo(60, 2), true, 'sequential'],
    ['padded, one of three is there', upTo(60, 3), true, 'assigned'],
    ['padded, and none is above 50', [1, 20, 50], true, 'sequential'],
    ['padded, and one is above 50', [1, 20, 51], true, 'assigned'],
    ['few, but in a run', [101, 102, 103], false, 'sequential'],
    ['few, in a run of two', [101, 102], false, 'assigned'],
    ['few, and near 1', [8, 9], false, 'sequential'],
    ['few, beginning behind 10', [11, 12], false, 'assigned'],
    ['five, dense, beginning far from 1', [101, 102, 103, 104, 106], false, 'sequential'],
    ['four, dense, beginning far from 1', [101, 102, 103, 105], false, 'assigned'],
    ['a lone year beside them', [...upTo(9), 2025], false, 'sequential'],
  ])('%s', (_, numbers, isPadded, expected) => {
    expect(numberingOf(numbers, isPadded).numbering).toBe(expected);
  });

  it('leaves out years only where the other numbers are far from them', () => {
    expect(withoutYears([1, 2, 1899, 1900, 2099, 2100])).toEqual([1, 2, 1899, 1900, 2099, 2100]);
    expect(withoutYears([1, 999, 1900, 2099])).toEqual([1, 999]);
    expect(withoutYears([2024])).toEqual([2024]);
  });
});

describe('the digits that numbers are padded to', () => {
  it.each<[digits: string[], width: number | null]>([
    [['0001', '0002'], 4],
    [['1', '2'], null],
    [['01', '2', '3', '4'], null],
    [['01', '02', '3', '4', '5', '6'], 2],
    [['001', '02', '03'], 2],
    [['0'], null],
    [['0001', '1000'], 4],
  ])('%j: %s', (digits, width) => {
    expect(widthOf(digits)).toBe(width);
  });
});
