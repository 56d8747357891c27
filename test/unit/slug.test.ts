import { describe, expect, it } from 'vitest';
import { isSlugIn, lettersLost, loadLetters, slugOf } from '../../src/convention/slug.ts';
import { slugAsWritten, slugPattern } from '../../src/convention/slug-form.ts';

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

describe('how names write their words', () => {
  it.each([
    ['{slug}', ['use-go', 'drop-xml', 'topic', 'a_b']],
    ['{slug:word_word}', ['use_go', 'drop_xml_1_0', 'topic']],
    ['{slug:Word-Word}', ['Use-Go', 'Drop-Xml', 'Rules-for-the-API']],
    ['{slug:Word-word}', ['Use-go', 'Drop-xml-now']],
    ['{slug:Word word}', ['Use go', 'Drop xml now']],
    ['{slug}', ['use_go', 'drop-xml', 'rules-for_all']],
    ['{slug:WordWord}', ['UseGo', 'DropXmlNow', 'SharedCache']],
    ['{slug:wordWord}', ['useGo', 'dropXmlNow', 'sharedCache']],
    ['{slug}', ['use_go', 'topic']],
    ['{slug}', []],
  ])('%s from %j', (pattern, slugs) => {
    expect(slugPattern(slugs)).toBe(pattern);
  });

  it.each([
    ['{number}-{slug}.md', 'use-go-now'],
    ['{number}_{slug:word_word}.md', 'use_go_now'],
    ['{slug:Word_Word}', 'Use_Go_Now'],
    ['{slug:WordWord}', 'UseGoNow'],
    ['{slug:wordWord}', 'useGoNow'],
    ['{number} - {slug:Word word}.md', 'Use go now'],
  ])('%s: %s', (name, expected) => {
    expect(slugAsWritten({ name }, 'use-go-now')).toBe(expected);
  });

  it.each([
    ['{slug}', 'use-go', true],
    ['{slug}', 'use_go', false],
    ['{slug}', 'Use-Go', false],
    ['{slug:word_word}', 'use_go', true],
    ['{slug:word_word}', 'use-go', true],
    ['{slug:word_word}', 'use go', false],
    ['{slug:Word-Word}', 'Use-gRPC', true],
    ['{slug:Word-Word}', '', false],
  ])('in %s, whether "%s" is a slug: %s', (name, slug, expected) => {
    expect(isSlugIn({ name }, slug)).toBe(expected);
  });
});
