import { describe, expect, it } from 'vitest';
import { withValue } from '../../src/document/head/change/set-value.ts';
import type { Field } from '../../src/document/head/field.ts';
import { type Head, readHead, readYamlHead } from '../../src/document/head/read-head.ts';
import { statusChoices } from '../../src/document/head/status-choices.ts';
import { withoutOwnNumber } from '../../src/document/head/title/title-number.ts';
import { statusSaid } from '../../src/proposals/state/read-proposal.ts';

const BODY = '\n## Summary\n\nWords.\n\n## Status of the build\n\nGreen.\n';

const lineOf = ({ status }: Head) => (status ? `${status.line}: ${status.value}` : 'none');

describe('the status of a document', () => {
  it.each<[where: string, head: string, expected: string, set: string]>([
    ['YAML', '---\ntitle: x\nstatus: draft\n---\n\n# X\n', '3: draft', 'status: new\n'],
    [
      'YAML in quotes with a comment',
      '---\nState: "In work" # a | b\n---\n\n# X\n',
      '2: In work',
      'State: "new" # a | b\n',
    ],
    [
      'YAML with a hash in a word',
      '---\nstatus: done-#3 # see\n---\n',
      '2: done-#3',
      'status: new # see\n',
    ],
    ['YAML without a value', '---\nstatus:\nx: y\n---\n', '2: ', 'status: new\nx'],
    [
      'YAML that does not parse',
      '---\na:\n- b\n  status: draft\n---\n',
      '4: draft',
      '  status: new\n',
    ],
    [
      'TOML',
      '+++\nstatus = "draft"\n[x]\nstatus = "y"\n+++\n\n# X\n',
      '2: draft',
      'status = "new"\n',
    ],
    ['a list, in bold', '# X\n\n- **Status:** *draft*\n', '3: draft', '- **Status:** *new*\n'],
    [
      'a list with a link',
      '# X\n\n* Status: [Draft](a.md#b)\n',
      '3: Draft',
      '* Status: [new](a.md#b)\n',
    ],
    ['the list in a list', '# X\n\n* **Status:**\n  * `Draft`\n', '4: Draft', '  * `new`\n'],
    ['a line', '# X\n\nStatus: draft  \nDate: 2024\n', '3: draft', 'Status: new  \n'],
    ['a line in bold', '# X\n\n**State: DRAFT**\n', '3: DRAFT', '**State: new**\n'],
    [
      'a line with a comment',
      '# X\n\n**Status**: Draft <!-- a | b -->\n',
      '3: Draft',
      '**Status**: new <!-- a | b -->\n',
    ],
    ['a line with a wide colon', '# X\n\n- 状态：草案\n', '3: 草案', '- 状态：new\n'],
    [
      'a table of two columns',
      '# X\n\n| Name | x |\n|--|--|\n| Status | Draft  |\n',
      '5: Draft',
      '| Status | new  |\n',
    ],
    [
      'a table with labels above',
      '| A | Status | C |\n|--|--|--|\n| a | Draft | c |\n\n# X\n',
      '3: Draft',
      '| a | new | c |\n',
    ],
    [
      'a table in HTML',
      '# X\n\n<tr><td> Status </td><td> Draft </td></tr>\n',
      '3: Draft',
      '<td> new </td>',
    ],
    ['a fence', '# X\n\n```\nStatus: Draft\n```\n', '4: Draft', 'Status: new\n'],
    ['indented lines', '# X\n\n    Status:  Draft\n', '3: Draft', '    Status:  new\n'],
    [
      'a section',
      '# X\n\n## Status\n\n**Accepted**\n\nSuperseded by 3\n',
      '5: Accepted',
      '**new**\n\nSuperseded by 3\n',
    ],
    ['a section right below', '# X\n\n## Proposal Status\n Draft\n', '4: Draft', '\n new\n'],
    [
      'one of several labels in a line',
      '# X\n\n**Status:** Draft · **Date:** 2024-01-01 · **Owners:** us\n',
      '3: Draft',
      '**Status:** new · **Date:** 2024-01-01 · **Owners:** us\n',
    ],
    [
      'the second label of a line',
      '# X\n\n**Date:** 2024-01-01 | **Status:** Draft\n',
      '3: Draft',
      '**Date:** 2024-01-01 | **Status:** new\n',
    ],
    ['a numbered section', '# X\n\n## 1. Status\n\nDraft\n', '5: Draft', '\nnew\n'],
    ['a section with a sign', '# X\n\n## 📋 Status\n\nDraft\n', '5: Draft', '\nnew\n'],
    ['a section with an id', '# X\n\n## Status {#status}\n\nDraft\n', '5: Draft', '\nnew\n'],
    ['a heading', '# X\n\n## Status: Draft\n\nWords.\n', '3: Draft', '## Status: new\n'],
    ['a bold line for a heading', '# X\n\n**Status**\n\nDraft\n', '5: Draft', '\nnew\n'],
    ['the line below its label', '# X\n\n**Status:**\nDraft\n', '4: Draft', '\nnew\n'],
    ['a definition', '# X\n\nStatus\n: Draft\n', '4: Draft', '\n: new\n'],
    ['a field list', '# X\n\n:Status: Draft\n', '3: Draft', ':Status: new\n'],
    ['bold HTML', '# X\n\n<b>Status:</b> Draft\n', '3: Draft', '<b>Status:</b> new\n'],
    [
      'a label in its section',
      '# X\n\n## Status\n\n**Current state**: Draft\n',
      '5: Draft',
      '**Current state**: new\n',
    ],
    [
      'a section below a quotation',
      '# X\n\n## Status\n\n> Say `proposed` at first.\n\nDraft\n',
      '7: Draft',
      '\n\nnew\n',
    ],
    [
      'a section about the document',
      '# X\n\n## Metadata\n\n| Field | Value |\n|--|--|\n| Status | Draft |\n',
      '7: Draft',
      '| Status | new |\n',
    ],
    ['a flat stage', '---\nstage: accepted\n---\n\n# X\n', '2: accepted', 'stage: new\n'],
    ['a block of YAML', '---\nstatus: >-\n  draft\n---\n', '3: draft', '>-\n  new\n'],
    ['YAML with an anchor', '---\nstatus: &s draft\n---\n', '2: draft', 'status: &s new\n'],
    ['YAML that says nothing', '---\nstatus: ~\n---\n', '2: ', 'status: new\n'],
    ['a list of one', '---\nstatus: [draft]\n---\n', '2: draft', 'status: [new]\n'],
    ['an item below', '---\nstatus:\n  - draft\n---\n', '3: draft', '  - new\n'],
    [
      'a map',
      '---\nstatus:\n  value: draft\n  by: Jo\n---\n',
      '3: draft',
      '  value: new\n  by: Jo\n',
    ],
    [
      'a map in one line',
      '---\nstatus: { state: draft, by: Jo }\n---\n',
      '2: draft',
      '{ state: new, by: Jo }',
    ],
    [
      'dates as keys',
      '---\nstatus:\n  2024-02-01: draft\n  2024-01-01: idea\n---\n',
      '3: draft',
      '2024-02-01: new\n',
    ],
    [
      'a key below that of the kind',
      '---\nadr:\n  status: draft\n---\n',
      '3: draft',
      '  status: new\n',
    ],
    ['a key with its kind', '---\nrfc_status: draft\n---\n', '2: draft', 'rfc_status: new\n'],
    ['a table of TOML', '+++\n[extra]\nstatus = "draft"\n+++\n', '3: draft', 'status = "new"\n'],
    ['a numbered item', '# X\n\n1. Author: Jo\n2. Status: Draft\n', '4: Draft', '2. Status: new\n'],
    ['a dash', '# X\n\n- Status - Draft\n', '3: Draft', '- Status - new\n'],
    ['bold alone', '# X\n\n- **Status** Draft\n', '3: Draft', '- **Status** new\n'],
    ['code', '# X\n\n- `status`: `draft`\n', '3: draft', '- `status`: `new`\n'],
    ['a linked label', '# X\n\n[Status](p.md): Draft\n', '3: Draft', '[Status](p.md): new\n'],
    ['two colons', '# X\n\n- status:: draft\n', '3: draft', '- status:: new\n'],
    ['a paragraph of HTML', '# X\n\n<p><b>Status</b>: Draft</p>\n', '3: Draft', '</b>: new</p>\n'],
    ['a paragraph below its label', '# X\n\n**Status:**\n\nDraft\n', '5: Draft', '\nnew\n'],
    ['an item in its own', '# X\n\n- Status:\n\n  Draft\n', '5: Draft', '\n  new\n'],
    [
      'HTML with an attribute',
      '# X\n\nStatus: <b class="a">Draft</b>\n',
      '3: Draft',
      '<b class="a">new</b>\n',
    ],
    [
      'a value behind a former one',
      '# X\n\nStatus: ~~Idea~~ → **Draft**\n',
      '3: Draft',
      'Status: ~~Idea~~ → **new**\n',
    ],
    [
      'a value behind a comment',
      '# X\n\nStatus: <!-- a or b --> Draft\n',
      '3: Draft',
      'Status: <!-- a or b --> new\n',
    ],
    [
      'a value before a break',
      '# X\n\n| Status | Draft<br>2024 |\n',
      '3: Draft',
      '| new<br>2024 |\n',
    ],
    [
      'a table without bars around it',
      '# X\n\nStatus | Draft\n--- | ---\nOwner | Jo\n',
      '3: Draft',
      'Status | new\n',
    ],
    [
      'a table that begins with another label',
      '# X\n\n| Type | RFC |\n|--|--|\n| Status | Draft |\n',
      '5: Draft',
      '| Status | new |\n',
    ],
    [
      'pairs of cells',
      '# X\n\n| Author | Jo | Status | Draft |\n|--|--|--|--|\n| Created | x | Supersedes | 3 |\n',
      '3: Draft',
      '| Status | new |\n',
    ],
    [
      'a history in a table',
      '# X\n\n## Status\n\n| Date | Status |\n|--|--|\n| 2024-01-01 | Idea |\n| 2024-02-01 | Draft |\n',
      '8: Draft',
      '| 2024-02-01 | new |\n',
    ],
    [
      'a head of HTML',
      '# X\n\n<table>\n<tr><th>Author</th><th>Status</th></tr>\n<tr><td>Jo</td><td>Draft</td></tr>\n</table>\n',
      '5: Draft',
      '<td>new</td>',
    ],
    [
      'cells of HTML in lines',
      '# X\n\n<table>\n<tr>\n<th>Status</th>\n<td>Draft</td>\n</tr>\n</table>\n',
      '6: Draft',
      '<td>new</td>\n',
    ],
    [
      'definitions of HTML',
      '# X\n\n<dl><dt>Status</dt><dd>Draft</dd></dl>\n',
      '3: Draft',
      '<dd>new</dd>',
    ],
    [
      'a fence with a comment',
      '# X\n\n```yaml\ntitle: X\nstatus: draft # or done\n```\n',
      '5: draft',
      'status: new # or done\n',
    ],
    ['an alert', '# X\n\n## Status\n\n> [!NOTE]\n> Draft\n', '6: Draft', '> [!NOTE]\n> new\n'],
    ['HTML in a section', '# X\n\n## Status\n\n<div>\n\nDraft\n\n</div>\n', '7: Draft', '\nnew\n'],
    [
      'a section behind what was struck out',
      '# X\n\n## Status\n\n~~Idea~~\n\nDraft\n',
      '7: Draft',
      '~~Idea~~\n\nnew\n',
    ],
    [
      'a section with other labels',
      '# X\n\n## Status\n\n- Date: 2024-01-02\n- State: Draft\n',
      '6: Draft',
      '- State: new\n',
    ],
    [
      'the latest of a history',
      '# X\n\n## Status\n\n- 2024-01-01: Idea\n- 2024-02-01: Draft\n',
      '6: Draft',
      '- 2024-02-01: new\n',
    ],
    ['a section of the head', '# X\n\n## Info\n\n### Status\n\nDraft\n', '7: Draft', '\nnew\n'],
    [
      'a heading with an anchor',
      '# X\n\n## <a name="s"></a>Status\n\nDraft\n',
      '5: Draft',
      '\nnew\n',
    ],
    ['CRLF', '# X\r\n\r\n- Status: draft\r\n', '3: draft', '- Status: new\r\n'],
    ['a byte order mark', '\uFEFF---\nstatus: draft\n---\n', '2: draft', 'status: new\n'],
  ])('is read in %s, and set there', (_, head, expected, set) => {
    const text = head + BODY;
    const read = readHead(text);
    expect(lineOf(read)).toBe(expected);
    const changed = withValue(text, read.status as Field, 'new');
    expect(changed).toContain(set);
    expect(readHead(changed).status?.value).toBe('new');
    const back = withValue(changed, readHead(changed).status as Field, read.status?.value ?? '');
    if (read.status?.value !== '') expect(back).toBe(text);
  });

  it.each([
    ['nothing', '# X\n\n- Date: 2024-01-01\n'],
    ['a part of the design', '# X\n\n## Design\n\nStatus: sailing\n\n### Boat Status\n\nx\n'],
    ['another’s, deep in the text', '# X\n\n## Alternatives\n\n#### Status\n\nRejected\n'],
    ['a table of parts', '# X\n\n| Part | Status |\n|--|--|\n| a | Done |\n| b | Open |\n'],
    ['a manifest in a fence', '# X\n\n```yaml\nkind: Pod\nstatus: Ready\n```\n'],
    ['a comment of several lines', '# X\n\n<!--\nStatus: Draft | Accepted\n-->\n'],
    ['a stage alone', '---\nstage: beta\n---\n\n# X\n'],
    ['an example in a fence', '# X\n\nA recipe looks so:\n\n```markdown\n- Status: Done\n```\n'],
    ['what a program prints', '# X\n\nThe tool prints this:\n\n```\nStatus: Running\n```\n'],
    ['code below a sentence', '# X\n\nIt writes these lines\n\n    Status: hot\n'],
    ['what somebody said', '# X\n\nThey said this:\n\n> Status: accepted\n'],
    ['a language', '# X\n\n```go\nStatus: v1.Ready,\n```\n'],
    ['answers of HTTP', '# X\n\n| Status | Body |\n|--|--|\n| 200 | a |\n| 404 | b |\n'],
    ['a sentence about it', '# X\n\n`Status` tells whether it runs, and since when.\n'],
  ])('is none for %s', (_, text) => {
    expect(readHead(text).status).toBeUndefined();
  });

  it.each([
    ['- Status: **Accepted** (2024-01-01)', 'Accepted (2024-01-01)'],
    ['**Status:** **Accepted** — see **notes**', 'Accepted — see notes'],
    ['Status: `Accepted` / `Done`', 'Accepted / Done'],
    ['- Status: ~~Proposed~~ **Accepted**', 'Accepted'],
    ['Status: ~~Proposed~~ | **Accepted** | ~~Done~~', 'Accepted'],
    ['**Status:** ![accepted](https://example.com/x.svg)', 'accepted'],
    ['**Status:** ![pull request detail of 7](https://example.com/x.svg)', ''],
    ['## Status\n\nDeprecated, superseded by [ADR-12](x.md)', 'Deprecated, superseded by ADR-12'],
    ['## Status\n\n**Accepted** *2022-11-03*', 'Accepted 2022-11-03'],
    ['## Status\n\n- [ ] Draft\n- [x] Accepted', 'Accepted'],
  ])('is without markup: %s', (written, value) => {
    expect(readHead(`# X\n\n${written}\n`).status?.value).toBe(value);
  });

  it.each([
    [
      '| Date | Status |\n|---|---|\n| 2024-01-02 | Accepted |\n| 2024-01-02 | Proposed |\n| 2023-01-01 | Draft |',
      'Accepted',
    ],
    [
      '| Date | Status |\n|---|---|\n| 2023-01-01 | Draft |\n| 2024-01-02 | Proposed |\n| 2024-01-02 | Accepted |',
      'Accepted',
    ],
  ])('is the latest of a history: %j', (written, value) => {
    expect(readHead(`# X\n\n${written}\n`).status?.value).toBe(value);
  });

  it.each([
    'Status: [ ] Draft [ ] Accepted',
    'Status:\n- [ ] Draft\n- [ ] Accepted',
    '## Status\n\n- [ ] Draft\n- [ ] Accepted',
    '## Status\n\n- Draft\n- Accepted\n- Done',
    'Status: Draft | Accepted',
    'Status: _(choose one: draft, accepted)_',
    'Status: Draft, Accepted or Done',
    'Status: (Draft / Accepted / Done)',
    'Status: —',
    'Status: TBD',
    'Status: ${STATUS}',
  ])('is still to be said: %j', (written) => {
    const { status } = readHead(`# X\n\n${written}\n`);
    expect(statusSaid({ status: status && { field: status, file: '', text: '' } })).toBeUndefined();
  });

  it.each([
    ['[ ] Draft [x] Accepted [ ] Done', 'Accepted'],
    ['☐ Draft ☑ Accepted', 'Accepted'],
    ['<font color="green">Accepted</font>', 'Accepted'],
    ['[Accepted](a.md)', 'Accepted'],
  ])('is what is chosen: %s', (written, value) => {
    expect(readHead(`# X\n\nStatus: ${written}\n`).status?.value).toBe(value);
  });

  it('is the last step that has a date', () => {
    expect(readHead('---\nstage:\n  accepted: 2024-01-01\n  released:\n---\n').status?.value).toBe(
      'accepted',
    );
  });

  it('is that of front matter before that of the text', () => {
    expect(lineOf(readHead('---\nstatus: a\n---\n\n# X\n\nStatus: b\n'))).toBe('2: a');
  });

  it.each([
    ['# Bread (Draft)\n', '# Bread (Accepted)\n'],
    ['# [Draft] Bread\n', '# [Accepted] Bread\n'],
    ['# DRAFT: Bread\n', '# Accepted: Bread\n'],
  ])('is read in a title, where nothing else says it: %j', (text, set) => {
    const { status, title } = readHead(text);
    expect({ value: status?.value.toLowerCase(), title }).toEqual({
      value: 'draft',
      title: 'Bread',
    });
    expect(withValue(text, status as Field, 'Accepted')).toBe(set);
    expect(lineOf(readHead(`${text}\nStatus: Done\n`))).toBe('3: Done');
  });

  it('is quoted where YAML would read it otherwise', () => {
    const text = 'status: draft\n';
    const set = (value: string) => withValue(text, readYamlHead(text).status as Field, value);
    expect(set('on hold: May')).toBe('status: "on hold: May"\n');
    expect(set('no')).toBe('status: "no"\n');
    expect(set('in work')).toBe('status: in work\n');
  });
});

