import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatEntryName, numberIn, padded } from '../../src/convention/entry-name.ts';
import { parseEntryName } from '../../src/convention/parse-entry-name.ts';
import { runs } from '../support/runs.ts';

const prefixes = fc.constantFrom('', 'rfc-', 'KEP-', 'ADR', 'eip_', 'my_rfc-', 'v');
const separators = fc.constantFrom('-', '_', '.');
const slugs = fc
  .array(fc.constantFrom('a', 'cache', 'x1', '12', '01', '2024', 'template', 'xxxx'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((words) => words.join('-'));
const extensions = fc.constantFrom('', '.md', '.markdown');
const numbers = fc.oneof(
  fc.integer({ min: 1, max: 3000 }),
  fc.integer({ min: 190_000, max: 210_000 }),
  fc.integer({ min: 1, max: 999_999_999 }),
);

describe('the name of an entry', () => {
  it('is read as it was written: parse(format(x)) is x, but for what is a date as well', () => {
    let read = 0;
    fc.assert(
      fc.property(
        fc.record({
          prefix: prefixes,
          separator: separators,
          slug: slugs,
          extension: extensions,
          number: numbers,
          width: fc.constantFrom(null, 3, 4),
        }),
        ({ prefix, separator, slug, extension, number, width }) => {
          const pattern = { name: `${prefix}{number}${separator}{slug}${extension}` };
          const digits = padded(number, width);
          const name = formatEntryName(pattern, { number: digits, slug, date: '2024-01-31' });
          const parsed = parseEntryName(name, prefix);
          if (parsed.kind === 'date') {
            // Not taken for a number by any reader, and so never given: it begins as a date does.
            expect(numberIn(name, prefix)).toBeUndefined();
            expect(name.slice(prefix.length)).toMatch(/^(?:19|20)\d\d-?(?:0[1-9]|1[0-2])/);
            return;
          }
          read++;
          expect(parsed).toEqual({ kind: 'number', prefix, digits, separator, slug });
          const isTemplate = number === 1 && numberIn(name, prefix) === undefined;
          if (!isTemplate) expect(numberIn(name, prefix)).toBe(number);
        },
      ),
      { numRuns: runs(2000) },
    );
    expect(read).toBeGreaterThan(1500);
  });

  it.each(['YYYY-MM-DD', 'YYYYMMDD', 'YYYYMM', 'YYYY-MM'])('holds a date as %s', (format) => {
    const days = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    });
    const words = fc.constantFrom('a', 'a-b', 'cache-2');
    fc.assert(
      fc.property(days, words, separators, (day, slug, separator) => {
        const pattern = { name: `{date:${format}}${separator}{slug}` };
        const date = day.toISOString().slice(0, 10);
        const name = formatEntryName(pattern, { number: '', slug, date });
        expect(parseEntryName(name)).toEqual({
          kind: 'date',
          prefix: '',
          format,
          separator,
          slug,
        });
      }),
    );
  });
});
