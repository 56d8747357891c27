import { describe, expect, it } from 'vitest';
import { contentsList, withContents } from '../../src/document/contents/contents-list.ts';

const BODY = '## Summary\n\nx\n\n## Design\n\n### Storage\n\nx\n\n## Costs\n\nx\n';

/** A document with a list in which Design is missing, and one in which it is not. */
const forms: [name: string, before: string, after: string][] = [
  [
    'with bullets',
    '## Contents\n\n* [Summary](#summary)\n* [Costs](#costs)\n',
    '## Contents\n\n* [Summary](#summary)\n* [Design](#design)\n* [Costs](#costs)\n',
  ],
  [
    'with numbers that count',
    '## Contents\n\n1. [Summary](#summary)\n2. [Costs](#costs)\n',
    '## Contents\n\n1. [Summary](#summary)\n2. [Design](#design)\n3. [Costs](#costs)\n',
  ],
  [
    'with numbers that begin elsewhere, and are in brackets',
    '## Contents\n\n0) [Summary](#summary)\n1) [Costs](#costs)\n',
    '## Contents\n\n0) [Summary](#summary)\n1) [Design](#design)\n2) [Costs](#costs)\n',
  ],
  [
    'with numbers, where the first is missing',
    '## Contents\n\n1. [Design](#design)\n2. [Costs](#costs)\n',
    '## Contents\n\n1. [Summary](#summary)\n2. [Design](#design)\n3. [Costs](#costs)\n',
  ],
  [
    'with the same number for all',
    '## Contents\n\n1. [Summary](#summary)\n1. [Costs](#costs)\n',
    '## Contents\n\n1. [Summary](#summary)\n1. [Design](#design)\n1. [Costs](#costs)\n',
  ],
  [
    'numbered inside bullets',
    '## Contents\n\n- [Summary](#summary)\n   1. [Storage](#storage)\n- [Costs](#costs)\n',
    '## Contents\n\n- [Summary](#summary)\n- [Design](#design)\n   1. [Storage](#storage)\n- [Costs](#costs)\n',
  ],
  [
    'with blank lines between its entries',
    '## Contents\n\n- [Summary](#summary)\n\n- [Costs](#costs)\n',
    '## Contents\n\n- [Summary](#summary)\n\n- [Design](#design)\n\n- [Costs](#costs)\n',
  ],
  [
    'below a heading, in what opens',
    '## Contents\n\n<details>\n<summary>Show</summary>\n\n- [Summary](#summary)\n- [Costs](#costs)\n\n</details>\n',
    '## Contents\n\n<details>\n<summary>Show</summary>\n\n- [Summary](#summary)\n- [Design](#design)\n- [Costs](#costs)\n\n</details>\n',
  ],
  [
    'in what opens by its summary',
    '<details>\n<summary>Table of Contents</summary>\n\n- [Summary](#summary)\n- [Costs](#costs)\n\n</details>\n',
    '<details>\n<summary>Table of Contents</summary>\n\n- [Summary](#summary)\n- [Design](#design)\n- [Costs](#costs)\n\n</details>\n',
  ],
  [
    'below the mark of a generator',
    '<!-- toc -->\n- [Summary](#summary)\n- [Costs](#costs)\n<!-- /toc -->\n',
    '<!-- toc -->\n- [Summary](#summary)\n- [Design](#design)\n- [Costs](#costs)\n<!-- /toc -->\n',
  ],
];

