import { describe, expect, it } from 'vitest';
import { withValue } from '../../src/document/head/change/set-value.ts';
import { readHead, readYamlHead } from '../../src/document/head/read-head.ts';
import { statusSaid } from '../../src/proposals/state/read-proposal.ts';

const statusOf = (text: string) => {
  const { status } = readHead(text);
  return statusSaid({ status: status && { field: status, file: '', text } });
};
const relationsOf = (text: string) =>
  readHead(text).relations.map(({ kind, to }) => `${kind} ${to}`);

describe('a section that is called as that of a status', () => {
  it.each([
    [
      'Current state',
      'All reads go to the primary. At peak it runs at 85 % of its CPU.',
      undefined,
    ],
    ['Current Status', 'Users have to pass secrets by hand today, see #94.', undefined],
    ['État actuel', 'Tout est fait à la main.', undefined],
    ['当前状态', '目前都是手工完成的。', undefined],
    [
      'Estado',
      'Aceptado por el equipo de plataforma el 3 de marzo.',
      'Aceptado por el equipo de plataforma el 3 de marzo.',
    ],
    ['Current status', 'Accepted (2024-01-02)', 'Accepted (2024-01-02)'],
    ['State', 'Incubating', 'Incubating'],
    ['Status', 'The scheduler polls the interface of every node each ten seconds.', undefined],
    [
      'Status',
      'This decision has been accepted by all of the teams concerned.',
      'This decision has been accepted by all of the teams concerned.',
    ],
    ['Status', '[Proposed, accepted, deprecated]\n\nAccepted', 'Accepted'],
    ['Status', '{Proposed | Accepted}\n\nAccepted', 'Accepted'],
    ['Status', '*The status of this record, as it was decided.*\n\nAccepted', 'Accepted'],
    ['Status', '*Accepted*', 'Accepted'],
    ['Status', 'What is the status, such as proposed or accepted?', undefined],
    ['Status', 'JIRA: [X-5](https://example.com/X-5)', undefined],
    ['Status', 'Accepted\n\n- [x] Operations\n- [ ] Security', 'Accepted'],
    ['Status', 'Mark one of these:\n\n- [ ] Draft\n- [x] Accepted', 'Accepted'],
    ['Status', '- [x] Parser\n- [ ] Printer', undefined],
    ['Status', '| Stage | State |\n|---|---|\n| Status | Adopted |\n| Work | Pending |', 'Adopted'],
    [
      'Status',
      '| State | Completed |\n|---|---|\n| Vote Thread | a |\n| Date Created | 2021 |',
      'Completed',
    ],
    [
      'Status of this Document',
      'This document is a starting point for engaging the community of all readers.\n\n* This document status: **Active**',
      'Active',
    ],
  ])('%s: %j', (heading, text, expected) => {
    expect(
      statusOf(`# T\n\n## Context\n\nC.\n\n## ${heading}\n\n${text}\n\n## Decision\n\nD.\n`),
    ).toBe(expected);
  });

  it('comes late, and says how something else is', () => {
    const text = '# T\n\n## A\n\nA.\n\n## B\n\nB.\n\n## C\n\nC.\n\n## Status\n\n';
    expect(statusOf(`${text}The status subresource has conditions.\n`)).toBeUndefined();
    expect(statusOf(`${text}Accepted on Monday.\n`)).toBe('Accepted on Monday.');
  });
});

describe('the status by a label', () => {
  it.each([
    ['**Statut\u00a0:** Accepté', 'Accepté'],
    ['- Statut\u202f: Brouillon', 'Brouillon'],
    ['【ステータス】承認', '承認'],
    ['Stav: Přijato', 'Přijato'],
    ['Status (2024-05-01): Accepted', 'Accepted'],
    ['Status: (fill me in)', undefined],
    ['Status: Draft or Accepted or Rejected', undefined],
    ['**Status:** WIP | **In-Review** | Approved | Obsolete', 'In-Review'],
    ['**Stage:** 2.7', '2.7'],
    ['- Stage: **2 (candidate)**', '2 (candidate)'],
    ['Stage: v1beta1', undefined],
    ['| Field | Description |\n|---|---|\n| Date | 2024-01-01 |\n| Status | Pending |', 'Pending'],
    ['| Status | Feature |\n|---|---|\n| Done | Search |\n| Planned | Index |', undefined],
    ['| Status | Body |\n|---|---|\n| 200 | `{}` |\n| 404 | none |', undefined],
  ])('%s: %s', (line, expected) => {
    expect(statusOf(`# T\n\n${line}\n\n## Context\n\nC.\n`)).toBe(expected);
  });

  it.each(['## Metadata\n\n- Status: Draft\n- Author: Jo\n', '---\n\nStatus: Draft\nAuthor: Jo\n'])(
    'may stand at the end: %j',
    (end) => {
      expect(statusOf(`# T\n\n## Context\n\nC.\n\n${end}`)).toBe('Draft');
    },
  );
});

