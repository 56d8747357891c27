import { describe, expect, it } from 'vitest';
import { missingSections } from '../../src/document/alignment/align.ts';
import { outline } from '../../src/document/markdown/outline.ts';
import { templateSections } from '../../src/document/sections/template-sections.ts';
import { addSection, upgradeDocument } from '../../src/index.ts';

/** A document of these headings, a line of text under each. */
const of = (...headings: string[]) => headings.map((heading) => `${heading}\n\nx\n`).join('\n');

/** Where a section goes: the heading that it comes before, or `end`, and its level; then the doubts. */
function added(template: string, document: string, section: string): string[] {
  const result = addSection(document, { template, section });
  if (result.status !== 'added') return [result.status];
  const headings = outline(result.document);
  const next = headings[headings.findIndex(({ line }) => line + 1 === result.line) + 1];
  return [`${next?.title ?? 'end'} ${result.level}`, ...result.doubts];
}

const KEP = of(
  '# T',
  '## Summary',
  '## Motivation',
  '### Goals',
  '### Non-Goals',
  '## Proposal',
  '### Risks and Mitigations',
  '## Design Details',
  '### Test Plan',
  '## Drawbacks',
  '## Alternatives',
);

/** A document of that template less some of its headings. */
const without = (...titles: string[]) =>
  of(
    ...outline(KEP)
      .filter(({ title }) => !titles.includes(title))
      .map(({ level, title }) => `${'#'.repeat(level)} ${title}`),
  );

describe('where a section goes', () => {
  it.each<[rule: string, document: string, section: string, expected: string[]]>([
    [
      'before the next sibling that is there',
      without('Drawbacks'),
      'drawbacks',
      ['Alternatives 2'],
    ],
    [
      'after the whole section of the previous sibling, where no next one is there',
      without('Alternatives'),
      'alternatives',
      ['end 2'],
    ],
    [
      'last in its parent, where it is the only child',
      without('Test Plan'),
      'test-plan',
      ['Drawbacks 3'],
    ],
    [
      'never past the next section of the template, whatever lies behind its sibling',
      of(
        '# T',
        '## Summary',
        '## Motivation',
        '### Non-Goals',
        '## Own',
        '## Proposal',
        '## Drawbacks',
      ),
      'goals',
      ['Non-Goals 3'],
    ],
    [
      'at the level of its siblings, where they were moved',
      of('# T', '### Summary', '### Motivation', '### Proposal', '### Alternatives'),
      'drawbacks',
      ['Alternatives 3'],
    ],
    [
      'one below its parent, where no sibling is there',
      of('# T', '## Summary', '# Motivation', '# Proposal', '# Drawbacks', '# Alternatives'),
      'goals',
      ['Proposal 2'],
    ],
    [
      'at its own level without siblings or a parent',
      of('# T', '## Summary', '## Proposal', '## Drawbacks', '## Alternatives'),
      'goals',
      ['Proposal 3', 'parent-missing'],
    ],
    [
      'behind its previous sibling, where a part of it has stayed behind under another heading',
      of('# T', '## Summary', '## Proposal', '## Own', '### Test Plan', '## Drawbacks'),
      'design-details',
      ['Own 2', 'outside-parent'],
    ],
    [
      'right behind its previous sibling, before what is not of the template',
      of(
        '# T',
        '## Summary',
        '## Motivation',
        '### Goals',
        '### Own',
        '## Proposal',
        '## Drawbacks',
      ),
      'non-goals',
      ['Own 3'],
    ],
    [
      'behind its previous sibling, where the next one stands at another level',
      of(
        '# T',
        '## Summary',
        '## Motivation',
        '### Goals',
        '### Own',
        '#### Non-Goals',
        '## Drawbacks',
      ),
      'goals',
      ['present'],
    ],
    [
      'behind its previous sibling, where the next one was moved to another level',
      of('# T', '## Summary', '## Proposal', '## Own', '### Drawbacks', '## Alternatives'),
      'design-details',
      ['Own 2', 'levels-differ'],
    ],
    [
      'nowhere, where it would adopt what follows',
      of('# T', '## Summary', '## Proposal', '### Test Plan', '## Drawbacks'),
      'design-details',
      ['unplaced'],
    ],
    [
      'at the level of a sibling under another parent',
      of('# T', '## Summary', '#### Goals', '## Proposal', '## Drawbacks'),
      'non-goals',
      ['Proposal 4', 'parent-missing'],
    ],
    [
      'after the section before it, where nothing around it is there',
      of('# T', '## Summary', '## Motivation', '### Goals', '## Own'),
      'risks-and-mitigations',
      ['Own 3', 'parent-missing'],
    ],
    [
      'behind children that were raised to the level of their parent',
      of('# T', '## Summary', '## Motivation', '## Design Details', '## Own', '## Test Plan'),
      'alternatives',
      ['end 2'],
    ],
    [
      'before its next sibling, though children were raised before it',
      of(
        '# T',
        '## Summary',
        '## Proposal',
        '## Design Details',
        '## Test Plan',
        '## Alternatives',
      ),
      'drawbacks',
      ['Alternatives 2'],
    ],
    [
      'behind the deeper headings of another section, which would become its own',
      of(
        '# T',
        '## Summary',
        '## Proposal',
        '## Design Details',
        '## Test Plan',
        '### Own',
        '# End',
      ),
      'drawbacks',
      ['End 2'],
    ],
    [
      'two levels deeper, where the whole document stands there',
      of(
        '# T',
        '#### Summary',
        '#### Motivation',
        '##### Goals',
        '#### Proposal',
        '#### Drawbacks',
      ),
      'non-goals',
      ['Proposal 5'],
    ],
    [
      'in its parent, where one sibling was raised out of it and most others were not',
      of(
        '# T',
        '## Summary',
        '## Motivation',
        '### Goals',
        '### Non-Goals',
        '## Proposal',
        '## Design Details',
        '## Test Plan',
      ),
      'risks-and-mitigations',
      ['Design Details 3', 'levels-differ'],
    ],
  ])('%s', (_, document, section, expected) => {
    expect(added(KEP, document, section)).toEqual(expected);
  });

  it('in its parent rather than beside a sibling that was raised, where most others were not', () => {
    const template = of('# T', '## One', '### A', '### B', '## Two', '### C', '### D', '## Three');
    const document = of('# T', '## One', '### A', '### B', '## Two', '## D', '## Three');
    expect(added(template, document, 'c')).toEqual(['D 3', 'levels-differ']);
    const even = of('# T', '## One', '## A', '## B', '## Two', '## D', '## Three');
    expect(added(template, even, 'c')).toEqual(['D 2', 'outside-parent']);
  });
});

