import { describe, expect, it } from 'vitest';
import { presetForDecisions } from '../../src/convention/templates/decision-preset.ts';
import { templateSections } from '../../src/document/sections/template-sections.ts';
import { adoptMarkdown } from '../../src/template/adopt/adopt.ts';
import { shownTemplate } from '../../src/template/adopt/fences.ts';
import { loadTemplateText } from '../../src/template/load-template.ts';
import {
  dateFormOf,
  dateFormsOf,
  withDateForms,
} from '../../src/template/siblings/date-forms-of.ts';
import { statusFor } from '../../src/template/siblings/head.ts';
import { siblingForm } from '../../src/template/siblings/sibling-form.ts';
import { isMadeOf, siblingTemplate } from '../../src/template/siblings/siblings.ts';
import { titleForm } from '../../src/template/siblings/title-form.ts';
import { titleWidth } from '../../src/template/siblings/title-width.ts';
import { withSiblingForm } from '../../src/template/siblings/with-sibling-form.ts';

const nygard = (number: number, title: string, status = 'Accepted') => ({
  number,
  text: `# ${number}. ${title}\n\nDate: 2024-01-0${number}\n\n## Status\n\n${status}\n\n## Context\n\nWords.\n\n## Decision\n\nMore words.\n\n## Consequences\n\nEven more.\n`,
});