describe('the title', () => {
  it.each([
    ['# Meta\n[meta]: #meta\n- Name: Layers\n- Status: Approved\n\n# Summary\n\nS.\n', 'Layers'],
    ['# Preamble\n\nSIP Number: 018\n\nTitle: Signed Data\n\n# Abstract\n\nA.\n', 'Signed Data'],
    [
      '| Title | ES Modules |\n|---|---|\n| Status | DRAFT |\n\n## 1. Purpose\n\nP.\n',
      'ES Modules',
    ],
    ['    Status: Draft\n****\nEEP 64: Strings\n----\n\nAbstract\n========\n\nA.\n', 'Strings'],
    ['# [RFC-023] Job tags\n', 'Job tags'],
    ['# 【ADR-130】検索\n', '検索'],
    ['# 📝 ADR-127: Range\n', 'Range'],
    ['# 📝 Range\n', '📝 Range'],
    ['# ADR-104 | Cache\n', 'Cache'],
    ['# ADR No. 135: Range\n', 'Range'],
    ['# 0105 Cache\n', 'Cache'],
    ['# 2024 roadmap\n', '2024 roadmap'],
  ])('%j: %s', (text, expected) => {
    expect(readHead(text).title).toBe(expected);
  });
});

describe('relations', () => {
  it.each([
    ['Superseded → [ADR-40](0040-x.md)', ['superseded-by 0040-x.md']],
    ['Superseded ([ADR-9](0009-x.md))', ['superseded-by 0009-x.md']],
    ['Deprecated in favor of [ADR-41](0041-x.md)', ['superseded-by 0041-x.md']],
    ['Zastąpiona przez [ADR-21](0021-x.md)', ['superseded-by 0021-x.md']],
    ['已被 ADR-9 取代', ['superseded-by ADR-9']],
    ['ADR-9 ile değiştirildi', ['superseded-by ADR-9']],
    ['Accepted, supersedes ADR-9', ['supersedes ADR-9']],
    ['{proposed | superseded by ADR-0123}', []],
  ])('of a status: %s', (status, expected) => {
    expect(relationsOf(`# T\n\n## Status\n\n${status}\n\n## Context\n\nC.\n`)).toEqual(expected);
  });

  it.each([
    ['- Supersedes: (put "N/A" unless this replaces an existing one, then link to that)', []],
    ['- Updates: 2024-01-01', []],
    ['- Supersedes: ADR-0003 (Use Nix)', ['supersedes ADR-0003']],
    ['- Supersedes: ADR-0003: Use Nix', ['supersedes ADR-0003']],
    ['- Ersetzt: ADR 2 und ADR 3', ['supersedes ADR 2', 'supersedes ADR 3']],
    ['- Superseded by: ADR 2 and ADR 3', ['superseded-by ADR 2', 'superseded-by ADR 3']],
    ['- Supersedes: RFC 001 & RFC 002', ['supersedes RFC 001', 'supersedes RFC 002']],
    ['- Supersedes: ADR 2 / ADR 3', ['supersedes ADR 2', 'supersedes ADR 3']],
    ['- Depends on: ADR-0001 (for the build)', ['requires ADR-0001']],
    ['- Superseded by: [ADR 3](0003-x.md), partly', ['superseded-by 0003-x.md']],
    ['- Superseded by: not yet', []],
    ['__Vervangt:__ [3. X](0003-x.md)', ['supersedes 0003-x.md']],
    ['> ⚠️ This decision has been superseded by [ADR-31](0031-x.md)', ['superseded-by 0031-x.md']],
  ])('of a head: %s', (line, expected) => {
    expect(relationsOf(`# T\n\n${line}\n\n## Context\n\nC.\n`)).toEqual(expected);
  });
});

