import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { removeSection } from '../../src/document/sections/remove-section.ts';
import { addSection } from '../../src/index.ts';

/** A document of these headings, a line of text under each. */
const of = (...headings: string[]) => headings.map((each) => `${each}\n\nx\n`).join('\n');

const folder = path.join(import.meta.dirname, '../fixtures/section');
const template = readFileSync(path.join(folder, 'template.md'), 'utf8');
const cases = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** Each folder is a case: `input.md`, what becomes of it in `case.json`, and `expected.md` when it changes. */
describe.each(cases.map(({ name }) => name))('%s', (name) => {
  const read = (file: string) => readFileSync(path.join(folder, name, file), 'utf8');
  const { section, ...expected } = JSON.parse(read('case.json'));
  const input = read('input.md');
  const result = addSection(input, { template, section });

  it('is what a maintainer would do', () => {
    expect(result).toMatchObject(expected);
    if (result.status !== 'added') return;
    expect(result.document).toBe(read('expected.md'));
    expect(result.certain).toBe(result.doubts.length === 0);
  });

  if (result.status !== 'added') return;

  it('changes nothing but at one place, and once', () => {
    const { document, offset, text } = result;
    expect(document).toBe(input.slice(0, offset) + text + input.slice(offset));
    expect(addSection(document, { template, section })).toMatchObject({
      status: 'present',
      line: result.line,
    });
  });

  it('is undone by removing the section', () => {
    const undone = removeSection(result.document, { template, section });
    // A heading without a blank line before it keeps the one that came with the section.
    const wanted =
      name === 'tight-headings' ? input.replace('\n## Alternatives', '\n\n## Alternatives') : input;
    expect(undone).toMatchObject({ status: 'removed', document: wanted });
  });
});

describe('beside a heading that somebody chose', () => {
  const document = '# T\n\n## Summary\n\ns\n\n## Other\n\no\n\n### Part\n\np\n\n## Last\n\nl\n';

  it.each<['before' | 'after', string, number]>([
    ['before', 'Other', 7],
    ['after', 'Other', 15],
    ['after', 'Last', 19],
  ])('%s %s', (side, heading, line) => {
    const result = addSection(document, {
      template,
      section: 'drawbacks',
      beside: { side, heading },
    });
    expect(result).toMatchObject({ status: 'added', line, level: 2, certain: true });
  });

  it.each<[what: string, beside: object, section: string, line: number, level: number]>([
    ['the one that is named in its very letters', { heading: 'other' }, 'drawbacks', 13, 2],
    ['the first of several', { heading: 'Other' }, 'drawbacks', 9, 2],
    ['the one on a line, of several', { heading: 'Other', line: 17 }, 'drawbacks', 17, 2],
    ['one in other letters, where no other is', { heading: 'summary' }, 'drawbacks', 5, 2],
    ['a deeper one, which would become a part of it', { heading: 'Deep' }, 'drawbacks', 0, 0],
    ['a higher one, and never as a title', { heading: 'T' }, 'drawbacks', 1, 2],
    ['a higher one, at a level within one of the template', { heading: 'T' }, 'goals', 1, 2],
  ])('which is %s', (_, beside, section, line, level) => {
    const twice = of('# T', '## Summary', '## Other', '## other', '## Other', '#### Deep');
    const options = {
      template,
      section,
      beside: { side: 'before' as const, heading: '', ...beside },
    };
    const result = addSection(twice, options);
    const reason = expect.stringContaining('would become part of the new section');
    expect(result).toMatchObject(line === 0 ? { status: 'unplaced', reason } : { line, level });
  });

  it('says when there is no such heading', () => {
    const result = addSection(document, {
      template,
      section: 'drawbacks',
      beside: { side: 'before', heading: 'None' },
    });
    expect(result).toEqual({ status: 'unplaced', reason: 'there is no heading "None"' });
  });
});

it('a template with Handlebars blocks in the section has to be filled first', () => {
  const raw = '## Summary\n\n{{#if summary}}\n{{summary}}\n{{/if}}\n';
  expect(() => addSection('# T\n', { template: raw, section: 'summary' })).toThrow(
    'render the template first',
  );
});

