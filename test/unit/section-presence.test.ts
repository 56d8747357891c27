import { describe, expect, it } from 'vitest';
import { sectionNamed } from '../../src/document/sections/find-section.ts';
import { templateSections } from '../../src/document/sections/template-sections.ts';
import { addSection } from '../../src/index.ts';

/** A document of these headings, a line of text under each. */
const of = (...headings: string[]) => headings.map((heading) => `${heading}\n\nx\n`).join('\n');

const sections = ['Summary', 'Motivation', 'Proposal', 'Drawbacks', 'Alternatives'];
const templateWith = (last: string) =>
  of('# T', ...[...sections, last].map((each) => `## ${each}`));

/** What adding the last section of a template to a document with another last heading comes to. */
function meets(section: string, heading: string): string {
  const document = `${of('# T', ...sections.map((each) => `## ${each}`))}\n${heading}\n\nx\n`;
  const result = addSection(document, { template: templateWith(section), section });
  if (result.status === 'present') return `present: ${result.heading}`;
  return result.status === 'added' ? [result.status, ...result.doubts].join(' ') : result.status;
}

describe('a section is there', () => {
  it.each<[section: string, heading: string, expected: string]>([
    ['Security', '## Sicherheit', 'present: Sicherheit'],
    ['Security', '### Security considerations', 'added similar-heading'],
    ['Questions', '## Questions {#questions}', 'present: Questions {#questions}'],
    ['Questions', '## Questions {: #questions .class}', 'present: Questions {: #questions .class}'],
    ['Questions', '## Questions[^1]', 'present: Questions[^1]'],
    ['Questions', '## Questions<sup>2</sup>', 'present: Questions<sup>2</sup>'],
    ['Questions', '## VII. Questions', 'present: VII. Questions'],
    ['Questions', '## IX Questions', 'present: IX Questions'],
    ['Questions', '## c) Questions', 'present: c) Questions'],
    ['Questions', '## Section 3: Questions', 'present: Section 3: Questions'],
    ['測試', '## 三、測試', 'present: 三、測試'],
    ['Questions', '<h2>Questions</h2>', 'present: Questions'],
    ['Questions', '<h2 id="q">Open questions</h2>', 'present: Open questions'],
    ['Questions', '<!--\n<h2>Questions</h2>\n-->', 'added'],
    ['Questions', '## **Questions**', 'present: **Questions**'],
    ['Questions', '## Open questions', 'present: Open questions'],
    ['Questions', '## Offene Fragen', 'present: Offene Fragen'],
    ['VII. Rollout', '## Rollout', 'present: Rollout'],
    ['Rollout {#roll}', '## Rollout', 'present: Rollout'],
    ['Rollout: how', '## Rollout', 'present: Rollout'],
    ['Rollout / Undo', '## Undo', 'present: Undo'],
    ['Costs and Rollout', '## Rollout', 'present: Rollout'],
    ['测试计划（Test Plan）', '## 测试计划', 'present: 测试计划'],
    ['测试计划（Test Plan）', '## Test plan', 'present: Test plan'],
    ['Test Plan', '## 测试计划（Test Plan）', 'present: 测试计划（Test Plan）'],
    ['Тест / Test plan', '## Testing', 'present: Testing'],
    ['API', '## Design (API)', 'added'],
  ])('%s as %s: %s', (section, heading, expected) => {
    expect(meets(section, heading)).toBe(expected);
  });
});

describe('a heading that may be the section is a doubt', () => {
  it.each<[section: string, heading: string, isDoubt: boolean]>([
    ['Rollout', '## Staged rollouts', true],
    ['Rollout', '## Rollout approach', true],
    ['Rollout', '## Staged rollouts (not yet)', true],
    ['Rollout Plan', '## Rollout strategy', true],
    ['Test Plan', '## Release / Testing', true],
    ['Summary of it', '## Overview of it all', false],
    ['Rollout', '## Rollout of the old design', false],
    ['Rollout', '## Rollout Status', true],
    ['Rollout Plan', '## Graduation Plan', false],
    ['Upgrade / Downgrade Strategy', '## Rollout, Upgrade and Rollback Planning', true],
    ['Rollout', '#### Staged rollouts', false],
  ])('%s, %s: %s', (section, heading, isDoubt) => {
    expect(meets(section, heading)).toBe(isDoubt ? 'added similar-heading' : 'added');
  });

  it('by a weaker name', () => {
    const document = of('# T', '## Overview', '## Motivation', '## Proposal', '## Drawbacks');
    const result = addSection(document, { template: templateWith('Rollout'), section: 'summary' });
    expect(result).toMatchObject({
      certain: false,
      doubts: ['among-unknown', 'similar-heading'],
      similar: { heading: 'Overview', line: 5 },
    });
  });

  it('but none that is another section of the template, or where somebody has chosen the place', () => {
    const template = of('# T', '## Summary', '## Design', '## API Design', '## End');
    const document = of('# T', '## Summary', '## API Design', '## End');
    const section = 'Design';
    expect(addSection(document, { template, section })).toMatchObject({ doubts: [] });
    const own = document.replace('API Design', 'Our design');
    const beside = { side: 'before', heading: 'End' } as const;
    expect(addSection(own, { template, section })).toMatchObject({ doubts: ['similar-heading'] });
    expect(addSection(own, { template, section, beside })).toMatchObject({ doubts: [] });
  });
});

describe('the name of a section', () => {
  const template = of(
    '# T',
    '## 1. 摘要',
    '## 测试计划（Test Plan）',
    '## Considered Options',
    '## Test Data',
  );

  it.each([
    ['test-plan', '测试计划（Test Plan）'],
    ['测试计划', '测试计划（Test Plan）'],
    ['摘要', '1. 摘要'],
    ['summary', '1. 摘要'],
    ['alternatives', 'Considered Options'],
    ['test-d', 'Test Data'],
  ])('%s: %s', (name, title) => {
    expect(sectionNamed(templateSections(template), name).title).toBe(title);
  });

  it('is refused where several are called so', () => {
    const both = templateSections(of('# T', '## Considered Options', '## Rejected Ideas'));
    expect(() => sectionNamed(both, 'alternatives')).toThrow('There is no section "alternatives"');
  });
});

it.each([
  ['<details>\n<summary>More</summary>\n\n', '\n</details>\n'],
  ['{% if internal %}\n\n', '\n{% endif %}\n'],
])('a part of a section that %j folds away is asked about', (opening, closing) => {
  const template = of('# T', '## Proposal', '### Stories', '### Risks', '## Test plan');
  const document = `# T\n\n${opening}## Proposal\n\nx\n\n### Stories\n\nx\n${closing}\n## Test plan\n\nx\n`;
  expect(addSection(document, { template, section: 'risks' })).toMatchObject({
    certain: false,
    doubts: ['outside-parent'],
  });
});
