import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { markerOf, stripMarker } from '../../src/document/markdown/marker.ts';
import { outline } from '../../src/document/markdown/outline.ts';
import { templateSections } from '../../src/document/sections/template-sections.ts';
import { adoptMarkdown, adoptYaml } from '../../src/template/adopt/adopt.ts';
import { compileTemplate } from '../../src/template/compile.ts';
import { hasExpressions } from '../../src/template/detect-expressions.ts';
import { HiddenWords } from '../../src/template/hidden-words.ts';
import { EMPTY_VALUES } from '../../src/template/values.ts';

const fill = async (source: string) => {
  const words = new HiddenWords();
  const { fill: run } = await compileTemplate(source, 't', true);
  const title = words.hide('title', 'A | "B"');
  const values = {
    title,
    titleInYaml: words.variant(title, JSON.stringify),
    titleWithinQuotes: words.variant(title, (text) => JSON.stringify(text).slice(1, -1)),
    titleWithinApostrophes: words.variant(title, (text) => text.replaceAll("'", "''")),
    titleInTable: words.variant(title, (text) => text.replaceAll('|', '\\|')),
    author: words.hide('author', 'Jo'),
    authorInYaml: words.hide('author', 'Jo'),
    authorInQuotes: words.hide('author', '"Jo"'),
    date: '2026-01-31',
    number: '0042',
  };
  return words.reveal(run({ ...EMPTY_VALUES, ...values }, words));
};

/** Text on which a careless expression takes minutes, and how many headings it has. */
const SLOW: [string, string, number][] = [
  ['spaces behind a label', `# T\n\nName:${' '.repeat(30_000)}x|x\n`, 1],
  ['a comment in a labelled line', `# T\n\nNote: a <!-- ${'x '.repeat(30_000)} --> b | c | d\n`, 1],
  ['spaces in a heading', `## a${' '.repeat(30_000)}b optional\n`, 1],
  ['front matter', `---\ntitle: a${' '.repeat(100_000)}b\n---\n`, 0],
  ['backslashes', `${'\\'.repeat(100_000)}{{x\n`, 0],
  ['markers', `## ${'[optional,'.repeat(10_000)}\n`, 1],
  ['backticks', Array.from({ length: 440 }, (_, n) => '`'.repeat(n + 1)).join(' '), 0],
  ['headings', '## a\n'.repeat(20_000), 20_000],
  ['dates', `Date: ${'<date '.repeat(20_000)}\n`, 0],
  ['comments', '<!-- optional '.repeat(10_000), 0],
  ['lists of links', '- [a](#a)\n'.repeat(5_000), 0],
  ['braces', '{'.repeat(100_000), 0],
  ['a table', `|${' a |'.repeat(20_000)}\n`, 0],
];

/** Milliseconds: many times what any of them takes, and a fraction of what a careless expression would. */
const LONGEST = 15_000;

describe('templates that are meant to take long', () => {
  it.each(SLOW)(
    '%s',
    (_, text, headings) => {
      expect(adoptMarkdown(text, { isAssigned: true }).handlebars.length).toBeGreaterThanOrEqual(
        text.length,
      );
      hasExpressions(text);
      templateSections(text);
      expect(outline(text)).toHaveLength(headings);
      for (const { title } of outline(text).slice(0, 100)) markerOf(title);
      stripMarker(text);
    },
    LONGEST,
  );
});

describe('YAML that is adopted', () => {
  it.each<[string, string, object]>([
    [
      'a folded title',
      'title: >-\n  KEP Template\nother: 1\n',
      { title: 'KEP Template', other: 1 },
    ],
    ['a quoted title of two lines', 'title: "KEP\n  Template"\n', { title: 'KEP Template' }],
    ['a title with a hash', 'title: "a # b" # c\n', { title: 'A | "B"' }],
    ['a title in apostrophes', "title: 'Your title'\n", { title: 'A | "B"' }],
    ['an author in quotes', 'author: "Your Name"\n', { author: 'Jo' }],
    ['a status to choose', 'status: "{draft | done | superseded by 7}" # c\n', { status: 'draft' }],
    ['authors in brackets', 'authors: ["@a", "@b"]\n', { authors: ['Jo'] }],
    ['authors in brackets over lines', 'authors: [\n  "a",\n  "b"]\n', { authors: ['a', 'b'] }],
    [
      'authors that are mappings',
      'authors:\n  - name: Jane\n    github: jane\n',
      { authors: [{ name: 'Jane', github: 'jane' }] },
    ],
    [
      'an author with an address',
      'authors:\n  - name: Your Name\n    email: you@example.com\n',
      { authors: [{ name: 'Jo', email: 'you@example.com' }] },
    ],
    ['authors of several lines', 'authors:\n  - a\n    b\n', { authors: ['a b'] }],
    ['a number and a date', 'number: NNNN\ndate: yyyy-mm-dd\n', { number: 42, date: '2026-01-31' }],
    ['an anchor', 'title: &t x\ncopy: *t\n', { title: 'x', copy: 'x' }],
  ])('stays YAML with %s', async (_, text, expected) => {
    expect(parse(await fill(adoptYaml(text)))).toEqual(expected);
  });
});

describe('what stands right under a title', () => {
  it.each([
    [
      'a list with labels',
      '# RFC-0000: Title\n\n- Title: <title>\n- Status: Draft\n',
      '# RFC-0042: A | "B"\n\n- Title: A | "B"\n- Status: Draft\n',
    ],
    [
      'a table',
      '# T\n\n| Title | <title> |\n|---|---|\n| Status | Draft |\n',
      '# A | "B"\n\n| Title | A \\| "B" |\n|---|---|\n| Status | Draft |\n',
    ],
  ])('%s stays', async (_, text, expected) => {
    expect((await fill(adoptMarkdown(text).handlebars)).replace(/\n## [\s\S]*$/, '')).toBe(
      expected,
    );
  });
});