it('an unknown section throws and names the known ids', () => {
  expect(() => addSection('# T\n', { template, section: 'drawbakcs' })).toThrow(
    /"drawbakcs"; did you mean drawbacks\? Known sections: summary, motivation, goals/,
  );
});

describe('at another level than in the template', () => {
  const nested = '## A\n\na\n\n### B\n\nb\n\n### C\n\nc\n\n#### Deep\n\nd\n';
  const document = '# T\n\n### A\n\na\n\n#### B\n\nb\n';

  it('moves the headings of the template along', () => {
    expect(addSection(document, { template: nested, section: 'c' })).toMatchObject({
      status: 'added',
      text: '\n#### C\n\nc\n\n##### Deep\n\nd\n',
    });
  });

  it('leaves a given text as it is, its indentation too', () => {
    const text = '    code\n\n##### Mine';
    expect(addSection(document, { template: nested, section: 'c', text })).toMatchObject({
      status: 'added',
      text: '\n#### C\n\n    code\n\n##### Mine\n',
    });
    const deeper = { template: nested, section: 'c', text: '# Mine', nestHeadings: true };
    expect(addSection(document, deeper)).toMatchObject({ text: '\n#### C\n\n##### Mine\n' });
  });
});

describe('removing', () => {
  it.each([
    [
      'a section that people have written in',
      '## Drawbacks\n\nReal ones.\n',
      'edited',
      '## Drawbacks\n\nReal ones.',
    ],
    [
      'a heading for two sections',
      '## Drawbacks / Alternatives\n',
      'edited',
      '## Drawbacks / Alternatives',
    ],
    ['a section that was emptied', '## Drawbacks\n', 'edited', '## Drawbacks'],
    [
      'a section with sub-sections of others',
      '## Drawbacks\n\nWhy not?\n\n### More\n',
      'edited',
      '## Drawbacks\n\nWhy not?\n\n### More',
    ],
  ])('refuses %s', (_, text, status, lost) => {
    const document = `# T\n\n## Summary\n\ns\n\n${text}`;
    expect(removeSection(document, { template, section: 'drawbacks' })).toMatchObject({
      status,
      text: lost,
      line: 7,
    });
  });

  it('says when there is nothing to remove', () => {
    expect(removeSection('# T\n\n## Summary\n', { template, section: 'drawbacks' })).toEqual({
      status: 'absent',
    });
  });
});

