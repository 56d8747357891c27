import { describe, expect, it } from 'vitest';
import { lettersLost, loadLetters, slugOf } from '../../src/convention/slug.ts';

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
    ['ﬁle ﬂags eﬃciency', 'file-flags-efficiency'],
    ['ＡＰＩ設計', 'api'],
    ['Support Result<T> in API', 'support-result-t-in-api'],
    ['foo -> bar', 'foo-bar'],
    ['$5 or 10%', '5-or-10'],
    ['€5 → ♥', '5'],
    ['a‑b', 'a-b'],
    ['H₂O', 'h2o'],
    ['Θέμα ξένος', 'thema-ksenos'],
    ['Đổi đường', 'doi-duong'],
    ['Հայերեն', 'hayyeryen'],
    ['Українська мова', 'ukrayinska-mova'],
  ])('%s: %s', async (title, expected) => {
    await loadLetters(title);
    expect(slugOf(title)).toBe(expected);
  });

  it.each([
    ['Plain', ''],
    ['Übergröße', ''],
    ['日本語 API の設計', '日本語の設計'],
    ['ＡＰＩ', ''],
  ])('%s leaves out "%s"', async (title, expected) => {
    await loadLetters(title);
    expect(lettersLost(title)).toBe(expected);
  });
});