describe('a table of contents', () => {
  it.each(forms)('%s is brought up to date', (_, before, after) => {
    const document = (list: string) => `# T\n\n${list}\n${BODY}`;
    expect(contentsList(document(before))).toMatchObject({
      missing: [before.includes('[Summary]') ? 'Design' : 'Summary'],
      unknown: [],
    });
    expect(withContents(document(before))).toBe(document(after));
    expect(contentsList(document(after))).toMatchObject({ missing: [], unknown: [] });
    expect(withContents(document(after))).toBe(document(after));
  });

  it.each([
    ['goes on in words', '- [Summary](#summary)\n- [Costs](#costs)\n- and more\n'],
    ['goes on in words below a blank line', '- [Summary](#summary)\n- [Costs](#costs)\n\n- more\n'],
    ['GitHub shows as it is', '<details>\n- [Summary](#summary)\n- [Costs](#costs)\n</details>\n'],
    ['has one entry', '- [Summary](#summary)\n'],
    ['leads elsewhere', '- [Summary](#a)\n- [Costs](#b)\n- [X](#c)\n- [Y](#d)\n- [Z](#e)\n'],
  ])('that %s is none', (_, list) => {
    const document = `# T\n\n## Contents\n\n${list}\n${BODY}`;
    expect(contentsList(document)).toBeUndefined();
    expect(withContents(document)).toBe(document);
  });

  it.each(['* * *', '***', '  <!-- tocstop -->', '1. First read this.', 'Words.', '+ other'])(
    'ends before %j behind a blank line',
    (line) => {
      const document = `# T\n\n## Contents\n\n- [Summary](#summary)\n- [Costs](#costs)\n\n${line}\n\n${BODY}`;
      expect(withContents(document)).toBe(
        document.replace('- [Costs]', '- [Design](#design)\n- [Costs]'),
      );
    },
  );

  it('keeps blank lines where they are, and children inside of numbers that become longer', () => {
    const parts = Array.from({ length: 10 }, (_, at) => `P${at}`);
    const body = [...parts, 'End']
      .map((name) => `## ${name}\n\n### ${name} more\n\nx\n`)
      .join('\n');
    const list = (names: string[]) =>
      names
        .map((name, at) => {
          const id = name.toLowerCase();
          const inset = at > 8 ? '    ' : '   ';
          return `${at + 1}. [${name}](#${id})\n${inset}- [${name} more](#${id}-more)`;
        })
        .join('\n');
    const document = (text: string) => `# T\n\n## Contents\n\n${text}\n\n${body}`;
    const before = list([...parts.slice(1), 'End']).replace('2. [P2]', '\n2. [P2]');
    const fixed = withContents(document(before));
    expect(fixed).toContain('1. [P0](#p0)\n   - [P0 more](#p0-more)\n2. [P1](#p1)');
    expect(fixed).toContain('\n\n3. [P2](#p2)\n   - [P2 more]');
    expect(fixed).toContain(
      '10. [P9](#p9)\n    - [P9 more](#p9-more)\n11. [End](#end)\n    - [End more]',
    );
  });

  it('keeps the lines that lead somewhere as they are', () => {
    const list = '1. [The *short* of it](#summary) – read it\n2. [Costs](#costs)\n';
    const fixed =
      '1. [The *short* of it](#summary) – read it\n2. [Design](#design)\n3. [Costs](#costs)\n';
    const document = (text: string) => `# T\n\n## Contents\n\n${text}\n${BODY}`;
    expect(withContents(document(list))).toBe(document(fixed));
  });
});

describe('a list right above the first section', () => {
  const list = (...names: string[]) =>
    `${names.map((name) => `- [${name}](#${name.toLowerCase()})`).join('\n')}\n`;
  const below = '## One\n\nx\n\n## Two\n\nx\n\n## Three\n\nx\n\n## Four\n\nx\n';

  it('is a table of contents where it has nearly all sections', () => {
    const document = `# Mine\n\n${list('One', 'Two', 'Four')}\n${below}`;
    expect(contentsList(document)?.missing).toEqual(['Three']);
    expect(withContents(document)).toBe(
      `# Mine\n\n${list('One', 'Two', 'Three', 'Four')}\n${below}`,
    );
  });

  it.each<[what: string, document: string]>([
    ['has few of them', `# Mine\n\n${list('One', 'Two')}\n${below}`],
    [
      'has too few',
      `# Mine\n\n${list('One', 'Two', 'Three')}\n${below}\n## Five\n\nx\n\n## Six\n\nx\n`,
    ],
    ['says more', `# Mine\n\n${list('One', 'Two', 'Four')}\nRead these.\n\n${below}`],
    ['stands in a section', `# Mine\n\n## Zero\n\n${list('One', 'Two', 'Four')}\n${below}`],
    ['leads elsewhere', `# Mine\n\n${list('One', 'Two', 'Four', 'X', 'Y')}\n${below}`],
  ])('is none where it %s', (_, document) => {
    expect(contentsList(document)).toBeUndefined();
  });
});