describe('what says nothing of the document', () => {
  it.each([
    ['---\nkind: Lamp\nstatus:\n  phase: Lit', 'yaml'],
    ['------\nStatus: 200 OK', ''],
    ['---\ntitle: Example\n---\n# Example\n\n* Status: accepted', 'markdown'],
  ])('is an example in a fence: %j', (example, language) => {
    const text = `# T\n\n## Context\n\nC.\n\n\`\`\`${language}\n${example}\n\`\`\`\n`;
    expect(statusOf(text)).toBeUndefined();
  });

  it.each([
    '<!--\nOne of: proposed, accepted\n-->\n\nDraft',
    '<!-- One of:\n\naccepted -->\nDraft',
    '<!-- a --> <!-- b -->\r\n\r\nDraft',
  ])('is a comment above the status: %j', (section) => {
    expect(statusOf(`# T\n\n## Status\n\n${section}\n\n## Context\n\nC.\n`)).toBe('Draft');
  });

  it('is a section of a part, where the sections are at the first level', () => {
    const parts = '# Summary\n\nS.\n\n# API\n\n## Status\n\nAccepted\n';
    expect(statusOf(parts)).toBeUndefined();
    expect(statusOf('# T\n\n## Status\n\nAccepted\n\n## Context\n\nC.\n')).toBe('Accepted');
  });

  it('is a relation in a comment', () => {
    const section = 'Accepted\n\n<!--\nSuperseded by [ADR 12](0012-x.md)\n-->';
    expect(relationsOf(`# T\n\n## Status\n\n${section}\n\n## Context\n\nC.\n`)).toEqual([]);
  });

  it('is a state beside the status', () => {
    expect(statusOf('# T\n\n- State: Oregon\n- Status: Draft\n\n## Context\n')).toBe('Draft');
    expect(statusOf('# T\n\n- State: Draft\n- Date: 2024-01-01\n\n## Context\n')).toBe('Draft');
  });
});

describe('a status', () => {
  it('stands before other bold labels in its line', () => {
    const line = '**Status:** Draft **Author:** Jo **Date:** 2024-01-01';
    expect(statusOf(`# T\n\n${line}\n\n## Context\n\nC.\n`)).toBe('Draft');
    const last = '**Author:** Jo **Status:** Draft';
    expect(statusOf(`# T\n\n${last}\n\n## Context\n\nC.\n`)).toBe('Draft');
  });

  it('has no markup of links in YAML either', () => {
    const front = '---\nstatus: superseded by [ADR-0013](0013-x.md)\n---\n';
    expect(statusOf(`${front}\n# T\n`)).toBe('superseded by ADR-0013');
  });

  it('is set before a comment that stands in its place', () => {
    const text = '---\nstatus: # draft | accepted\n---\n\n# T\n';
    const { status } = readHead(text);
    if (!status) throw new Error('There is no place for the status');
    expect(withValue(text, status, 'accepted')).toBe(
      '---\nstatus: accepted # draft | accepted\n---\n\n# T\n',
    );
  });
});

describe('a box', () => {
  it.each<[box: string, line: number]>([
    ['!!! info "Status: Accepted"\n    Decided in May.\n', 3],
    ['!!! note "Status"\n\n    Accepted\n', 5],
    ['??? note "Status"\n    Accepted\n', 4],
    ['::: info Status: Accepted\nDecided in May.\n:::\n', 3],
    [':::note[Status]\nAccepted\n:::\n', 4],
  ])('says a status in its title: %j', (box, line) => {
    const text = `# T\n\n${box}\n## Context\n\nC.\n`;
    const { status } = readHead(text);
    expect(status).toMatchObject({ value: 'Accepted', line });
    expect(text.slice(status?.start, status?.end)).toBe('Accepted');
  });

  it('says none with a text of its own', () => {
    expect(statusOf('# T\n\n!!! note "About states"\n    Accepted\n\n## Context\n')).toBe(
      undefined,
    );
    expect(statusOf('# T\n\n!!! note "Status"\n\n    - Author: Jo\n\n## Context\n')).toBe(
      undefined,
    );
  });
});

