import { describe, expect, it } from 'vitest';
import { spliced } from '../../src/document/markdown/edits.ts';
import { type FileRole, referencesIn } from '../../src/document/references/references.ts';

const RENAMING = {
  from: '0007-cache',
  fromNumber: '0007',
  toNumber: '0012',
  isFile: false,
  hasAttachments: false,
  isShared: false,
  branches: ['next', 'feature/x'],
  repositories: ['o/r'],
  folder: 'eps',
  meant: () => 'this' as const,
};

/** A text with its references changed, and what is left to a person. */
function renamed(text: string, role: FileRole['role'], options: Partial<typeof RENAMING> = {}) {
  const { edits, mentions } = referencesIn(
    text,
    { ...RENAMING, ...options },
    { role, format: 'markdown' },
  );
  return [spliced(text, edits), mentions.map(({ start, end }) => text.slice(start, end))];
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
    'https://example.invalid/o/r/src/0123456789abcdef0123456789abcdef01234567/eps/0007-cache/README.md',
    'https://example.invalid/r/+/0123456/eps/0007-cache/README.md',
    'https://cdn.example.invalid/gh/o/r@v1.2.3/eps/0007-cache/README.md',
    '`git show v1.2:eps/0007-cache/README.md`',
  ])('stay: %s', (address) => {
    expect(renamed(address, 'other')).toEqual([address, []]);
  });

  it.each([
    blob('release-1'),
    'https://example.invalid/other/records/blob/main/eps/0007-cache/README.md',
    'https://example.invalid/o/sub/other/-/blob/main/eps/0007-cache/README.md',
    'https://example.invalid/x.git/plain/eps/0007-cache/README.md?h=v5.1',
    'https://example.invalid/p/browse/eps/0007-cache/README.md?at=refs%2Ftags%2Fv1.0',
  ])('of other branches and repositories stay, and are pointed out: %s', (address) => {
    expect(renamed(address, 'other')).toEqual([address, ['0007-cache']]);
  });

  it('of forks, and that ask for a branch behind the path, follow', () => {
    const asked =
      'https://example.invalid/p/browse/eps/0007-cache/README.md?at=refs%2Fheads%2Fmain';
    expect(renamed(asked, 'other')[0]).toContain('0012-cache');
    expect(renamed(blob('main').replace('/o/', '/me/'), 'other')[0]).toContain('0012-cache');
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
    ['[7.5 GB](0007-cache)', '[7.5 GB](0012-cache)'],
    ['[ADR 7.1 x](0007-cache)', '[ADR 7.1 x](0012-cache)'],
    ['[**ADR 7** x](0007-cache)', '[**ADR 12** x](0012-cache)'],
    ['  - "KEP-7": eps/0007-cache/', '  - "KEP-12": eps/0012-cache/'],
    ['[7 reasons](0007-cache)', '[7 reasons](0012-cache)'],
    ['[Vue 7 support](0007-cache)', '[Vue 7 support](0012-cache)'],
    ['[70. Other](0007-cache)', '[70. Other](0012-cache)'],
    ['[`0007`](0007-cache)', '[`0012`](0012-cache)'],
    ['[**0007** Cache](0007-cache)', '[**0012** Cache](0012-cache)'],
    ['- 0007: [Cache](0007-cache)', '- 0012: [Cache](0012-cache)'],
    ['- 7 reasons for [Cache](0007-cache)', '- 7 reasons for [Cache](0012-cache)'],
    ['  - "0007: Cache": eps/0007-cache/', '  - "0012: Cache": eps/0012-cache/'],
    ['<a href="0007-cache">0007: Cache</a>', '<a href="0012-cache">0012: Cache</a>'],
    ['[[0007-cache|0007 Cache]]', '[[0012-cache|0012 Cache]]'],
    ['| **0007** | [Cache](0007-cache) |', '| **0012** | [Cache](0012-cache) |'],
    [
      '| 0007 | [B](0007-b) | against [A](0007-cache) |',
      '| 0007 | [B](0007-b) | against [A](0012-cache) |',
    ],
    ['| 0007 | [Cache](0007-cache) | 7 |', '| 0012 | [Cache](0012-cache) | 7 |'],
    ['| 7 | [Cache](0007-cache) | 7 |', '| 12 | [Cache](0012-cache) | 7 |'],
    ['| [Cache](0007-cache) | 7 |', '| [Cache](0012-cache) | 7 |'],
    ['See [x][0007] [0007]\n\n[0007]: 0007-cache', 'See [x][0012] [0012]\n\n[0012]: 0012-cache'],
    ['See [x][7]\n\n[7]: 0007-cache', 'See [x][7]\n\n[7]: 0012-cache'],
  ])('%s', (text, expected) => {
    expect(renamed(text, 'other')[0]).toBe(expected);
  });

  it('are left to a person where a number is neither', () => {
    expect(renamed('0007 and [x](0007-cache)', 'other')).toEqual([
      '0007 and [x](0012-cache)',
      ['0007'],
    ]);
  });
});

