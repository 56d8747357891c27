import {
  DECIDED_STATUSES,
  DECIDED_STATUSES_ABROAD,
  OPEN_STATUSES,
  OPEN_STATUSES_ABROAD,
  REVIEW_STATUSES,
} from '../../words/status-words.ts';

const WORDS = [
  `(?<!\\p{L})(?:${[DECIDED_STATUSES, REVIEW_STATUSES, OPEN_STATUSES].join('|')})(?!\\p{L})`,
  DECIDED_STATUSES_ABROAD,
  OPEN_STATUSES_ABROAD,
].join('|');

const STATUS_FIRST = new RegExp(`^[^\\p{L}]*(?:${WORDS})\\p{L}*`, 'iu');

const DECIDED_FIRST = new RegExp(
  `^[^\\p{L}]*(?:(?:${DECIDED_STATUSES})(?!\\p{L})|${DECIDED_STATUSES_ABROAD}|${OPEN_STATUSES_ABROAD})`,
  'iu',
);

const STATUS_ANYWHERE = new RegExp(WORDS, 'iu');

/** Words of a status that is none of the usual ones; what is longer is a sentence. */
const MOST_WORDS = 4;

/** Words of a status with what it says besides: by whom, since when, in what release. */
const MOST_WORDS_BEHIND = 7;

/** Whether a text begins as statuses do. */
export function beginsWithStatus(text: string): boolean {
  return STATUS_FIRST.test(text);
}

/** Whether a text reads as a status, and not as a sentence about how things are. */
export function readsAsStatus(text: string): boolean {
  const bare = text.trim();
  const first = STATUS_FIRST.exec(bare)?.[0];
  const words = countedWords(bare).length;
  if (first !== undefined) {
    // The words for what has been decided say little else.
    if (DECIDED_FIRST.test(bare)) return true;
    const isSetOff = /^[*_`]*[ \t]*(?:[.,;:!(（[【，。；：|/→–—-]|$)/.test(
      bare.slice(first.length),
    );
    return isSetOff || words <= MOST_WORDS_BEHIND;
  }
  return !/[.。!?！？][*_]*$/.test(bare) && words <= MOST_WORDS;
}

/** Whether a text is a sentence that has nothing to do with how far a proposal is. */
export function isOtherSentence(text: string): boolean {
  const isLong = countedWords(text).length > MOST_WORDS_BEHIND;
  return /^whether\b/i.test(text) || (isLong && !STATUS_ANYWHERE.test(text));
}

/**
 * Whether a label is also what a section or a line about the problem is called: how things are today. What is called
 * so says a status only where it reads as one.
 */
export function mayBeBackground(label: string): boolean {
  return BACKGROUND.test(label.trim());
}

const BACKGROUND =
  /^(?:(?:current|aktueller|текущий|текущее)[\s_-].*|(?:当前|目前|現在の|현재).*|state|zustand|[ée]tat(?: actuel)?|statut actuel|estado(?: actual| atual)?|situaci[óo]n|situação|stato(?: attuale)?|状況|현황|состояние|стан)$/iu;

/** Some alphabets have no spaces between words: two of their letters count as one. */
function countedWords(text: string): string[] {
  return (
    text.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,2}|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu,
    ) ?? []
  );
}
