import type { NewRelation } from '../../../document/head/change/new-relation.ts';
import { RELATION_PHRASES } from '../../../document/head/labels.ts';
import { outlineOf } from '../../../document/markdown/outline.ts';
import { languageOf } from '../../../document/titles/section-names.ts';
import type { ReadProposal } from '../../../proposals/state/read-proposal.ts';

/** What each of two proposals says of the other where one takes the place of the other. */
export type SuccessionWords = Record<NewRelation['kind'], string>;

/** The usual words of each language first. */
const PAIRS: readonly (readonly [language: string, supersedes: string, supersededBy: string])[] = [
  ['en', 'Supersedes', 'Superseded by'],
  ['en', 'Replaces', 'Replaced by'],
  ['en', 'Obsoletes', 'Obsoleted by'],
  ['en', 'Deprecates', 'Deprecated by'],
  ['de', 'Ersetzt', 'Ersetzt durch'],
  ['de', 'Löst ab', 'Abgelöst durch'],
  ['fr', 'Remplace', 'Remplacé par'],
  ['fr', 'Annule', 'Annulé par'],
  ['es', 'Reemplaza', 'Reemplazado por'],
  ['es', 'Sustituye', 'Sustituido por'],
  ['pt', 'Substitui', 'Substituído por'],
  ['it', 'Sostituisce', 'Sostituito da'],
  ['ru', 'Заменяет', 'Заменено на'],
  ['zh', '取代', '已被取代'],
  ['zh', '替代', '已被替代'],
  ['ja', '置き換える', '置き換え済み'],
  ['ko', '대체', '대체됨'],
];

/**
 * The words for it that the other proposals use, the one that goes with what they use for the other end, else those of
 * the document's own language, else English ones.
 */
export function successionWords(
  document: string,
  others: readonly ReadProposal[],
): SuccessionWords {
  const language = languageWrittenIn(document);
  const usual = pairWhere(([own]) => own === language) ?? pairWhere(() => true);
  const used = {
    supersedes: phraseOf('supersedes', others),
    by: phraseOf('superseded-by', others),
  };
  const known = pairWhere(
    ([, supersedes, by]) =>
      isSamePhrase(by, used.by) ||
      (used.by === undefined && isSamePhrase(supersedes, used.supersedes)),
  );
  const [, supersedes = '', by = ''] = known ?? usual ?? [];
  return { supersedes: used.supersedes ?? supersedes, 'superseded-by': used.by ?? by };
}

function languageWrittenIn(document: string): string | undefined {
  const titles = outlineOf(document).headings.map(({ title }) => title);
  const language = languageOf(titles);
  // A word that several languages share says nothing beside others that are not known.
  const known = titles.filter((title) => languageOf([title]) === language);
  if (known.length * 2 < titles.slice(1).length) return undefined;
  // Names of sections that two languages share.
  if (language === 'zh' && /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(document)) return 'ja';
  return language === 'es' && /[ãõâêç]/i.test(titles.join(' ')) ? 'pt' : language;
}

function pairWhere(isMeant: (pair: (typeof PAIRS)[number]) => boolean) {
  return PAIRS.find(isMeant);
}

function isSamePhrase(word: string, used: string | undefined): boolean {
  return word.toLowerCase() === used?.toLowerCase();
}

/** What begins the first line in which another proposal says it. */
function phraseOf(kind: NewRelation['kind'], others: readonly ReadProposal[]): string | undefined {
  const phrase = new RegExp(
    `^(?:[^:：]{0,40}[:：])?[^\\p{L}]*(${RELATION_PHRASES[kind]})(?![\\p{L}\\p{N}_])`,
    'iu',
  );
  for (const { text, own } of others) {
    const line = own.head.relations.find((relation) => relation.kind === kind)?.line;
    const written = line === undefined ? '' : (outlineOf(text).lines[line - 1] ?? '');
    const found = phrase.exec(written)?.[1];
    if (found !== undefined) return found.charAt(0).toUpperCase() + found.slice(1);
  }
  return undefined;
}
