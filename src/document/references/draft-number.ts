import { OWN_NAMES, RELATION_WORDS } from '../../words/proposal-words.ts';
import { blankOutCode } from '../markdown/blank-code.ts';
import type { TextEdit } from '../markdown/edits.ts';
import type { Renaming } from './renaming.ts';

/**
 * The places of a draft that wait for its number, wherever creating it would have written the number: what stands for
 * it in its text, and in the number and address of its own request. Those of related proposals are left.
 */
export function draftNumberEdits(
  text: string,
  { fromNumber, toNumber, isRequest = false }: Renaming,
): TextEdit[] {
  const isLetters = /^X{3,}$/.test(fromNumber);
  if (!isLetters && !/^0{3,}$/.test(fromNumber)) return [];
  // Zeros are often zeros: they stand for the number only where one of a request stands.
  const before = isLetters
    ? String.raw`(?<![A-Za-z0-9]|[X\d]-|\*{3,} ?)`
    : '(?<=#|/(?:pull|issues|merge_requests)/)';
  const holes = blankOutCode(text).matchAll(
    new RegExp(`${before}${fromNumber}(?![A-Za-z0-9]|-X)`, 'g'),
  );
  return [...holes].flatMap(({ index }) => {
    const line = text.slice(text.lastIndexOf('\n', index - 1) + 1, index);
    if (RELATION_WORDS.test(line)) return [];
    // Where numbers are not those of requests, a request has another.
    if (isLetters && !isRequest && OF_REQUEST.test(line) && !OWN_BEFORE.test(line)) return [];
    return { start: index, end: index + fromNumber.length, text: toNumber };
  });
}

const OF_REQUEST = /(?:#|\/(?:pull|issues|merge_requests)\/)$/;

const OWN_BEFORE = new RegExp(`(?:^|[^A-Za-z])(?:${OWN_NAMES})s?[ -]?#$`, 'i');
