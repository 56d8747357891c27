import { describe, expect, it } from 'vitest';
import { documentFindings } from '../../src/document/findings/document-findings.ts';
import { type Finding, severityOf } from '../../src/document/findings/finding.ts';
import { linkFindings } from '../../src/document/findings/link-findings.ts';
import { sectionFindings } from '../../src/document/findings/section-findings.ts';
import { textFindings } from '../../src/document/findings/text-findings.ts';
import { linksIn } from '../../src/document/references/document-links.ts';
import { messageOfFinding } from '../../src/report/findings/messages.ts';

const of = (...headings: string[]) =>
  headings
    .map((heading) => {
      const [line = '', words = 'What is there to say about it?'] = heading.split(' | ');
      return words === '' ? `${line}\n` : `${line}\n\n${words}\n`;
    })
    .join('\n');

const OLD = of('# Title | ', '## Summary', '## Design', '### API', '## End');
const NOW = of('# Title | ', '## Summary', '## Design', '### API', '## Security', '## End');

const said = (finding: Finding) =>
  `${finding.line} ${severityOf(finding)} ${messageOfFinding(finding)}`;

const found = (document: string, versions = [OLD], template = NOW) =>
  [...textFindings(document, template), ...sectionFindings(document, { template, versions })].map(
    said,
  );

const GOOD = [
  '## Summary | S.',
  '## Design | D.',
  '### API | A.',
  '## Security | K.',
  '## End | E.',
];

