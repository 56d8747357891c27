import { describe, expect, it } from 'vitest';
import { outline } from '../../src/document/markdown/outline.ts';
import { boundaryBefore } from '../../src/document/sections/boundary.ts';

describe('the text before a heading ends', () => {
  it.each<[what: string, document: string, before: string]>([
    ['at the heading', 'text\n\n## Next\n', 'text\n\n'],
    ['before an anchor', 'text\n\n<a id="x"></a>\n## Next\n', 'text\n\n'],
    ['before a comment of one line', 'text\n\n<!-- x -->\n## Next\n', 'text\n\n'],
    ['before both', 'text\n\n<a name="x"></a>\n<!-- x -->\n## Next\n', 'text\n\n'],
    ['behind a comment that ends on the line', 'text\n\nx -->\n## Next\n', 'text\n\nx -->\n'],
    ['behind a comment and a blank line', '<!-- x -->\n\n## Next\n', '<!-- x -->\n\n'],
    ['at the beginning', '<!-- x -->\n## Next\n', ''],
    ['with carriage returns', 'text\r\n\r\n<!-- x -->\r\n## Next\r\n', 'text\r\n\r\n'],
  ])('%s', (_, document, before) => {
    const [heading] = outline(document);
    expect(document.slice(0, boundaryBefore(document, heading))).toBe(before);
  });
});

describe('a document ends', () => {
  it.each<[what: string, document: string, before: string]>([
    ['with its last line', 'text\n', 'text\n'],
    ['before the definitions behind a blank line', 'text\n\n[a]: b\n[c]: d\n', 'text\n\n'],
    ['behind what looks like one in a paragraph', 'text\n[a]: b\n', 'text\n[a]: b\n'],
    ['behind definitions with text below', '[a]: b\n\ntext\n', '[a]: b\n\ntext\n'],
    ['behind a definition that is indented as code', 'x\n\n    [a]: b\n', 'x\n\n    [a]: b\n'],
    [
      'behind the definitions of a section',
      '## References\n\n[a]: b\n',
      '## References\n\n[a]: b\n',
    ],
    [
      'behind definitions that are announced',
      'The sources:\n\n[a]: b\n',
      'The sources:\n\n[a]: b\n',
    ],
    ['before definitions in groups', 'x\n\n<!-- A -->\n[a]: b\n\n<!-- B -->\n[c]: d\n', 'x\n\n'],
    ['behind the comment of a section', '## X\n\n<!-- y -->\n\n[a]: b\n', '## X\n\n<!-- y -->\n\n'],
    ['before definitions with carriage returns', 'x\r\n\r\n[a]: b\r\n', 'x\r\n\r\n'],
  ])('%s', (_, document, before) => {
    expect(document.slice(0, boundaryBefore(document, undefined))).toBe(before);
  });
});
