import { describe, expect, it } from 'vitest';
import { spliced } from '../../src/document/markdown/edits.ts';
import { draftNumberEdits } from '../../src/document/references/draft-number.ts';

const RENAMING = {
  from: 'XXXX-cache',
  fromNumber: 'XXXX',
  toNumber: '0008',
  isFile: true,
  hasAttachments: false,
  isShared: false,
  branches: [],
  repositories: [],
  meant: () => 'this' as const,
};

const numbered = (text: string, isRequest = false) =>
  spliced(text, draftNumberEdits(text, { ...RENAMING, isRequest }));

describe('the number of a draft', () => {
  it.each([
    ['# RFC XXXX: Cache', '# RFC 0008: Cache'],
    ['**XXXX**', '**0008**'],
    ['See rfcs/XXXX-cache.md', 'See rfcs/0008-cache.md'],
    ['RFC #XXXX', 'RFC #0008'],
  ])('stands in %s', (text, expected) => {
    expect(numbered(text)).toBe(expected);
  });

  it.each([
    'CVE-2024-XXXX',
    'XXXX-XX-XX',
    '555-XXXX',
    'Tel: XXXX-XXXX',
    '**** **** **** XXXX',
    'fixed by #XXXX',
    'https://example.invalid/o/r/pull/XXXX',
    'Supersedes: XXXX',
  ])('does not stand in %s', (text) => {
    expect(numbered(text)).toBe(text);
  });

  it('is that of a request where numbers come from requests', () => {
    expect(numbered('- RFC PR: https://example.invalid/o/r/pull/XXXX', true)).toBe(
      '- RFC PR: https://example.invalid/o/r/pull/0008',
    );
    expect(numbered('- PR: #XXXX', true)).toBe('- PR: #0008');
  });
});
