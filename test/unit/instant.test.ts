import { describe, expect, it } from 'vitest';
import { compareInstants, monthsBefore } from '../../src/instant.ts';

describe('dates', () => {
  it('are ordered by the moments that they name', () => {
    const [later, earlier] = ['2024-01-01T04:00:00-08:00', '2024-01-01T19:00:00+09:00'];
    expect(compareInstants(later, earlier)).toBeGreaterThan(0);
    expect([later, earlier].toSorted(compareInstants)).toEqual([earlier, later]);
  });

  it.each([
    ['2026-03-31', 1, '2026-02-28'],
    ['2024-03-31', 1, '2024-02-29'],
    ['2026-03-28', 1, '2026-02-28'],
    ['2026-01-15', 12, '2025-01-15'],
    ['2026-12-31', 6, '2026-06-30'],
  ])('of %s, %i months earlier: %s', (day, months, expected) => {
    expect(monthsBefore(day, months).toISOString().slice(0, 10)).toBe(expected);
  });
});
