import { asWritten, digitsOf } from './number-labels.ts';
import type { Renaming, TextEdit } from './renaming.ts';

/**
 * What proposals say of each other by number, in front matter or a line of metadata: PEP 1, EIP-1, MADR and
 * the KEP template have some of these each.
 */
const KEY =
  '(?:superseded|superseeded|replaced|obsoleted|updated|amended|extended|required)[-_ ]?by|' +
  'supersedes|superseedes|replaces|obsoletes|updates|amends|extends|requires|depends[-_ ]on|see[-_ ]also|' +
  'related(?:[-_ ](?:proposals?|rfcs?|adrs?|keps?|eps?|to))?';

/** A key and its value; what follows "by" needs no colon. */
const LINE = new RegExp(
  `^([ \\t>*+|-]*[*_"']{0,3}(?:(?:[a-z]+[-_ ]?by)(?=[*_"':|\\s])|(?:${KEY})(?=[*_"' ]{0,4}[:|])))([^\\r\\n]*(?:\\r?\\n[ \\t]*-[ \\t]+[^\\r\\n]*)*)`,
  'gim',
);

/**
 * The number of a renamed proposal where another one names it as what it supersedes, requires and the like.
 * A number counts where it is the whole value, or a whole item of a list.
 */
export function relationEdits(text: string, renaming: Renaming): TextEdit[] {
  const item = new RegExp(`^((?:[A-Za-z]{2,12}[- ])?)(${digitsOf(renaming)})\\.?$`);
  const isKey = new RegExp(`(?:${KEY})$`, 'i');
  return [...text.matchAll(LINE)].flatMap(({ index, 1: key = '', 2: value = '' }) => {
    if (!isKey.test(key)) return [];
    const start = index + key.length;
    return [...value.matchAll(/[^,;[\]"'|:*_\r\n]+/g)].flatMap(({ index: at, 0: part }) => {
      const lead = /^\s*(?:-[ \t]+)?/.exec(part)?.[0].length ?? 0;
      const [, label = '', written = ''] = item.exec(part.slice(lead).trim()) ?? [];
      if (written === '') return [];
      const from = start + at + lead + label.length;
      return { start: from, end: from + written.length, text: asWritten(written, renaming) };
    });
  });
}
