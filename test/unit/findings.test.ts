import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FINDING_CODES, type Finding, severityOf } from '../../src/document/findings/finding.ts';
import { sectionFindings } from '../../src/document/findings/section-findings.ts';
import { fileLinks, textFindings } from '../../src/document/findings/text-findings.ts';
import { EXPLANATIONS, messageOfFinding } from '../../src/report/findings/messages.ts';

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

const found = (document: string, versions = [OLD]) =>
  [...textFindings(document, NOW), ...sectionFindings(document, { template: NOW, versions })].map(
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
      ["1 error The title is still the template's: Title"],
    ],
    [
      'a section that the template had then, and what it has since',
      of('# Mine | ', '## Summary | S.', '## End | E.'),
      ['1 error The section Design is missing', '1 note The template has Security since'],
    ],
    [
      'an empty section',
      of('# Mine | ', ...GOOD).replace('E.', ''),
      ['19 warning End has nothing below it'],
    ],
    [
      'a section to come',
      of('# Mine | ', ...GOOD).replace('E.', 'TBD'),
      ['21 warning End says only TBD'],
    ],
    [
      'a section twice',
      of('# Mine | ', ...GOOD, '## Summary | S.'),
      ['23 warning Summary is there already, in line 3'],
    ],
    [
      'nothing but the template’s words',
      of('# Mine | ', ...GOOD).replace('E.', 'What is there to say about it?'),
      ["21 error End holds nothing but the template's words"],
    ],
    [
      'the template’s words beside others',
      of('# Mine | ', ...GOOD).replace('E.', 'What is there to say about it?\n\nMine.'),
      ['21 warning Words of the template are left in End'],
    ],
    [
      'a marker',
      of('# Mine | ', ...GOOD).replace('## End', '## End [optional]'),
      ["19 note The template's marker is left in the heading End [optional]"],
    ],
    [
      'an open fence',
      `${of('# Mine | ', ...GOOD)}\n\`\`\`\nx\n`,
      ['23 error What begins here never ends: close it with ```'],
    ],
    [
      'an anchor that leads nowhere, but not in code',
      of('# Mine | ', ...GOOD).replace('E.', '[a](#api) [b](#apis) `[c](#x)`'),
      ['21 warning No heading here has the address #apis'],
    ],
  ])('%s', (_, document, expected) => {
    expect(found(document)).toEqual(expected);
  });

  it('is an older explanation as well, and in a comment a note', () => {
    const old = OLD.replace(/(## End\n\n).*/, '$1<!-- Say how it ends. -->');
    const document = of('# Mine | ', ...GOOD).replace('E.', '<!-- Say how it ends. -->\n\nE.');
    expect(found(document, [old])).toEqual([
      '21 note Words of the template are left in End, in a comment',
    ]);
  });

  it('are links to files, but not to other places', () => {
    const text = '[a](b.md#c) ![d](e.png) [f](https://g) [h](#i) [j](<k l>)\n';
    expect(fileLinks(text).map(({ target }) => target)).toEqual(['b.md#c', 'e.png']);
  });
});

it('every code has its explanation, and its place in the documentation', () => {
  const page = readFileSync(path.join(import.meta.dirname, '../../docs/checking.md'), 'utf8');
  expect([...page.matchAll(/^## (.*)$/gm)].map(([, code]) => code)).toEqual(FINDING_CODES);
  for (const code of FINDING_CODES) expect(page).toContain(EXPLANATIONS[code]);
});
