import { describe, expect, it } from 'vitest';
import { edited, type Role, referencesIn } from '../../src/document/references.ts';

const RENAMING = {
  from: '0007-cache',
  to: '0012-cache',
  fromNumber: '0007',
  toNumber: '0012',
  isFile: false,
  hasAttachments: false,
  isShared: false,
  branches: ['next', 'feature/x'],
  isMeant: () => true,
};

/** A text with its references changed, and what is left to a person. */
function renamed(text: string, role: Role, options: Partial<typeof RENAMING> = {}) {
  const { edits, mentions } = referencesIn(
    text,
    { ...RENAMING, ...options },
    { role, isYaml: false },
  );
  return [edited(text, edits), mentions.map(({ start, end }) => text.slice(start, end))];
}

const blob = (ref: string, name = '0007-cache') =>
  `https://example.invalid/o/r/blob/${ref}/eps/${name}/README.md`;

describe('addresses', () => {
  it.each(['main', 'master', 'HEAD', 'next', 'feature/x', 'refs/heads/main'])(
    'of the branch %s follow',
    (ref) => {
      expect(renamed(blob(ref), 'other')).toEqual([blob(ref, '0012-cache'), []]);
    },
  );

  it.each([
    blob('0123456789abcdef0123456789abcdef01234567'),
    blob('0123456'),
    blob('v1.2.0'),
    blob('1.30'),
    blob('refs/tags/first'),
    'https://raw.githubusercontent.com/o/r/0123456789ab/eps/0007-cache/README.md',
    'https://example.invalid/o/r/src/tag/first/eps/0007-cache/README.md',
    'https://example.invalid/o/r/-/blob/v2.0/eps/0007-cache/README.md',
  ])('stay: %s', (address) => {
    expect(renamed(address, 'other')).toEqual([address, []]);
  });

  it('of other branches stay, and are pointed out', () => {
    expect(renamed(blob('release-1'), 'other')).toEqual([blob('release-1'), ['0007-cache']]);
  });

  it('are told from paths of the repository', () => {
    expect(renamed('src/blob/store/0007-cache/x', 'other')[0]).toBe('src/blob/store/0012-cache/x');
  });
});

describe('numbers in labels', () => {
  it.each([
    ['[0007](0007-cache)', '[0012](0012-cache)'],
    ['[7. Cache](0007-cache)', '[12. Cache](0012-cache)'],
    ['[7](0007-cache)', '[12](0012-cache)'],
    ['[RFC 7 Cache](0007-cache)', '[RFC 12 Cache](0012-cache)'],
    ['[KEP-007: Cache](0007-cache)', '[KEP-012: Cache](0012-cache)'],
    ['[7 reasons](0007-cache)', '[7 reasons](0012-cache)'],
    ['[Vue 7 support](0007-cache)', '[Vue 7 support](0012-cache)'],
    ['[70. Other](0007-cache)', '[70. Other](0012-cache)'],
    ['| 0007 | [Cache](0007-cache) | 7 |', '| 0012 | [Cache](0012-cache) | 7 |'],
    ['[0007]: 0007-cache', '[0012]: 0012-cache'],
  ])('%s', (text, expected) => {
    expect(renamed(text, 'other')).toEqual([expected, []]);
  });
});

describe('what a proposal says of its own number', () => {
  it.each([
    ['# 7. Cache\n', '# 12. Cache\n'],
    ['# 0007 Cache\n', '# 0012 Cache\n'],
    ['# [KEP-7](x) Cache\n', '# [KEP-7](x) Cache\n'],
    ['# KEP-7: Cache\n', '# KEP-12: Cache\n'],
    ['# HTTP 7 support\n', '# HTTP 7 support\n'],
    [
      '---\nkep: KEP-7\nnumber: 7\nid: "0007"\n---\n# X\n',
      '---\nkep: KEP-12\nnumber: 12\nid: "0012"\n---\n# X\n',
    ],
  ])('%s', (text, expected) => {
    expect(renamed(text, 'own')[0]).toBe(expected);
  });
});

describe('relations by number', () => {
  it.each([
    ['---\nsuperseded-by: 0007\n---\n', '---\nsuperseded-by: 0012\n---\n'],
    ['---\nsuperseded-by: 7 # soon\n---\n', '---\nsuperseded-by: 7 # soon\n---\n'],
    [
      '---\nreplaces:\n  - KEP-0007\n  - "0003"\n---\n',
      '---\nreplaces:\n  - KEP-0012\n  - "0003"\n---\n',
    ],
    ['---\nrequires: [3, 7]\n---\n', '---\nrequires: [3, 12]\n---\n'],
    ['---\nrequires: 3, 7\n---\n', '---\nrequires: 3, 12\n---\n'],
    ['* Superseded by 0007\n', '* Superseded by 0012\n'],
    ['**Superseded by:** RFC 7\n', '**Superseded by:** RFC 12\n'],
    ['Status | Superseded-By: ADR 0007\n', 'Status | Superseded-By: ADR 0007\n'],
    ['Updated by 7 people\n', 'Updated by 7 people\n'],
    ['---\nversion: 7\nrequires: 70\n---\n', '---\nversion: 7\nrequires: 70\n---\n'],
    ['Requires 7\n', 'Requires 7\n'],
  ])('%s', (text, expected) => {
    expect(renamed(text, 'proposal')[0]).toBe(expected);
  });

  it('are pointed out where two have the number, and unknown where a file is no proposal', () => {
    const text = '---\nsuperseded-by: 0007\n---\n';
    expect(renamed(text, 'proposal', { isShared: true })).toEqual([text, ['0007']]);
    expect(renamed(text, 'other')).toEqual([text, []]);
  });
});
