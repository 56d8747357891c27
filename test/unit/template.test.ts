import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  firstSentence,
  hintOf,
  templateSections,
} from '../../src/document/sections/template-sections.ts';
import { PRESETS, presetDocument, presetPath } from '../../src/presets.ts';
import { loadTemplate, loadTemplateText } from '../../src/template/load-template.ts';
import { renderProposal } from '../../src/template/render.ts';
import { select } from '../../src/template/selection.ts';
import type { Template } from '../../src/template/template.ts';

const facts = { number: '0001', slug: 's', date: '2000-01-01', author: '', area: '' };
const fixed = (text: string, fill: Template['fill'] = () => text): Template => ({
  label: 'fixed',
  fill,
  places: new Set(),
  added: new Set(),
  own: [],
  text,
  isAdopted: false,
  usesAuthor: false,
  companions: [],
});

describe('a preset', () => {
  it.each(PRESETS.slice(1).map((preset) => [preset.name, preset] as const))(
    '%s has the same sections before its expressions are filled',
    async (name, preset) => {
      const idsOf = (text: string) =>
        templateSections(text).map(({ id, level, marker }) => ({ id, level, marker }));
      const filled = await loadTemplateText({ path: presetPath(preset), name, isPreset: true });
      expect(idsOf(readFileSync(presetDocument(preset), 'utf8'))).toEqual(idsOf(filled));
    },
  );
});