describe('the template that proposals share', () => {
  it('has the form of their titles, their metadata and sections, and none of their words', () => {
    expect(siblingTemplate([nygard(1, 'A'), nygard(2, 'B'), nygard(3, 'C')])).toBe(
      '# NNNN. Title\n\nDate: YYYY-MM-DD\n\n## Status\n\nProposed\n\n## Context\n\n## Decision\n\n## Consequences\n',
    );
  });

  it('begins with the status that is used for what is open', () => {
    const siblings = [nygard(1, 'A'), nygard(2, 'B', 'Draft'), nygard(3, 'C')];
    expect(siblingTemplate(siblings)).toContain('## Status\n\nDraft\n');
    const lower = [nygard(1, 'A', 'accepted'), nygard(2, 'B', 'accepted'), nygard(3, 'C', 'done')];
    expect(siblingTemplate(lower)).toContain('## Status\n\nproposed\n');
    const german = [1, 2, 3].map((n) => nygard(n, 'A', 'Angenommen'));
    expect(siblingTemplate(german)).toContain('## Status\n\nVorgeschlagen\n');
    const reviewed = [1, 2, 3].map((n) => nygard(n, 'A', 'In Review'));
    expect(siblingTemplate(reviewed)).toContain('## Status\n\nProposed\n');
    const foreign = [1, 2, 3].map((n) => nygard(n, 'A', 'Hyväksytty'));
    expect(siblingTemplate(foreign)).toContain('## Status\n\n## Context');
  });

  it('has the same sections before it is adopted', async () => {
    const rfc = (n: number) => ({
      number: n,
      text: `---\ntitle: T${n}\nstatus: draft\n---\n\n# RFC ${n}: T${n}\n\n- Author: @a${n}\n- Date: 2024-01-0${n}\n\n## Summary\n\nx\n\n## Motivation\n\n### Goals\n\n- x\n\n### Non-Goals\n\n## User Stories (Optional)\n\nx\n\n## Metadata\n\n- Owner: o${n}\n\n## Related: RFC ${n}\n`,
    });
    const sets = [
      [1, 2, 3].map((n) => nygard(n, 'A')),
      [1, 2, 3].map((n) => nygard(n, 'A', 'Angenommen')),
      [1, 2, 3].map(rfc),
    ];
    for (const siblings of sets) {
      const text = siblingTemplate(siblings) ?? expect.unreachable();
      const filled = await loadTemplateText({ path: '', name: 'siblings', text });
      const known = (each: string) =>
        templateSections(each).map(({ id, title, level, marker, guidance }) => ({
          id,
          title,
          level,
          marker,
          guidance,
        }));
      expect(known(text)).toEqual(known(filled));
    }
  });

  it('leaves out what only some have, and keeps the levels and the order', () => {
    const text = (own: string, order: readonly string[]) =>
      ['# T', own, ...order.map((each) => `${each}\n\nx\n`)].join('\n\n');
    const usual = ['## Problem', '### Scope', '## Design', '## Risks'];
    const siblings = [
      text('## Only here', usual),
      text('', usual),
      text('', ['## Problem', '### Scope', '## Design', '## Appendix', '## Risks']),
      text('', ['## Design', '## Risks']),
    ].map((each) => ({ text: each, number: undefined }));
    expect(siblingTemplate(siblings)).toBe(
      '# Title\n\n## Problem\n\n### Scope\n\n## Design\n\n## Risks\n',
    );
  });

  it('has their front matter, with places for values and what is always the same', () => {
    const sibling = (number: number) => ({
      number,
      text: `---\ntitle: "Proposal ${number}"\nstatus: accepted\nlayout: adr\ndate: 2024-01-0${number}\nauthor: Jo\ntags: [a${number}]\n---\n\n## Context\n\nx\n\n## Decision\n\nx\n`,
    });
    expect(siblingTemplate([sibling(1), sibling(2), sibling(3)])).toBe(
      '---\ntitle: "Title"\nstatus: proposed\nlayout: adr\ndate: YYYY-MM-DD\nauthor: <author>\ntags:\n---\n\n## Context\n\n## Decision\n',
    );
  });

  it('has front matter in TOML, with the place of the next page, and without what a page is found by', () => {
    const sibling = (n: number) => ({
      number: n,
      text: `+++\ntitle = "ADR ${n}"\ndate = 2024-01-0${n}T10:00:00Z\nweight = ${n * 10}\nid = "page${n}"\nstatus = "accepted"\ntags = ["a${n}"]\n+++\n\n## Context\n\nx\n\n## Decision\n\nx\n`,
    });
    expect(siblingTemplate([sibling(1), sibling(2), sibling(3)])).toBe(
      '+++\ntitle = "Title"\ndate = YYYY-MM-DD\nweight = 40\nstatus = "proposed"\n+++\n\n## Context\n\n## Decision\n',
    );
  });

  it('has keys below one that holds what is said, people with more than a name, and the place in order where it goes on', () => {
    const sibling = (n: number) => ({
      number: n,
      text: `---\nnav_order: ${n * n}\nauthors:\n  - name: Jo\n    email: jo@example.com\nmeta:\n  status: accepted\n  created: 2024-01-0${n}\nteam:\n  created: 2020-01-01\n---\n\n# T${n}\n\n## Context\n\nx\n\n## Decision\n\nx\n`,
    });
    expect(siblingTemplate([sibling(1), sibling(2), sibling(3)])).toBe(
      '---\nauthors:\n  - name: "<author>"\nmeta:\n  status: proposed\n  created: YYYY-MM-DD\nteam:\n---\n\n# Title\n\n## Context\n\n## Decision\n',
    );
  });

  it('has a place for titles that are short and end in the number', () => {
    const sibling = (n: number) => ({
      number: n,
      digits: `000${n}`,
      text: `---\ntitle: "T${n}"\n---\n\n# T${n}\n\n## Context\n\nx\n\n## Decision\n\nx\n`,
    });
    expect(siblingTemplate([sibling(1), sibling(2), sibling(3)])).toContain('title: "Title"\n');
  });

  it('has the day before the title, and numbers without zeros as they are', () => {
    const sibling = (n: number) => ({
      number: n,
      digits: `000${n}`,
      text: `# 2024-01-0${n}: T${n}\n\nPEP: ${n}\nNo: 00${n}\n\n## Context\n\nx\n\n## Decision\n\nx\n`,
    });
    expect(siblingTemplate([sibling(1), sibling(2), sibling(3)])).toBe(
      '# YYYY-MM-DD: Title\n\nPEP: \uE011\nNo: NNNN\n\n## Context\n\n## Decision\n',
    );
  });

  it('keeps the parents of what is shared, blank lines before rules, and the words that titles begin with', () => {
    const sibling = (n: number) => ({
      number: n,
      text: `# Proposal: T${n}\n\n**Status:** Accepted\n**Ticket:** P-${n}\n\nDiscussion at https://example.invalid/${n}.\n\n---\n\n## Options\n\n### Option ${n}\n\n#### Pros\n\n- p\n\n### Do nothing\n\n#### Pros\n\n- p\n\n## Approval\n\n| Name | Role | Date |\n|---|---|---|\n| Jane Roe | CTO | 2021-03-05 |\n`,
    });
    expect(siblingTemplate([sibling(1), sibling(2), sibling(3)])).toBe(
      '# Proposal: [Title]\n\n**Status:** Proposed\n**Ticket:**\n\n---\n\n## Options\n\n### Do nothing\n\n#### Pros\n\n## Approval\n',
    );
  });

  it('copies no people, dates and references from front matter', () => {
    const text =
      '---\nlayout: adr\nstatus: accepted\napprovers: [ann]\nticket: PROJ-42\nsupersedes: 3\nimplemented: true\napproved-on: 2024-02-02\n---\n\n# T\n\n## Context\n\n## Decision\n';
    const same = [1, 2, 3].map((number) => ({ number, text }));
    expect(siblingTemplate(same)).toMatch(
      /^---\nlayout: adr\nstatus: proposed\napprovers:\nticket:\nsupersedes:\nimplemented:\napproved-on:\n---\n/,
    );
  });

  it('has a section of metadata, with places for its values', () => {
    const sibling = (n: number) => ({
      number: n,
      text: `# ADR-000${n}: T\n\n## Metadata\n\n| Key | Value |\n|---|---|\n| Number | 000${n} |\n| Status | Accepted |\n| Date | 2024-01-0${n} |\n\n## Context\n\nc\n`,
    });
    expect(siblingTemplate([sibling(1), sibling(2), sibling(3)])).toBe(
      '# ADR-NNNN: Title\n\n## Metadata\n\n| Key | Value |\n|---|---|\n| Number | NNNN |\n| Status | Proposed |\n| Date | YYYY-MM-DD |\n\n## Context\n',
    );
  });

  it('has lists and tables of metadata in their form', () => {
    const list = (n: number) => ({
      number: n,
      text: `# RFC-000${n}: T\n\n- **Status:** Accepted\n- **Author:** Jo${n}\n- **Reviewers:** A, B\n\n| Area | x${n} |\n|---|---|\n\n## Why\n\n## How\n`,
    });
    expect(siblingTemplate([list(1), list(2), list(3)])).toBe(
      '# RFC-NNNN: Title\n\n- **Status:** Proposed\n- **Author:** <author>\n- **Reviewers:**\n\n| Area | |\n|---|---|\n\n## Why\n\n## How\n',
    );
  });

  it.each([
    ['two are too few', [nygard(1, 'A'), nygard(2, 'B')]],
    ['what shares no section', [1, 2, 3].map((number) => ({ number, text: `# ${number}\n` }))],
  ])('is none: %s', (_, siblings) => {
    expect(siblingTemplate(siblings)).toBeUndefined();
  });
});

