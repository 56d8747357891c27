import { linesOf } from '../markdown/lines.ts';
import type { Field } from './field.ts';
import { alternativesIn } from './labels.ts';

/** The values that a text names beside a status, and whether there are no others. */
export interface StatusChoices {
  values: string[];
  isClosed: boolean;
}

/**
 * The choices that a comment beside a status names, such as `# draft | accepted`, or the value itself as templates
 * have it: `{proposed | rejected}`.
 */
export function statusChoices(text: string, { start, end, value, form }: Field): StatusChoices {
  const lineEnd = text.slice(end).search(/[\r\n]|$/) + end;
  const beside = text.slice(end, lineEnd);
  const comment = /(?:#|<!--)([^#<>]*)(?:-->|$)/.exec(beside.trimEnd())?.[1] ?? '';
  // Below a value of a section, a comment of its own may say it.
  const next = linesOf(text.slice(lineEnd, lineEnd + NEAR_STATUS)).slice(1, 4);
  const alone = next.flatMap((line) => /^\s*<!--(.*\|.*)-->\s*$/.exec(line)?.[1] ?? []);
  // What follows in a row of a table are other cells.
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const isCell = /^[ \t]*(?:>[ \t]?)*\||\|[ \t]*$/.test(text.slice(lineStart, start));
  const rest = isCell ? text.slice(start, end) : text.slice(start, lineEnd);
  const own = /[|]/.test(value) ? value : rest.replace(/(?:#|<!--).*/, '');
  // In YAML, a comment right above it may say it.
  const above = linesOf(text.slice(Math.max(0, lineStart - NEAR_STATUS), lineStart)).at(-2) ?? '';
  const said = form === 'yaml' ? (/^[ \t]*#(.*)$/.exec(above)?.[1] ?? '') : '';
  const listed = [
    comment,
    withBars(comment, value),
    withBars(said.replace(/^.*:/, ''), value),
    ...alone,
    own,
    alternativesIn(value).join('|'),
  ];
  const [list = ''] = listed.filter((each) => each.includes('|'));
  const parts = list.replace(/^[^:|]*\b(?:one of|values?|status(?:es)?):/i, '').split('|');
  const values = parts.flatMap((part) => {
    const alone = part.replace(/(?<!\s)\s*\[?(?<![A-Z])[A-Z]*[-#]?\d.*$/, '');
    const bare = alone.replace(/^[\s"'`*_{<[(]+|(?<![\s"'`*_}>\]).,])[\s"'`*_}>\]).,]+$/g, '');
    return isStatusLike(bare) ? [bare] : [];
  });
  return { values, isClosed: values.length > 1 && !/…|\.\.\.|\betc\b|\.\.$/.test(list) };
}

const NEAR_STATUS = 400;

/** The word or words that a status begins with, in small letters: what it is compared by. */
export function statusWord(value: string): string {
  return statusLabel(value)
    .toLowerCase()
    .replace(/[ _-]+/g, ' ');
}

/** The word or words that a status begins with, without what it says of another proposal, a day or a release. */
export function statusLabel(value: string): string {
  if (value.startsWith('![')) return '';
  const [, words = ''] = /^[^\p{L}\p{N}]*([\p{L}\p{M}][\p{L}\p{M}\p{N} _-]*)/u.exec(value) ?? [];
  const bare = words
    .replace(WHERE_OR_WHEN, '')
    .replace(/[ _-](?:by|since|as of|see|durch|par|por|da)\b.*$|(?<![ _])[ _]+\d.*$/iu, '');
  return bare.trim();
}

/** In what release or on what day; `Work in progress` and `On hold` are whole. */
const WHERE_OR_WHEN =
  /(?<=.)[ _-](?:on|in|at|with)[ _-](?:(?:the|an?|release|version|milestone|principle|part|full|favou?r|our|all|some|changes|revisions|modifications)(?![\p{L}\p{N}])|\p{Lu}|v?\d).*$/u;

/** Choices with commas between them, where one of them is the value. */
function withBars(comment: string, value: string): string {
  const parts = comment.split(/[,/|]/).map((part) => part.trim());
  const isOne = parts.some((part) => part !== '' && statusWord(part) === statusWord(value));
  return parts.length > 1 && isOne && parts.every(isStatusLike) ? parts.join('|') : '';
}

function isStatusLike(text: string): boolean {
  return text.length > 0 && text.length <= 40 && /^[\p{L}\p{M}\p{N} _/-]+$/u.test(text);
}
