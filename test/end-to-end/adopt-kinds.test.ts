import { describe, expect, it } from 'vitest';
import { repositoryWith } from '../support/folder.ts';
import { run, runJson } from '../support/program.ts';

interface Kind {
  /** A tool or community, whose documentation says how it files its documents. */
  of: string;
  files: Record<string, string>;
  args?: string[];
  path: RegExp;
  template: string;
  contains: string[];
  absent?: string[];
}

const many = (names: readonly string[], text: (name: string, index: number) => string) =>
  Object.fromEntries(names.map((name, index) => [name, text(name, index)]));

const numbers = (count: number) =>
  Array.from({ length: count }, (_, index) => String(index + 1).padStart(4, '0'));

const KINDS: Kind[] = [
  {
    of: 'adr-tools (npryce), which keeps its template to itself',
    files: {
      '.adr-dir': 'doc/architecture/decisions\n',
      ...many(
        numbers(4).map((number) => `doc/architecture/decisions/${number}-choice.md`),
        (_, index) =>
          `# ${index + 1}. Choice\n\nDate: 2024-03-0${index + 1}\n\n## Status\n\nAccepted\n\n## Context\n\nx\n\n## Decision\n\nx\n\n## Consequences\n\nx\n`,
      ),
    },
    path: /^doc\/architecture\/decisions\/0005-new-thing\.md$/,
    template: 'siblings',
    contains: ['# 5. New thing\n', 'Date: 20', '## Status\n\nProposed\n'],
    absent: ['Accepted'],
  },
  {
    of: 'MADR 4 in docs/decisions, with its template beside the records',
    files: {
      'docs/decisions/adr-template.md':
        '---\nstatus: "{proposed | rejected | accepted}"\ndate: {YYYY-MM-DD when the decision was last updated}\ndecision-makers: {list everyone involved in the decision}\n---\n\n# {short title, representative of solved problem and found solution}\n\n## Context and Problem Statement\n\n{Describe it.}\n',
      'docs/decisions/0000-use-markdown-architectural-decision-records.md': '# Use MADR\n',
      'docs/decisions/0001-a.md': '# A\n',
    },
    path: /^docs\/decisions\/0002-new-thing\.md$/,
    template: 'docs/decisions/adr-template.md',
    contains: ['# New thing\n', 'date: 20', '{Describe it.}'],
  },
  {
    of: 'Log4brains, which dates its records',
    files: {
      '.log4brains.yml': 'project:\n  name: app\n  tz: Europe/Paris\n  adrFolder: ./docs/adr\n',
      'docs/adr/template.md':
        '# [short title of solved problem and solution]\n\n- Status: [draft | proposed]\n- Date: [YYYY-MM-DD when the decision was last updated]\n\n## Context\n',
      'docs/adr/20240102-use-log4brains.md': '# Use Log4brains\n',
      'docs/adr/index.md': '# Architecture knowledge base\n',
    },
    path: /^docs\/adr\/20\d{6}-new-thing\.md$/,
    template: 'docs/adr/template.md',
    contains: ['# New thing\n', '- Status: draft\n', '- Date: 20'],
  },
  {
    of: 'adrs (joshrotenberg) with front matter, and two records',
    files: {
      'adrs.toml': 'adr_dir = "doc/adr"\nmode = "ng"\n',
      'doc/adr/0001-record.md':
        '---\nnumber: 1\ntitle: Record\nstatus: accepted\ndate: 2025-01-01\n---\n\n# 1. Record\n\n## Context\n\nx\n\n## Decision\n\nx\n\n## Consequences\n\nx\n',
    },
    path: /^doc\/adr\/0002-new-thing\.md$/,
    template: 'nygard',
    contains: ['# 2. New thing\n', '## Consequences\n'],
  },
  {
    of: 'proposals with front matter and the sections that the built-in template has as well',
    files: Object.fromEntries(
      ['Cache', 'Queue', 'Log'].map((title, at) => [
        `docs/proposals/000${at + 1}-x.md`,
        `---\ntype: proposal\ntitle: ${title}\nstatus: accepted\n---\n\n## Summary\n\nx\n\n## Motivation\n\nx\n\n### Goals\n\nx\n\n### Non-Goals\n\nx\n`,
      ]),
    ),
    path: /^docs\/proposals\/0004-new-thing\.md$/,
    template: 'siblings',
    contains: ['type: proposal\n', 'title: New thing\n', '### Non-Goals\n'],
    absent: ['Version Skew'],
  },
  {
    of: 'spec-kit, a directory for each specification',
    files: {
      '.specify/templates/spec-template.md':
        '# Feature Specification: [FEATURE NAME]\n\n**Feature Branch**: `[###-feature-name]`\n**Created**: [DATE]\n**Status**: Draft\n\n## User Scenarios & Testing\n',
      '.specify/templates/plan-template.md': '# Implementation Plan: [FEATURE]\n',
      'specs/001-login/spec.md': '# Feature Specification: Login\n',
      'specs/001-login/plan.md': '# Plan\n',
      'specs/001-login/data-model.md': '# Data\n',
    },
    path: /^specs\/002-new-thing\/spec\.md$/,
    template: '.specify/templates/spec-template.md',
    contains: ['New thing\n', '**Created**: 20', '## User Scenarios'],
    absent: ['[FEATURE NAME]'],
  },
  {
    of: 'OpenSpec, whose changes are archived with a date',
    files: {
      'openspec/project.md': '# Project\n',
      'openspec/changes/add-login/proposal.md': '# Change: Add login\n\n## Why\n\nx\n',
      'openspec/changes/add-login/tasks.md': '# Tasks\n',
      'openspec/changes/archive/2025-01-02-add-home/proposal.md': '# Change: Add home\n',
    },
    path: /^openspec\/changes\/new-thing\/proposal\.md$/,
    template: 'openspec',
    contains: ['# Change: New thing\n', '## Why\n', '## What Changes\n', '## Impact\n'],
    absent: ['## Summary'],
  },
  {
    of: 'Rust and React, which copy 0000-template.md and take the number of the pull request',
    files: {
      'README.md':
        'Copy `0000-template.md` to `text/0000-my-feature.md`. The number is that of the pull request.\n',
      '0000-template.md':
        '- Feature Name: (fill me in with a unique ident, `my_awesome_feature`)\n- Start Date: (fill me in with today’s date, YYYY-MM-DD)\n- RFC PR: [o/r#0000](https://example.invalid/o/r/pull/0000)\n\n# Summary\n\nOne paragraph.\n',
      'text/0002-a.md': '# Summary\n',
      'text/0130-b.md': '# Summary\n',
      'text/0911-c.md': '# Summary\n',
    },
    args: ['--number', '1234'],
    path: /^text\/1234-new-thing\.md$/,
    template: '0000-template.md',
    contains: [
      '- Feature Name: `new_thing`\n',
      '[o/r#1234](https://example.invalid/o/r/pull/1234)',
    ],
  },
  {
    of: 'Ethereum-like improvement proposals, a family of their own and no slug',
    files: {
      'README.md': '# Proposals\n',
      'acip-template.md':
        '---\nacip: <to be assigned>\ntitle: <The title is a few words>\nauthor: <a list>\nstatus: Draft\ncreated: <date created on, in ISO 8601 (yyyy-mm-dd) format>\n---\n\n## Abstract\n\nSay.\n',
      ...many(
        [1, 20, 155, 721, 1155, 4844].map((n) => `ACIPS/acip-${n}.md`),
        (name) => `# ${name}\n`,
      ),
    },
    args: ['--number', '5000', '--summary', 'In short.'],
    path: /^ACIPS\/acip-5000\.md$/,
    template: 'acip-template.md',
    contains: ['acip: 5000\n', 'title: New thing\n', '## Abstract\n\nIn short.\n', 'created: 20'],
  },
  {
    of: 'a team that keeps a folder for each year and counts on',
    files: many(
      ['2024/0001-a.md', '2024/0002-b.md', '2025/0003-c.md', '2025/0004-d.md'].map(
        (name) => `docs/rfcs/${name}`,
      ),
      (name) => `# ${name}\n\n## Problem\n\nx\n\n## Design\n\nx\n\n## Rollout\n\nx\n`,
    ),
    path: /^docs\/rfcs\/20\d\d\/0005-new-thing\.md$/,
    template: 'siblings',
    contains: ['# New thing\n', '## Problem\n\n## Design\n\n## Rollout\n'],
  },
  {
    of: 'a team that writes in German, in states as folders',
    files: {
      'vorlage/README.md': '# Vorlagen\n',
      'rfcs/template.md':
        '# RFC: Titel\n\n## Zusammenfassung\n\nWorum geht es?\n\n## Ziele\n\n## Nicht-Ziele\n',
      ...many(
        ['a', 'b'].map((name) => `rfcs/draft/${name}.md`),
        (name) => `# ${name}\n`,
      ),
      ...many(
        ['c', 'd', 'e'].map((name) => `rfcs/accepted/${name}.md`),
        (name) => `# ${name}\n`,
      ),
    },
    args: ['--summary', 'Kurz.', '--goal', 'Schnell', '--non-goal', 'Groß'],
    path: /^rfcs\/draft\/new-thing\.md$/,
    template: 'rfcs/template.md',
    contains: [
      'New thing\n\n## Zusammenfassung\n\nKurz.\n\n## Ziele\n\n- Schnell\n\n## Nicht-Ziele\n\n- Groß\n',
    ],
    absent: ['Summary', 'Worum'],
  },
];

describe('kinds of repositories, as the documentation of tools and communities describes them', () => {
  it.each(KINDS)('$of', async ({ files, args = [], path, template, contains, absent = [] }) => {
    const cwd = await repositoryWith(files);
    const { code, json } = await runJson(['New thing', ...args, '--yes', '--dry-run'], { cwd });
    expect({ code, template: json.template, path: json.path }).toEqual({
      code: 0,
      template,
      path: expect.stringMatching(path),
    });
    const [{ content }] = json.files;
    for (const part of contains) expect(content).toContain(part);
    for (const part of absent) expect(content).not.toContain(part);
    expect((await run(['New thing', ...args, '--yes'], { cwd })).code).toBe(0);
  });
});
