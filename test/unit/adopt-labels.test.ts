import { describe, expect, it } from 'vitest';
import { renderProposal } from '../../src/template/render.ts';
import type { SiblingForm } from '../../src/template/siblings/with-sibling-form.ts';
import { adoptedTemplate } from '../support/adopted-template.ts';

const facts = { number: '0006', slug: 'cache', date: '2026-01-31', author: 'Jo Doe', area: '' };

async function render(text: string, siblings?: Partial<SiblingForm>): Promise<string> {
  const form = { keys: new Map(), front: '', title: undefined, heading: undefined, ...siblings };
  const template = await adoptedTemplate(text, siblings ? { siblings: form } : {});
  return renderProposal(template, { title: 'Cache' }, facts).document;
}

const lineOf = async (line: string) =>
  (await render(`# Title\n\n${line}\n\n## Summary\n`)).split('\n')[2];

describe('a label of the head', () => {
  it.each([
    [
      '**Author:** Your Name | **Date:** YYYY-MM-DD | **Status:** Draft',
      '**Author:** Jo Doe | **Date:** 2026-01-31 | **Status:** Draft',
    ],
    [
      '**Date:** YYYY-MM-DD **Author:** Your Name **Status:** Draft',
      '**Date:** 2026-01-31 **Author:** Jo Doe **Status:** Draft',
    ],
    ['Author: Your Name · Date: YYYY-MM-DD', 'Author: Jo Doe · Date: 2026-01-31'],
    ['author:: Your Name', 'author:: Jo Doe'],
    ['- Author:', '- Author: Jo Doe'],
    ['- **Author:** ', '- **Author:** Jo Doe'],
    ['Autor: Name', 'Autor: Jo Doe'],
    ['作者：姓名', '作者：Jo Doe'],
    ['- Date: TBD', '- Date: 2026-01-31'],
  ])('%j becomes %j', async (line, expected) => {
    expect(await lineOf(line)).toBe(expected);
  });

  it.each([
    'Target release date: YYYY-MM-DD',
    'Approval date: YYYY-MM-DD',
    'Review date: YYYY-MM-DD',
    'End date: YYYY-MM-DD',
    '- Sponsor:',
  ])('stays where it is of another day or person: %s', async (line) => {
    expect(await lineOf(line)).toBe(line);
  });

  it.each([
    'Authors:\n  - somebody else\n',
    'Authors:\n\n- somebody else\n',
    'Authors:\nsomebody else\n',
    '| Author | |\n| --- | --- |\n',
  ])('stays where its value stands below it, or in a cell: %j', async (lines) => {
    expect(await render(`# Title\n\n${lines}\n## Summary\n`)).toContain(lines);
  });

  it('is filled in above another one', async () => {
    const text = '# Title\n\n- Author:\n- Status: Draft\n\n## Summary\n';
    expect(await render(text)).toContain('- Author: Jo Doe\n- Status: Draft\n');
  });
});

describe('front matter', () => {
  it('gets a title and an author where the keys are empty, and no other day', async () => {
    const front = '---\ntitle:\nauthor: \nexpiry-date: YYYY-MM-DD\ntags:\n---\n\n## Summary\n';
    expect(await render(front)).toBe(
      '---\ntitle: Cache\nauthor: Jo Doe\nexpiry-date: YYYY-MM-DD\ntags:\n---\n\n## Summary\n',
    );
  });

  it('keeps a list below a key', async () => {
    const front = '---\nauthors:\n- name: A\n  mail: a@example.com\n---\n\n# Title\n';
    expect(await render(front)).toContain('authors:\n- name: A\n  mail: a@example.com\n');
  });
});

describe('the form of titles', () => {
  it.each([
    ['# {title}', '# ADR 0006: Cache'],
    ['# %NUMBER% %TITLE%', '# ADR 0006: Cache'],
    ['# [ADR-0000] Title', '# ADR 0006: Cache'],
    ['# RFC NNNN: Title', '# RFC 0006: Cache'],
  ])('is that of the others where %s does not say it', async (heading, expected) => {
    const document = await render(`${heading}\n\n## Summary\n`, { title: 'ADR NNNN: Title' });
    expect(document.split('\n')[0]).toBe(expected);
  });
});
