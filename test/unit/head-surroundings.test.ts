import { describe, expect, it } from 'vitest';
import { withStatus } from '../../src/commands/state/safe-status.ts';
import { reasonInText } from '../../src/document/head/change/reason-in-text.ts';
import { withValue } from '../../src/document/head/change/set-value.ts';
import { isLeftOpen } from '../../src/document/head/labels.ts';
import { readHead } from '../../src/document/head/read-head.ts';
import { statusLabel } from '../../src/document/head/status-choices.ts';

const statusOf = (text: string) => readHead(text).status?.value || undefined;

describe('a status below the title is read, whatever stands above it', () => {
  it.each([
    '<!-- START doctoc -->\n**Table of Contents**  *generated with [DocToc](https://x.y)*\n\n- [X](#x)\n\n<!-- END doctoc -->',
    '[![build](https://y.z/b.svg)](https://y.z)',
    'SPDX-License-Identifier: MIT',
    '> Note: moved to [x](y).',
    '## Table of Contents\n\n- [T](#t)',
  ])('%j', (above) => {
    const { status, title } = readHead(`${above}\n\n# T\n\n- Status: Draft\n\n## X\n`);
    expect({ status: status?.value, title }).toEqual({ status: 'Draft', title: 'T' });
  });

  it('but not where all of it stands above', () => {
    const text = 'Author: Jo\nDate: 2024-01-01\n\n# T\n\n- Status: is shown\n\n## X\n';
    expect(statusOf(text)).toBeUndefined();
  });
});

describe('no status is', () => {
  it.each([
    [
      'a list that a sentence leads to',
      'It answers with:\n\n- status: `up` or `down`\n- uptime: x',
    ],
    ['what a term means', '- Status: whether the server runs'],
    ['a sentence', 'Status: we store this as plain text today. This should be an enum.'],
    [
      'that of one of several teams',
      '| Team | Status | Date |\n|---|---|---|\n| A | Agreed | 2024-01-01 |\n| B | Pending | 2024-01-02 |',
    ],
    ['the stage of a team', '---\nstage: Create\ngroup: Gitaly\n---'],
    [
      'a table that is shown',
      'A ticket is shown like this:\n\n| Ticket | 12 |\n|---|---|\n| Status | waiting |',
    ],
    ['a type of the program', '## Status\n\n```go\ntype Status struct {\n\tPhase string\n}\n```'],
    ['what an object has', '## Status\n\n```yaml\nstatus:\n  phase: Ready\n```'],
    ['one line of a program', '## Status\n\n```ts\ntype Status = "idle" | "busy";\n```'],
    ['what is shown', '## Status\n\n```\n$ tool status\nReady\n```'],
    [
      'a part of what is built',
      '## Status\n\nThe status is a subresource.\n\n```go\ntype S int\n```',
    ],
  ])('%s', (_, said) => {
    const isFront = said.startsWith('---');
    expect(
      statusOf(isFront ? `${said}\n\n# T\n\n## X\n` : `# T\n\n${said}\n\n## X\n`),
    ).toBeUndefined();
  });
});

describe('a status is read', () => {
  it.each([
    [
      'in a cell with its label',
      '| **Created:** x | **Status:** Open |\n|---|---|\n| **Owner:** y | **By:** z |',
      'Open',
    ],
    ['under a label in two languages', '- Status / Statut: Accepted', 'Accepted'],
    ['in a section in two languages', '## Status (Statut)\n\nAccepted', 'Accepted'],
    ['before the choices there are', 'Status: Draft (one of: Draft, Review, Final)', 'Draft'],
    ['before a link to what was said', '- Status: **Draft** ([thread](https://x.y/z))', 'Draft'],
    ['in a fence of its own', '## Status\n\n```\nAccepted\n```', 'Accepted'],
    ['in labels in a fence', '## Status\n\n```yaml\nstatus: Accepted\ndate: x\n```', 'Accepted'],
    ['under a label that is a link', '[**Status**](../README.md#status): Accepted', 'Accepted'],
    [
      'as the choice in bold in a cell',
      '| A | b |\n|---|---|\n| Status | WIP \\| **Open** \\| Done |',
      'Open',
    ],
    [
      'as the choice in code in a cell',
      '| A | b |\n|---|---|\n| Status | WIP \\| `Open` \\| Done |',
      'Open',
    ],
    ['as the choice that is not struck out', 'Status: ~~Draft~~ / Final / ~~Dropped~~', 'Final'],
    [
      'beside a history',
      '| Version | Date | Status |\n|---|---|---|\n| 1 | 2021-01-01 | Draft |\n| 2 | 2021-02-01 | In review |\n\n**Status**: Approved',
      'Approved',
    ],
    [
      'before a third column',
      '| Item | Detail | Notes |\n|---|---|---|\n| Status | Approved | by all |',
      'Approved',
    ],
    [
      'below an empty row',
      '| | | | |\n|---|---|---|---|\n| Author | Jo | Status | Draft |',
      'Draft',
    ],
    ['behind its choices', '- Status (Draft/Final): Final', 'Final'],
    ['between breaks', 'Author: Jo<br>Status: Accepted<br>Date: 2020', 'Accepted'],
    ['in a mark', 'Status: ==Accepted==', 'Accepted'],
    ['with a date in its heading', '## Status and Date\n\nAccepted', 'Accepted'],
    [
      'in several lines',
      '## Status\n\nAccepted by the board and the\nteam leads.',
      'Accepted by the board and the team leads.',
    ],
  ])('%s', (_, said, status) => {
    expect(statusOf(`# T\n\n${said}\n\n## X\n`)).toBe(status);
  });
});

