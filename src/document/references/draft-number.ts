import { RELATION_WORDS } from '../../words/proposal-words.ts';
import { blankOutCode } from '../markdown/blank-code.ts';
import type { TextEdit } from '../markdown/edits.ts';
import type { Renaming } from './renaming.ts';

/**
 * The places of a draft that wait for its number, wherever creating it would have written the number: what stands for
 * it in its text, and in the number and address of its own request. Those of related proposals are left.
 */
export function draftNumberEdits(text: string, { fromNumber, toNumber }: Renaming): TextEdit[] {
  const isLetters = /^X{3,}$/.test(fromNumber);
  if (!isLetters && !/^0{3,}$/.test(fromNumber)) return [];
  // Zeros are often zeros: they stand for the number only where one of a request stands.
  const before = isLetters ? '(?<![A-Za-z0-9])' : '(?<=#|/(?:pull|issues|merge_requests)/)';
  const holes = blankOutCode(text).matchAll(
    new RegExp(`${before}${fromNumber}(?![A-Za-z0-9])`, 'g'),
  );
  return [...holes].flatMap(({ index }) => {
    const line = text.slice(text.lastIndexOf('\n', index - 1) + 1, index);
    if (RELATION_WORDS.test(line)) return [];
    return { start: index, end: index + fromNumber.length, text: toNumber };
  });
}
