import { describe, expect, it } from 'vitest';
import { slugOf } from '../../src/convention/slug.ts';

describe('the slug of a title', () => {
  it.each([
    ['Faster startup', 'faster-startup'],
    ['Node.js 20: über/unter_grenze', 'node-js-20-uber-unter-grenze'],
    ["Don't", 'dont'],
    ['Übergröße für Füße', 'ubergrosse-fur-fusse'],
    ['  -- a -- ', 'a'],
    ['NUL', 'nul-proposal'],
    ['外部 API', 'api'],
    ['外部公開', ''],
    ['🚀', ''],
    ['a'.repeat(70), 'a'.repeat(60)],
  ])('%s: %s', (title, expected) => {
    expect(slugOf(title)).toBe(expected);
  });
});