describe('of two sections with the same name', () => {
  const template = of('# T', '## Client', '### Rollout', '## Server', '### Rollout', '## End');

  it('one is not the other', () => {
    const document = of('# T', '## Client', '### Rollout', '## Server', '## End');
    expect(added(template, document, 'rollout-2')).toEqual(['End 3']);
    const both = of('# T', '## Client', '### Rollout', '## Server', '### Rollout', '## End');
    expect(added(template, both, 'rollout-2')).toEqual(['present']);
  });

  it('an upgrade brings the one that is new, and only once', () => {
    const base = of('# T', '## Client', '### Rollout', '## Server', '## End');
    const { document } = upgradeDocument(base, { base, template });
    expect(outline(document).map(({ title }) => title)).toEqual(
      outline(template).map(({ title }) => title),
    );
    const again = upgradeDocument(document, { base, template, accepted: ['Rollout'] });
    expect(again).toEqual({ document, changes: [] });
  });
});

describe('a place is doubtful', () => {
  it.each<[rule: string, document: string, section: string, doubts: string[]]>([
    ['never, where all else is there', without('Goals'), 'goals', []],
    [
      'never, where three are recognised',
      of('## Summary', '## Motivation', '## Proposal'),
      'goals',
      [],
    ],
    [
      'where only two are recognised',
      of('## Summary', '## Motivation', '## Own'),
      'goals',
      ['few-recognised'],
    ],
    [
      'among sections that are not of the template',
      of('## Summary', '## Motivation', '### Own', '## Proposal'),
      'goals',
      ['among-unknown'],
    ],
    [
      'before all others, where sections that are not of the template come first',
      of('# T', '## Own', '## Motivation', '## Proposal', '## Design Details'),
      'summary',
      ['among-unknown'],
    ],
    [
      'not where that is a table of contents',
      of('# T', '## Table of Contents', '## Motivation', '## Proposal', '## Design Details'),
      'summary',
      [],
    ],
    ['where its parent is missing', without('Motivation', 'Goals'), 'goals', ['parent-missing']],
    [
      'where a neighbour stands at another level',
      of('## Summary', '### Motivation', '## Proposal', '## Drawbacks'),
      'alternatives',
      ['levels-differ'],
    ],
    [
      'where its neighbours stand in another order',
      of('## Summary', '## Motivation', '## Alternatives', '## Proposal', '## Design Details'),
      'drawbacks',
      ['out-of-order'],
    ],
    [
      'where a part of it stands before the place',
      of('# T', '## Test Plan', '## Summary', '## Motivation', '## Proposal', '## Alternatives'),
      'design-details',
      ['out-of-order'],
    ],
    [
      'not where others stand in another order',
      of('## Motivation', '## Summary', '## Proposal', '## Design Details', '## Drawbacks'),
      'alternatives',
      [],
    ],
  ])('%s', (_, document, section, doubts) => {
    expect(added(KEP, document, section).slice(1)).toEqual(doubts);
  });
});

