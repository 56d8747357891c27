import { MARKDOWN_EXTENSIONS } from '../../file-names.ts';
import type { Renaming } from './renaming.ts';

const FILE_EXTENSION = new RegExp(`${MARKDOWN_EXTENSIONS}$`, 'i');

/**
 * A name in every spelling: as it is, percent-encoded in whole or in part, or escaped for Markdown. What stands
 * before the number, the number, what follows, and the extension of a file are groups; the last may be absent.
 */
export function namePattern({
  from,
  fromNumber,
  isFile,
}: Pick<Renaming, 'from' | 'fromNumber' | 'isFile'>): RegExp {
  const extension = isFile ? (FILE_EXTENSION.exec(from)?.[0] ?? '') : '';
  const stem = from.slice(0, from.length - extension.length);
  const at = stem.indexOf(fromNumber);
  const parts = [stem.slice(0, at), fromNumber, stem.slice(at + fromNumber.length)];
  const groups = parts.map((part) => `(${spelled(part)})`).join('');
  return new RegExp(`${groups}(${extension ? spelled(extension) : '(?!)'})?`, 'u');
}

/** Whether a name that begins after a text is the end of a longer one. */
export function isWithinName(before: string): boolean {
  // Underscores after anything but a name are emphasis.
  return !/%2f$/i.test(before) && ENDS_NAME.test(before.replace(/(?<!_)_+$/, ''));
}

/**
 * Whether a name ends before a text.
 * @param isStem whether it is the name of a file without its extension
 */
export function endsBefore(
  rest: string,
  isStem: boolean,
  { hasAttachments }: Pick<Renaming, 'hasAttachments'>,
): boolean {
  if (isStem) {
    // A page that is published under another extension, or as a directory; a path into one is another.
    if (PUBLISHED_EXTENSION.test(rest)) return true;
    if (rest.startsWith('/') && (hasAttachments || /^\/[\p{L}\p{N}._%-]/u.test(rest))) return false;
  }
  if (/^%2f/i.test(rest) || /^_+(?![\p{L}\p{N}\p{M}_%-])/u.test(rest)) return true;
  return !GOES_ON.test(rest);
}

/** A text as a regular expression that matches it alone. */
export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function spelled(text: string): string {
  return [...text]
    .map((character) => {
      if (/[\w.-]/.test(character)) return escapeRegExp(character);
      return `(?:\\\\?${escapeRegExp(character)}|${encoded(character)})`;
    })
    .join('');
}

function encoded(character: string): string {
  return [...new TextEncoder().encode(character)]
    .map((byte) => {
      const hex = byte.toString(16).padStart(2, '0');
      return `%${hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)}`;
    })
    .join('');
}

/** Scripts whose words are not set apart by spaces; the rest of a sentence is no part of a name. */
const UNSPACED = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}\\p{sc=Thai}';

const IN_NAME = `(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}_%-]`;

const ENDS_NAME = new RegExp(`${IN_NAME}$`, 'u');

const GOES_ON = new RegExp(`^(?:${IN_NAME}|\\.[\\p{L}\\p{N}])`, 'u');

const PUBLISHED_EXTENSION = new RegExp(
  `^(?:${MARKDOWN_EXTENSIONS}|\\.html)(?![\\p{L}\\p{N}_-]|\\.\\w)`,
  'u',
);