describe('a place that is not certain', () => {
  const template =
    '# T\n\n## Summary\n\ns\n\n## Motivation\n\nm\n\n## Proposal\n\np\n\n## Drawbacks\n\nd\n\n## Alternatives\n\na\n';
  const begun = '# X\n\n## Summary\n\nOne.\n\n## Motivation\n\nTwo.\n\n## Proposal\n\nThree.\n';

  it('is one where only an option has a section of the name', () => {
    const option = (name: string) => `\n## ${name}\n\nWords.\n\n### Drawbacks\n\nIt costs.\n`;
    const document = `${begun}${option('Option A')}${option('Option B')}\n## Alternatives\n\nNone.\n`;
    expect(addSection(document, { template, section: 'drawbacks' })).toMatchObject({
      status: 'added',
      certain: false,
      similar: { heading: 'Drawbacks' },
    });
    const moved = `${begun}\n## Tradeoffs\n\n### Drawbacks\n\nIt costs.\n\n### Alternatives\n\nNone.\n`;
    expect(addSection(moved, { template, section: 'drawbacks' }).status).toBe('present');
  });

  it('is one before several sections of people’s own', () => {
    const own = (count: number) =>
      Array.from({ length: count }, (_, at) => `\n## Part ${at}\n\nWords.\n`).join('');
    const added = (count: number) =>
      addSection(begun + own(count), { template, section: 'alternatives' });
    expect(added(1)).toMatchObject({ certain: true });
    expect(added(2)).toMatchObject({ certain: false, doubts: ['among-unknown'] });
    const closing = '\n## References\n\nWords.\n\n## Appendix A\n\nWords.\n';
    expect(
      addSection(begun + own(1) + closing, { template, section: 'alternatives' }),
    ).toMatchObject({
      certain: true,
    });
  });

  it.each([
    '**Alternatives**',
    '**Alternatives:**',
    '##Alternatives',
    '<summary>Alternatives</summary>',
  ])('is none beside what readers take for the section: %s', (line) => {
    const document = `${begun}\n${line}\n\nNone.\n`;
    expect(addSection(document, { template, section: 'alternatives' })).toMatchObject({
      certain: false,
      doubts: ['similar-heading'],
      similar: { heading: 'Alternatives' },
    });
    const code = document.replace(line, `\`\`\`\n${line}\n\`\`\``);
    expect(addSection(code, { template, section: 'alternatives' })).toMatchObject({
      certain: true,
    });
  });

  it('is none for a title that two sections of the template have', () => {
    const twice = '# T\n\n## Server\n\n### Tests\n\n## Client\n\n### Tests\n';
    expect(() => addSection('# T\n\n## Server\n', { template: twice, section: 'Tests' })).toThrow(
      '"Tests" matches several sections: tests, tests-2',
    );
  });

  it('has the number of the template only where the document has numbers', () => {
    const counted = '# T\n\n## 1. Summary\n\n## 2. Motivation\n\n## 3. Drawbacks\n';
    const heading = (document: string) =>
      addSection(document, { template: counted, section: '3. Drawbacks' });
    expect(heading('# 12. Cache\n\n## Summary\n\n## Motivation\n')).toMatchObject({
      heading: 'Drawbacks',
    });
    expect(heading('# Cache\n\n## 1. Summary\n\n## 2. Motivation\n')).toMatchObject({
      heading: '3. Drawbacks',
    });
  });

  it('is none for a text that defines a link of the document anew', () => {
    const document = `${begun}\nSee [x][1].\n\n[1]: https://mine.example\n`;
    const adding = (text: string) => addSection(document, { template, section: 'drawbacks', text });
    expect(adding('See [y][1].\n\n[1]: https://other.example')).toMatchObject({
      status: 'unplaced',
      reason: 'its text defines [1], which the document defines as something else',
    });
    expect(adding('See [y][1].\n\n[1]: https://mine.example')).toMatchObject({ status: 'added' });
    expect(adding('```\n[1]: https://other.example\n```')).toMatchObject({ status: 'added' });
  });

  it.each([
    ['<!-- BEGIN GENERATED -->', '<!-- END GENERATED -->'],
    ['::: warning', ':::'],
    ['{{< expand >}}', '{{< /expand >}}'],
    ['{% if internal %}', '{% endif %}'],
  ])('is none between %s and %s', (opens, closes) => {
    const document = `${begun}\n${opens}\n\n## Alternatives\n\nNone.\n\n${closes}\n`;
    expect(addSection(document, { template, section: 'drawbacks' })).toMatchObject({
      status: 'unplaced',
      reason: expect.stringContaining(`the place is inside a block that line 15 opens, ${opens}`),
    });
    const code = document.replace(opens, `\`\`\`\n${opens}\n\`\`\``);
    expect(addSection(code, { template, section: 'drawbacks' })).toMatchObject({ certain: true });
  });
});