it('a place between siblings is certain without their parent', () => {
  const template = of('# T', '## One', '### A', '### B', '### C', '## Two');
  expect(added(template, of('# T', '## Own', '### A', '### C', '## Two'), 'b')).toEqual(['C 3']);
});

describe('a section is already there', () => {
  /** The line that tells where a section is, as the heading that stands there. */
  const found = (document: string, section: string, template = KEP) => {
    const result = addSection(document, { template, section });
    return result.status === 'present' ? document.split('\n')[result.line - 1] : result.status;
  };

  it.each<[rule: string, headings: string[], section: string, expected: string]>([
    [
      'at its own level rather than at another',
      ['### Drawbacks', '## Drawbacks'],
      'drawbacks',
      '## Drawbacks',
    ],
    [
      'by its very name rather than by a like one',
      ['## drawbacks', '## Drawbacks'],
      'drawbacks',
      '## Drawbacks',
    ],
    [
      'by another name rather than by its beginning',
      ['## Design details: more', '## Implementation'],
      'design-details',
      '## Implementation',
    ],
    [
      'by its beginning rather than misspelled',
      ['## Drawbaks', '## Drawbacks: more'],
      'drawbacks',
      '## Drawbacks: more',
    ],
    [
      'misspelled rather than joined with another',
      ['## Drawbacks / Costs', '## Drawbaks'],
      'drawbacks',
      '## Drawbaks',
    ],
    ['joined with another', ['## Drawbacks / Costs'], 'drawbacks', '## Drawbacks / Costs'],
    ['one level off', ['# Own', '# Drawbacks'], 'drawbacks', '# Drawbacks'],
    ['but not two levels off', ['## Summary', '#### Drawbacks'], 'drawbacks', 'added'],
    [
      'but not by another name at another level under another heading',
      ['## Summary', '## Proposal', '### Implementation'],
      'design-details',
      'added',
    ],
    [
      'by another name at another level, where nothing is around it',
      ['## Summary', '# Implementation'],
      'design-details',
      '# Implementation',
    ],
    [
      'by another name at another level in its own parent',
      ['## Summary', '## Design Details', '#### Testing'],
      'test-plan',
      '#### Testing',
    ],
    [
      'but not by another name at another level in another parent',
      ['## Summary', '## Proposal', '#### Testing'],
      'test-plan',
      'added',
    ],
  ])('%s', (_, headings, section, expected) => {
    expect(found(of(...headings), section)).toBe(expected);
  });

  it('unless the heading has the very name of another section of the template', () => {
    const template = of('# T', '## Summary', '## Design', '## Design Details', '## End');
    const document = of('# T', '## Summary', '## Design', '## End');
    expect(found(document, 'design', template)).toBe('## Design');
    expect(added(template, document, 'design-details')).toEqual(['End 2']);
  });
});

describe('of headings that cross', () => {
  const template = of('# T', '## Drawbacks', '## Design Details', '## Middle');

  it('the one of a very name is the surer anchor, a level off as well', () => {
    const document = of('# T', '## Implementation', '### Drawbacks');
    expect(added(template, document, 'middle')[0]).toBe('end 3');
  });

  it('two are surer than one', () => {
    const long = of('# T', '## A one', '## Design Details', '## Test Plan', '## Middle');
    const document = of('# T', '## Implementation', '## Testing', '### A one');
    expect(added(long, document, 'middle')[0]).toBe('end 2');
  });
});

it('the sections that a document does not have are those of the template under none of its names', () => {
  const sections = templateSections('# T\n\n## Summary\n\n## Non-Goals\n\n## Drawbacks\n');
  const ids = (document: string) => missingSections(document, sections).map(({ id }) => id);
  expect(ids('# T\n\n## Summary\n\n## Out of Scope\n')).toEqual(['drawbacks']);
  expect(ids('## Drawbacks\n')).toEqual(['summary', 'non-goals']);
});

describe('a heading whose name is only like that of a section', () => {
  it.each<[what: string, document: string, expected: string[]]>([
    ['at its level elsewhere is it', of('# T', '## Proposal', '### Test Plans'), ['present']],
    [
      'at another level, in the section around it, is it, after others too',
      of('# T', '## Design Details', '#### Other', '#### Test Plans'),
      ['present'],
    ],
    [
      'at another level elsewhere is another',
      of('# T', '## Proposal', '#### Test Plans', '## Design Details'),
      ['end 3', 'few-recognised'],
    ],
  ])('%s', (_, document, expected) => {
    expect(added(KEP, document, 'test-plan')).toEqual(expected);
  });
});

it('a section goes after all that the one before it holds, what the template does not know included', () => {
  const document = of('# T', '## Summary', '## Motivation', '## Proposal', '## Design Details');
  const longer = `${document}\n${of('### Test Plan', '### Ours')}`;
  expect(added(KEP, longer, 'drawbacks')).toEqual(['end 2']);
});
