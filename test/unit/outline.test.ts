import { describe, expect, it } from 'vitest';
import { outline, sectionEnd } from '../../src/document/markdown/outline.ts';

const brief = (text: string) =>
  outline(text).map(({ level, title, line }) => `${line} ${level} ${title}`);

describe('the headings of a document', () => {
  it.each<[string, string[], string[]]>([
    [
      'ATX and setext',
      ['# A', '', 'B', '===', 'C', '---', '###### D ##'],
      ['0 1 A', '2 1 B', '4 2 C', '6 6 D'],
    ],
    ['indented by three, not by four', ['   # A', '', '    # code'], ['0 1 A']],
    [
      'none from quotes, lists, fences and comments',
      ['> # a', '- # b', '```', '# c', '```', '<!--', '# d', '-->', '# E'],
      ['8 1 E'],
    ],
    ['none from front matter', ['---', 'title: x', '# comment', '---', '# A'], ['4 1 A']],
    [
      'none from front matter after a comment',
      ['<!-- licence -->', '', '---', 'title: x', '---', '# A'],
      ['5 1 A'],
    ],
    ['a rule first is no front matter', ['---', '', 'text', '---', ''], ['2 2 text']],
    ['front matter that never ends is none', ['---', 'title: x', '', '# A'], ['3 1 A']],
    ['a byte order mark', ['\uFEFF# A'], ['0 1 A']],
    ['without a space it is none', ['#A', '####### seven'], []],
  ])('%s', (_, lines, expected) => {
    for (const ending of ['\n', '\r\n', '\r']) expect(brief(lines.join(ending))).toEqual(expected);
  });

  it('knows where headings and sections start and end', () => {
    const text = '\uFEFF# A\r\n\r\nText\r\n## B\r\nMore\r\n# C';
    const headings = outline(text);
    expect(headings.map(({ start, bodyStart }) => text.slice(start, bodyStart))).toEqual([
      '# A\r\n',
      '## B\r\n',
      '# C',
    ]);
    expect(text.slice(headings[0]?.start, sectionEnd(headings, 0, text.length))).toBe(
      '# A\r\n\r\nText\r\n## B\r\nMore\r\n',
    );
  });
});
