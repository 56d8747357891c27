import slugify from 'slugify';
import type { Convention } from './convention.ts';
import { slugAsWritten } from './slug-form.ts';

/** UTF-16 units; a path with a number, a slug and a document stays readable and portable. */
const LONGEST_SLUG = 60;

/** Device names that Windows reserves, whatever their extension. */
const RESERVED = /^(?:con|prn|aux|nul|conin|conout|clock|com\d|lpt\d)$/;

/** Text of which nothing has to be known to make a slug of it. */
const ASCII = /^[ -~]*$/;

let transliterate: ((text: string) => string) | undefined;

/**
 * Loads what letters are in ASCII. That takes ten milliseconds, which titles in English need not wait for; without
 * it, no slug can be made of other letters.
 * @param text of which slugs will be made; left out where that is not known yet
 */
export async function loadLetters(text?: string): Promise<void> {
  if (transliterate || (text !== undefined && ASCII.test(text))) return;
  const { default: loaded } = await import('@sindresorhus/transliterate');
  transliterate = (text) => loaded(text);
}

/**
 * The part of a path that stands for a title: lower-case ASCII words joined by hyphens, at most 60 characters,
 * cut at a word where there is one.
 * @returns an empty text when nothing of the title can be transliterated (CJK, emoji)
 * @throws when {@link loadLetters} was not called for it
 */
export function slugOf(title: string): string {
  const slug = trimHyphens(cutAtWord(asciiOf(wordsOf(title))));
  return RESERVED.test(slug) ? `${slug}-proposal` : slug;
}

/**
 * Whether a slug is one as the names of a convention write it, or in the usual form; which letters are capitals there,
 * only its author knows.
 */
export function isSlugIn(convention: Pick<Convention, 'name'>, slug: string): boolean {
  const plain = slugOf(slug);
  if (plain === '' || slug === plain) return plain !== '';
  const here = slugAsWritten(convention, plain);
  return here !== plain && slug.toLowerCase() === here.toLowerCase();
}

/** The letters and digits of a title, each once, that its slug cannot hold. */
export function lettersLost(title: string): string {
  if (ASCII.test(title)) return '';
  const letters = title.normalize('NFKC').match(/[\p{L}\p{N}]/gu) ?? [];
  return [...new Set(letters)].filter((letter) => asciiOf(letter) === '').join('');
}

/** Signs are left out, not spelled: `<` is no word of a title; what is written in a compatible form is meant plainly. */
function wordsOf(title: string): string {
  // Compiling an expression with Unicode properties takes a millisecond.
  if (ASCII.test(title)) return title.replace(/'/g, '').replace(/[!-,./:-@[-`{-~]+/g, ' ');
  const words = title.normalize('NFKC').replace(/['’ʼ]/g, '');
  return words.replace(/[\p{S}\p{P}]/gu, (sign) => (sign === '-' ? sign : ' '));
}

function asciiOf(words: string): string {
  if (ASCII.test(words)) return slugify(words, { lower: true, strict: true });
  if (!transliterate) throw new Error(`what the letters of "${words}" are is not loaded`);
  const plain = words.normalize('NFD').replace(/(?<=\p{Script=Latin})\p{M}+/gu, '');
  return slugify(transliterate(plain.normalize('NFC')), { lower: true, strict: true });
}

function cutAtWord(slug: string): string {
  if (slug.length <= LONGEST_SLUG) return slug;
  const end = slug.lastIndexOf('-', LONGEST_SLUG);
  return slug.slice(0, end > 0 ? end : LONGEST_SLUG);
}

function trimHyphens(slug: string): string {
  return slug.replace(/-{2,}/g, '-').replace(/^-|-$/g, '');
}