describe('a head below the title', () => {
  it.each([
    '# T\n\n---\nstatus: Accepted\ndate: 2024-01-01\n---\n\n## Context\n',
    '# T\n\nStatus: Accepted\nDate: 2024-01-01\n---\n\n## Context\n',
    '# T\n\n##Status\n\nAccepted\n\n##Context\n\nC.\n',
  ])('is read where Markdown sees a heading in it, or none: %j', (text) => {
    expect(readHead(text).status?.value).toBe('Accepted');
  });
});

describe('a status is set where it stands', () => {
  it.each<[text: string, after: string]>([
    [
      '{\n  "status": null,\n  "title": "T"\n}\n\n# T\n',
      '{\n  "status": "new",\n  "title": "T"\n}\n\n# T\n',
    ],
    ['# T\n\n##   Status: draft\n\nC.\n', '# T\n\n##   Status: new\n\nC.\n'],
    ['  #   T (draft)\n\nC.\n', '  #   T (new)\n\nC.\n'],
    ['\uFEFF# T (draft)\n\nC.\n', '\uFEFF# T (new)\n\nC.\n'],
  ])('in %j', (text, after) => {
    const { status } = readHead(text);
    expect(status && withValue(text, status, 'new')).toBe(after);
  });

  it('in YAML behind a byte order mark', () => {
    const text = '\uFEFFstatus: draft\ntitle: T\n';
    const { status } = readYamlHead(text);
    expect(status && withValue(text, status, 'new')).toBe('\uFEFFstatus: new\ntitle: T\n');
  });
});

describe('several labels in one line', () => {
  it.each([
    'Status: Draft - Author: Jo - Date: 2024-05-06',
    'Status: Draft / Author: Jo / Date: 2024-05-06',
    'Status: Draft // Author: Jo',
    'Status: Draft\tAuthor: Jo\tDate: 2024-05-06',
    '**Status:** Draft &nbsp;&nbsp; **Author:** Jo &bull; **Date:** 2024-05-06',
    'Date: 2024-05-06 / Status: Draft / Owner: Jo',
  ])('keep what is not the status: %j', (line) => {
    const text = `# T\n\n${line}\n\n## Context\n\nC.\n`;
    const { status } = readHead(text);
    expect(status?.value).toBe('Draft');
    expect(status && withValue(text, status, 'New')).toBe(text.replace('Draft', 'New'));
  });

  it('are none within brackets', () => {
    const line = 'Status: Accepted (Approver: Kim, Date: 2024-05-06)';
    expect(statusOf(`# T\n\n${line}\n\n## Context\n`)).toBe(line.replace('Status: ', ''));
  });
});

it('a proposal that is superseded in part has no successor', () => {
  for (const by of ['partly superseded by RFC 0007', 'partially replaced by [7](0007-x.md)'])
    expect(relationsOf(`# T\n\n- Status: accepted, ${by}\n\n## Context\n`)).toEqual([]);
});

describe('the history of a status', () => {
  it.each([
    ['12 Mar 2023', '3 Feb 2021'],
    ['March 12, 2023', 'Feb 3, 2021'],
    ['12.03.2023', '3.2.2021'],
    ['2023/03/12', '2021/02/03'],
  ])('has its latest entry in any form of date: %s', (late, early) => {
    const table = (rows: string[]) =>
      `# T\n\n## Status\n\n| Status | Date |\n|---|---|\n${rows.join('\n')}\n\n## Context\n`;
    const rows = [`| Deprecated | ${late} |`, `| Accepted | ${early} |`];
    expect(statusOf(table(rows))).toBe('Deprecated');
    expect(statusOf(table(rows.toReversed()))).toBe('Deprecated');
  });
});

describe('a status beside other things', () => {
  it.each([
    ['- Stage: Draft\n\n## Status\n\nWork is tracked in [the board](x.md).', 'Draft'],
    ['- Status\n  - Proposed', 'Proposed'],
    ['- **Status**\n\n  Proposed', 'Proposed'],
    ['```yaml\nstatus: "Draft"\n```', 'Draft'],
    ['**Status: Proposed** – vote on Friday', 'Proposed – vote on Friday'],
    ['ステータス: 提案 | 作成者: 山田 | 日付: 2024-01-01', '提案'],
    ['Status: Proposed | In review | Accepted', 'Proposed | In review | Accepted'],
  ])('is read without them: %j', (said, expected) => {
    const { status } = readHead(`# T\n\n${said}\n\n## Context\n\nC.\n`);
    expect(status?.value).toBe(expected);
  });
});
