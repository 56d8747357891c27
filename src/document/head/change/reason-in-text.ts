import { endOfLine, linesOf } from '../../markdown/lines.ts';
import type { Field } from '../field.ts';
import { goesOnBelow } from '../goes-on.ts';
import { beginsWithStatus } from '../says-status.ts';

/** Why a value of Markdown cannot be replaced where it stands: it is a part of what is said there; undefined where it can. */
export function reasonInText(text: string, field: Field): string | undefined {
  const { start, end, value, line } = field;
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const behind = text.slice(end, endOfLine(text, end));
  const lines = linesOf(text);
  const lineOfEnd = line - 1 + (linesOf(text.slice(start, end)).length - 1);
  if (/^[ \t]*[-*+][ \t]+\[[ x]\][ \t]*$/i.test(before) || hasBoxes(before + value + behind))
    return 'it is one of several check boxes';
  if (before.endsWith('![')) return 'it is the text of an image';
  if (isChoiceInLine(before, value, behind) || isChoiceInList(lines, line - 1, value))
    return 'it is one of several choices';
  const isLong = !linesOf(text.slice(start, end)).every(
    (each, _, all) => all.length === 1 || IS_CHOICE.test(each),
  );
  return isLong || goesOnBelow(lines, lineOfEnd, value) ? 'it goes on in the next line' : undefined;
}

const IS_CHOICE = /^\W*\p{L}+(?: \p{L}+){0,2}\W*$|^\W*$/u;

function hasBoxes(line: string): boolean {
  return (line.match(/\[[ x]\](?=[ \t]*\p{L})|[☐☑☒]/giu) ?? []).length > 1;
}

/** Whether a value is marked among others in its line: `Draft | **Accepted** | Rejected`. */
function isChoiceInLine(before: string, value: string, behind: string): boolean {
  if (/[|/]/.test(value)) return false;
  const isRow = /^[ \t]*(?:>[ \t]?)*\|/.test(before);
  const [sign, left, right] = isRow
    ? [/\\\||\//, before.split(CELL_ENDS).at(-1), behind.split(CELL_ENDS)[0]]
    : [
        /[|/]/,
        before.slice(Math.max(before.lastIndexOf(':'), before.lastIndexOf('：')) + 1),
        behind,
      ];
  const parts = `${left}${value}${right}`
    .split(sign)
    .map((part) => part.replace(EMPHASIS_OR_CODE, '').trim());
  const areWords = parts.every((part) =>
    /^\p{L}[\p{L}\p{M}-]*(?: [\p{L}\p{M}-]+){0,2}$/u.test(part),
  );
  return parts.length > 2 && areWords;
}

const CELL_ENDS = /(?<!\\)\|/;

const EMPHASIS_OR_CODE = /[*_~`]/g;

/** Whether a value is an item among others that are nothing but statuses. */
function isChoiceInList(lines: readonly string[], line: number, value: string): boolean {
  const wordOf = (at: number) =>
    /^[ \t]*[-*+][ \t]+(.*)$/
      .exec(lines[at] ?? '')?.[1]
      ?.replace(EMPHASIS_OR_CODE, '')
      .trim();
  if (wordOf(line) !== value) return false;
  const isOther = (at: number) => {
    const word = wordOf(at);
    return (
      word !== undefined &&
      word !== value &&
      beginsWithStatus(word) &&
      /^\p{L}+(?: \p{L}+)?$/u.test(word)
    );
  };
  const near = [line - 2, line - 1, line + 1, line + 2].filter(isOther);
  return near.length > 1 && (isOther(line - 1) || isOther(line + 1));
}
