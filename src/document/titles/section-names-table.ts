/**
 * What sections are called, by meaning and language; the first name is the usual one. Names after `~` may be another
 * section as well: they place an answer, but a document that has one is asked about. To add a name, write it into the
 * part of its language, in lower case, and name a public document that uses it in the commit. Sources: the templates of
 * Kubernetes, Rust, Python, MADR and Nygard for English; for the others, the entries of these words in Wiktionary.
 */
export const SECTION_NAMES = `
summary
  en: summary, executive summary, short summary, simple summary, abstract, tl dr, tldr ~ overview, introduction, in a nutshell
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
  en: motivation ~ background, problem, the problem, problem statement, why, why do we need this, why are we doing this
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
  en: goals, goal, goals and objectives ~ objectives, objective, aims
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
  en: user stories, user story, use cases, user stories use cases ~ use case, usage scenarios, scenarios, user scenarios, stories
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
  en: proposal ~ proposed solution, proposed change
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
  en: drawbacks, why should we not do this ~ disadvantages, downsides, cons, pros and cons, why not, trade offs, tradeoffs, concerns, limitations
  zh: 缺点, 缺點
  ja: 欠点, デメリット
  ko: 단점
  ru: недостатки
  uk: недоліки
  de: nachteile, bekannte nachteile
  fr: inconvénients, inconvénients connus
  es: desventajas, inconvenientes
  pt: desvantagens
  it: svantaggi
  pl: wady
  tr: dezavantajlar, sakıncalar
alternatives
  en: alternatives, alternatives considered, considered alternatives, alternatives not implemented, considered options, rejected ideas, alternatives and rejected ideas ~ options, options considered, other options, rejected options, prior art and alternatives, rationale and alternatives, rejected alternatives, rejected proposals, rejected designs, alternative designs, other approaches considered, discarded solutions, discarded ideas, discarded alternatives, other designs considered, what other designs have been considered
  zh: 替代方案, 备选方案, 備選方案, 其他方案, 备选方案分析, 考虑过的方案
  ja: 代替案, 検討した代替案
  ko: 대안, 고려한 대안
  ru: альтернативы, альтернативные решения, рассмотренные альтернативы
  uk: альтернативи
  de: alternativen, verworfene alternativen, betrachtete alternativen, alternative lösungen
  fr: alternatives, alternatives envisagées, alternatives rejetées
  es: alternativas, alternativas consideradas, alternativas descartadas, alternativas rechazadas
  pt: alternativas, alternativas consideradas, alternativas rejeitadas
  it: alternative, alternative considerate, alternative scartate
  pl: alternatywy
  tr: alternatifler
notes
  en: notes constraints caveats, implementation details notes constraints, notes caveats, notes and caveats, constraints, caveats, notes
risks
  en: risks and mitigations, security risks and mitigations, risks and mitigation, limitations risks and mitigations, risks
  zh: 风险与缓解, 风险和缓解措施, 風險與緩解, 风险 ; ja: リスクと対策, リスク ; ko: 위험과 완화, 위험 ; ru: риски и их снижение, риски
  de: risiken und gegenmaßnahmen, risiken ; fr: risques et mesures, risques ; es: riesgos y mitigaciones, riesgos
  pt: riscos e mitigações, riscos ; it: rischi e mitigazioni, rischi
design
  en: design details, design, detailed design, implementation details, implementation ; zh: 设计细节, 详细设计, 設計細節, 設計, 设计
  ja: 詳細設計, 設計 ; ko: 상세 설계, 설계 ; ru: детали проектирования, проектирование ; de: entwurf, detailentwurf
  fr: conception détaillée, conception ; es: diseño detallado, diseño ; pt: projeto detalhado, desenho detalhado
  it: progettazione
tests
  en: test plan, testing plan, test plans, testing, tests ~ testing strategy, test strategy, how to test, validation, verification, qa plan, quality assurance ; zh: 测试计划, 測試計劃, 测试, 測試 ; ja: テスト計画, テスト ; ko: 테스트 계획, 테스트
  ru: план тестирования, тестирование ; de: testplan, tests ; fr: plan de test, plan de tests
  es: plan de pruebas, pruebas ; pt: plano de testes, testes ; it: piano di test ; pl: plan testów, testy
  tr: test planı
upgrade
  en: upgrade downgrade strategy, upgrade strategy, upgrade and migration strategy, upgrade
questions
  en: unresolved questions, open questions, open issues, questions ~ outstanding questions, unanswered questions, open points, open problems, to be decided, tbd
  zh: 未解决的问题, 未解決的問題, 待解决的问题 ; ja: 未解決の問題, 未解決事項 ; ko: 미해결 질문, 열린 질문 ; ru: открытые вопросы, нерешённые вопросы
  de: offene fragen, ungeklärte fragen, offene punkte ; fr: questions ouvertes, questions non résolues
  es: preguntas abiertas, preguntas sin resolver ; pt: questões em aberto ; it: questioni aperte
future
  en: future possibilities, future work ~ future directions, next steps
consequences
  en: consequences ~ implications, impact ; de: konsequenzen, folgen ; fr: conséquences ; es: consecuencias ; pt: consequências
  it: conseguenze ; ru: последствия ; zh: 后果 ; ja: 結果
  pl: konsekwencje
  tr: sonuçlar
  ko: 결과
decision
  en: decision, decision outcome ; de: entscheidung ; fr: décision ; es: decisión ; pt: decisão ; it: decisione
  ru: решение ; zh: 决定, 决策 ; ja: 決定
  pl: decyzja
  tr: karar
  ko: 결정
context
  en: context, context and problem statement ~ background and context, problem context ; de: kontext ; fr: contexte ; es: contexto ; it: contesto ; ru: контекст
  zh: 上下文 ; ja: コンテキスト
  pl: kontekst
  tr: bağlam
  ko: 맥락
more
  en: more information ~ links, references, further information, additional information, more info, additional info, further reading, related links, bibliography, see also
drivers
  en: decision drivers ~ forces, decision criteria
confirmation
  en: confirmation ~ compliance, verification
comparison
  en: pros and cons of the options ~ advantages and disadvantages, comparison of the options
specification
  en: specification ~ spec
prior-art
  en: prior art ~ related work
teaching
  en: how to teach this, how to teach ~ teaching
rollout
  en: rollout plan, rollout ~ deployment, deployment plan, release plan
security
  en: security ~ security considerations, security implications, security model ; zh: 安全, 安全性, 安全考虑 ; ja: セキュリティ ; ko: 보안
  de: sicherheit ; fr: sécurité ; es: seguridad ; pt: segurança ; it: sicurezza ; ru: безопасность ; uk: безпека ; pl: bezpieczeństwo ; tr: güvenlik
status
  en: status ; de: stand ; fr: statut, état ; es: estado ; it: stato ; tr: durum ; ru: статус ; zh: 状态, 狀態 ; ja: ステータス ; ko: 상태
`;
