import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adoptMarkdown, adoptYaml } from '../../src/template/adopt/adopt.ts';
import { compileTemplate } from '../../src/template/compile.ts';
import { hasExpressions } from '../../src/template/detect-expressions.ts';
import { HiddenWords } from '../../src/template/hidden-words.ts';
import { EMPTY_VALUES } from '../../src/template/values.ts';
import { runs } from '../support/runs.ts';

/** Pieces of templates, and of what could be taken for an expression or a placeholder. */
const piece = fc.constantFrom(
  ...[
    '# Title',
    '# KEP-NNNN: Your title',
    '# RFC 0000 - {title}',
    '## Summary',
    '## Motivation',
    '### Goals',
  ],
  ...[
    '### Non-Goals [optional]',
    '## Use Cases',
    '#### Story 1',
    '## Proposal',
    '# Meta',
    '## Abstract (Optional)',
  ],
  ...[
    '---',
    'title: x',
    'authors:',
    '  - "@janedoe"',
    'creation-date: yyyy-mm-dd',
    'kep-number: NNNN',
    'author: <name>',
  ],
  ...[
    '- Feature Name: (fill me in)',
    '**Date:** YYYY-MM-DD',
    '| Author | @jane |',
    '- RFC PR: [x#0000](y/0000)',
    'NNNN',
    '{NNNN}',
    '{{NNNN',
    'NNNN}}',
  ],
  ...[
    'This is the title. Keep it short.',
    'Some text.',
    '<!-- a',
    'title -->',
    '```',
    '{{x}}',
    '{{#if y}}',
    '{{{',
    '}}}',
    '\\{{',
    '\\',
    '{',
    '}',
    '{{!',
    '~}}',
  ],
  ...['- [Summary](#summary)', '[summary]: #summary', '', '', ' ', '\t'],
);
const anything = fc.oneof(
  { weight: 5, arbitrary: piece },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
);
const templates = fc
  .tuple(fc.array(anything, { maxLength: 25 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([lines, eol, ends]) => lines.join(eol) + (ends ? eol : ''));

const fill = async (source: string, values: object = {}) => {
  const compiled = await compileTemplate(source, 'a template', true);
  return compiled.fill({ ...EMPTY_VALUES, ...values }, new HiddenWords());
};

describe('adopting', () => {
  it('gives any Markdown back, byte for byte, when there are no answers', async () => {
    await fc.assert(
      fc.asyncProperty(templates, fc.boolean(), async (text, isAssigned) => {
        expect(await fill(adoptMarkdown(text, { isAssigned }).handlebars)).toBe(text);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('gives any YAML back when there are no answers', async () => {
    await fc.assert(
      fc.asyncProperty(templates, async (text) => {
        expect(await fill(adoptYaml(text))).toBe(text);
      }),
      { numRuns: runs(500) },
    );
  });

  it('writes every answer that it has a place for exactly once, and no other', async () => {
    const values = {
      summary: 'THE-SUMMARY',
      goals: ['THE-GOAL'],
      nonGoals: ['THE-NON'],
      stories: [{ title: 'THE-STORY', text: 'THE-TEXT' }],
    };
    await fc.assert(
      fc.asyncProperty(templates, async (text) => {
        const { handlebars, places, added } = adoptMarkdown(text);
        const filled = await fill(handlebars, values);
        for (const [word, place] of [
          ['THE-SUMMARY', 'summary'],
          ['THE-GOAL', 'goals'],
          ['THE-NON', 'non-goals'],
          ['THE-STORY', 'stories'],
          ['THE-TEXT', 'stories'],
        ] as const) {
          const times = filled.split(word).length - 1;
          expect({ word, times }).toEqual({
            word,
            times: places.has(place) || added.has(place) ? 1 : 0,
          });
        }
      }),
      { numRuns: runs(500) },
    );
  });

  it('takes nothing in code or comments for an expression', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('`', '```\n', '<!-- '),
        fc.constantFrom('{{x}}', '{{#if x}}', '{{date "Y"}}'),
        (around, braces) => {
          const end = around === '<!-- ' ? ' -->' : around.split('').reverse().join('');
          expect(hasExpressions(`text\n\n${around}${braces}${end}\n`)).toBe(false);
        },
      ),
    );
  });
});
