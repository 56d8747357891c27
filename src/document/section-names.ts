/**
 * What sections are called, by meaning and language; the first name is the usual one. To add a name, write it into the
 * line of its language, in lower case, and name a public document that uses it in the commit. Sources: the templates of
 * Kubernetes, Rust, Python, MADR and Nygard for English; for the others, the entries of these words in Wiktionary.
 */
const TABLE = `
summary
  en: summary, executive summary, short summary, simple summary, abstract, overview, tl dr, tldr
  zh: 摘要, 概要, 概述, 总结, 總結, 简介, 簡介
  ja: 概要, 要約, 要旨, サマリー, サマリ
  ko: 요약, 개요
  ru: резюме, краткое содержание, аннотация, обзор, краткое описание
  uk: резюме, короткий опис, анотація, огляд
  de: zusammenfassung, kurzfassung, überblick, übersicht
  fr: résumé, sommaire, aperçu, vue d ensemble
  es: resumen, sumario, visión general
  pt: resumo, sumário, visão geral
  it: sommario, riassunto, riepilogo, sintesi, panoramica
  pl: podsumowanie, streszczenie, omówienie
  tr: özet, genel bakış
motivation
  en: motivation, background, problem, problem statement, why
  zh: 动机, 動機, 背景, 问题, 問題, 目的
  ja: 動機, 背景, 目的, 課題
  ko: 동기, 배경, 목적
  ru: мотивация, предпосылки, проблема
  uk: мотивація, передумови, проблема
  de: motivation, hintergrund, problemstellung, ausgangslage
  fr: motivation, contexte et motivation, problématique
  es: motivación, antecedentes, problema
  pt: motivação, antecedentes, problema
  it: motivazione, motivazioni, problema
  pl: motywacja, tło, problem
  tr: motivasyon, arka plan, problem, gerekçe
goals
  en: goals, goal, objectives, objective, goals and objectives
  zh: 目标, 目標, 设计目标, 設計目標
  ja: 目標, ゴール, 目的と目標
  ko: 목표
  ru: цели, цель
  uk: цілі, мета
  de: ziele, ziel
  fr: objectifs, objectif, buts
  es: objetivos, objetivo, metas
  pt: objetivos, objetivo, objectivos, metas
  it: obiettivi, obiettivo
  pl: cele, cel
  tr: hedefler, hedef, amaçlar
non-goals
  en: non goals, non goal, nongoals, no goals, non objectives, out of scope, not in scope, non goals future work, non goals out of scope
  zh: 非目标, 非目標, 不在范围内, 不在範圍內, 范围之外
  ja: 非目標, 対象外, スコープ外, 目標としないこと, ノンゴール
  ko: 비목표, 목표가 아닌 것, 범위 외, 범위 밖
  ru: не цели, не является целью, вне рамок, нецели, что не входит в цели
  uk: не цілі, поза межами, нецілі
  de: nicht ziele, nichtziele, keine ziele, abgrenzung, außerhalb des umfangs
  fr: non objectifs, hors périmètre, hors du périmètre, hors champ
  es: no objetivos, fuera de alcance, fuera del alcance
  pt: não objetivos, não objectivos, fora do escopo, fora do âmbito
  it: non obiettivi, fuori ambito, fuori dallo scopo
  pl: poza zakresem, co nie jest celem, nie cele
  tr: hedef olmayanlar, hedef dışı, kapsam dışı
stories
  en: user stories, user story, use cases, use case, user stories use cases, usage scenarios, scenarios
  zh: 用户故事, 使用者故事, 用例, 使用场景, 使用案例
  ja: ユーザーストーリー, ユースケース, 利用シーン
  ko: 사용자 스토리, 유스케이스, 사용 사례
  ru: пользовательские истории, сценарии использования, варианты использования
  uk: історії користувачів, користувацькі історії, сценарії використання
  de: anwendergeschichten, benutzergeschichten, anwendungsfälle, user stories
  fr: récits utilisateur, récits utilisateurs, cas d utilisation, cas d usage
  es: historias de usuario, casos de uso
  pt: histórias de usuário, histórias de utilizador, casos de uso
  it: storie utente, casi d uso
  pl: historyjki użytkownika, historie użytkownika, przypadki użycia
  tr: kullanıcı hikâyeleri, kullanıcı hikayeleri, kullanım senaryoları
proposal
  en: proposal, proposed solution, proposed change
  zh: 提案, 建议, 建議, 方案
  ja: 提案
  ko: 제안
  ru: предложение
  uk: пропозиція
  de: vorschlag
  fr: proposition
  es: propuesta
  pt: proposta
  it: proposta
  pl: propozycja
  tr: öneri
drawbacks
  en: drawbacks
  zh: 缺点, 缺點
  ja: 欠点, デメリット
  ko: 단점
  ru: недостатки
  uk: недоліки
  de: nachteile
  fr: inconvénients
  es: desventajas, inconvenientes
  pt: desvantagens
  it: svantaggi
  pl: wady
  tr: dezavantajlar, sakıncalar
alternatives
  en: alternatives, alternatives considered
  zh: 替代方案, 备选方案, 備選方案
  ja: 代替案
  ko: 대안
  ru: альтернативы
  uk: альтернативи
  de: alternativen
  fr: alternatives
  es: alternativas
  pt: alternativas
  it: alternative
  pl: alternatywy
  tr: alternatifler
`;

