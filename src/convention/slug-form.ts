import { LONG_NAMES, SHORT_NAMES } from '../words/proposal-words.ts';
import type { Convention } from './convention.ts';
import { commonest } from './numbering.ts';

/** Of how many names of several words it is said how words are written; below that, they are joined by hyphens. */
const FEWEST_NAMES = 2;

const ALIKE_SHARE = 0.8;

const SLUG = /\{slug(?::([Ww]ord)([-_ ]?)([Ww]ord))?\}/;

const SMALL_WORDS = /^(?:an?|and|as|at|by|for|from|in|into|is|of|on|or|over|the|to|via|vs|with)$/;

/** Whether the names of a convention say what a proposal is about. */
export function hasSlug({ name }: Pick<Convention, 'name'>): boolean {
  return SLUG.test(name);
}

/**
 * A slug as the names of a convention write it: `{slug:word_word}`, `{slug:Word-Word}`, `{slug:WordWord}`.
 * @param slug words of small letters, joined by hyphens
 */
export function slugAsWritten({ name }: Pick<Convention, 'name'>, slug: string): string {
  const [, first = 'word', separator = '-', next = 'word'] = SLUG.exec(name) ?? [];
  const written = slug.split('-').map((word, index) => {
    const form = index === 0 ? first : next;
    return form === 'Word' ? word.slice(0, 1).toUpperCase() + word.slice(1) : word;
  });
  return written.join(separator);
}

/** The part of a pattern that stands for slugs such as these. */
export function slugPattern(slugs: readonly string[]): string {
  const joined = slugs.filter((slug) => JOINED.test(slug));
  if (joined.length >= FEWEST_NAMES && joined.length >= slugs.length * ALIKE_SHARE)
    return `{slug:${/^[A-Z]/.test(joined[0] ?? '') ? 'Word' : 'word'}Word}`;
  const several = slugs.filter((slug) => /[A-Za-z][-_ ]+[A-Za-z]/.test(slug));
  if (several.length < FEWEST_NAMES) return '{slug}';
  const most = (test: (slug: string) => boolean) =>
    several.filter(test).length >= several.length * ALIKE_SHARE;
  const separator = ['_', ' '].find((sign) => most((slug) => separatorsIn(slug) === sign)) ?? '-';
  const isCapital = most((slug) => /^[A-Z]/.test(slug));
  const areCapital = isCapital && most((slug) => wordsIn(slug).every(isCapitalOrSmall));
  const first = isCapital ? 'Word' : 'word';
  const form = `${first}${separator}${areCapital ? 'Word' : 'word'}`;
  return form === 'word-word' ? '{slug}' : `{slug:${form}}`;
}

/** Words that only their capitals set apart: `SharedCache`. */
const JOINED = /^(?:[A-Z]?[a-z]+\d*)(?:[A-Z][a-z]+\d*)+$/;

/** The word for proposals that nearly every name ends with: `-design`, `.rfc`. */
export function slugEnding(slugs: readonly string[]): string {
  const endings = slugs.flatMap((slug) => SLUG_ENDING.exec(slug)?.[0] ?? []);
  const ending = commonest(endings) ?? '';
  const share = endings.filter((each) => each === ending).length;
  return share >= FEWEST_ENDINGS && share >= slugs.length * 0.8 ? ending : '';
}

const SLUG_ENDING = new RegExp(
  `(?<=[A-Za-z0-9])[-_.](?:${SHORT_NAMES}|${LONG_NAMES}|design(?:[-_]doc)?|doc|spec|plan|explainer)s?$`,
  'i',
);

/** From so many names on, a word that all end with is part of the pattern. */
const FEWEST_ENDINGS = 4;

function separatorsIn(slug: string): string {
  return [...new Set(slug.match(/[-_ ]/g))].join('');
}

function wordsIn(slug: string): string[] {
  return slug.split(/[-_ ]+/).filter((word) => word !== '');
}

function isCapitalOrSmall(word: string): boolean {
  return !/^[a-z]/.test(word) || SMALL_WORDS.test(word);
}