describe('relations are none', () => {
  it.each([
    'Replaces: the old cron job',
    'Requires: Node 18',
    'Updates: documentation of the API',
    'See also: [blog](https://x.y/2020/05/post)',
  ])('%s', (line) => {
    expect(readHead(`# T\n\n- ${line}\n\n## X\n`).relations).toEqual([]);
  });
});

it.each([
  ['Needs decision', 'Needs decision', false],
  ['_No response_', 'No response', true],
])('a form of GitHub says its status at level 3: %s', (said, status, isOpen) => {
  const form = `# T\n\n### Contact\n\nx\n\n### Status\n\n${said}\n\n### Summary\n\ns\n`;
  expect(statusOf(form)).toBe(status);
  expect(isLeftOpen(status)).toBe(isOpen);
});

describe('a new status', () => {
  const set = (said: string, value: string) => {
    const text = `# T\n\n${said}\n\n## X\n`;
    const { status } = readHead(text);
    if (!status) throw new Error('There is no place for the status');
    const reason = reasonInText(text, status);
    return reason ?? withValue(text, status, value).slice('# T\n\n'.length, -'\n\n## X\n'.length);
  };

  it.each([
    ['## Status\n\n- Proposed\n- Accepted\n- Rejected', '## Status\n\n- Accepted'],
    ['## Status\n\nProposed\nAccepted\nRejected', '## Status\n\nAccepted'],
    ['**Status: Draft** (since *May*)', '**Status: Accepted**'],
    ['- 状态：**Draft**', '- 状态：**Accepted**'],
    [
      '**Statut** : Draft | **Date** : 2024-01-01 | **Auteur** : Jo',
      '**Statut** : Accepted | **Date** : 2024-01-01 | **Auteur** : Jo',
    ],
    ['状态：Draft｜作者：小王', '状态：Accepted｜作者：小王'],
    ['Status: Draft | @jo | 2024-01-01', 'Status: Accepted | @jo | 2024-01-01'],
    [
      'Status: Draft | v1.2 | [PR 4](https://x.y/4)',
      'Status: Accepted | v1.2 | [PR 4](https://x.y/4)',
    ],
    [
      '<p><b>Status:</b> Draft &nbsp;|&nbsp; <b>Author:</b> jo</p>',
      '<p><b>Status:</b> Accepted &nbsp;|&nbsp; <b>Author:</b> jo</p>',
    ],
    ['<b>Owner</b>: jo | <b>Status</b>: Draft', '<b>Owner</b>: jo | <b>Status</b>: Accepted'],
    ['###### Status: Draft — Owner: jo', '###### Status: Accepted — Owner: jo'],
    ['**Status: Draft,** Owner: jo', '**Status: Accepted,** Owner: jo'],
    ['| A | b |\n|---|---|\n| Status |  |', '| A | b |\n|---|---|\n| Status | Accepted |'],
    ['- Status: Draft\n- Date: x', '- Status: Accepted\n- Date: x'],
    [
      '- Status: *Draft* [One of "Draft", "Final"]',
      '- Status: *Accepted* [One of "Draft", "Final"]',
    ],
    [
      '- Status: **Draft** ([thread](https://x.y/z))',
      '- Status: **Accepted** ([thread](https://x.y/z))',
    ],
    ['Status: Draft  \nand more', 'Status: Accepted  \nand more'],
  ])('takes the place of all of %j', (said, after) => {
    expect(set(said, 'Accepted')).toBe(after);
  });

  it.each([
    ['Draft | **Accepted** | Rejected', 'it is one of several choices'],
    ['~~WIP~~ | ~~In Review~~ | Approved', 'it is one of several choices'],
    ['WIP / **In Review** / Approved', 'it is one of several choices'],
    ['~~Draft~~ / Final / ~~Dropped~~', 'it is one of several choices'],
    ['[ ] Draft [x] Accepted [ ] Rejected', 'it is one of several check boxes'],
    ['![Accepted](https://x.y/accepted.svg)', 'it is the text of an image'],
    ['Accepted by the board and the\nteam leads.', 'it goes on in the next line'],
    ['Superseded by\n  [ADR 2](0002-y.md)', 'it goes on in the next line'],
  ])('is refused where its place is a part of %j', (value, reason) => {
    expect(set(`- Status: ${value}`, 'Final')).toBe(reason);
  });

  it('is refused where the old one is marked in a cell of all', () => {
    const row = '| A | b |\n|---|---|\n| Status | WIP \\| **Open** \\| Done |';
    expect(set(row, 'Final')).toBe('it is one of several choices');
  });

  it('is refused where the old one is marked in a list of all', () => {
    expect(set('## Status\n\n- Proposed\n- **Accepted**\n- Rejected', 'Final')).toBe(
      'it is one of several choices',
    );
  });
});

it.each([
  ['{\n  "title": "T",\n  "status": "Draft",\n  "x": { "status": "y" }\n}\n\n# T\n'],
  ['---json\n{\n  "status": "Draft"\n}\n---\n\n# T\n'],
])('a status is read and set in JSON: %j', (text) => {
  const { status, title } = readHead(text);
  expect(title).toBe('T');
  const after = withStatus({
    text,
    field: status ?? expect.unreachable(),
    value: 'Done',
    isYaml: false,
  });
  expect(after).toEqual({ after: text.replace('Draft', 'Done'), reason: undefined });
});

it.each([
  ['Work in progress', 'Work in progress'],
  ['Put on hold', 'Put on hold'],
  ['Implemented in v1.2', 'Implemented'],
  ['Implemented in release 7', 'Implemented'],
  ['Accepted on 2024-01-01', 'Accepted'],
  ['Accepted by the board', 'Accepted'],
  ['Accepted with changes', 'Accepted'],
  ['In progress', 'In progress'],
])('the words of the status %s are %s', (value, words) => {
  expect(statusLabel(value)).toBe(words);
});
