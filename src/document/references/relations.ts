import { OWN_NAMES } from '../../words/proposal-words.ts';
import type { Field } from '../head/field.ts';
import { RELATION_PHRASES, relationCalled } from '../head/labels.ts';
import { readHead } from '../head/read-head.ts';
import type { TextEdit } from '../markdown/edits.ts';
import { isInFence } from '../markdown/heading.ts';
import { outlineOf } from '../markdown/outline.ts';
import { asWritten, digitsOf, isProposalNumber } from './number-labels.ts';
import type { References, Renaming } from './renaming.ts';

/**
 * What proposals say of each other by number, in front matter or a line of metadata: PEP 1, EIP-1, MADR and the
 * KEP template have some of these each.
 */
const FOLLOWED = '(?:superseded|superseeded|replaced|obsoleted|amended)[-_ ]?by';
const KEY = [
  ...Object.values(RELATION_PHRASES),
  '(?:amended|updated|extended|required)[-_ ]?by',
  `related(?:[-_ ](?:${OWN_NAMES}|ep)s?)?`,
].join('|');

/** A key and its value, which may be a list; what a status says needs no colon. */
const LINE = new RegExp(
  `^( {0,3}(?:[>*+-][ \\t]*)*[*_"']{0,3}(?:status[*_"']{0,3}[ \\t]*:[*_"' \\t]{0,4})?(?:(${FOLLOWED})(?=[*_"': ])|(?:${KEY})(?=[*_"' ]{0,4}:)))([^\\r\\n]*(?:\\r?\\n[ \\t]*-[ \\t]+[^\\r\\n]*)*)`,
  'gim',
);

/**
 * The number of a renamed proposal where another one names it as what it supersedes, requires and the like. A
 * number counts where it is the whole value, or a whole item of a list; one that is a step or a version as well
 * as a proposal is only pointed out.
 * @param front offset of the end of the front matter
 */
export function relationsIn(text: string, renaming: Renaming, front: number): References {
  const found: References = { edits: [], mentions: [] };
  const outline = outlineOf(text);
  for (const { index, 1: key = '', 2: followed, 3: value = '' } of text.matchAll(LINE)) {
    if (index >= front && isInFence(outline, index)) continue;
    for (const { at, label, written } of itemsOf(value, renaming)) {
      const start = index + key.length + at;
      const range = { start, end: start + written.length };
      const isAlone = label === '' && (index < front || followed !== undefined);
      if (isAlone || isProposalNumber(label, written))
        found.edits.push({ ...range, text: asWritten(written, renaming) });
      else found.mentions.push(range);
    }
  }
  found.edits.push(...editsInCells(text, renaming));
  return found;
}

/** Where tables of metadata name it in a cell for that. */
function editsInCells(text: string, renaming: Renaming): TextEdit[] {
  return relationCells(text).flatMap(({ start: from, end }) =>
    itemsOf(text.slice(from, end), renaming).map(({ at, written }) => {
      const start = from + at;
      return { start, end: start + written.length, text: asWritten(written, renaming) };
    }),
  );
}

/** The cells of tables of metadata that name other proposals. */
function relationCells(text: string): Field[] {
  if (!/^[ \t]*\|/m.test(text)) return [];
  const { lines } = outlineOf(text);
  return readHead(text).fields.filter(
    ({ label, line, form }) =>
      form === 'text' &&
      relationCalled(label) !== undefined &&
      /^[ \t>]*\|/.test(lines[line - 1] ?? ''),
  );
}

/** The items of a value that are nothing but the number, after a label or alone; `at` is where it begins. */
function itemsOf(value: string, renaming: Renaming) {
  const item = new RegExp(`^((?:[A-Za-z]{2,12}[-# ])?)(${digitsOf(renaming)})\\.?$`);
  return [...value.matchAll(/[^,;[\]"':*_\r\n]+/g)].flatMap(({ index, 0: part }) => {
    const lead = /^\s*(?:-[ \t]+)?/.exec(part)?.[0].length ?? 0;
    const [, label = '', written = ''] = item.exec(part.slice(lead).trim()) ?? [];
    return written === '' ? [] : [{ at: index + lead + label.length, label, written }];
  });
}