describe('a numbered section', () => {
  const numbered = of(
    '# T',
    '## 1. Why',
    '## 2. Design',
    '### 2.1 API',
    '### 2.2 Safety',
    '## 3. Tests',
  );
  const headings = (document: string) =>
    document
      .split('\n')
      .filter((line) => line.startsWith('#'))
      .join(', ');

  it.each<[document: string[], section: string, heading: string]>([
    [['# T', '## 1. Why', '## 2. Design', '### 2.1 API', '## 3. Tests'], 'safety', '2.2 Safety'],
    [
      ['# T', '## 1. Why', '## 2. Own', '## 3. Design', '### 3.1 API', '## 4. Tests'],
      'safety',
      '3.2 Safety',
    ],
    [['# T', '## 1. Why', '## 2. Own', '## 3. Design', '## 4. Tests'], 'api', '3.1 API'],
    [
      ['# T', '## 1. Why', '## 2. Own', '## 3. Design', '### 3.1 API', '### 3.2 Safety'],
      'tests',
      '4. Tests',
    ],
  ])('gets the number that goes with those around it: %j', (document, section, heading) => {
    const result = addSection(of(...document), { template: numbered, section });
    expect(result).toMatchObject({ status: 'added', heading, certain: true });
  });

  it.each<[document: string[], section: string]>([
    [['# T', '## 1. Why', '## 2. Own', '## 3. Design', '### 3.1 Safety', '## 4. Tests'], 'api'],
    [['# T', '## 1. Why', '## 2. Tests'], 'design'],
  ])('is doubtful where others would need new numbers: %j', (document, section) => {
    const result = addSection(of(...document), { template: numbered, section });
    expect(result).toMatchObject({ status: 'added', doubts: ['number-used'] });
  });

  it('keeps a number that its own headings go with', () => {
    const parts = `${numbered}\n## 4. Risks\n\nx\n\n#### 4.0.1 Big ones\n\nx\n`;
    const document = of('# T', '## 1. Why', '## 2. Design', '## 3. Tests', '## 4. Own');
    const result = addSection(document, { template: parts, section: 'risks' });
    expect(result).toMatchObject({ heading: '4. Risks', doubts: ['number-used'] });
    expect(headings(document)).not.toContain('Risks');
  });
});

describe('a section that may be there, or may belong before one that is', () => {
  const long = of(
    '# T',
    '## Summary',
    '## Drawbacks',
    '## Rationale and alternatives',
    '## Prior art',
    '## Questions',
  );

  it.each([
    '__Drawbacks:__ The disk fills.',
    '**Drawbacks.** The disk fills.',
    '**Drawbacks**: It fills.',
  ])('is asked about: %s', (line) => {
    const document = `# T\n\n## Summary\n\n${line}\n\n## Prior art\n\n## Questions\n`;
    const result = addSection(document, { template: long, section: 'drawbacks' });
    expect(result).toMatchObject({ doubts: ['similar-heading'], similar: { line: 5 } });
  });

  it('is not passed over where it has another name', () => {
    const document = of('# T', '## Summary', '## Alternatives considered', '## Questions');
    const result = addSection(document, { template: long, section: 'drawbacks' });
    expect(result).toMatchObject({ doubts: ['among-unknown', 'few-recognised'] });
  });
});

describe('the definitions that the text of a section uses', () => {
  const linked =
    '# T\n\n## Why\n\nx\n\n## Safety\n\nSee the [model] and [this][list].[^n]\n\n## End\n\nx\n\n[Model]: https://m.invalid\n[list]: ./list.md\n[other]: ./other.md\n[^n]: A note.\n\n    More of it.\n';
  const document = of('# T', '## Why', '## End');

  it('come with it', () => {
    const result = addSection(document, { template: linked, section: 'safety' });
    expect(result).toMatchObject({
      certain: true,
      text: '## Safety\n\nSee the [model] and [this][list].[^n]\n\n[Model]: https://m.invalid\n[list]: ./list.md\n[^n]: A note.\n\n    More of it.\n\n',
    });
  });

  it('go with it again, but for those that others use', () => {
    const optional = linked
      .replace('## Safety', '## Safety (optional)')
      .replace(/## End\n\nx\n\n/, '');
    const options = { template: optional, section: 'safety' };
    const added = (text: string) => {
      const result = addSection(text, options);
      return result.status === 'added' ? result.document : expect.unreachable();
    };
    const alone = of('# T', '## Why');
    expect(removeSection(added(alone), options)).toMatchObject({
      status: 'removed',
      document: alone,
    });
    const using = alone.replace('x', 'The [model].');
    const removed = removeSection(added(using), options);
    expect(removed).toMatchObject({ document: expect.stringContaining('[Model]: https://') });
  });

  it('are not written twice, and never change those of the document', () => {
    const known = `${document}\n[model]: https://m.invalid\n[list]: ./list.md\n`;
    const result = addSection(known, { template: linked, section: 'safety' });
    expect(result).toMatchObject({ text: expect.not.stringContaining(']: http') });
    const other = `${document}\n[model]: https://own.invalid\n`;
    expect(addSection(other, { template: linked, section: 'safety' })).toEqual({
      status: 'unplaced',
      reason: 'its text defines [model], which the document defines as something else',
    });
  });
});