describe('a document was made of a template', () => {
  const template = '# {{title}}\n\n## A\n\n## B\n\n## C\n\n## D [optional]\n';

  it.each<[why: string, document: string, expected: boolean]>([
    ['that it is like', '# T\n\n## A\n\n## B\n\n## C\n', true],
    ['of which a section is gone', '# T\n\n## A\n\n## C\n\n## D\n', true],
    ['of which most is gone', '# T\n\n## A\n', false],
    ['with as many sections of its own', '# T\n\n## A\n\n## B\n\n## X\n\n## Y\n', false],
  ])('%s', (_, document, expected) => {
    expect(isMadeOf(document, template)).toBe(expected);
  });
});

describe('the number in a title', () => {
  const titles = (...all: string[]) => all.map((title, index) => ({ title, number: index + 1 }));

  it.each<[string[], string, number | null, number | undefined]>([
    [['1. A', '2. B'], 'NNNN. Title', 4, 1],
    [['0001. A', '0002. B'], 'NNNN. Title', 4, undefined],
    [['ADR-001: A', 'ADR-002: B'], 'ADR-NNNN: Title', 3, undefined],
    [['RFC 1 - A', 'RFC 2 - B'], 'RFC NNNN - Title', null, undefined],
    [['A', 'B'], 'Title', 4, undefined],
    [['7. A', '9. B'], 'Title', 4, undefined],
  ])('of %j is %s', (all, form, width, expected) => {
    expect(titleForm(titles(...all))).toBe(form);
    expect(titleWidth(titles(...all), width)).toBe(expected);
  });
});