describe('names', () => {
  it.each([
    ['`eps%2F0007-cache%2Fx` _see 0007-cache_', '`eps%2F0012-cache%2Fx` _see 0012-cache_'],
    ['参照0007-cacheを', '参照0012-cacheを'],
    ['x0007-cache 0007-cache_v2 0007-cacheé', 'x0007-cache 0007-cache_v2 0007-cacheé'],
  ])('%s', (text, expected) => {
    expect(renamed(text, 'other')[0]).toBe(expected);
  });

  it.each(['0007-café%20%28v2%29', '0007-caf%c3%a9 (v2)', '0007-café \\(v2\\)'])(
    '%s, in any spelling',
    (text) => {
      const from = '0007-café (v2)';
      expect(renamed(text, 'other', { from })[0]).toBe(text.replace('0007', '0012'));
    },
  );

  it.each([
    ['[f](assets/0007-cache/fig.png)', '[f](assets/0007-cache/fig.png)'],
    ['[f](https://x.invalid/eps/0007-cache/)', '[f](https://x.invalid/eps/0012-cache/)'],
    ['[f](0007-cache.html)', '[f](0012-cache.html)'],
    ['[f](https://x.invalid/0007-cache/)', '[f](https://x.invalid/0007-cache/)'],
  ])('of files: %s', (text, expected) => {
    const file = { from: '0007-cache.md', isFile: true };
    expect(renamed(text, 'other', file)[0]).toBe(expected);
  });
});

describe('what a proposal says of its own number', () => {
  it.each([
    ['# 7. Cache\n', '# 12. Cache\n'],
    ['# 0007 Cache\n', '# 0012 Cache\n'],
    ['# [KEP-7](x) Cache\n', '# [KEP-7](x) Cache\n'],
    ['# KEP-7: Cache\n', '# KEP-12: Cache\n'],
    ['# HTTP 7 support\n', '# HTTP 7 support\n'],
    ['# Vue 7: upgrade\n', '# Vue 7: upgrade\n'],
    ['# **7. Cache**\n', '# **12. Cache**\n'],
    ['# RFC: 0007 - X\n', '# RFC: 0012 - X\n'],
    ['# Architecture Decision Record 7: X\n', '# Architecture Decision Record 12: X\n'],
    ['---\ntitle: "0007: Cache"\n---\n', '---\ntitle: "0012: Cache"\n---\n'],
    [
      '---\nkep: KEP-7\nnumber: 7\nid: "0007"\n---\n# X\n',
      '---\nkep: KEP-12\nnumber: 12\nid: "0012"\n---\n# X\n',
    ],
    ['---\nrfd: 7\n---\n# RFD 0007\n', '---\nrfd: 12\n---\n# RFD 0012\n'],
    ['---\ncfp: CFP-0007\ntap: 7\n---\n', '---\ncfp: CFP-0012\ntap: 12\n---\n'],
    ['---\ndecision-number: 7\nstep: 7\n---\n', '---\ndecision-number: 12\nstep: 7\n---\n'],
  ])('%s', (text, expected) => {
    expect(renamed(text, 'own')[0]).toBe(expected);
  });
});

