import { LONG_NAMES, SHORT_NAMES } from '../../proposal-words.ts';

/** A number that a title begins with, what stands before it, and what sets it off. */
const LEADING_NUMBER =
  /^(?!\d{4}-\d\d)([^\p{Nd}:：]{0,40}?)#?(\p{Nd}+(?:-\p{Nd}{1,2}(?=[:：]))?)([ \t]*[:：.)–—-])(?!\p{Nd})([ \t]*)(?=\S)/u;

/** What a proposal is called, also with words before that; in capital letters, and in other alphabets, any word. */
const PROPOSAL = new RegExp(`^(?:[a-z]+ ){0,2}(?:${SHORT_NAMES}|${LONG_NAMES})s?[- ]{0,2}$`, 'i');
const OTHER_NAME = /^(?:\p{Lu}{2,8}|[^\p{ASCII}]{1,12})[- ]{0,2}$/u;

/**
 * A title without the number of its proposal, as in `RFC 7: Title` or `0007-Title`; what a number without zeros counts
 * is a part of the title, as in `Support Vue 2.7` or `3-way merge`.
 */
export function withoutNumber(title: string): string {
  const [all = '', label = '', number = '', mark = '', space = ''] =
    LEADING_NUMBER.exec(title) ?? [];
  // Zeros before it, or a date in one word, count nothing.
  const isPadded = number.startsWith('0') || number.length >= 8;
  const isSetOff = !/[–—-]$/.test(mark) || (/^[ \t]/.test(mark) && space !== '');
  const isNumber =
    label === ''
      ? isPadded || isSetOff
      : isPadded || PROPOSAL.test(label) || OTHER_NAME.test(label);
  return isNumber ? title.slice(all.length) : title;
}
