import fc from 'fast-check';
import { expect, it } from 'vitest';
import { outline } from '../../src/document/markdown/outline.ts';
import { upgradeDocument } from '../../src/index.ts';
import { documents } from '../support/documents.ts';
import { runs } from '../support/runs.ts';

const titles = [
  'Summary',
  'Motivation',
  'Goals',
  'Design',
  'Test Plan',
  'Drawbacks',
  'Why',
  'Costs',
  'Notes [optional]',
];
const explanations = [
  'Say what it is about, in a paragraph.',
  'Ask what this costs, and whom.',
  '<!-- Read this first -->',
  'N/A',
  '',
];

const section = fc.record({
  title: fc.constantFrom(...titles),
  level: fc.constantFrom(2, 2, 2, 3, 4),
  words: fc.constantFrom(...explanations),
});

type Section = { title: string; level: number; words: string };

const textOf = (sections: readonly Section[]) =>
  `# T\n\n${sections.map(({ title, level, words }) => `${'#'.repeat(level)} ${title}\n\n${words}\n`).join('\n')}`;

const templates = fc.uniqueArray(section, { selector: ({ title }) => title, maxLength: 8 });

/** A template, what it has become, and what people made of it: each section kept, left out, or with words of their own. */
const upgrades = fc
  .tuple(
    templates,
    templates,
    fc.array(fc.tuple(fc.constantFrom('keep', 'drop', 'write', 'append', 'own'), documents), {
      minLength: 8,
      maxLength: 8,
    }),
  )
  .map(([base, template, edits]) => {
    const own = base.flatMap((each, at): string[] => {
      const [what, words] = edits[at] ?? ['keep', ''];
      const heading = `${'#'.repeat(each.level)} ${each.title.replace(' [optional]', '')}\n\n`;
      const mine = words
        .replace(/^\uFEFF/, '')
        .replace(/\r\n?/g, '\n')
        .split('\n')
        .map((line) => (line.trim() === '' ? '' : `${line} §${at}`))
        .join('\n');
      if (what === 'drop') return [];
      if (what === 'write') return [`${heading}${mine}\n`];
      if (what === 'append') return [`${heading}${each.words}\n\n${mine}\n`];
      return what === 'own'
        ? [`## Mine ${at} §\n\nx §\n\n`, `${heading}${each.words}\n`]
        : [`${heading}${each.words}\n`];
    });
    return {
      base: textOf(base),
      template: textOf(template),
      document: `# Mine §\n\n${own.join('\n')}`,
    };
  });

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