describe('relations by number', () => {
  it.each([
    [
      '# T\n\n| Status | Author | Requires |\n|---|---|---|\n| draft | jo | 0007, 0008 |\n',
      '# T\n\n| Status | Author | Requires |\n|---|---|---|\n| draft | jo | 0012, 0008 |\n',
    ],
    [
      '# T\n\n| Field | Value |\n|---|---|\n| Status | 0007 |\n| Requires | RFC 7 |\n',
      '# T\n\n| Field | Value |\n|---|---|\n| Status | 0007 |\n| Requires | RFC 12 |\n',
    ],

    ['---\nsuperseded-by: 0007\n---\n', '---\nsuperseded-by: 0012\n---\n'],
    ['---\nsuperseded-by: 7 # soon\n---\n', '---\nsuperseded-by: 7 # soon\n---\n'],
    [
      '---\nreplaces:\n  - KEP-0007\n  - "0003"\n---\n',
      '---\nreplaces:\n  - KEP-0012\n  - "0003"\n---\n',
    ],
    ['---\nrequires: [3, 7]\n---\n', '---\nrequires: [3, 12]\n---\n'],
    ['---\nrequires: 3, 7\n---\n', '---\nrequires: 3, 12\n---\n'],
    ['* Superseded by 0007\n', '* Superseded by 0012\n'],
    ['---\npredecessor: 7\nblocked-by: 7\n---\n', '---\npredecessor: 12\nblocked-by: 12\n---\n'],
    ['- Ersetzt: ADR-0007\n', '- Ersetzt: ADR-0012\n'],
    [
      '````\nsupersedes: 7\n````no\nsupersedes: 7\n',
      '````\nsupersedes: 7\n````no\nsupersedes: 7\n',
    ],
    ['---\nrelated-rfds: [7]\n---\n', '---\nrelated-rfds: [12]\n---\n'],
    ['---\nrelated-decisions: 7\n---\n', '---\nrelated-decisions: 12\n---\n'],
    ['---\nrelated-steps: 7\n---\n', '---\nrelated-steps: 7\n---\n'],
    ['**Superseded by:** RFC 7\n', '**Superseded by:** RFC 12\n'],
    ['Status | Superseded-By: ADR 0007\n', 'Status | Superseded-By: ADR 0007\n'],
    ['Updated by 7 people\n', 'Updated by 7 people\n'],
    ['---\nversion: 7\nrequires: 70\n---\n', '---\nversion: 7\nrequires: 70\n---\n'],
    ['Requires 7\n', 'Requires 7\n'],
    ['- Requires: Java 7\n', '- Requires: Java 7\n'],
    ['- Depends on: Step 7, Phase 7\n', '- Depends on: Step 7, Phase 7\n'],
    [
      '```yaml\nrequires: 7\nsuperseded-by: 7\n```\n',
      '```yaml\nrequires: 7\nsuperseded-by: 7\n```\n',
    ],
    ['Text\n\n    superseded-by: 0007\n', 'Text\n\n    superseded-by: 0007\n'],
    ['| Updates | 7 | 9 |\n', '| Updates | 7 | 9 |\n'],
    ['Status: Superseded by 0007\n', 'Status: Superseded by 0012\n'],
    ['---\nstatus: superseded by ADR-0007\n---\n', '---\nstatus: superseded by ADR-0012\n---\n'],
  ])('%s', (text, expected) => {
    expect(renamed(text, 'proposal')[0]).toBe(expected);
  });

  it('are pointed out where two have the number, and unknown where a file is no proposal', () => {
    const text = '---\nsuperseded-by: 0007\n---\n';
    expect(renamed(text, 'proposal', { isShared: true })).toEqual([text, ['0007']]);
    expect(renamed('- Requires: Java 7\n', 'proposal')[1]).toEqual(['7']);
    expect(renamed(text, 'other')).toEqual([text, []]);
  });
});

describe('what may mean it', () => {
  it('is looked for among many others, whose ways to be parted are not tried one by one', () => {
    const others = Array.from({ length: 200 }, (_, at) => `#${at + 100}`).join(', ');
    expect(renamed(`RFCs ${others} and more.\n`, 'other')[1]).toEqual([]);
  });

  it('is a page of the name on another site, and a number alone before a link that is changed', () => {
    const page = 'See https://blog.invalid/2024/0007-cache/.\n';
    expect(renamed(page, 'other', { folder: 'eps' })).toEqual([page, ['0007-cache']]);
    const short = { from: '7-cache.md', fromNumber: '7', toNumber: '12', isFile: true };
    expect(renamed('- 7 [Cache](7-cache.md)\n- 7 [votes](x.md)\n', 'other', short)).toEqual([
      '- 7 [Cache](12-cache.md)\n- 7 [votes](x.md)\n',
      ['7'],
    ]);
  });

  it.each<[text: string, mentions: string[]]>([
    ['It follows #7, mostly.\n', ['#7']],
    ['- #6: fast\n- #7: small\n- #8: cheap\n', []],
    ['See [RFC 7](../rfcs/0007-other.md).\n', []],
    ['See RFC 7.\n', ['RFC 7']],
    ['RFC7 as well, not RFC7231.\n', ['RFC7']],
    ['RFCs 0006–0007, and KEPs 5, 6 and 7.\n', ['RFCs 0006–0007', 'KEPs 5, 6 and 7']],
    ['| 2024-07-07 | superseded by 0007 |\n', ['0007']],
    ['It was done in 0007 days.\n', []],
  ])('in %j: %j', (text, mentions) => {
    expect(renamed(text, 'other')[1]).toEqual(mentions);
  });
});
