import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAnswers, prose } from '../../src/answers/answers.ts';
import { commandFor, parseCall } from '../../src/cli/parse.ts';
import { loadLetters, slugOf } from '../../src/convention/slug.ts';
import { withoutMarker } from '../../src/document/markdown/marker.ts';
import { outline } from '../../src/document/markdown/outline.ts';
import { Failure } from '../../src/failure.ts';
import { loadTemplate } from '../../src/template/load-template.ts';
import { renderProposal } from '../../src/template/render.ts';
import { choices } from '../../src/template/selection.ts';
import { runs } from '../support/runs.ts';

const template = await loadTemplate();
const facts = { number: '0001', slug: 's', date: '2000-01-01', author: '', area: '' };
const all = renderProposal(template, {}, facts);
const optional = choices(all.sections).map(({ id }) => id);

/** Words that Markdown, Handlebars and String.replace could take for something else. */
const hostile = fc.constantFrom(
  '# h',
  '```',
  '---',
  '<!--',
  '{{x}}',
  '{{/if}}',
  '$&',
  '- ',
  '> ',
  '    ',
  '|',
  '<b>',
  '🇪🇺',
  '語',
  '\n',
  '\n\n',
  'word ',
);
const words = fc
  .array(fc.oneof(hostile, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 12 })
  .map((parts) => parts.join(''));

/** Marked, so that each answer is found, and found once. */
const marked = (name: string) =>
  fc
    .tuple(words, fc.integer({ min: 100, max: 999 }))
    .map(([text, n]) => `${name}${n}<${text}>${name}${n}`);

describe('rendering', () => {
  it('shows any answers verbatim, once each', () => {
    const answers = fc.record({
      title: marked('T').map((text) => text.replace(/[\r\n]+/g, ' ')),
      summary: marked('S'),
      goals: fc.array(marked('G'), { maxLength: 3 }),
      nonGoals: fc.array(marked('N'), { maxLength: 3 }),
      stories: fc.array(marked('U'), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(answers, ({ nonGoals, ...rest }) => {
        const parsed = clean({ ...rest, 'non-goals': nonGoals });
        fc.pre(parsed !== undefined);
        const { document } = renderProposal(template, parsed, facts);
        const items = [...(parsed.goals ?? []), ...(parsed.nonGoals ?? [])];
        const stories = (parsed.stories ?? []).flatMap(({ title, text }) => [title ?? '', text]);
        const all = [`# ${parsed.title}\n`, parsed.summary ?? '', ...items.map(asItem), ...stories];
        const expected = all.filter((text) => text !== '');
        for (const text of expected) {
          const same = expected.filter((other) => other.includes(text)).length;
          expect({ text, times: occurrences(document, text) }).toEqual({ text, times: same });
        }
      }),
      { numRuns: runs(300) },
    );
  });

  // Two seeds that once let a heading out, and new ones each time.
  it.each([
    ['anything', {}],
    ['what seed 47527 makes', { seed: 47527 }],
    ['what seed 1868897 makes', { seed: 1868897 }],
  ])('has the outline of the template, less what was dropped, when answers hold %s', (_, seed) => {
    const picks = fc.record({
      summary: words,
      goals: fc.array(words, { maxLength: 3 }),
      kept: fc.subarray(optional),
    });
    fc.assert(
      fc.property(picks, ({ summary, goals, kept }) => {
        const parsed = clean({ title: 'T', summary, goals });
        fc.pre(parsed !== undefined);
        const without = choices(all.sections).filter(
          ({ id, marker }) => marker === 'applicable' && !kept.includes(id),
        );
        const { document, selection } = renderProposal(
          template,
          { ...parsed, nestHeadings: true, with: kept, without: without.map(({ id }) => id) },
          facts,
        );
        const expected = all.sections.filter(
          ({ id, marker }) => marker === 'always' || kept.includes(id),
        );
        expect(selection.kept).toEqual(expected.map(({ id }) => id));
        const titles = outline(document)
          .filter(({ level }) => level < 3)
          .map(({ title }) => title);
        const wanted = expected
          .filter(({ level }) => level < 3)
          .map(({ title }) => withoutMarker(title));
        expect(titles).toEqual(['T', ...wanted]);
      }),
      {
        numRuns: runs(300),
        examples: [[{ summary: '', goals: ['- - \n# h'], kept: [] }]],
        ...seed,
      },
    );
  });
});

describe('slugs', () => {
  it('are short words of a to z and digits, stable, and no device names', async () => {
    await loadLetters();
    fc.assert(
      fc.property(
        fc.oneof(words, fc.string({ unit: 'binary' }), fc.constantFrom('con', 'COM1', 'aux.')),
        (title) => {
          const slug = slugOf(title);
          expect(slug).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
          expect(slug.length).toBeLessThanOrEqual(60);
          expect(slugOf(slug)).toBe(slug);
          expect(slug).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)$/);
        },
      ),
      { numRuns: runs(1000) },
    );
  });
});

describe('arguments and answers', () => {
  it('throw nothing but failures for the user', () => {
    const flags = fc.constantFrom(
      '--title',
      '--goal',
      '--number',
      '--text',
      '--with',
      '--yes',
      '--json',
      '--',
      '-',
      '--n',
      '-h',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(flags, fc.string())), (args) => {
        onlyFailures(() => parseCall(commandFor(args, 'posix')));
      }),
      { numRuns: runs(1000) },
    );
    const keys = fc.constantFrom(
      'title',
      'goals',
      'stories',
      'sections',
      'number',
      '__proto__',
      'constructor',
    );
    fc.assert(
      fc.property(fc.oneof(fc.dictionary(keys, fc.jsonValue()), fc.jsonValue()), (value) => {
        onlyFailures(() => parseAnswers(value, () => 'x'));
      }),
      { numRuns: runs(1000) },
    );
  });
});

function clean(value: object) {
  try {
    return parseAnswers(value, () => 'x');
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

function onlyFailures(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}

/** A goal as it is written: one item, its later lines indented. */
function asItem(text: string): string {
  return `\n- ${text.replace(/\n(?=[^\n])/g, '\n  ')}\n`;
}

/** Those that share a line end with the next one as well. */
function occurrences(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) count++;
  return count;
}

it('prose is kept but for blank lines around it and the kind of line ending', () => {
  fc.assert(
    fc.property(words, (text) => {
      const written = prose(text);
      expect(prose(written)).toBe(written);
      expect(text.replace(/\r\n?/g, '\n').trim()).toBe(written.trim());
    }),
  );
});
