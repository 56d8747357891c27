import { RELATION_WORDS } from '../../words/proposal-words.ts';
import type { TextEdit, TextRange } from '../markdown/edits.ts';
import { lineCounter } from '../markdown/lines.ts';
import { KIND, NEAR } from './number-labels.ts';
import type { Renaming } from './renaming.ts';

/**
 * `EP-0007`, `RFCs 6-7` and `#7`, which may mean the proposal, or an issue; the number as names have it behind
 * `superseded by` and in a line that has been changed, and alone before a link there.
 */
export function bareNumbers(
  text: string,
  { fromNumber }: Renaming,
  edits: readonly TextEdit[],
): TextRange[] {
  const plain = Number(fromNumber);
  if (!Number.isSafeInteger(plain)) return [];
  const found = rangesOf(text, mentionOf(plain)).filter((range) => !isElse(text, range, plain));
  const lineOf = lineCounter(text);
  const changed = new Set(edits.map(({ start }) => lineOf(start)));
  const isChanged = ({ start }: TextRange) => changed.has(lineOf(start));
  if (!fromNumber.startsWith('0')) {
    const alone = new RegExp(`(?<=^[ \\t]*[-*+][ \\t]+)${fromNumber}(?=[ \\t]+\\[)`, 'gm');
    return [...found, ...rangesOf(text, alone).filter(isChanged)];
  }
  const written = rangesOf(text, new RegExp(`(?<![\\w./-])${fromNumber}(?![\\w/-]|\\.\\w)`, 'g'));
  const related = new RegExp(
    `\\b(?:${RELATION_WORDS.source})[a-z]*:?[ \\t]+(?:by[ \\t]+|on[ \\t]+)?$`,
    'i',
  );
  const isMeant = (range: TextRange) =>
    isChanged(range) || related.test(text.slice(Math.max(0, range.start - NEAR), range.start));
  return [...found, ...written.filter(isMeant)];
}

/** What mentions a proposal: its kind, perhaps others that come first, and its number. */
function mentionOf(number: number): RegExp {
  const others = '(?:#?\\d{1,9} ?(?:[-–—,&/]|and|to|or) ?){0,40}#?';
  return new RegExp(
    `(?<![\\w/#-])(?:${KIND}[- #]{0,2}${others}0*${number}|#0*${number})(?![\\w-]|\\.\\d)`,
    'g',
  );
}

/** Whether a number is certainly another's: the label of a link elsewhere, or one of a row that counts on. */
function isElse(text: string, { start, end }: TextRange, number: number): boolean {
  const near = text.slice(Math.max(0, start - NEAR), end + NEAR);
  if (text.charAt(start) === '#') {
    const isBeside = (other: number) => new RegExp(`#0*${other}(?!\\d)`).test(near);
    if (isBeside(number - 1) && (isBeside(number - 2) || isBeside(number + 1))) return true;
  }
  const link = /^[^\][\n]*\]\(<?([^)>\s]*)/.exec(text.slice(end, end + NEAR))?.[1];
  return link !== undefined && new RegExp(`(?:^|/)0*${number}[-_.]`).test(link);
}

function rangesOf(text: string, pattern: RegExp): TextRange[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}
