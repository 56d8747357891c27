import { compile } from '@mdx-js/mdx';
import { describe, expect, it } from 'vitest';
import { outline } from '../../src/document/markdown/outline.ts';
import { mdxComments, mdxWords } from '../../src/document/mdx/mdx.ts';

describe('words in MDX', () => {
  it.each<[words: string, written: string]>([
    ['Map<T> of {x}', 'Map\\<T> of \\{x\\}'],
    ['plain', 'plain'],
    ['`Map<T>` and <b>', '`Map<T>` and \\<b>'],
    ['already \\<b> \\{x\\}', 'already \\<b> \\{x\\}'],
    ['a backslash \\\\<b>', 'a backslash \\\\\\<b>'],
    ['<!-- note -->', '\\<!-- note -->'],
    ['<https://example.invalid>', '\\<https://example.invalid>'],
    ['import x from y', '&#105;mport x from y'],
    ['x\n\nexport default {}', 'x\n\n&#101;xport default \\{\\}'],
    ['```ts\nMap<T> {}\n```', '```ts\nMap<T> {}\n```'],
  ])('%j are %j, and compile', async (words, written) => {
    expect(mdxWords(words)).toBe(written);
    await expect(
      compile(`# Title ${written.split('\n')[0]}\n\n${written}\n`),
    ).resolves.toBeTruthy();
  });

  it('would not compile as they are', async () => {
    await expect(compile('# Map<T> of {x\n')).rejects.toThrow();
  });

  it('has comments of its own', async () => {
    const text = mdxComments('# T\n\n<!--\nSay */ what.\n-->\n');
    expect(text).toBe('# T\n\n{/*\nSay * / what.\n*/}\n');
    await expect(compile(text)).resolves.toBeTruthy();
  });

  it('holds no headings in its comments', () => {
    const text =
      '# T\n\n{/* ## A */}\n\n{/*\n## B\n*/}\n\n```\n{/*\n```\n\n## C\n\n{/* open\n\n## D\n';
    expect(outline(text).map(({ title }) => title)).toEqual(['T', 'C', 'D']);
  });
});