it.each([
  ['MSC1772: Spaces', 1772, 'Spaces'],
  ['FEP-12: Proofs', 12, 'Proofs'],
  ['RFD 18 Support for boots', 18, 'Support for boots'],
  ['HTTP2 support', 2, 'HTTP2 support'],
  ['MSC1772: Spaces', 1773, 'MSC1772: Spaces'],
])('takes the own number off %s of %d', (title, number, expected) => {
  expect(withoutOwnNumber(title, number)).toBe(expected);
});

describe('what a document says besides', () => {
  it.each([
    ['---\nstatus: superseded by ADR-12\n---\n', 'superseded-by ADR-12'],
    ['# X\n\n## Status\n\nSuperceded by [12. Y](12-y.md)\n', 'superseded-by 12-y.md'],
    ['# X\n\n## Status\n\nAccepted. Supersedes [1](1-a.md)\n', 'supersedes 1-a.md'],
    ['# X\n\nStatus: Inactive (superseded by CIP-0149)\n', 'superseded-by CIP-0149'],
    ['# X\n\nStatus: Accepted\n\nSupersedes [3](3-a.md).\n', 'supersedes 3-a.md'],
    ['# X\n\n## Links\n\n* Supersedes [3](3-a.md)\n', 'supersedes 3-a.md'],
    [
      '# X\n\nSupersedes: ADR-3, ADR-4 and ADR-5\n',
      'supersedes ADR-3, supersedes ADR-4, supersedes ADR-5',
    ],
    ['# X\n\n- Ersetzt: ADR-3\n', 'supersedes ADR-3'],
    ['# X\n\n## 状态\n\n已取代\n\n被取代：[4](4-d.md)\n', 'superseded-by 4-d.md'],
    ['# X\n\n## Status\n\nDraft. Requires 3 approvals, and replaces 2.5 of them.\n', ''],
    ['# X\n\n## Status\n\nSuperseded by 12\n', 'superseded-by 12'],
    [
      '# X\n\n## Status\n\nReplaced by 12, 13 and 14.\n',
      'superseded-by 12, superseded-by 13, superseded-by 14',
    ],
    ['---\nsupersedes: (optional - fill this in)\n---\n', ''],
    ['# X\n\n* Replaces: *<RFC-#>*\n', ''],
    ['# X\n\n## Status\n\nProposed | superseded by [ADR-5](5.md) | Done\n', ''],
    ['# X\n\nStatus: Draft\n\n## Summary\n\nIt replaces 3 of them.\n', ''],
    ['# X\n\n- Depends on:\n  - [3](3-a.md)\n  - RFC-4\n', 'requires 3-a.md, requires RFC-4'],
    ['# X\n\n**Supersedes:**\n- ADR-3\n- ADR-4\n', 'supersedes ADR-3, supersedes ADR-4'],
    ['# X\n\n    Requires: 3,\n              9\n', 'requires 3, requires 9'],
    ['# X\n\n| Requires | 3<br>4 |\n', 'requires 3, requires 4'],
    ['+++\nrequires = [\n  3,\n  4,\n]\n+++\n', 'requires 3, requires 4'],
    ['---\nrelations:\n  supersedes: [3]\n  requires:\n    - 4\n---\n', 'supersedes 3, requires 4'],
    ['# X\n\nSupersedes: <3-a.md>\n', 'supersedes 3-a.md'],
    ['# X\n\nSupersedes: ~~ADR-3~~ ADR-4\n', 'supersedes ADR-4'],
    ['# X\n\nRequires: Node.js 20\nSupersedes: [none]\n', ''],
    ['# X\n\n- Siehe auch: ADR-3\n- Зависит от: ADR-4\n', 'see-also ADR-3, requires ADR-4'],
    ['# X\n\n## Supersedes\n\n- [3](3-a.md)\n', 'supersedes 3-a.md'],
  ])('is read of relations: %j', (text, expected) => {
    const found = readHead(text).relations.map(({ kind, to }) => `${kind} ${to}`);
    expect(found.join(', ')).toBe(expected);
  });

  it.each<[text: string, title: string]>([
    ['# 7. Cache\n', 'Cache'],
    ['NIP-01\n======\n\nBasic flow\n----------\n\nWords.\n', 'Basic flow'],
    ['Title: Cache\n\n# Abstract\n\nWords.\n', 'Cache'],
    ['- Feature Name: `cache`\n\n# Summary\n\n# Motivation\n\n# Drawbacks\n', 'cache'],
    ['# KEP-12: Cache\n', 'Cache'],
    ['# RFC 0007 - Cache\n', 'Cache'],
    ['---\ntitle: "Cache"\n---\n\n# X\n', 'Cache'],
    ['# 3 ways to fail\n', '3 ways to fail'],
    ['# 3-way merge\n', '3-way merge'],
    ['# 7 – Cache\n', 'Cache'],
    ['# #7: Cache\n', 'Cache'],
    ['# 0007-cache\n', 'cache'],
    ['# 20240314-cache\n', 'cache'],
    ['# 2024-03 roadmap\n', '2024-03 roadmap'],
    ['# Architecture Decision Record 7: Cache\n', 'Cache'],
    ['# KEP-168-2: Cache\n', 'Cache'],
    ['# Design 007: Cache\n', 'Cache'],
    ['# 提案 7：缓存\n', '缓存'],
    ['# Support Kubernetes 1.21 in all places\n', 'Support Kubernetes 1.21 in all places'],
    ['# Precompile for BLS12-381 operations\n', 'Precompile for BLS12-381 operations'],
    ['# Vue 3: the way there\n', 'Vue 3: the way there'],
    ['# HTTP 2: the way there\n', 'HTTP 2: the way there'],
    ['# 0-RTT handshakes\n', '0-RTT handshakes'],
    ['# Scale to 0-replica deployments\n', 'Scale to 0-replica deployments'],
    ['# 12345678-bit keys\n', '12345678-bit keys'],
    ['# RFC 3339-style timestamps\n', 'RFC 3339-style timestamps'],
    ['# SHA256-based ids\n', 'SHA256-based ids'],
    ['# 支持 3-way 合并\n', '支持 3-way 合并'],
    ['# 1.x branches\n', '1.x branches'],
    ['# ADR-0007-Cache\n', 'Cache'],
    ['# Design Doc 7: Cache\n', 'Cache'],
    ['# Tep-12: Cache\n', 'Cache'],
    ['# AEP 7 – Cache\n', 'Cache'],
    ['<h1 align="center">Cache</h1>\n\n## Summary\n', 'Cache'],
    ['# Cache {#cache}\n', 'Cache'],
    ['# ![logo](x.png) Cache[^1]\n', 'Cache'],
    ['# Use snake\\_case &amp; more\n', 'Use snake_case & more'],
    ['# [Draft] Cache\n', 'Cache'],
    ['---\ntitle: >-\n  Cache of\n  bread\n---\n', 'Cache of bread'],
    ['# Backward compatible SWAPN, DUPN, EXCHANGE\n', 'Backward compatible SWAPN, DUPN, EXCHANGE'],
  ])('is its title: %j', (text, title) => {
    expect(readHead(text).title).toBe(title);
  });

  it('are relations, in every form', () => {
    const yaml =
      '---\nrequires: 2, 10\nreplaces: [3]\nsuperseded-by: None\nsee-also:\n  - "[Locks](6-locks.md)"\n---\n';
    expect(readHead(yaml).relations.map(({ kind, to }) => `${kind} ${to}`)).toEqual([
      'requires 2',
      'requires 10',
      'supersedes 3',
      'see-also 6-locks.md',
    ]);
    const section = '# X\n\n## Status\n\nAccepted\n\nSuperseded by [12](12-x.md)\n\nAmends 4\n';
    expect(readHead(section).relations).toEqual([
      { kind: 'superseded-by', to: '12-x.md', line: 7 },
      { kind: 'amends', to: '4', line: 9 },
    ]);
    expect(readHead('# X\n\nStatus: Superseded by [#12](12-x.md)\n')).toMatchObject({
      status: { value: 'Superseded by #12' },
      relations: [{ kind: 'superseded-by', to: '12-x.md' }],
    });
  });
});

describe('the statuses that a document names', () => {
  const choicesIn = (text: string) => {
    const { status } = readHead(text);
    return status && statusChoices(text, status);
  };

  it.each([
    ['# X\n\n| Status | Author |\n|--|--|\n| Draft | Jo |\n', [], false],
    ['# X\n\nStatus | Draft\n--- | ---\nOwner | Jo\n', [], false],
    ['---\nstatus: draft # draft | accepted\n---\n', ['draft', 'accepted'], true],
    ['# X\n\nStatus: Draft | Accepted | Done\n', ['Draft', 'Accepted', 'Done'], true],
    ['---\nstatus: draft # draft, in review, done\n---\n', ['draft', 'in review', 'done'], true],
    [
      '# X\n\n| Status | draft <!-- draft, accepted --> |\n|--|--|\n| Owner | Jo |\n',
      ['draft', 'accepted'],
      true,
    ],
    ['---\nstatus: draft # since June, see below\n---\n', [], false],
  ])('are its choices, and no other cells: %j', (text, values, isClosed) => {
    expect(choicesIn(text)).toEqual({ values, isClosed });
  });
});
