import { describe, expect, it } from 'vitest';
import { outline } from '../../src/document/markdown/outline.ts';
import { breakouts, contain } from '../../src/document/sections/containment.ts';

const lines = (...text: string[]) => text.join('\n');

describe('text that would leave its section of level 2', () => {
  it.each<[string, string, string]>([
    ['an ATX heading', '# One', '### One'],
    [
      'all headings by the same number',
      lines('# One', '### Three'),
      lines('### One', '##### Three'),
    ],
    ['a closed heading', '## One ##', '### One'],
    ['a setext heading', lines('One', '==='), '### One'],
    ['a setext heading of two lines', lines('One', 'more', '---'), '### One more'],
    ['an open fence', lines('````', 'code'), lines('````', 'code', '````')],
    ['an open fence of tildes', lines('~~~', '```'), lines('~~~', '```', '~~~')],
    ['an open comment', lines('<!-- a', 'b'), lines('<!-- a', 'b', '-->')],
    ['an open script', lines('<script>', 'x'), lines('<script>', 'x', '</script>')],
    ['an open instruction', '<?php', lines('<?php', '?>')],
    ['CDATA', '<![CDATA[ x', lines('<![CDATA[ x', ']]>')],
    [
      'what opens for readers and is never closed',
      lines('<details>', '', 'open'),
      lines('<details>', '', 'open', '', '</details>'),
    ],
    ['a heading and an open fence', lines('# One', '', '```'), lines('### One', '', '```', '```')],
  ])('%s', (_, text, expected) => {
    expect(breakouts(text, 2).length).toBeGreaterThan(0);
    const contained = contain(text, 2);
    expect(contained).toBe(expected);
    expect(breakouts(contained, 2)).toEqual([]);
    expect(outline(`## S\n\n${contained}\n\n## After\n`).at(-1)?.title).toBe('After');
  });
});

describe('text that stays where it is', () => {
  it.each([
    ['a deeper heading', '### Three'],
    ['a heading in a fence', lines('```', '# no', '```')],
    ['a heading in a list', '- # no'],
    ['a heading in a quote', '> # no'],
    ['a rule after a blank line', lines('text', '', '---')],
    ['a closed comment', '<!-- # no -->'],
    ['an open element that a blank line ends', lines('<div>', 'text')],
    ['an open fence in a list', lines('- ```', '  code')],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(breakouts(text, 2)).toEqual([]);
    expect(contain(text, 2)).toBe(text);
  });
});

describe('answers that look like something else', () => {
  it('has no front matter: a rule first, and a line before another, are a heading', () => {
    const text = lines('---', 'key: value', '---', 'more');
    expect(breakouts(text, 2)).toMatchObject([{ kind: 'heading', line: 2 }]);
    expect(contain(text, 2)).toBe(lines('---', '### key: value', 'more'));
  });

  it('does not take an indented line for the end of a fence', () => {
    expect(breakouts(lines('```', 'code', '    ```'), 2)).toMatchObject([{ kind: 'open block' }]);
  });

  it('keeps a trailing hash a part of the heading', () => {
    expect(contain(lines('Learn C #', '==='), 2)).toBe('### Learn C \\#');
  });
});
