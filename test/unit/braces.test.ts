import { describe, expect, it } from 'vitest';
import { adoptMarkdown } from '../../src/template/adopt/adopt.ts';
import { compileTemplate } from '../../src/template/compile.ts';
import { hasExpressions } from '../../src/template/detect-expressions.ts';
import { HiddenWords } from '../../src/template/hidden-words.ts';
import { templateValues } from '../../src/template/values.ts';

const FACTS = { number: '0005', slug: 's', date: '2026-01-31', author: 'Jo "J" Doe', area: '' };

async function filled(template: string): Promise<string> {
  const words = new HiddenWords();
  const { fill } = await compileTemplate(adoptMarkdown(template).handlebars, 't.md', true);
  return words.reveal(fill(templateValues({ title: 'New "thing"' }, FACTS, words), words));
}

describe('braces are expressions', () => {
  it.each<[why: string, text: string, expected: boolean]>([
    ['of a name that is known', '# {{title}}\n', true],
    ['of names of which one is known', '# {{title}} {{reviewer}}\n', true],
    ['of names that are not known', '# {{ TITLE }} {{reviewer}}\n', false],
    ['of words', '# {{ SHORT TITLE }}\n', false],
    ['of a block', '{{#if x}}a{{/if}} {{ . }}\n', true],
    ['of a helper', '{{date "YYYY"}} {{ a b }}\n', true],
    [
      'of a known name beside those of another program',
      '# {{title}}\n\n{{date:YYYY-MM-DD}}\n',
      false,
    ],
    ['of formulas', '# {{title}}\n\n$\\frac{{a}}{{b+c}}$ {{}}\n', false],
    ['that are not closed', '# {{title}}\n\n{{SIGINT, "x"}\n', false],
  ])('%s: %j %s', (_, text, expected) => {
    expect(hasExpressions(text)).toBe(expected);
  });
});

describe('braces that are words', () => {
  it.each<[template: string, expected: string]>([
    [
      '# {{ SHORT TITLE }}\n\n- Status: {{ STATUS }}\n',
      '# New "thing"\n\n- Status: {{ STATUS }}\n',
    ],
    ['# {{title}}\n\n{{date:YYYY-MM-DD}} {{x}}\n', '# New "thing"\n\n2026-01-31 {{x}}\n'],
    ['# T {{number}}\n\n{{title}} {{number}}\n', '# New "thing"\n\nNew "thing" 0005\n'],
  ])('in %j', async (template, expected) => {
    expect(await filled(template)).toBe(expected);
  });
});

describe('front matter in TOML', () => {
  it('is filled, in quotes where its values are', async () => {
    const front =
      '+++\n# Page settings\ntitle = "Short"\ndate = YYYY-MM-DD # of today\nauthors = ["x"]\nnumber = "0000"\nstatus = "draft"\n+++\n';
    expect(await filled(`${front}\n## Context\n`)).toBe(
      '+++\n# Page settings\ntitle = "New \\"thing\\""\ndate = 2026-01-31 # of today\nauthors = ["Jo \\"J\\" Doe"]\nnumber = "0005"\nstatus = "draft"\n+++\n\n## Context\n',
    );
  });

  it('holds no headings', async () => {
    expect(await filled('+++\n# Page settings\n+++\n\n# ADR-NNNN: Short title\n')).toBe(
      '+++\n# Page settings\n+++\n\n# ADR-0005: New "thing"\n',
    );
  });
});
