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
    ['- Date: Month Day, Year', '- Date: January 31, 2026'],
    ['- Date: 20XX-XX-XX', '- Date: 2026-01-31'],
    ['- Date: [Insert date]', '- Date: 2026-01-31'],
    ['- Authors: [Author 1](https://x.y/1), [Author 2](https://x.y/2)', '- Authors: Jo Doe'],
    ['Author: First Last', 'Author: Jo Doe'],
    ['Autor: Vorname Nachname', 'Autor: Jo Doe'],
    ['Auteur : Prénom Nom', 'Auteur : Jo Doe'],
    ['**Owner:** Your name here', '**Owner:** Jo Doe'],
    ['Submitted by: Your Name', 'Submitted by: Jo Doe'],
    ['_Author: Your Name_', '_Author: Jo Doe_'],
    ['*Date: YYYY-MM-DD*', '*Date: 2026-01-31*'],
    ['| Authors | Author names |', '| Authors | Jo Doe |'],
    ['Author: Name of the author', 'Author: Jo Doe'],
    ['- Opened: YYYY-MM-DD', '- Opened: 2026-01-31'],
    ['- 作者：\n- 状态：草案', '- 作者： Jo Doe'],
    ['- YYYY-MM-DD: Initial version', '- 2026-01-31: Initial version'],
    ['| YYYY-MM-DD | 1.0 | First draft |', '| 2026-01-31 | 1.0 | First draft |'],
    ['- RFC: RFC-XXX', '- RFC: RFC-0006'],
  ])('%j becomes %j', async (line, expected) => {
    expect(await lineOf(line)).toBe(expected);
  });

  it.each([
    'Target release date: YYYY-MM-DD',
    '| Date | Created by |',
    '| Date | Draft | Author |',
    '- Date: first of all',
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

describe('a number yet to come', () => {
  it.each([
    'See RFC-NNNN.',
    'Ask in #rfc-NNNN.',
    'The file is `x`, see [it](NNNN-title.md).',
    '| NNNN | Cache |',
    'NNNN',
  ])('is the own one in %j', async (line) => {
    const filled = (await render(`# RFC NNNN: Title\n\n## Notes\n\n${line}\n`)).trim();
    expect(filled.split('\n').at(-1)).not.toContain('NNNN');
  });

  it.each([
    'CVE-2024-XXXX and GHSA-XXXX-XXXX-XXXX',
    'phone 555-XXXX, JIRA-NNNN, port NNNN',
    '[ADR-NNNN](../adr/NNNN-title.md)',
    'card **** **** **** XXXX',
    'Version 1.NNNN',
    'Ticket: PROJ-NNNN',
  ])('is that of something else in %j', async (line) => {
    const filled = (await render(`# RFC NNNN: Title\n\n## Notes\n\n${line}\n`)).trim();
    expect(filled.split('\n').at(-1)).toBe(line);
  });
});

describe('words below the title', () => {
  it.each([
    '**Confidential – title and content may not leave the house.**',
    'Link the epic [title of epic](https://x.y) and tell the others.',
    '> [!NOTE]\n> The title must be approved by @legal.',
  ])('that are for readers stay: %j', async (words) => {
    expect(await render(`# [Title]\n\n${words}\n\n## Summary\n`)).toContain(words);
  });

  it('that name it as the heading does are filled in', async () => {
    const text = '# [Title]\n\nThis proposes [title], see [title](x.md).\n\n## Summary\n';
    expect(await render(text)).toContain('This proposes Cache, see [title](x.md).');
  });

  it('stay in a comment that says what to do', async () => {
    const comment = '<!-- Copy this file, and replace {TITLE} -->';
    expect(await render(`# {TITLE}\n\n${comment}\n\n## Summary\n`)).toContain(comment);
  });
});

it.each([
  ['# <Project name> Design Doc', '# Cache Design Doc'],
  ['# 📜 [RFC title]', '# 📜 Cache'],
])('what stands around the title stays: %j', async (heading, expected) => {
  expect((await render(`${heading}\n\n## Summary\n`)).split('\n')[0]).toBe(expected);
});

it('a table with its labels above is filled in', async () => {
  const table = (row: string) => `| Author | Status | Last updated |\n|---|---|---|\n${row}`;
  const text = `# Title\n\n${table('| Your Name | Draft | YYYY-MM-DD |')}\n\n## Summary\n`;
  expect(await render(text)).toContain(table('| Jo Doe | Draft | 2026-01-31 |'));
});

it('an indented preamble holds the title', async () => {
  const text =
    '    PEP: XXX\n    Title: [title of the PEP]\n    Created: YYYY-MM-DD\n\n## Summary\n';
  expect(await render(text)).toBe(
    '    PEP: 0006\n    Title: Cache\n    Created: 2026-01-31\n\n## Summary\n',
  );
});

describe('an answer', () => {
  const filled = async (headings: string, answers: object) => {
    const template = await adoptedTemplate(`# Title\n\n## Summary\n\nS.\n\n${headings}\n`, {});
    return renderProposal(template, { title: 'Cache', ...answers }, facts).document;
  };

  it.each([
    ['## Goals: what do we want?', { goals: ['G.'] }, 'want?\n\n- G.\n'],
    ['## Non-goals (what we leave)', { nonGoals: ['N.'] }, 'leave)\n\n- N.\n'],
  ])('goes into %s', async (heading, answers, expected) => {
    const text = await filled(`${heading}\n\nSay.`, answers);
    expect(text).toContain(expected);
    expect(text).not.toContain('Say.');
  });

  it.each([
    ['## Goals and non-goals', { goals: ['G.'] }],
    ['## User stories and use cases', { stories: [{ text: 'S.' }] }],
    ['## Scope\n\n### In scope', { goals: ['G.'] }],
  ])('is refused where %s may be its section', async (headings, answers) => {
    await expect(filled(headings, answers)).rejects.toThrow('The template has no section for');
  });
});

it('expressions of another tool in front matter wait for the title and the date', async () => {
  const text =
    '---\ntitle: "{{ replace .Name "-" " " | title }}"\ndate: {{ .Date }}\ndraft: true\n---\n\n## Summary\n';
  expect(await render(text)).toBe(
    '---\ntitle: "Cache"\ndate: 2026-01-31\ndraft: true\n---\n\n## Summary\n',
  );
});
