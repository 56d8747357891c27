import { describe, expect, it } from 'vitest';
import type { UpgradeChange } from '../../src/document/upgrade/upgrade-result.ts';
import { upgradeDocument } from '../../src/index.ts';

/** A text of lines that begin with hashes, each with a paragraph of its own words under it. */
const of = (...headings: string[]) =>
  headings
    .map((heading) => {
      const [
        line = '',
        words = `Explain the ${heading.replace(/^#+ /, '')} of it in a few words.`,
      ] = heading.split(' | ');
      return words === '' ? `${line}\n` : `${line}\n\n${words}\n`;
    })
    .join('\n');

const words = (change: UpgradeChange) =>
  [change.kind, change.section ?? change.to, change.applied ? 'done' : '', ...(change.doubts ?? [])]
    .filter(Boolean)
    .join(' ');

const upgraded = (
  document: string,
  base: string | undefined,
  template: string,
  accepted: string[] = [],
) => {
  const result = upgradeDocument(document, {
    template,
    accepted,
    ...(base !== undefined && { base }),
  });
  return { document: result.document, changes: result.changes.map(words) };
};

describe('what a template has gained', () => {
  const base = of('# T', '## Summary', '## Design', '### API', '## End');
  const template = of(
    '# T',
    '## Summary',
    '## Design',
    '### API',
    '### Data',
    '#### Formats',
    '## Tests',
    '### Load',
    '## Luxury [optional] | What luxury?',
    '### Gold',
    '## End',
  );
  const own = of(
    '# Mine',
    '## Summary | S',
    '## Design | D',
    '### API | A',
    '### Own | O',
    '## End | E',
  );

  it('is added in one go, what belongs to it as well, at every level', () => {
    expect(upgraded(own, base, template)).toEqual({
      document: of(
        '# Mine',
        '## Summary | S',
        '## Design | D',
        '### API | A',
        '### Data',
        '#### Formats',
        '### Own | O',
        '## Tests',
        '### Load',
        '## End | E',
      ),
      changes: [
        'gained Data done',
        'gained Formats done',
        'gained Tests done',
        'gained Load done',
        'gained Luxury',
      ],
    });
  });

  it('is only added with the optional section that it belongs to', () => {
    const { document } = upgraded(own, base, template, ['Luxury']);
    expect(document).toContain(
      of('### Load', '## Luxury | What luxury?', '### Gold', '## End | E'),
    );
  });

  it('stands at the level of the document, which was made from one that stood higher', () => {
    const flat = (text: string) => text.replace(/^##/gm, '#');
    const { document, changes } = upgraded(flat(own), flat(base), template);
    expect(document).toContain(
      flat(
        of(
          '### API | A',
          '### Data',
          '#### Formats',
          '### Own | O',
          '## Tests',
          '### Load',
          '## End | E',
        ),
      ),
    );
    expect(changes.slice(0, 4)).toEqual([
      'gained Data done',
      'gained Formats done',
      'gained Tests done',
      'gained Load done',
    ]);
  });

  it('is not put back where the author has left it out, nor put in where there is a like one', () => {
    const without = of('# Mine', '## Summary | S', '## Tests: how | T', '## End | E');
    const { changes } = upgraded(without, base, template);
    expect(changes).not.toContain('gained Design done');
    expect(changes.filter((each) => each.startsWith('gained Tests'))).toEqual([]);
    const like = upgraded(
      of(
        '# Mine',
        '## Summary | S',
        '## Design | D',
        '### API | A',
        '## System tests | T',
        '## End | E',
      ),
      base,
      template,
    );
    expect(like.changes).toContain('gained Tests similar-heading');
    expect(like.changes.filter((each) => each.startsWith('gained Load'))).toEqual([]);
    expect(like.document).not.toContain('## Tests');
  });

  it('is all that is missing, where nothing older is known', () => {
    expect(
      upgraded(
        of('# Mine', '## Summary | S', '## End | E'),
        undefined,
        of('# T', '## Summary', '## Design', '## End'),
      ),
    ).toEqual({
      document: of('# Mine', '## Summary | S', '## Design', '## End | E'),
      changes: ['gained Design done'],
    });
  });

  it('is told and left out where it would become something else', () => {
    const open = `${own}\n<!-- not closed\n`;
    const { document, changes } = upgraded(open, base, `${template}\n${of('## Last')}`);
    expect(document).toContain('<!-- not closed\n');
    expect(document).not.toContain('## Last');
    expect(changes).toContain('gained Last');
  });
});

describe('a renamed section', () => {
  const base = of('# T', '## Why', '## How | Say how it is built, and by whom.', '## End');

  it.each<[what: string, heading: string, expected: string]>([
    ['is renamed where the heading is the old one', '## How', '## Approach'],
    ['keeps its closing hashes', '## How ##', '## Approach ##'],
    ['keeps its line below', 'How\n---', 'Approach\n---'],
    ['stays where somebody has called it otherwise', '## How, exactly', '## How, exactly'],
    ['stays where it is called so already', '## Approach', '## Approach'],
  ])('%s', (_, heading, expected) => {
    const template = of(
      '# T',
      '## Why',
      '## Approach | Say how it is built and by whom, please.',
      '## End',
    );
    const document = of('# M', '## Why | w', `${heading} | h`, '## End | e');
    expect(upgraded(document, base, template).document).toBe(document.replace(heading, expected));
  });

  it('is another one where neither its name nor what it asks for is like the old', () => {
    const template = of('# T', '## Why', '## Costs | What has to be paid for it?', '## End');
    const document = of('# M', '## Why | w', '## How | h', '## End | e');
    expect(upgraded(document, base, template).changes).toEqual([
      'gained Costs done',
      'dropped How',
    ]);
  });
});

describe('explanations', () => {
  const of3 = (words: string) =>
    of('# T | Read this before you write a line.', `## One | ${words}`, '## Two');
  const carried = (old: string, now: string, own: string) =>
    upgraded(of3(own), of3(old), of3(now)).document;

  it.each<[what: string, old: string, now: string, own: string, expected: string]>([
    [
      'that nobody touched are replaced',
      'Old words that ask.',
      'New words.',
      'Old words that ask.',
      'New words.',
    ],
    [
      'are the same where only lines break otherwise',
      'Old words\nthat  ask.',
      'New words.',
      'Old words that\nask.',
      'New words.',
    ],
    [
      'are taken out beside what people wrote',
      'Old words that ask.',
      'New words are these.',
      'Old words that ask.\n\nMine.',
      'New words are these.\n\nMine.',
    ],
    [
      'go with the blank line behind them',
      'Stay here, it is right.\n\nOld words that ask.',
      'Stay here, it is right.',
      'Mine.\n\nOld words that ask.\n\nMore.',
      'Mine.\n\nMore.',
    ],
    [
      'in a comment are one',
      '<!--\nOld words\n\nthat ask.\n-->',
      '<!-- New words. -->',
      '<!--\nOld words\n\nthat ask.\n-->\n\nMine.',
      '<!-- New words. -->\n\nMine.',
    ],
    [
      'in a fence are one',
      '```\nold code\n\nthat is shown\n```',
      '```\nnew\n```',
      '```\nold code\n\nthat is shown\n```\n\nMine.',
      '```\nnew\n```\n\nMine.',
    ],
    [
      'that somebody has changed stay',
      'Old words that ask.',
      'New words.',
      'Old words that ask!',
      'Old words that ask!',
    ],
    [
      'that stand there twice stay',
      'Old words that ask.',
      'New words.',
      'Old words that ask.\n\nAnd:\n\nOld words that ask.',
      'Old words that ask.\n\nAnd:\n\nOld words that ask.',
    ],
    ['that may be an answer stay', 'N/A', 'Say what it costs.', 'N/A', 'N/A'],
    [
      'of few words stay beside others',
      'Some words.',
      'Other words.',
      'Some words.\n\nMine.',
      'Some words.\n\nMine.',
    ],
    [
      'that are there already in the new words stay',
      'Old words that ask.',
      'New words of it.',
      'New words of it.\n\nOld words that ask.',
      'New words of it.\n\nOld words that ask.',
    ],
  ])('%s', (_, old, now, own, expected) => {
    expect(carried(old, now, own)).toBe(of3(expected));
  });

  it('under the title, before it and last in the document are carried over as well', () => {
    const base = `<!-- Before you begin: read it. -->\n\n${of('# T | Old words under the title.', '## One', '## Two | Old words at the end of it.')}`;
    const template = `${of('# T | New words.', '## One', '## Two | ')}`;
    const own = base
      .replace('# T', '# Mine')
      .replace('Explain the One of it in a few words.', 'Mine.');
    expect(upgraded(own, base, template).document).toBe(
      of('# Mine | New words.', '## One | Mine.', '## Two | '),
    );
  });

  it('that lead to a new section stay with the heading that they stand above', () => {
    const base = of('# T', '## One | a', '## Two').replace(
      '## Two',
      'Old words of this.\n<!-- and this -->\n## Two',
    );
    const template = of('# T', '## One | a', '## New', '## Two').replace(
      '## New',
      'New words of this.\n\n## New',
    );
    const { document } = upgraded(base, base, template);
    expect(document).toContain('Old words of this.');
    expect(document).toContain('<!-- and this -->\n## Two');
  });
});

it('keys that the template has gained are told, in YAML and TOML', () => {
  const body = of('## One');
  const keys = (front: (names: string) => string) =>
    upgraded(front('a b') + body, front('a') + body, front('a b c') + body).changes;
  expect(keys((names) => `---\n${names.replace(/ |$/g, ': 1\n')}---\n\n`)).toEqual(['key c']);
  expect(keys((names) => `+++\n${names.replace(/ |$/g, ' = 1\n')}+++\n\n`)).toEqual(['key c']);
});
