import { describe, expect, it } from 'vitest';
import { outline } from '../../src/document/markdown/outline.ts';
import { boundaryBefore } from '../../src/document/sections/boundary.ts';

describe('the text before a heading ends', () => {
  it.each<[what: string, document: string, before: string]>([
    ['at the heading', 'text\n\n## Next\n', 'text\n\n'],
    ['before a label of MyST', 'text\n\n(next)=\n## Next\n', 'text\n\n'],
    ['before a label set off', 'text\n\n(next)=\n\n## Next\n', 'text\n\n'],
    ['before attributes', 'text\n\n{: .wide}\n## Next\n', 'text\n\n'],
    ['before an anchor', 'text\n\n<a id="x"></a>\n## Next\n', 'text\n\n'],
    ['before a comment of one line', 'text\n\n<!-- x -->\n## Next\n', 'text\n\n'],
    ['before both', 'text\n\n<a name="x"></a>\n<!-- x -->\n## Next\n', 'text\n\n'],
    ['behind a comment that ends on the line', 'text\n\nx -->\n## Next\n', 'text\n\nx -->\n'],
    ['behind a comment and a blank line', '<!-- x -->\n\n## Next\n', '<!-- x -->\n\n'],
    [
      'before a comment that names it',
      'text\n\n<!-- TODO: next has no numbers -->\n\n## Next\n',
      'text\n\n',
    ],
    [
      'before a switch of a linter',
      'text\n\n<!-- markdownlint-disable MD024 -->\n\n## Next\n',
      'text\n\n',
    ],
    [
      'behind a comment below a heading, whatever it names',
      '## X\n\n<!-- as in Next -->\n\n## Next\n',
      '## X\n\n<!-- as in Next -->\n\n',
    ],
    ['at the beginning', '<!-- x -->\n## Next\n', ''],
    ['with carriage returns', 'text\r\n\r\n<!-- x -->\r\n## Next\r\n', 'text\r\n\r\n'],
  ])('%s', (_, document, before) => {
    const [heading] = outline(document);
    const next = outline(document).find(({ title }) => title === 'Next') ?? heading;
    expect(document.slice(0, boundaryBefore(document, next))).toBe(before);
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
      'before definitions with a footnote of several paragraphs among them',
      'x\n\n[^1]: A note.\n\n    More of it.\n\n[a]: b\n',
      'x\n\n',
    ],
    [
      'behind a block that folds away a part of the last section',
      '## A\n\n<details>\n\n### B\n\nx\n\n</details>\n',
      '## A\n\n<details>\n\n### B\n\nx\n\n</details>\n',
    ],
    [
      'before the end of a block around all sections, with another one inside',
      '# T\n\n<div>\n\n## A\n\n<div>\n\n### B\n\n</div>\n\n</div>\n',
      '# T\n\n<div>\n\n## A\n\n<div>\n\n### B\n\n</div>\n\n',
    ],
    [
      'behind definitions that are announced',
      'The sources:\n\n[a]: b\n',
      'The sources:\n\n[a]: b\n',
    ],
    ['before definitions in groups', 'x\n\n<!-- A -->\n[a]: b\n\n<!-- B -->\n[c]: d\n', 'x\n\n'],
    ['behind the comment of a section', '## X\n\n<!-- y -->\n\n[a]: b\n', '## X\n\n<!-- y -->\n\n'],
    ['before a footer', 'x\n\n---\n\n*Last updated in May.*\n', 'x\n\n'],
    ['before a table to sign', 'x\n\n***\n\n| By | On |\n| --- | --- |\n', 'x\n\n'],
    ['behind a rule with words', 'x\n\n---\n\nAnd more.\n', 'x\n\n---\n\nAnd more.\n'],
    ['behind a rule that is a heading', '## X\n\nY\n---\n', '## X\n\nY\n---\n'],
    ['before what closes all of it', '<div>\n\n## X\n\ny\n\n</div>\n', '<div>\n\n## X\n\ny\n\n'],
    [
      'before the end of raw text',
      '{% raw %}\n## X\n\ny\n{% endraw %}\n',
      '{% raw %}\n## X\n\ny\n',
    ],
    [
      'behind what closes a part of its last section',
      '## X\n\n<div>\n\ny\n\n</div>\n',
      '## X\n\n<div>\n\ny\n\n</div>\n',
    ],
    ['before definitions with carriage returns', 'x\r\n\r\n[a]: b\r\n', 'x\r\n\r\n'],
  ])('%s', (_, document, before) => {
    expect(document.slice(0, boundaryBefore(document, undefined))).toBe(before);
  });
});
