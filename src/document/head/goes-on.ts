import { labelOfLine } from './label-line.ts';

/** Whether a value is a part of a sentence that goes on in the line below, both counted from 0. */
export function goesOnBelow(lines: readonly string[], line: number, value: string): boolean {
  const own = lines[line] ?? '';
  const next = (lines[line + 1] ?? '').replace(/^[ \t]*(?:>[ \t]?)*[ \t]*/, '');
  if (value === '' || next === '' || labelOfLine(next)) return false;
  if (/^[ \t]*\||(?: {2}|\\|<br *\/?>)$/.test(own)) return false;
  const isOpen = OPEN_END.test(value);
  return /^\p{Ll}/u.test(next) || (isOpen && /^[\p{L}\p{N}[(]/u.test(next));
}

const OPEN_END = /[ -](?:by|durch|par|por|from|with|see|the|of|and|in|on|to)$/i;