describe('the preset for decisions', () => {
  it.each([
    ['nygard', '# 1. A\n\n## Status\n\n## Context\n\n## Decision\n\n## Consequences\n'],
    ['madr', '# A\n\n## Context and Problem Statement\n\n## Decision Drivers\n'],
    ['madr-minimal', '# A\n\n## Context and Problem Statement\n\n## Considered Options\n'],
    [undefined, ''],
  ])('is %s', (name, text) => {
    expect(presetForDecisions([text])).toBe(name);
  });
});

describe('a page that shows the template', () => {
  it.each<[why: string, page: string, expected: string | undefined]>([
    ['in one fence', '# How\n\n```Markdown\n# Title\n\n## Why\n```\n', '# Title\n\n## Why\n'],
    ['in one of two', '```md\n# A\n\n## B\n```\n\n```md\n# A\n\n## B\n```\n', undefined],
    ['with less in the fence', '# A\n\n## B\n\n## C\n\n```md\n# T\n\n## U\n```\n', undefined],
    ['in a fence of another language', '```yaml\n# A\n## B\n```\n', undefined],
  ])('%s', (_, page, expected) => {
    expect(shownTemplate(page)).toBe(expected);
  });
});

describe('dates', () => {
  it.each([
    [['2023-07-26', '2024-01-02'], 'YYYY-MM-DD'],
    [['26 Jul 2023', '05 May 2024'], 'DD MMM YYYY'],
    [['26 Jul 2023', '5 May 2024'], 'D MMM YYYY'],
    [['26 July 2023', '5 May 2024', '1 March 2024'], 'D MMMM YYYY'],
    [['July 26, 2023', 'March 1, 2024'], 'MMMM D, YYYY'],
    [['26/07/2023', '02/03/2024'], 'DD/MM/YYYY'],
    [['07/26/2023', '02/03/2024'], 'MM/DD/YYYY'],
    [['01/02/2023', '02/03/2024'], ''],
    [['20230726'], 'YYYYMMDD'],
    [['soon'], ''],
  ])('%j are %s', (values, form) => {
    expect(dateFormOf(values)).toBe(form);
  });

  it.each([
    ['- Date: 13 Jan 2025\n', '- Date: D MMM YYYY\n'],
    ['**Date:** <date>  \n', '**Date:** D MMM YYYY  \n'],
    ['Date:\r\n', 'Date: D MMM YYYY\r\n'],
    ['| Date | |\n', '| Date | D MMM YYYY |\n'],
    ['date: "2020-01-01"\n', 'date: "D MMM YYYY"\n'],
    ['- Date: when it was decided\n', '- Date: when it was decided\n'],
    ['- Due date: 13 Jan 2025\n', '- Due date: 13 Jan 2025\n'],
  ])('in a template are written as others have them: %j', (template, expected) => {
    const forms = dateFormsOf([
      '# A\n\n- Date: 26 Jul 2023\n- Due date: 1 Aug 2023\n',
      '# B\n\n- Date: 5 Aug 2023\n- Due date: 1 Sep 2023\n',
    ]);
    expect(forms).toEqual(new Map([['date', 'D MMM YYYY']]));
    expect(withDateForms(template, forms)).toBe(expected);
  });

  it('are those of a label that most fill in', () => {
    expect(dateFormsOf(['Date: 1 May 2023\n', 'Date:\n', '# C\n'])).toEqual(new Map());
  });
});

it('proposals that say their title by a label have no heading for it', () => {
  const dep = (number: number) => ({
    number,
    digits: String(number),
    slug: '',
    text: `Title: T${'abc'[number]}\nDEP: ${number}\nState: ACCEPTED\n\n# Introduction\n\nx\n\n# Motivation\n\nx\n\n# Changes\n\nx\n`,
  });
  expect(siblingTemplate([dep(0), dep(1), dep(2)])).toMatch(/^Title:/);
});

