import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outline } from '../../src/document/markdown/outline.ts';
import { removeSection } from '../../src/document/sections/remove-section.ts';
import { addSection } from '../../src/index.ts';
import { documents } from '../support/documents.ts';
import { runs } from '../support/runs.ts';

const template = readFileSync(
  path.join(import.meta.dirname, '../fixtures/section/template.md'),
  'utf8',
);
const IDS = [
  'summary',
  'motivation',
  'goals',
  'non-goals',
  'proposal',
  'risks-and-mitigations',
  'drawbacks',
  'alternatives',
];
const TITLES = [
  'Summary',
  'Motivation',
  'Goals',
  'Non-Goals',
  'Proposal',
  'Risks and Mitigations',
  'Drawbacks',
  'Alternatives',
];
const LEVELS = [2, 2, 3, 3, 2, 3, 2, 2];

/** Documents that follow the template in part, with fillers between its sections. */
const proposalsOf = (fillers: fc.Arbitrary<string>) =>
  fc
    .tuple(
      fc.subarray([0, 1, 2, 3, 4, 5, 6, 7]),
      fc.array(fillers, { minLength: 9, maxLength: 9 }),
      fc.constantFrom('\n', '\r\n'),
    )
    .map(([present, fillers, eol]) => {
      const parts = present.map((index) => {
        const filler = (fillers[index] ?? '').replace(/^\uFEFF/, '').replace(/\r\n?|\n/g, '\n');
        return `${'#'.repeat(LEVELS[index] ?? 2)} ${TITLES[index]}\n\n${filler}\n`;
      });
      return `# T\n\n${parts.join('\n')}`.replace(/\n/g, eol);
    });

const proposals = proposalsOf(documents);

/** Those that people keep in order: most places in them are certain. */
const orderly = proposalsOf(
  fc.constantFrom('Words of prose.', '- one\n- two', '', '```\n# code\n```', '#### A part\n\nIt.'),
);

const anyDocument = fc.oneof(documents, proposals);
const anySection = fc.constantFrom(...IDS);

describe('adding a section', () => {
  it('adds one range and changes nothing else: no heading, no byte, no line ending', () => {
    fc.assert(
      fc.property(anyDocument, anySection, (document, section) => {
        const result = addSection(document, { template, section });
        fc.pre(result.status === 'added');
        if (result.status !== 'added') return;
        const { offset, text } = result;
        expect(result.document.slice(0, offset) + result.document.slice(offset + text.length)).toBe(
          document,
        );
        expect(result.document.slice(offset, offset + text.length)).toBe(text);
        const isNew = (start: number) => start >= offset && start < offset + text.length;
        const after = outline(result.document);
        const kept = after
          .filter(({ start }) => !isNew(start))
          .map(({ level, title }) => `${level} ${title}`);
        expect(kept).toEqual(outline(document).map(({ level, title }) => `${level} ${title}`));
        const added = after.filter(({ start }) => isNew(start));
        expect(added[0]).toMatchObject({
          level: result.level,
          title: result.heading,
          line: result.line - 1,
        });
        const lineFeeds = document.match(/\n/g)?.length ?? 0;
        if (lineFeeds > 0 && !/(?<!\r)\n/.test(document)) expect(text).not.toMatch(/(?<!\r)\n/);
        if (lineFeeds > 0 && !document.includes('\r')) expect(text).not.toContain('\r');
      }),
      { numRuns: runs(700) },
    );
  });

  it('twice is once', () => {
    fc.assert(
      fc.property(anyDocument, anySection, (document, section) => {
        const once = addSection(document, { template, section });
        fc.pre(once.status === 'added');
        if (once.status !== 'added') return;
        expect(addSection(once.document, { template, section })).toMatchObject({
          status: 'present',
          line: once.line,
        });
      }),
      { numRuns: runs(500) },
    );
  });

  it('in either order gives the same document, where both places are certain', () => {
    fc.assert(
      fc.property(orderly, anySection, anySection, (document, one, other) => {
        fc.pre(one !== other);
        const add = (text: string, section: string) => {
          const result = addSection(text, { template, section });
          return result.status === 'added' && result.certain ? result.document : undefined;
        };
        const forth = add(add(document, one) ?? '', other);
        const back = add(add(document, other) ?? '', one);
        fc.pre(forth !== undefined && back !== undefined);
        expect(forth).toBe(back);
      }),
      { numRuns: runs(500) },
    );
  });

  it('is undone by removing, where headings have a blank line before them', () => {
    fc.assert(
      fc.property(proposals, anySection, (document, section) => {
        const added = addSection(document, { template, section });
        fc.pre(added.status === 'added');
        if (added.status !== 'added') return;
        const before = document.slice(0, added.offset);
        fc.pre(/(?:\r?\n){2}$/.test(before) || added.offset === document.length);
        fc.pre(!/(?:\r?\n){2}$/.test(document) || added.offset < document.length);
        const removed = removeSection(added.document, { template, section });
        expect(removed).toMatchObject({ status: 'removed', document });
      }),
      { numRuns: runs(500) },
    );
  });
});
