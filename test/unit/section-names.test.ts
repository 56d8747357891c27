import { describe, expect, it } from 'vitest';
import { meaningOf } from '../../src/document/titles/section-names.ts';

describe('what a heading means', () => {
  it.each([
    ['Summary', 'summary'],
    ['TL;DR', 'summary'],
    ['摘要', 'summary'],
    ['總結', 'summary'],
    ['非目标', 'non-goals'],
    ['概要（Summary）', 'summary'],
    ['ゴール', 'goals'],
    ['동기', 'motivation'],
    ['Пользовательские истории', 'stories'],
    ['Не-цели', 'non-goals'],
    ['Ziele', 'goals'],
    ['Résumé', 'summary'],
    ["Cas d'utilisation", 'stories'],
    ['Fuera de alcance', 'non-goals'],
    ['Objetivos', 'goals'],
    ['Sommario', 'summary'],
    ['Poza zakresem', 'non-goals'],
    ['Özet', 'summary'],
    ['ÖZET', 'summary'],
    ['Цілі', 'goals'],
    ['Nachteile', 'drawbacks'],
    ['替代方案 / Alternatives', 'alternatives'],
    ['Zusammenfassung / Summary', 'summary'],
    ['Summary {#summary}', 'summary'],
  ])('%s: %s', (title, meaning) => {
    expect(meaningOf(title)).toBe(meaning);
  });

  it.each(['Design: overview', 'API (Overview)', 'Summary / Rollout', 'Plan', '', '実装'])(
    '%s: nothing that is known',
    (title) => {
      expect(meaningOf(title)).toBeUndefined();
    },
  );
});