it.each([
  ['the first that a comment names', 'accepted # draft | accepted | rejected', 'draft'],
  ['one that others have', 'new # draft | accepted | rejected', 'new'],
  ['what is proposed, where nobody says more', 'accepted', 'proposed'],
])('the status of a new proposal is %s', (_, said, status) => {
  const proposals = [1, 2, 3].map(() => ({ text: `---\nstatus: ${said}\n---\n\n# T\n` }));
  expect(
    statusFor(
      proposals.map(() => said.replace(/ #.*/, '')),
      proposals,
    ),
  ).toBe(status);
});

describe('words before every title', () => {
  const siblings = ['Caches', 'Keys', 'Logs'];
  const handlebarsOf = (lead: string, template = `# ${lead}Title\n`) =>
    adoptMarkdown(template, {
      siblings: siblingForm(
        template,
        [],
        siblings.map((name) => ({ title: `${lead}${name}`, number: undefined })),
      ),
    }).handlebars;

  it.each(['[RFC] ', '[Proposal]: ', 'Proposal - ', 'Design Doc: ', '📝 '])('stay: %j', (lead) => {
    expect(handlebarsOf(lead)).toBe(`# ${lead}{{#if title}}{{title}}{{else}}[Title]{{/if}}\n`);
  });

  it('are none of a template that has others', () => {
    expect(handlebarsOf('[RFC] ', '# Title\n')).toBe(
      '# {{#if title}}{{title}}{{else}}Title{{/if}}\n',
    );
  });
});

describe('values of front matter', () => {
  const sibling = (number: number, title: string) => {
    const digits = String(number).padStart(4, '0');
    const slug = title.toLowerCase().replaceAll(' ', '-');
    return {
      number,
      digits,
      slug,
      text: `---\nid: adr-${digits}\ntitle: "ADR ${digits}: ${title}"\nnav_order: ${number}\nlink: '/adr/${slug}'\nsidebar_label: ${title}\ndraft: false\nstatus: Accepted\n---\n\n## Context\n\nC.\n\n## Decision\n\nD.\n`,
    };
  };
  const siblings = [sibling(7, 'Use caches'), sibling(8, 'Drop old keys'), sibling(12, 'Go fast')];
  const titles = siblings.map(({ number }) => ({ title: '', number }));

  it('are made of what a proposal is called by, where those of all are', () => {
    const handlebars = adoptMarkdown(siblingTemplate(siblings) ?? '').handlebars;
    expect(handlebars).toContain(
      '---\nid: adr-{{number}}\ntitle: "ADR {{number}}: {{titleWithinQuotes}}"\nnav_order: {{pad number 1}}\n' +
        "link: '/adr/{{slug}}'\nsidebar_label: {{titleInYaml}}\ndraft: false\nstatus: Proposed\n---\n",
    );
    expect(handlebars).not.toContain('# {{title}}');
  });

  it('take the place of those of a template, which keeps all else', () => {
    const template =
      '---\nid: adr-0000\ntitle: Title # yours\nnav_order: 100\nowner: me\n---\n\n## Context\n';
    const { handlebars } = adoptMarkdown(template, {
      siblings: siblingForm(template, siblings, titles),
    });
    expect(handlebars).toBe(
      '---\nid: adr-{{number}}\ntitle: "ADR {{number}}: {{titleWithinQuotes}}"\nnav_order: {{pad number 1}}\nowner: me\n---\n\n## Context\n',
    );
  });

  it('that are said by chance make nothing', () => {
    const others = siblings.map((each, index) => ({
      ...each,
      text: each.text.replace(/nav_order: .*/, `nav_order: ${[7, 3, 1][index]}`),
    }));
    expect(siblingTemplate(others)).not.toContain('nav_order');
  });
});

describe('what all proposals have and their template has not', () => {
  const sibling = (number: number) => ({
    number,
    text: `---\nstatus: accepted\ndate: 2024-01-0${number}\n---\n\n# ADR-000${number}: T${number}\n\n## Context\n\nC.\n`,
  });
  const siblings = [1, 2, 3].map(sibling);
  const titles = [1, 2, 3].map((number) => ({ title: `ADR-000${number}: T${number}`, number }));

  it('is front matter, and the number of their titles', () => {
    const template = '# Title\n\n## Context\n\nWhy?\n';
    const { handlebars } = adoptMarkdown(template, {
      siblings: siblingForm(template, siblings, titles),
    });
    expect(handlebars).toMatch(/^---\nstatus: proposed\ndate: .*\{\{date\}\}/);
    expect(handlebars).toContain('# ADR-{{#if number}}{{number}}');
  });

  it('has the line endings of the template', () => {
    const template = '# Title\r\n\r\n## Context\r\n';
    const form = siblingForm(template, siblings, titles);
    expect(withSiblingForm(template, form)).not.toMatch(/(?<!\r)\n/);
  });

  it('is a first heading that is no title', () => {
    const fixed = titles.map(({ number }) => ({ title: '{{ rfc.name }}', number }));
    const template = '# {{ rfc.name }}\n\n## Context\n';
    const form = siblingForm(template, siblings, fixed);
    expect(adoptMarkdown(template, { siblings: { ...form, front: '' } }).handlebars).toBe(
      '# \\{{ rfc.name }}\n\n## Context\n',
    );
  });
});

describe('what proposals say of themselves', () => {
  const documents = (head: (day: number) => string) =>
    [1, 2, 3].map((day) => ({
      text: `# T${day}\n\n${head(day)}\n\n## Context\n\nx\n\n## Decision\n\ny\n`,
      number: day,
      digits: `000${day}`,
    }));

  it.each<[what: string, head: (day: number) => string, expected: string]>([
    [
      'a row below labels',
      (day) =>
        `| Status | Date | Deciders |\n|---|---|---|\n| Accepted | 2024-01-0${day} | Jo ${day} |`,
      '| Status | Date | Deciders |\n|---|---|---|\n| Proposed | YYYY-MM-DD |  |',
    ],
    [
      'lines in italics',
      (day) => `_Author: Jo ${day}_\n\n*Date: 2024-01-0${day}*\n\n_Status: Approved_`,
      '_Author: <author>_\n\n*Date: YYYY-MM-DD*\n\n_Status: Proposed_',
    ],
    [
      'a quotation',
      (day) => `> Status: accepted\n> Date: 2024-01-0${day}`,
      '> Status: proposed\n> Date: YYYY-MM-DD',
    ],
    [
      'one line with several labels',
      (day) => `**Status**: Accepted | **Date**: 2024-01-0${day} | **Author**: Jo ${day}`,
      '**Status**: Proposed | **Date**: YYYY-MM-DD | **Author**: <author>',
    ],
    [
      'headings',
      (day) => `## Status: Accepted\n\n## Date: 2024-01-0${day}`,
      '## Status: Proposed\n\n## Date: YYYY-MM-DD',
    ],
  ])('%s: is part of the form', (_, head, expected) => {
    expect(siblingTemplate(documents(head))).toContain(`${expected}\n\n## Context\n`);
  });

  it('keeps the tables of TOML apart', () => {
    const own = [1, 2, 3].map((day) => ({
      text: `+++\ntitle = "T${day}"\ndate = 2024-01-0${day}\n\n[extra]\nauthor = "Jo ${day}"\nstatus = "accepted"\n+++\n\n## Context\n\nx\n\n## Decision\n\ny\n`,
      number: day,
    }));
    expect(siblingTemplate(own)).toMatch(
      /^\+\+\+\ntitle = "Title"\ndate = YYYY-MM-DD\n\[extra\]\nauthor = "<author>"\nstatus = "proposed"\n\+\+\+\n/,
    );
  });

  it('has the line endings of most', () => {
    const own = documents(() => '- Status: Accepted').map((each) => ({
      ...each,
      text: each.text.replaceAll('\n', '\r\n'),
    }));
    expect(siblingTemplate(own)?.replaceAll('\r\n', '')).not.toContain('\n');
  });
});