describe('the built-in template', () => {
  it('has the sections that were found when it was built', async () => {
    const { text } = await loadTemplate();
    // With another line at its end, they are found anew.
    const found = templateSections(`${text}\n`).map((each) => ({
      ...each,
      end: Math.min(each.end, text.length),
      ownEnd: Math.min(each.ownEnd, text.length),
    }));
    expect(templateSections(text)).toEqual(found);
  });

  it('offers sixteen sections, marked as optional, as applicable, or not', async () => {
    const { sections } = renderProposal(await loadTemplate(), {}, facts);
    expect(
      sections.map(({ id, marker }) => (marker === 'always' ? id : `${id} (${marker})`)),
    ).toEqual([
      'summary',
      'motivation',
      'goals',
      'non-goals',
      'proposal',
      'user-stories (applicable)',
      'notes-constraints-caveats (optional)',
      'risks-and-mitigations',
      'design-details',
      'test-plan',
      'upgrade-downgrade-strategy (applicable)',
      'version-skew-strategy (applicable)',
      'implementation-history (applicable)',
      'drawbacks (applicable)',
      'alternatives (applicable)',
      'infrastructure-needed (optional)',
    ]);
  });

  it('with every section has no marker, no expression and one blank line between blocks', async () => {
    const wishes = { title: 'T', with: ['notes-constraints-caveats', 'infrastructure-needed'] };
    const { document } = renderProposal(await loadTemplate(), wishes, facts);
    expect(document).not.toMatch(/\[optional\]|\[if applicable\]|\{\{|\n\n\n|[ \t]\n/i);
    expect(document.endsWith('started right away.\n')).toBe(true);
  });
});

describe('keeping and dropping sections', () => {
  const text =
    '# T\n\n## A\n\na\n\n### A1 [optional]\n\na1\n\n## B (if applicable)\n\nb\n\n### B1\n\nb1\n\n## C [Optional]\n\nc\n';

  it.each<[string, object, string]>([
    ['by marker', {}, '# T\n\n## A\n\na\n\n## B\n\nb\n\n### B1\n\nb1\n'],
    ['with one', { with: ['c'] }, '# T\n\n## A\n\na\n\n## B\n\nb\n\n### B1\n\nb1\n\n## C\n\nc\n'],
    ['without one and its sub-sections', { without: ['b'] }, '# T\n\n## A\n\na\n'],
    [
      'several in one list',
      { with: ['a1,C'], without: ['B'] },
      '# T\n\n## A\n\na\n\n### A1\n\na1\n\n## C\n\nc\n',
    ],
    [
      'a text keeps its section',
      { sections: { c: 'mine' } },
      '# T\n\n## A\n\na\n\n## B\n\nb\n\n### B1\n\nb1\n\n## C\n\nmine\n',
    ],
    [
      'a text leaves the sub-sections',
      { sections: { b: 'mine' } },
      '# T\n\n## A\n\na\n\n## B\n\nmine\n\n### B1\n\nb1\n',
    ],
  ])('%s', (_, wishes, expected) => {
    expect(renderProposal(fixed(text), wishes, facts).document).toBe(expected);
  });

  it('keeps the line endings of the template', () => {
    const crlf = text.replaceAll('\n', '\r\n');
    const { document } = renderProposal(
      fixed(crlf),
      { sections: { c: 'one\ntwo' }, without: ['b'] },
      facts,
    );
    expect(document).toBe('# T\r\n\r\n## A\r\n\r\na\r\n\r\n## C\r\n\r\none\r\ntwo\r\n');
  });

  it('keeps what surrounds a section that was asked for', () => {
    const sections = templateSections('## O [optional]\n\n### I [optional]\n');
    expect(select(sections, { with: ['i'] }, []).kept).toEqual(['o', 'i']);
  });

  it('takes a title with a comma for one name', () => {
    const sections = templateSections('## Risks, and more [optional]\n');
    expect(select(sections, { with: ['Risks, and more'] }, []).kept).toEqual(['risks-and-more']);
  });

  it('refuses an answer that the template has no place for', () => {
    expect(() => renderProposal(fixed(text), { title: 'Lost' }, facts)).toThrow(
      'no place for: title',
    );
  });
});

describe('an answer in the middle of a line', () => {
  const withSummary = (line: string): Template =>
    fixed('', ({ summary }) => `# T\n\n## A\n\n${line.replace('X', () => String(summary))}\n`);

  it.each([
    ['In short: X', 'a\n\n# Evil', [3]],
    ['1. X', 'a\n\n# Evil', [3]],
    ['- X', 'a\n\n  # nested', []],
    ['- X', '# one line', []],
    ['In short: X', 'a\n\nb', []],
  ])('%s with %j', (line, summary, expected) => {
    const { breakouts } = renderProposal(withSummary(line), { summary }, facts);
    expect(breakouts.map((breakout) => breakout.line)).toEqual(expected);
  });
});

describe('an item that is no item', () => {
  it('is kept inside its section when headings are to be', () => {
    const list = fixed(
      '',
      ({ goals }) => `# T\n\n## A\n\n- ${Array.isArray(goals) ? goals[0] : ''}\n`,
    );
    const answers = { goals: ['---\n\n# Evil'], nestHeadings: true };
    const { document, breakouts } = renderProposal(list, answers, facts);
    expect(breakouts).toEqual([]);
    expect(document).toBe('# T\n\n## A\n\n- ---\n\n### Evil\n');
  });
});

describe('hints', () => {
  it('are sentences of the guidance', () => {
    const guidance =
      'This is a long first\nsentence about it. Say why? More of it here.\n- item one.';
    expect(firstSentence(guidance)).toBe('This is a long first sentence about it.');
    expect(hintOf(guidance)).toBe('Say why?');
    expect(hintOf('')).toBe('');
  });
});

describe('words in the middle of a line', () => {
  it('start no block there: a heading that holds some ends no section', () => {
    const template = fixed('', (values) => `# T\n\n## A\n\n## Of ${values.owner}\n\ntext\n`);
    const { breakouts, document } = renderProposal(
      { ...template, own: [{ name: 'owner', kind: 'text', line: 5 }] },
      { values: { owner: 'me' } },
      facts,
    );
    expect({ breakouts, document }).toEqual({
      breakouts: [],
      document: '# T\n\n## A\n\n## Of me\n\ntext\n',
    });
  });
});
