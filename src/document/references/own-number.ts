import { OWN_NAMES, SHORT_NAMES } from '../../words/proposal-words.ts';
import type { TextEdit } from '../markdown/edits.ts';
import { frontMatterEnd } from '../markdown/front-matter.ts';
import { outline } from '../markdown/outline.ts';
import { escapeRegExp } from './name-spellings.ts';
import { asWritten, digitsOf, leadingNumber } from './number-labels.ts';
import type { Renaming } from './renaming.ts';

const OWN_KIND = `(?:${OWN_NAMES})`;

/** Keys that hold a proposal's own number; a file of data has others for other things. */
const FRONT_KEY = new RegExp(
  `^((?:${OWN_KIND}[-_ ]?)?(?:number|no|id|${SHORT_NAMES})[ \\t]*[:=][ \\t]*)([^\\r\\n]{1,80})$`,
  'gim',
);
const DATA_KEY = new RegExp(
  `^((?:${OWN_KIND}[-_ ]?)?(?:number|${SHORT_NAMES})[ \\t]*:[ \\t]*)([^\\r\\n]{1,80})$`,
  'gim',
);
const TITLE = /^((?:title|name)[ \t]*[:=][ \t]*["']?)([^\r\n]{1,200})$/gim;

/**
 * What a renamed proposal says of its own number: in front matter, in its first heading, and in YAML beside it.
 * @param isYaml whether the whole text is YAML
 */
export function ownNumberEdits(text: string, renaming: Renaming, isYaml: boolean): TextEdit[] {
  const front = isYaml ? text.length : frontMatterEnd(text);
  const head = text.slice(0, front);
  const alone = new RegExp(
    `^(["']?(?:(?:[A-Za-z]+[-_ ])?[A-Za-z]+[-# ]?|#)?)(${digitsOf(renaming)})["']?[ \\t]*(?:#.*)?$`,
  );
  const edits: TextEdit[] = [];
  const keys = [...head.matchAll(isYaml ? DATA_KEY : FRONT_KEY), ...keysIn(head, renaming)];
  const starts = new Set<number>();
  for (const { index, 1: label = '', 2: value = '' } of keys) {
    const [, before = '', number = ''] = alone.exec(value) ?? [];
    if (number === '' || starts.has(index)) continue;
    starts.add(index);
    const start = index + label.length + before.length;
    // A number in YAML is written without zeros where it was; quoted, it is a text.
    const isPlain = before === '' && /^[1-9]/.test(number);
    const written = isPlain ? String(Number(renaming.toNumber)) : asWritten(number, renaming);
    edits.push({ start, end: start + number.length, text: written });
  }
  const titles = [...head.matchAll(TITLE)].flatMap(({ index, 1: label = '', 2: value = '' }) => {
    return leadingNumber(value, index + label.length, renaming) ?? [];
  });
  const inText = isYaml
    ? []
    : [...headingEdits(text, front, renaming), ...ownLabelEdits(text, front, renaming)];
  return [...edits, ...titles, ...inText];
}

function keysIn(head: string, { numberKeys = [] }: Renaming): RegExpExecArray[] {
  if (numberKeys.length === 0) return [];
  const names = numberKeys.map(escapeRegExp).join('|');
  return [
    ...head.matchAll(new RegExp(`^((?:${names})[ \\t]*[:=][ \\t]*)([^\\r\\n]{1,80})$`, 'gm')),
  ];
}

function headingEdits(text: string, front: number, renaming: Renaming): TextEdit[] {
  const [heading] = outline(text);
  if (!heading || heading.start < front) return [];
  const title = text.indexOf(heading.title, heading.start);
  const number = title < 0 ? undefined : leadingNumber(heading.title, title, renaming);
  if (!number) return [];
  const isDraft = !/[1-9]/.test(renaming.fromNumber);
  return [{ ...number, text: (isDraft && renaming.toTitleNumber) || number.text }];
}

/** The number behind a label that means it, in a list or the row of a table before the second heading. */
function ownLabelEdits(text: string, front: number, renaming: Renaming): TextEdit[] {
  const second = outline(text)[1]?.start ?? text.length;
  const labelled = new RegExp(
    `^([ \\t]*(?:[-*+][ \\t]+|\\|[ \\t]*)?(?:\\*\\*|__)?(?:(?:${OWN_KIND}[-_ ]?)?(?:number|no\\.?|id)|${SHORT_NAMES})(?:\\*\\*|__)?[ \\t]*[:|](?:\\*\\*|__)?[ \\t]*(?:[A-Za-z]{1,6}[-# ]?)?)(${digitsOf(renaming)})(?=[ \\t]*(?:\\||$))`,
    'gim',
  );
  return [...text.slice(front, second).matchAll(labelled)].map(
    ({ index, 1: before = '', 2: number = '' }) => {
      const start = front + index + before.length;
      return { start, end: start + number.length, text: asWritten(number, renaming) };
    },
  );
}
