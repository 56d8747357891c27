import fc from 'fast-check';
import { expect, it } from 'vitest';
import { outline } from '../../src/document/markdown/outline.ts';
import { upgradeDocument } from '../../src/index.ts';
import { runs } from '../support/runs.ts';
import { upgrades } from '../support/upgrades.ts';

const linesOfPeople = (text: string) => text.split('\n').filter((line) => line.includes('§'));

it('upgrading loses and moves no line that people wrote, and has nothing to do a second time', () => {
  fc.assert(
    fc.property(upgrades, ({ base, template, document }) => {
      const first = upgradeDocument(document, { base, template });
      expect(linesOfPeople(first.document)).toEqual(linesOfPeople(document));
      const again = upgradeDocument(first.document, { base, template });
      expect(again.changes.filter(({ applied }) => applied)).toEqual([]);
      expect(again.document).toBe(first.document);
    }),
    { numRuns: runs(1500) },
  );
});

it('what is applied stands where the change says, and nothing else is new among the headings', () => {
  fc.assert(
    fc.property(upgrades, ({ base, template, document }) => {
      const { document: after, changes } = upgradeDocument(document, { base, template });
      const headings = outline(after);
      for (const { kind, applied, line, level, heading, certain } of changes.filter(
        (each) => each.applied,
      )) {
        expect({ applied, certain }).toEqual({ applied: true, certain: true });
        if (kind === 'guidance') continue;
        expect(headings).toContainEqual(
          expect.objectContaining({ line: (line ?? 0) - 1, level, title: heading }),
        );
      }
      const gained = changes.filter(({ kind, applied }) => kind === 'gained' && applied).length;
      expect(headings).toHaveLength(outline(document).length + gained);
    }),
    { numRuns: runs(1500) },
  );
});
