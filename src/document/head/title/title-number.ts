import {
  LONG_NAMES,
  NUMBER_LABEL,
  SHORT_FORMS,
  SHORT_NAMES,
} from '../../../words/proposal-words.ts';

/** A number that a title begins with, what stands before it, and what sets it off. */
const LEADING_NUMBER =
  /^(?!\d{4}-\d\d)([^\p{Nd}:：]{0,40}?)#?(\p{Nd}+(?:-\p{Nd}{1,2}(?=[:：]))?)([ \t]*[:：.)|–—-])(?!\p{Nd})([ \t]*)(?=\S)/u;

/** What stands before the number for the eye alone: an emoji, or a line above the title. */
const SIGNS_BEFORE_NUMBER = /^(?:={3,}\s+|(?:\p{So}|\uFE0F)+[ \t]*(?=[A-Za-z]{2,8}[- #]*\d))/u;

const BRACKETED_NUMBER = /^[[【(]([^\p{Nd}[\]【】()]{1,20}?)#?\p{Nd}+[\]】)][ \t:：–—-]*(?=\S)/u;

/** What a proposal is called, also with words before that; in capital letters, and in other alphabets, other words. */
const PROPOSAL = new RegExp(
  `^(?:[a-z]+ ){0,2}(?:${SHORT_NAMES}|${LONG_NAMES}|doc|document|spec|issue|[a-z]ep)s?(?: n(?:o\\.?|r\\.?|[°º])| №| number)?[- ]{0,2}$`,
  'i',
);
const IN_CAPITALS = new RegExp(`^(?:${SHORT_FORMS})[- ]{1,2}$`);
const OTHER_ALPHABET = /^[^\p{ASCII}]{1,12}[- ]{0,2}$/u;

/**
 * A title without the number of its proposal, as in `RFC 7: Title` or `0007-Title`; a number that counts something is a
 * part of the title, as in `Support Vue 2.7`, `3-way merge` or `RFC 3339-style dates`.
 */
export function withoutNumber(written: string): string {
  const title = written.replace(SIGNS_BEFORE_NUMBER, '');
  const [bracketed = '', called = ''] = BRACKETED_NUMBER.exec(title) ?? [];
  if (bracketed !== '' && isCalled(called)) return title.slice(bracketed.length);
  const [all = '', label = '', number = '', mark = '', space = ''] =
    LEADING_NUMBER.exec(title) ?? [];
  const isPadded = /^0\d|^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(number);
  const isColon = /[:：)]$/.test(mark);
  // A hyphen or a full stop right before a letter sets nothing off.
  const isSetOff = isColon || (space !== '' && (mark.endsWith('.') || /^[ \t]/.test(mark)));
  const isNumber = isCalled(label) ? isSetOff || isPadded : isPadded && isColon;
  return isNumber ? title.slice(all.length) : withoutPaddedNumber(title);
}

/** The digits of the number before a title: `005` of `ADR-005: Title`; undefined where it has none. */
export function digitsBeforeTitle(title: string): string | undefined {
  const bare = withoutNumber(title);
  const digits = bare === title ? undefined : /\d+/.exec(title.slice(0, -bare.length))?.[0];
  return isShort(digits) ? digits : undefined;
}

/** The digits of a number that a label of a document's head says: `rfc: 5`, `id: ADR-005`; undefined where it says none. */
export function digitsUnderLabel(label: string, value: string): string | undefined {
  const isNumber = NUMBER_LABEL.test(label.trim());
  const form = isNumber ? /^(?:[A-Za-z]+[-_# ]?)?#?(\d+)$/ : /^[A-Za-z]{2,8}[-_ ](\d+)$/;
  const digits = isNumber || /^id$/i.test(label) ? form.exec(value)?.[1] : undefined;
  return isShort(digits) ? digits : undefined;
}

/** Whether a title begins with the number of its proposal, behind what that is called. */
export function beginsWithNumber(title: string): boolean {
  return /^[A-Z]{2,6}[- #]*\d/.test(title) && withoutNumber(title) !== title;
}

/** A title without the proposal's own number, whatever letters stand before that: `MSC1772: Title`, `[0119] Title`. */
export function withoutOwnNumber(title: string, own: number | undefined): string {
  const [bracketed = '', bare] = /^[[(](\d{1,9})[\])][ \t:–—-]+(?=\S)/.exec(title) ?? [];
  if (bare !== undefined && Number(bare) === own) return title.slice(bracketed.length);
  const [all = '', label = '', digits = '', mark = ''] =
    /^([A-Z]{2,8})[- ]?(\d{1,9})(:?)[ \t]+(?=\S)/.exec(title) ?? [];
  const isOwn = digits !== '' && Number(digits) === own;
  return isOwn && (mark === ':' || isCalled(`${label} `)) ? title.slice(all.length) : title;
}

/** With zeros before it, a number needs nothing that sets it off: `RFC-0003 Title`. */
function withoutPaddedNumber(title: string): string {
  const [all = '', label = ''] =
    /^((?:[A-Za-z]{2,12}[-# ]{1,2})?)0\d{2,}[ \t]+(?=[\p{L}`"'])/u.exec(title) ?? [];
  return all !== '' && isCalled(label) ? title.slice(all.length) : title;
}

function isCalled(label: string): boolean {
  const isCapital = label === label.toUpperCase() && IN_CAPITALS.test(label.toLowerCase());
  return label === '' || isCapital || PROPOSAL.test(label) || OTHER_ALPHABET.test(label);
}

/** More digits are those of a day. */
function isShort(digits: string | undefined): boolean {
  return digits !== undefined && digits.length <= 6;
}
