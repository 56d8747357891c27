import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/answers/answers.ts';
import { adoptMarkdown } from '../../src/template/adopt/adopt.ts';
import { renderProposal } from '../../src/template/render.ts';
import { adoptedTemplate } from '../support/adopted-template.ts';

const facts = {
  number: '0042',
  slug: 'faster-startup',
  date: '2026-01-31',
  author: 'Jo Doe',
  area: 'sig-node',
};

const adopted = (text: string, yaml?: string, isAssigned = true) =>
  adoptedTemplate(text, { isAssigned }, yaml);

const render = async (text: string, answers: Answers, isAssigned = true) =>
  renderProposal(await adopted(text, undefined, isAssigned), answers, facts).document;

const lines = (...all: string[]) => `${all.join('\n')}\n`;

describe('what adopting produces', () => {
  it('is a template whose values stand in place of what waits for them', () => {
    const { handlebars, places } = adoptMarkdown(
      lines(
        '# KEP-NNNN: Your title',
        '',
        '## Summary',
        '',
        'Say what.',
        '',
        '### Goals',
        '',
        '## Proposal',
        '',
        '`{{x}}`',
      ),
      { isAssigned: true },
    );
    expect(handlebars).toBe(
      lines(
        '# KEP-{{#if number}}{{number}}{{else}}NNNN{{/if}}: {{#if title}}{{title}}{{else}}Your title{{/if}}',
        '',
        '## Summary',
        '',
        '{{#if summary}}{{summary}}{{else}}Say what.{{/if}}',
        '',
        '### Goals',
        '{{#if goals}}',
        '{{#each goals}}{{#unless @first}}',
        '{{/unless}}- {{this}}{{/each}}',
        '{{/if}}',
        '{{#if nonGoals}}## Non-Goals',
        '',
        '{{#each nonGoals}}{{#unless @first}}',
        '{{/unless}}- {{this}}{{/each}}',
        '',
        '{{/if}}## Proposal',
        '',
        '`\\{{x}}`',
        '{{#if stories}}',
        '### User Stories',
        '',
        '{{#each stories}}{{#unless @first}}',
        '',
        '{{/unless}}#### {{title}}{{#if text}}',
        '',
        '{{text}}{{/if}}{{/each}}',
        '{{/if}}',
      ).trimEnd(),
    );
    expect([...places]).toEqual(['summary', 'goals']);
  });
});