describe('what is found in a document', () => {
  it.each<[what: string, document: string, expected: string[]]>([
    ['nothing, where all is there', of('# Mine | ', ...GOOD), []],
    [
      'nothing for N/A and None',
      of('# Mine | ', ...GOOD)
        .replace('K.', 'N/A')
        .replace('E.', 'None.'),
      [],
    ],
    ['no title', of(...GOOD), ['1 error There is no title']],
    [
      'the title of the template',
      of('# Title | ', ...GOOD),
      ['1 error The title is still a placeholder: Title'],
    ],
    [
      'a section with nothing but definitions and anchors',
      of('# Mine | ', ...GOOD).replace('E.', '[end]: #end\n[more]: #more\n<a name="end"></a>'),
      ['19 warning End is empty'],
    ],
    [
      'a section that the template had then, and what it has since',
      of('# Mine | ', '## Summary | S.', '## End | E.'),
      ['1 error The section Design is missing', '1 note The template has since gained Security'],
    ],
    ['an empty section', of('# Mine | ', ...GOOD).replace('E.', ''), ['19 warning End is empty']],
    [
      'a section to come',
      of('# Mine | ', ...GOOD).replace('E.', 'TBD'),
      ['21 warning End contains only "TBD"'],
    ],
    [
      'a section twice',
      of('# Mine | ', ...GOOD, '## Summary | S.'),
      ['23 warning Summary already exists in line 3'],
    ],
    [
      'nothing but the template’s words',
      of('# Mine | ', ...GOOD).replace('E.', 'What is there to say about it?'),
      ["21 error End contains only the template's guidance"],
    ],
    [
      'the template’s words beside others',
      of('# Mine | ', ...GOOD).replace('E.', 'What is there to say about it?\n\nMine.'),
      ['21 warning Template guidance is left in End'],
    ],
    [
      'a marker',
      of('# Mine | ', ...GOOD).replace('## End', '## End [optional]'),
      ["19 note The heading End [optional] still has the template's marker"],
    ],
    [
      'an open fence',
      `${of('# Mine | ', ...GOOD)}\n\`\`\`\nx\n`,
      ['23 error This block is never closed; close it with ```'],
    ],
  ])('%s', (_, document, expected) => {
    expect(found(document)).toEqual(expected);
  });

  const BCP_14 =
    'The key words "MUST" and "MAY" in this document are to be interpreted as described in RFC 2119 and RFC 8174.';
  const BOXES = '- [ ] It has been tested in isolation and with all others';
  it.each<[what: string, template: string[], document: string[], expected: string[]]>([
    ['the sentence of BCP 14', [`## Terms | ${BCP_14}`], [`## Terms | ${BCP_14}\n\nMine.`], []],
    ['the sentence of BCP 14 alone', [`## Terms | ${BCP_14}`], [`## Terms | ${BCP_14}`], []],
    ['boxes to tick', [`## Checklist | ${BOXES}`], [`## Checklist | ${BOXES}`], []],
    ['a plural', ['### Test Case', '### Story'], ['### Test Cases | T.', '### Stories | S.'], []],
    [
      'a singular',
      ['## Drawbacks', '### e2e tests'],
      ['## Drawback | D.', '### E2E Test | T.'],
      [],
    ],
    ['things joined in another order', ['## Risks and Costs'], ['## Costs and Risks | R.'], []],
    [
      'that what goes the other way is another thing',
      ['## Server to client'],
      ['## Client to server | C.'],
      ['1 error The section Server to client is missing'],
    ],
    [
      'a lost letter, which is no singular',
      ['## Success Criteria'],
      ['## Succes Criteria | S.'],
      [
        '3 warning The heading "Succes Criteria" is misspelled: the template has "Success Criteria"',
      ],
    ],
    [
      'a part with another number, which is no slip',
      ['## Stories | ', '### Story 1', '### Story 2'],
      ['## Stories | ', '### Story 1 | S.', '### Story 3 | T.'],
      [],
    ],
    [
      'words of its name elsewhere, which are another thing',
      ['## Skew Strategy', '## Non-Objectives'],
      ['## Objectives | O.', '### Strategy | S.'],
      [
        '1 error The section Skew Strategy is missing',
        '1 error The section Non-Objectives is missing',
      ],
    ],
    [
      'what is asked for behind a box',
      [`## Checklist | ${BOXES}\n- Describe what else there is to do?`],
      [`## Checklist | ${BOXES}\n- Describe what else there is to do?`],
      ["5 error Checklist contains only the template's guidance"],
    ],
    [
      'words in another order, which are a slip',
      ['## What it is'],
      ['## What is it | It is.'],
      ['3 warning The heading "What is it" is misspelled: the template has "What it is"'],
    ],
    [
      'the last words of a name',
      ['## Guide-level explanation', '## Reference-level explanation'],
      ['## Explanation | So it is.'],
      [],
    ],
    [
      'places for words that are left beside an answer',
      ['## Outcome | Chosen: "{title of option 1}", because {justification}.'],
      ['## Outcome | Chosen: "Redis", because {justification}.'],
      ['5 warning Template guidance is left in Outcome'],
    ],
    [
      'braces that are not the template’s',
      ['## Outcome | Chosen: "{title of option 1}".'],
      ['## Outcome | Chosen: `{title of option 1}` and /x/{parameter}.'],
      [],
    ],
    ['the heading as an answer', ['## Drawbacks'], ['## Drawbacks [omitted] | '], []],
    [
      'parts of what is to come',
      ['## Test Plan'],
      ['## Test Plan | TBD', '### Unit tests | T.'],
      [],
    ],
    ['a table of contents in another language', ['## Inhaltsverzeichnis | - [A](#a)'], [], []],
    ['parts beside it', ['## Test Plan'], ['## Test Plan | ', '## Integration Tests | T.'], []],
    [
      'other sections behind it',
      ['## Test Plan', '## Integration Tests'],
      ['## Test Plan | ', '## Integration Tests | T.'],
      ['3 warning Test Plan is empty'],
    ],
  ])('knows %s', (_, template, document, expected) => {
    const now = of('# Title | ', ...template, '## End');
    const mine = of('# Mine | ', ...document, '## End | E.');
    expect(sectionFindings(mine, { template: now, versions: [now] }).map(said)).toEqual(expected);
  });

  it.each(['TODO: measure it.\n\nWe take Redis.', 'Fill in the form.', 'What now?'])(
    'is more than what is to come: %j',
    (text) => {
      expect(found(of('# Mine | ', ...GOOD).replace('E.', text))).toEqual([]);
    },
  );

  it.each([
    ...[
      '**TBD.**',
      '_TBD!_',
      '**To be determined.**',
      '- TBD\n- TBD',
      '1. TBD',
      '<p>TBD</p>',
      '🚧 TBD',
    ],
    ...['TBD - ann', 'TBD — the team'],
    ...['_TODO_', '**TBD**', '- TBD', '(TBD)', 'WIP', 'To do', '—', '<TBD>', 'FIXME', 'TBA'],
    ...['TODO(jo)', 'To be decided', '- [ ] TBD', '未定', 'À faire', 'Pendiente', 'Folgt'],
    ...['TODO: fill in', '- TODO(ann): describe it', 'TBD: see later', '???', 'To be added later.'],
    ...['Coming soon', 'Work in progress', 'Fill me in', 'Lorem ipsum dolor sit amet.'],
  ])('is what is to come: %s', (text) => {
    expect(found(of('# Mine | ', ...GOOD).replace('E.', text))).toEqual([
      expect.stringContaining('End contains only'),
    ]);
  });

  it('is no line across the page', () => {
    const document = of('# Mine | ', ...GOOD)
      .replace('E.', '---')
      .replace('# Mine\n', '# Mine\n\n---\n');
    expect(found(document)).toEqual([expect.stringContaining('End is empty')]);
  });

  it('is an older explanation as well, and in a comment a note', () => {
    const old = OLD.replace(/(## End\n\n).*/, '$1<!-- Say how it ends. -->');
    const document = of('# Mine | ', ...GOOD).replace('E.', '<!-- Say how it ends. -->\n\nE.');
    expect(found(document, [old])).toEqual([
      '21 note Template guidance is left in End, in a comment',
    ]);
  });

  it.each([
    ['gone.md#x', 'The file does not exist: gone.md'],
    ['www.konveyor.io', 'This link is one to a file, without https:// before it: www.konveyor.io'],
    ['github.com/a/b', 'This link is one to a file, without https:// before it: github.com/a/b'],
    ['@jkutner', 'This links to a file, not to a person: @jkutner'],
  ])('a link to %s is told by what it lacks', (target, message) => {
    expect(messageOfFinding({ code: 'link-broken', target, isSure: true })).toBe(message);
  });

  it('is nothing at all where its comment stands alone in a section that it requires', () => {
    const explained = (heading: string) => `${OLD}\n## ${heading}\n\n<!-- Say what is next. -->\n`;
    const findings = (heading: string) =>
      found(
        `${of('# Mine | ', ...GOOD)}\n## Next\n\n<!-- Say what is next. -->\n`,
        [],
        explained(heading),
      );
    expect(findings('Next')).toContainEqual(
      expect.stringMatching(/^\d+ warning Next is empty but for a comment of the template$/),
    );
    expect(findings('Next (Optional)')).toContainEqual(
      expect.stringMatching(/^\d+ note Template guidance is left in Next, in a comment$/),
    );
  });

  it.each<[target: string, isFound: boolean]>([
    ['[a](b.md#c)', true],
    ['![d](e.png)', true],
    ['<img alt="" src="e.png">', true],
    ['[d]: b/c.md', true],
    ['[a](there.md#no)', true],
    ['[a](there.md#yes)', false],
    ['[a](there.md#L12) [b](there.md#L1-L3)', false],
    ['<a id="größe"></a>\n\n[x](#größe)', false],
    ['[f](https://g)', false],
    ['[h](#title)', false],
    ['[j](<k l>)', false],
    ['`[a](b.md)`', false],
    ['- x\n\n  ```go\n  f[i](a)\n  ```', false],
    ['    [a](b.md)', false],
    ['x <!-- [a](b.md) -->', false],
    ['[title]: #title-of-it', true],
    ['[no-such]: #no-such', false],
    ['\\[x](b.md)', false],
    ['[x](<b c.md>)', true],
    ['[x]: <b c.md>', true],
    ['[x](there\\(1\\).md)', false],
    ['> ## In a quote\n\n[x](#in-a-quote)', false],
    ['<h3>In HTML</h3>\n\n[x](#in-html)', false],
    ['## An _emphatic_ Q&amp;A with [Foo][f]\n\n[x](#an-emphatic-qa-with-foo)', false],
    ['## snake_case_name\n\n[x](#snake_case_name)', false],
    ['## Step 1 - Do\n\n[x](#step-1-do) [y](#step-1---do)', false],
    ['<pre>\n[x](b.md)\n</pre>', false],
    ['<div>\n<a href="b.md">x</a>\n</div>', true],
  ])('%s leads nowhere: %s', (text, isFound) => {
    const around = {
      isComplete: true,
      isThere: (target: string) => target.startsWith('there'),
      textAt: () => '# Yes\n',
    };
    expect(linkFindings(`# Title\n\n${text}\n`, around, undefined)).toHaveLength(isFound ? 1 : 0);
  });
});

describe('the title of the template', () => {
  it.each<[wanted: string, own: string, isLeft: boolean]>([
    ['RFC NNNN: Title', 'RFC 0002: Title', true],
    ['RFC-0000: [Title]', 'RFC-0002: Title', true],
    ['KEP-NNNN: Your short, descriptive title', 'KEP-12: Your short, descriptive title', true],
    ['NNNN. {{title}}', '0007. {{title}}', true],
    ['Title', 'RFC 2: Title', true],
    ['RFC NNNN: Title', 'RFC 0002: Titles of books', false],
    ['NNNN', '0007', false],
    ['タイトル', 'タイトル', true],
    ['RFC NNNN: 제목', 'RFC 0002: 제목', true],
    ['RFC Template', 'RFC Template', true],
    ['Overview', 'Overview', false],
  ])('%s is in %s still: %s', (wanted, own, isLeft) => {
    const codes = textFindings(`# ${own}\n`, `# ${wanted}\n`).map(({ code }) => code);
    expect(codes).toEqual(isLeft ? ['title-placeholder'] : []);
  });

  it.each(['title:', 'title: ""', "title: ''", 'title: # to come'])(
    'is missing where front matter says %s',
    (line) => {
      const codes = textFindings(`---\n${line}\n---\n\n## A\n`, NOW).map(({ code }) => code);
      expect(codes).toEqual(['title-missing']);
    },
  );
});

it('a section behind a fence that is never closed is not missing', () => {
  const around = { isComplete: true, isThere: () => true, textAt: () => undefined };
  const open = of('# Mine | ', ...GOOD).replace('A.', 'A.\n\n```yaml\na: 1');
  const codes = documentFindings(open, { template: NOW, versions: [NOW] }, around).map(
    ({ code }) => code,
  );
  expect(codes).toEqual(['block-unclosed']);
});

it('a section that could be left out when the document was made is not missing', () => {
  const then = of('# Title | ', '## Summary', '## Drawbacks [optional]');
  const now = then.replace(' [optional]', '');
  const codes = sectionFindings(of('# Mine | ', '## Summary | S.'), {
    template: now,
    versions: [then],
  }).map(({ code }) => code);
  expect(codes).toEqual([]);
});

it('a licence that the template says stays', () => {
  const template = of(
    '# Title | ',
    '## Summary',
    '## Licence | This document is in the public domain, by its authors.',
  );
  const mine = template
    .replace('# Title', '# Mine')
    .replace('What is there to say about it?', 'S.');
  expect(sectionFindings(mine, { template, versions: [template] })).toEqual([]);
});

it.each<[text: string, targets: string[]]>([
  ['See [s] \\[n](nope.md).', []],
  ['See \\[n](nope.md).', []],
  ['See [[a] b](nope.md) and [![i](x.png)](y.md).', ['nope.md', 'x.png', 'y.md']],
  ['See [a \\] b](nope.md).', ['nope.md']],
  ['See [the\nplan](nope.md) and [it](\nother.md "T") too.', ['nope.md', 'other.md']],
  ['[spec]:\n  nope.md', ['nope.md']],
  ['Or <a\n  href="nope.md">it</a>.', ['nope.md']],
  ['A bracket [\n\nof another paragraph](nope.md).', []],
])('in %j, these are links: %j', (text, targets) => {
  expect(linksIn(text).map(({ target }) => target)).toEqual(targets);
});

it.each(['<h2 id="e">End</h2>\n\nE.', '## Ends\n\nE.'])(
  'a section is not missing that is there as %j',
  (text) => {
    const mine = `${of('# Mine | ', ...GOOD.slice(0, -1))}\n${text}\n`;
    expect(found(mine).join()).not.toContain('missing');
  },
);