interface SectionName {
  meaning: string;
  language: string;
}

const NAMES = new Map<string, SectionName>();

let meaning = '';
for (const line of TABLE.trim().split('\n')) {
  const [, language = '', names] = /^ {2}(\w\w): (.*)$/.exec(line) ?? [];
  if (names === undefined) meaning = line;
  for (const name of names?.split(', ') ?? []) {
    // Where languages share a name, the first one counts.
    if (!NAMES.has(name)) NAMES.set(name, { meaning, language });
  }
}

/**
 * What a heading means, by its text or, where it is written in two languages, by either half.
 * @returns such as `non-goals`; undefined where no name is known
 */
export function meaningOf(title: string): string | undefined {
  return sectionNameIn(title)?.meaning;
}

/** The language that headings are written in, such as `de`; undefined where none of them is known. */
export function languageOf(titles: readonly string[]): string | undefined {
  const found = titles.flatMap((title) => sectionNameIn(title)?.language ?? []);
  // Words that English shares with others, and headings in two languages, say less.
  return found.find((language) => language !== 'en') ?? found[0];
}

/** What a section that means something is usually called in a language. */
export function usualName(meant: string, language: string): string | undefined {
  const name = [...NAMES].find(
    ([, each]) => each.meaning === meant && each.language === language,
  )?.[0];
  return name && name.charAt(0).toUpperCase() + name.slice(1);
}

function sectionNameIn(title: string): SectionName | undefined {
  const own = NAMES.get(foldedWords(title));
  if (own !== undefined) return own;
  // In English alone, a colon or bracket adds something: "Design: overview" is no summary.
  const isForeign = /[^\0-\x7f]/.test(title);
  const halves = title.split(isForeign ? /[()（）[\]【】/／|｜·:：]|\s[-–—]\s/u : /\s*[/|]\s*/);
  const meanings = halves.map((half) => NAMES.get(foldedWords(half)));
  const known = meanings.filter((each) => each !== undefined);
  const isSure =
    isForeign ||
    (known.length === halves.length && new Set(known.map((each) => each.meaning)).size === 1);
  return isSure ? known[0] : undefined;
}

function foldedWords(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/\s*\{#[^{}]*\}\s*$/, '')
    .toLowerCase();
  // A Turkish capital letter has a dot above that is no letter of its own.
  return (
    plain
      .replace(/\u0307/g, '')
      .match(/[\p{L}\p{M}\p{N}]+/gu)
      ?.join(' ') ?? ''
  );
}