describe('an adopted template', () => {
  const title = { title: 'Start: "fast"' };

  it.each<[name: string, template: string, answers: Answers, expected: string]>([
    [
      'words about the day of writing give way to it',
      lines(
        '# Title',
        '',
        '| **Start Date** | Date of initial proposal |',
        '- Date: ${DATE}',
        '- Created: @@DATE@@',
      ),
      { title: 'X' },
      lines(
        '# X',
        '',
        '| **Start Date** | 2026-01-31 |',
        '- Date: 2026-01-31',
        '- Created: 2026-01-31',
      ),
    ],
    [
      'a title at the level of the sections',
      '## Your Proposal Title\n\n* Owners: x\n\n## Motivation\n\nWhy?\n',
      { ...title, summary: 's' },
      '## Start: "fast"\n\n* Owners: x\n\n## Summary\n\ns\n\n## Motivation\n\nWhy?\n',
    ],
    ['a word for what is to come', '# TODO: title\n', title, '# Start: "fast"\n'],
    [
      'labels behind signs',
      '# Title\n\n> 👤 **Author**: @username\n> 📅 **Date**: YYYY-MM-DD\n',
      { title: 'X' },
      '# X\n\n> 👤 **Author**: Jo Doe\n> 📅 **Date**: 2026-01-31\n',
    ],
    [
      'the label of a page',
      '(NEPXX)=\n\n# NEP X — Title\n',
      { title: 'X' },
      '(NEP0042)=\n\n# NEP 0042 — X\n',
    ],
    [
      'the own ticket and its address',
      '# PLAT-XXXX: Title\n\n[PLAT-XXXX](https://x.y/browse/PLAT-XXXX)\n',
      { title: 'X' },
      '# PLAT-0042: X\n\n[PLAT-0042](https://x.y/browse/PLAT-0042)\n',
    ],
    ['an empty heading', '# \n\n## Design\n', title, '# Start: "fast"\n\n## Design\n'],
    ['signs before the number', '# 📝 NNNN | Title\n', title, '# 📝 0042 | Start: "fast"\n'],
    [
      'the number in ids and addresses',
      '# RFC-0000: Title {#rfc-0000}\n\n![](https://x.y/badge/RFC-0000-blue)\n\nSee RFC-0000 and "ADR-0000".\n',
      title,
      '# RFC-0042: Start: "fast" {#rfc-0042}\n\n![](https://x.y/badge/RFC-0042-blue)\n\nSee RFC-0000 and "ADR-0000".\n',
    ],
    [
      'the number in a variable',
      '{% set rfcid = "RFC-0000" %}\n# Title\n',
      title,
      '{% set rfcid = "RFC-0042" %}\n# Start: "fast"\n',
    ],
    [
      'fields between colons',
      '# Title\n\n:Author: <your name>\n:Created: <date in YYYY-MM-DD>\n',
      { title: 'X' },
      '# X\n\n:Author: Jo Doe\n:Created: 2026-01-31\n',
    ],
    [
      'who proposes, in Japanese',
      '# Title\n\n- 提案者: 名前\n',
      { title: 'X' },
      '# X\n\n- 提案者: Jo Doe\n',
    ],
    ['you', '# Title\n\n- Owner: <you>\n', { title: 'X' }, '# X\n\n- Owner: Jo Doe\n'],
    ['a variable', '# Title\n\n- Author: ${AUTHOR}\n', { title: 'X' }, '# X\n\n- Author: Jo Doe\n'],
    [
      'a handle',
      '# Title\n\n- Author(s): Name (@githubhandle)\n',
      { title: 'X' },
      '# X\n\n- Author(s): Jo Doe\n',
    ],
    [
      'an owner',
      '---\nowner: <your name>\n---\n\n# Title\n',
      { title: 'X' },
      '---\nowner: Jo Doe\n---\n\n# X\n',
    ],
    [
      'the address of the own issue',
      '# Title\n\nIssue: https://x.y/a/b/issues/<issue-number>\n',
      { title: 'X' },
      '# X\n\nIssue: https://x.y/a/b/issues/0042\n',
    ],
    [
      'stories behind the goals that they show',
      '# Title\n\n## Summary\n\nS?\n\n## Goals\n\nG?\n\n## Design\n',
      { title: 'X', stories: [{ title: 'Story 1', text: 't' }] },
      '# X\n\n## Summary\n\nS?\n\n## Goals\n\nG?\n\n## User Stories\n\n### Story 1\n\nt\n\n## Design\n',
    ],
    ['a number behind a letter', lines('# DNNNN: Title'), { title: 'X' }, lines('# D0042: X')],
    ['a bar behind the number', lines('# ADRNNNN | Title'), { title: 'X' }, lines('# ADR0042 | X')],
    ['another alphabet', lines('# 提案 0000：标题 title'), { title: 'X' }, lines('# 提案 0042：X')],
    ['title in the heading', '# Title\n', title, '# Start: "fast"\n'],
    ['title in angle brackets', '# <Title>\n', title, '# Start: "fast"\n'],
    [
      'whatever the only heading says',
      '# My Enhancement\n\n## A\n',
      title,
      '# Start: "fast"\n\n## A\n',
    ],
    ['number and title in the heading', '# RFC-NNNN Title\n', title, '# RFC-0042 Start: "fast"\n'],
    ['zeros in the heading', '# RFC 0000: Title here\n', title, '# RFC 0042: Start: "fast"\n'],
    ['a prefix without number', '# ADR: Title\n', title, '# ADR: Start: "fast"\n'],
    [
      'placeholders of adr-tools',
      '# NUMBER. TITLE\n\nDate: DATE\n',
      title,
      '# 0042. Start: "fast"\n\nDate: 2026-01-31\n',
    ],
    ['a setext heading', 'Title\n=====\n', title, 'Start: "fast"\n=====\n'],
    ['a heading underlined with hyphens', 'Title\n-----\n', title, 'Start: "fast"\n-----\n'],
    ['three letters for a number', '# ADR-XXX: [Title]\n', title, '# ADR-0042: Start: "fast"\n'],
    [
      'a number under a key of its own',
      "---\nstimd: 'XXXX'\nsupersedes: XXXX\n---\n\n# Title\n",
      title,
      '---\nstimd: \'0042\'\nsupersedes: XXXX\n---\n\n# Start: "fast"\n',
    ],
    [
      'a label, and not in the section above it',
      '# Meta\n\n- Name: (fill in)\n\n## Summary\n',
      title,
      '# Meta\n\n- Name: Start: "fast"\n\n## Summary\n',
    ],
    [
      'keys in words, whose value is a comment',
      '---\nFeature Name: # fill me in with a unique ident\nStart Date: # today, YYYY-MM-DD\nOwner: # a team\n---\n\n# Title\n',
      title,
      '---\nFeature Name: faster_startup\nStart Date: 2026-01-31\nOwner: # a team\n---\n\n# Start: "fast"\n',
    ],
    [
      'dates in brackets and braces, with words around them',
      '---\ndate: {YYYY-MM-DD when it was decided}\n---\n\n# Title\n\n- Date: [YYYY-MM-DD when] <!-- x -->\n- Updated: [Date]\n- Decision date: Proposal date (dd.MM.yyyy)\n',
      title,
      '---\ndate: 2026-01-31\n---\n\n# Start: "fast"\n\n- Date: 2026-01-31 <!-- x -->\n- Updated: 2026-01-31\n- Decision date: 31.01.2026\n',
    ],
    [
      'what explains the title',
      '# Title\n\nThis is the title. Keep it\nshort.\n\nKept.\n',
      title,
      '# Start: "fast"\n\nKept.\n',
    ],
    [
      'a comment that does',
      '# Title\n\n<!--\nThe title must be short.\n-->\n\n## A\n',
      title,
      '# Start: "fast"\n\n## A\n',
    ],
    [
      'nothing without a title',
      '# Title\n\nThis is the title.\n',
      {},
      '# Title\n\nThis is the title.\n',
    ],
    [
      'front matter',
      lines(
        '---',
        'title: neat-idea',
        'authors:',
        '  - "@janedoe"',
        '  - TBD',
        'reviewers:',
        '  - TBD',
        'creation-date: yyyy-mm-dd',
        'last-updated: 2020-01-01',
        '---',
        '',
        '# Neat Idea',
      ),
      title,
      lines(
        '---',
        'title: "Start: \\"fast\\""',
        'authors:',
        '  - Jo Doe',
        'reviewers:',
        '  - TBD',
        'creation-date: 2026-01-31',
        'last-updated: 2020-01-01',
        '---',
        '',
        '# Start: "fast"',
      ),
    ],
    [
      'front matter with a comment and a whole placeholder',
      lines(
        '---',
        'eip: <to be assigned>',
        'title: <The title>',
        'author: <a name> # or several',
        'created: <date, in (yyyy-mm-dd) format>',
        '---',
      ),
      title,
      lines(
        '---',
        'eip: 42',
        'title: "Start: \\"fast\\""',
        'author: Jo Doe # or several',
        'created: 2026-01-31',
        '---',
      ),
    ],
    [
      'lines with labels',
      lines(
        '- Feature Name: (fill me in with a unique ident, `my_awesome_feature`)',
        '- Start Date: (today, YYYY-MM-DD)',
        '- RFC PR: [x/y#0000](https://example.invalid/pull/0000)',
        '- Issue: [x/z#0000](https://example.invalid/issues/0000)',
        '',
        '**Author:** @jane',
        '',
        '**Created:** yyyy/mm/dd',
      ),
      title,
      lines(
        '- Feature Name: `faster_startup`',
        '- Start Date: 2026-01-31',
        '- RFC PR: [x/y#0042](https://example.invalid/pull/0042)',
        '- Issue: [x/z#0000](https://example.invalid/issues/0000)',
        '',
        '**Author:** Jo Doe',
        '',
        '**Created:** 2026/01/31',
      ),
    ],
    [
      'a table',
      '| Field | Value |\n|---|---|\n| Author | @jane |\n| Date | YYYY-MM-DD |\n',
      title,
      '# Start: "fast"\n\n| Field | Value |\n|---|---|\n| Author | Jo Doe |\n| Date | 2026-01-31 |\n',
    ],
    [
      'a table in HTML',
      '# RFC 0 - A title\n\n<table>\n<tr><td> Title </td><td> A short title </td></tr>\n<tr><td> Status </td><td> Draft </td></tr>\n</table>\n',
      title,
      '# Start: "fast"\n\n<table>\n<tr><td> Title </td><td> Start: "fast" </td></tr>\n<tr><td> Status </td><td> Draft </td></tr>\n</table>\n',
    ],
    [
      'a title that stands behind pages on the process',
      '# RFC process\n\nCopy this.\n\n# RFC template\n\nWrite:\n\n# Title (in the format of "RFC: …")\n\n## Status\n',
      title,
      '# RFC process\n\nCopy this.\n\n# RFC template\n\nWrite:\n\n# Start: "fast"\n\n## Status\n',
    ],
    [
      'a first line that is the title',
      'ADR: Title\n\n## Status\n',
      title,
      'ADR: Start: "fast"\n\n## Status\n',
    ],
    [
      'a title that nothing waits for, below the front matter',
      '---\nstatus: draft\n---\n\n## Context\n',
      title,
      '---\nstatus: draft\n---\n\n# Start: "fast"\n\n## Context\n',
    ],
    [
      'headings with ids',
      '# ADR-NNNN: TITLE {#top}\n\n## Summary {#summary}\n\nSay.\n\n## Next\n\n<!-- TITLE -->\n',
      { ...title, summary: 'S' },
      '# ADR-0042: Start: "fast" {#top}\n\n## Summary {#summary}\n\nS\n\n## Next\n\n<!-- Start: "fast" -->\n',
    ],
    ['a number of one letter', '# RFC N: Title\n', title, '# RFC 0042: Start: "fast"\n'],
    [
      'metadata in a fence at the top',
      '## Preamble\n\n```\nRFC: To Be Assigned\nTitle: <title>\nAuthors: <names>\nCreated: <date, in (yyyy-mm-dd) format>\n```\n',
      title,
      '## Preamble\n\n```\nRFC: 0042\nTitle: Start: "fast"\nAuthors: Jo Doe\nCreated: 2026-01-31\n```\n',
    ],
    [
      'a list of authors under a bold label',
      '# T\n\n**Authors:**\n* @nickname\n* @nickname\n\n## Next\n',
      title,
      '# Start: "fast"\n\n**Authors:**\n* Jo Doe\n\n## Next\n',
    ],
    [
      'no author among people who are there',
      '# T\n\n**Authors:**\n* Alice\n',
      title,
      '# Start: "fast"\n\n**Authors:**\n* Alice\n',
    ],
    [
      'dates under labels of any language, but for other days',
      '# T\n\n日付: YYYY-MM-DD\n**Oluşturulma tarihi:** DD.MM.YYYY\nAccepted: YYYY-MM-DD\n',
      title,
      '# Start: "fast"\n\n日付: 2026-01-31\n**Oluşturulma tarihi:** 31.01.2026\nAccepted: YYYY-MM-DD\n',
    ],
    [
      'no number of another proposal in any language',
      lines(
        '# ADR-NNNN：标题',
        '',
        '- 编号：NNNN',
        'Statut : Accepté | Remplacé par ADR-NNNN',
        'Annule : ADR-NNNN',
        '대체: ADR-NNNN',
        '| 取代 | ADR-NNNN |',
      ),
      title,
      lines(
        '# ADR-0042：Start: "fast"',
        '',
        '- 编号：0042',
        'Statut : Accepté | Remplacé par ADR-NNNN',
        'Annule : ADR-NNNN',
        '대체: ADR-NNNN',
        '| 取代 | ADR-NNNN |',
      ),
    ],
    [
      'dates in the letters of other languages',
      '# T\n\nDate : JJ/MM/AAAA\nDatum: TT.MM.JJJJ\nДата: ДД.ММ.ГГГГ\n日期：YYYY年MM月DD日\nUpdated: [today]\nDate: MM/DD/YYYY\n',
      title,
      '# Start: "fast"\n\nDate : 31/01/2026\nDatum: 31.01.2026\nДата: 31.01.2026\n日期：2026年01月31日\nUpdated: 2026-01-31\nDate: 01/31/2026\n',
    ],
    [
      'a heading that goes on after its words',
      '# Feature Specification: [FEATURE NAME]\n\n**Feature Branch**: `[###-feature-name]`\n',
      title,
      '# Feature Specification: Start: "fast"\n\n**Feature Branch**: `0042-faster-startup`\n',
    ],
    [
      'the own name in a link, and a head in a quote, but no instruction',
      '# Feature name\n\n* Proposal: [SE-NNNN](NNNN-filename.md)\n\n> **Created:** YYYY-MM-DD\n\n## Introduction\n\n> Mention RFC-NNNN in the title.\n',
      title,
      '# Start: "fast"\n\n* Proposal: [SE-0042](0042-faster-startup.md)\n\n> **Created:** 2026-01-31\n\n## Introduction\n\n> Mention RFC-NNNN in the title.\n',
    ],
    [
      'the day of writing in a comment of front matter, and no day that comes later',
      '---\nstart-date: # In format YYYY-MM-DDT00:00:00.000Z\nrelease-date: # In format YYYY-MM-DDT00:00:00.000Z\n---\n\n# RFC title\n',
      title,
      '---\nstart-date: 2026-01-31T00:00:00.000Z\nrelease-date: # In format YYYY-MM-DDT00:00:00.000Z\n---\n\n# Start: "fast"\n',
    ],
    [
      'a date as the text of its section, and none of another day',
      '# T\n\n## Date\n\nYYYY-MM-DD\n\n## Decision due\n\nYYYY-MM-DD\n',
      title,
      '# Start: "fast"\n\n## Date\n\n2026-01-31\n\n## Decision due\n\nYYYY-MM-DD\n',
    ],
    [
      'the status as adr-tools have it',
      '# NUMBER. TITLE\n\n## Status\n\nSTATUS\n',
      title,
      '# 0042. Start: "fast"\n\n## Status\n\nProposed\n',
    ],
    [
      'numbers of one letter and in brackets',
      '# RFC-X: [Title]\n\n- RFC: RFC-X\n- Number: [NNN]\n',
      title,
      '# RFC-0042: Start: "fast"\n\n- RFC: RFC-0042\n- Number: 0042\n',
    ],
    [
      'no number of another proposal',
      lines(
        '# ADR-NNNN: Title',
        '',
        'Status: Proposed | Superseded by ADR-NNNN',
        '- Supersedes: ADR-NNNN',
        '- Depends on: [ADR-NNNN](NNNN-other.md)',
        '',
        '## Related',
        '',
        'ADR-NNNN',
        '',
        '## Decision',
        '',
        'In ADR-NNNN, we do it.',
      ),
      title,
      lines(
        '# ADR-0042: Start: "fast"',
        '',
        'Status: Proposed',
        '- Supersedes: ADR-NNNN',
        '- Depends on: [ADR-NNNN](NNNN-other.md)',
        '',
        '## Related',
        '',
        'ADR-NNNN',
        '',
        '## Decision',
        '',
        'In ADR-0042, we do it.',
      ),
    ],
    [
      'the first of the statuses that say that it is new',
      '# T\n\n- **Status:** [Accepted | Proposed] <!-- one -->\n- Stage: a | b\n\n## Status\n\nDraft / In review / Done\n\nDraft / Done / Gone\n',
      title,
      '# Start: "fast"\n\n- **Status:** Proposed <!-- one -->\n- Stage: a | b\n\n## Status\n\nDraft\n\nDraft / Done / Gone\n',
    ],
    [
      'an example of a number, and stand-ins for the author and the number that no word surrounds',
      '# ADR-0001: Title\n\n| Id: | D-%NUMBER% |\n|---|---|\n| Started: | xxxx-xx-xx |\n\n## Author\n\n- Your Name\n',
      title,
      '# ADR-0042: Start: "fast"\n\n| Id: | D-0042 |\n|---|---|\n| Started: | 2026-01-31 |\n\n## Author\n\n- Jo Doe\n',
    ],
    [
      'words beside names in braces',
      '# RFC-NNNN: {{title}}\n\n- Author: Your Name\n- Date: YYYY-MM-DD\n',
      title,
      '# RFC-0042: Start: "fast"\n\n- Author: Jo Doe\n- Date: 2026-01-31\n',
    ],
    [
      'who writes and when in a line below the title',
      '# T\n\n*Your Name, YYYY-MM-DD*\n\nBy $AUTHOR on $DATE\n\nYour Name, or another\n',
      title,
      '# Start: "fast"\n\n*Jo Doe, 2026-01-31*\n\nBy Jo Doe on 2026-01-31\n\nYour Name, or another\n',
    ],
    [
      'the day before the title',
      '# YYYY-MM-DD: Title\n\n## Context\n',
      title,
      '# 2026-01-31: Start: "fast"\n\n## Context\n',
    ],
    [
      'keys below one that holds what is said of the document',
      '---\nmeta:\n  created: YYYY-MM-DD\n  status: draft | done\nteam:\n  created: YYYY-MM-DD\n---\n\n# T\n',
      title,
      '---\nmeta:\n  created: 2026-01-31\n  status: draft\nteam:\n  created: YYYY-MM-DD\n---\n\n# Start: "fast"\n',
    ],
    [
      'no placeholder in code',
      '# T\n\n`NNNN`\n\n```\nNNNN yyyy-mm-dd\n```\n',
      title,
      '# Start: "fast"\n\n`NNNN`\n\n```\nNNNN yyyy-mm-dd\n```\n',
    ],
    [
      'braces',
      '# T\n\n{{ .Values.x }} and ${{ y }} and {{z | upper}} \\{{q}}\n',
      title,
      '# Start: "fast"\n\n{{ .Values.x }} and ${{ y }} and {{z | upper}} \\{{q}}\n',
    ],
    [
      'a summary for its guidance',
      '# T\n\n## Summary\n\n<!--\nSay what.\n-->\n\n## Next\n',
      { summary: 'It is.' },
      '# T\n\n## Summary\n\nIt is.\n\n## Next\n',
    ],
    [
      'a summary behind a definition',
      '## Summary\n[summary]: #summary\n\nSay.\n',
      { summary: 'It is.' },
      '## Summary\n[summary]: #summary\n\nIt is.\n',
    ],
    [
      'a summary under another name',
      '# T\n\n## Abstract\n\nSay.\n',
      { summary: 'It is.' },
      '# T\n\n## Abstract\n\nIt is.\n',
    ],
    [
      'a summary that the first paragraph asks for',
      '# T\n\nProvide a brief summary.\n\n## Motivation\n\nWhy?\n',
      { summary: 'It is.' },
      '# T\n\nIt is.\n\n## Motivation\n\nWhy?\n',
    ],
    [
      'goals without guidance',
      '## Goals\n\n## Non-Goals\n',
      { goals: ['a', 'b\nc'], nonGoals: ['n'] },
      '## Goals\n\n- a\n- b\n  c\n\n## Non-Goals\n\n- n\n',
    ],
    [
      'goals right before a heading',
      '### Goals\n### Out of Scope\n',
      { goals: ['a'], nonGoals: ['n'] },
      '### Goals\n\n- a\n\n### Out of Scope\n\n- n\n',
    ],
    [
      'stories for guidance and placeholders',
      '### User Stories (Optional)\n\n<!-- Who? -->\n\n#### Story 1 (Optional)\n\n#### Story 2 (Optional)\n\n### Next\n',
      { stories: [{ title: 'One', text: 'a' }, { text: 'b' }] },
      '### User Stories\n\n#### One\n\na\n\n#### Story 2\n\nb\n\n### Next\n',
    ],
    [
      'real sub-sections of the stories',
      '### Use Cases\n\nWho?\n\n#### Detail\n\nd\n',
      { stories: [{ text: 'b' }] },
      '### Use Cases\n\n#### Story 1\n\nb\n\n#### Detail\n\nd\n',
    ],
    [
      'goals that the template has no section for, where they belong',
      '# T\n\n## Motivation\n\nWhy?\n\n## Proposal\n\nWhat?\n',
      { goals: ['a'] },
      '# T\n\n## Motivation\n\nWhy?\n\n### Goals\n\n- a\n\n## Proposal\n\nWhat?\n',
    ],
    [
      'the same in the language of the template',
      '# T\n\n## Zusammenfassung\n\nKurz.\n\n## Plan\n',
      { goals: ['a'] },
      '# T\n\n## Zusammenfassung\n\nKurz.\n\n## Ziele\n\n- a\n\n## Plan\n',
    ],
    [
      'a summary that the template has no section for',
      '# T\n\n## Problem\n\nWhy?\n',
      { summary: 's' },
      '# T\n\n## Summary\n\ns\n\n## Problem\n\nWhy?\n',
    ],
    [
      'sections of level 1',
      '# Meta\n- Name: (fill in)\n\n# Summary\n\nSay.\n\n# Spec (OPTIONAL)\n\nIf any.\n\n# History\n',
      { ...title, summary: 's' },
      '# Meta\n- Name: Start: "fast"\n\n# Summary\n\ns\n\n# History\n',
    ],
    [
      'markers of every spelling',
      '## A *(optional)*\n\na\n\n## B - optional\n\nb\n\n## C (if needed)\n\nc\n\n## D (required)\n\nd\n',
      { with: ['b'] },
      '## B\n\nb\n\n## C\n\nc\n\n## D\n\nd\n',
    ],
    [
      'a comment that says optional',
      '## A\n\na\n\n<!-- This is an optional element. Feel free to remove. -->\n## B\n\nb\n\n## C\n\nc\n',
      { without: ['b'] },
      '## A\n\na\n\n## C\n\nc\n',
    ],
    [
      'line endings',
      '# T\r\n\r\n## Goals\r\n\r\n## Next\r\n',
      { goals: ['a'] },
      '# T\r\n\r\n## Goals\r\n\r\n- a\r\n\r\n## Next\r\n',
    ],
  ])('has a place for %s', async (_, template, answers, expected) => {
    expect(await render(template, answers)).toBe(expected);
  });

  it('refuses an answer that it has no section for, and names the sections there are', async () => {
    await expect(
      render('# T\n\n## Context\n\nWhy?\n\n## Decision\n', { goals: ['a'] }),
    ).rejects.toThrow(
      'The template has no section for: goals. It has:\n  --text context=…\n  --text decision=…',
    );
  });

  it('leaves the address of an issue alone where the number is another', async () => {
    expect(
      await render('# T\n\nSee https://example.invalid/issues/NNNN and EP-NNNN\n', {}, false),
    ).toBe('# T\n\nSee https://example.invalid/issues/NNNN and EP-0042\n');
  });

  it('counts the entries of a numbered table of contents', async () => {
    const contents = (...entries: string[]) => ['## Contents', '', ...entries, ''];
    const template = lines(
      '# Title',
      '',
      ...contents('1. [Summary](#summary)', '2. [Costs](#costs-optional)', '3. [Notes](#notes)'),
      '## Summary',
      '',
      'Say.',
      '',
      '## Costs [optional]',
      '',
      '## Notes',
      '',
      'More.',
    );
    expect(await render(template, { title: 'T', summary: 's' })).toContain(
      lines(...contents('1. [Summary](#summary)', '2. [Notes](#notes)')),
    );
  });

  it('keeps its table of contents true', async () => {
    const template = lines(
      '# KEP-NNNN: Your title',
      '',
      '<!-- toc -->',
      '- [KEP-NNNN: Your title](#kep-nnnn-your-title)',
      '  - [Summary](#summary)',
      '  - [User Stories (Optional)](#user-stories-optional)',
      '    - [Story 1](#story-1)',
      '  - [Notes (Optional)](#notes-optional)',
      '<!-- /toc -->',
      '',
      '## Summary',
      '',
      'Say.',
      '',
      '## User Stories (Optional)',
      '',
      '### Story 1',
      '',
      '## Notes (Optional)',
      '',
      'More.',
    );
    const document = await render(template, {
      title: 'C & D',
      summary: 's',
      stories: [{ title: 'A b', text: 'x' }],
    });
    expect(document).toBe(
      lines(
        '# KEP-0042: C & D',
        '',
        '<!-- toc -->',
        '- [KEP-0042: C & D](#kep-0042-c--d)',
        '  - [Summary](#summary)',
        '  - [User Stories](#user-stories)',
        '    - [A b](#a-b)',
        '<!-- /toc -->',
        '',
        '## Summary',
        '',
        's',
        '',
        '## User Stories',
        '',
        '### A b',
        '',
        'x',
      ),
    );
  });

  it('fills the YAML beside it', async () => {
    const yaml = lines(
      'title: KEP Template',
      'kep-number: NNNN',
      'authors:',
      '  - "@jane.doe"',
      'owning-sig: sig-xyz',
      'status: provisional',
      'creation-date: yyyy-mm-dd',
      'name: kept',
      'reviewers:',
      '  - TBD',
    );
    const { companions } = renderProposal(await adopted('# T\n', yaml), { title: 'yes' }, facts);
    expect(companions).toEqual([
      {
        path: 'kep.yaml',
        mode: 0o644,
        content: lines(
          'title: "yes"',
          'kep-number: 42',
          'authors:',
          '  - Jo Doe',
          'owning-sig: sig-node',
          'status: provisional',
          'creation-date: 2026-01-31',
          'name: kept',
          'reviewers:',
          '  - TBD',
        ),
      },
    ]);
  });
});
