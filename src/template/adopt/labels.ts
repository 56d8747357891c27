import { OWN_NAMES, SHORT_NAMES } from '../../proposal-words.ts';

/** What labels of metadata say. */
export const KINDS = {
  title: new RegExp(`^(?:title|(?:feature|${OWN_NAMES})[-_ ]?(?:name|title)|name)$`, 'i'),
  number: new RegExp(
    `^(?:(?:${OWN_NAMES})[-_ ]?)?(?:number|no\\.?|id)$|^(?:${SHORT_NAMES}|[a-z]ep|[a-z]ip)$`,
    'i',
  ),
  date: /date|created|updated/i,
  author: /^(?:authors?(?:\(s\))?|proposers?|proposed by|autor(?:en|es)?|auteurs?|作者|著者)$/i,
  area: /^(?:owning-sig|area|sig)$/i,
} as const;

export interface Labelled {
  label: string;
  value: string;
  start: number;
}

export const LONGEST_METADATA_LINE = 1000;

export function linesWithStarts(text: string): { line: string; at: number }[] {
  let at = 0;
  return text.split('\n').map((line) => {
    const start = at;
    at += line.length + 1;
    return { line: line.replace(/\r$/, ''), at: start };
  });
}
