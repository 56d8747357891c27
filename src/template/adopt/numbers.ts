import { LONG_NAMES, OWN_NAMES, RELATION_WORDS, SHORT_FORMS } from '../../words/proposal-words.ts';
import { type Edit, orElse } from './handlebars.ts';
import { KINDS, LONGEST_METADATA_LINE } from './metadata/labels.ts';
import { labelled, OWN_REQUEST } from './metadata/metadata.ts';
import { NUMBER } from './placeholders.ts';

const OWN_LABELS = [
  KINDS.number,
  KINDS.title,
  OWN_REQUEST,
  /issue|pull|tracking|link|url|branch|file|^(?:proposal|enhancement|decision|record)$/i,
];

/** What stands for the rest of the own name, behind its number. */
const NAME_BEHIND =
  /^-(?:file-?name|title|slug|name|short-?(?:name|title)|my-[a-z-]+)(?=[.)/`\s]|$)/i;

/**
 * Numbers yet to come in the text, but for those of related proposals and of other things. In the address of an issue
 * they are the proposal's only if it is numbered by it.
 * @param title the heading that is the title, which may say what proposals are called
 */
export function numberEdits(
  prose: string,
  { front, isAssigned, title }: { front: number; isAssigned: boolean; title: string | undefined },
): Edit[] {
  const family = title === undefined ? undefined : familyIn(title);
  const relations = relationSections(prose);
  return [...prose.matchAll(new RegExp(NUMBER.source, 'g'))].flatMap(({ index, 0: hole }) => {
    const end = index + hole.length;
    const [name = ''] = NAME_BEHIND.exec(prose.slice(end, end + 60)) ?? [];
    const near = prose.slice(Math.max(0, index - 16), index);
    const isRequest = /(?:issues?|pull|merge_requests|#)\/?$/.test(near);
    const isRelated = relations.some(({ from, to }) => from <= index && index < to);
    const isMeant = isRequest
      ? isAssigned && !isAfterRelation(prose, index)
      : isOwnNumberAt(prose, { start: index, end }, { family, name });
    if (index < front || isRelated || !isMeant) return [];
    const code = name === '' ? '{{number}}' : '{{number}}-{{slug}}';
    return { start: index, end: end + name.length, parts: orElse('number', code, hole + name) };
  });
}

/**
 * The own number in what is no prose: between quotes, in an id and in an address, behind the letters that stand before it
 * in the title (`{#rfc-0000}`, `badge/RFC-0000-blue`), and as the value of a variable that is called so.
 */
export function quotedNumberEdits(
  document: string,
  {
    front,
    title = '',
    width,
  }: { front: number; title: string | undefined; width: number | undefined },
): Edit[] {
  const code = width === undefined ? '{{number}}' : `{{pad number ${width}}}`;
  const [, word = '', hole = ''] =
    /(?<!\p{L})(\p{L}{2,8})[-_ ](0{3,}|N{3,}|X{4,})/u.exec(title) ?? [];
  const named =
    word === ''
      ? []
      : [
          ...document.matchAll(
            new RegExp(
              `(?<=["'#/=]${word}[-_])${hole}(?![\\p{L}\\p{N}])|(?<=\\[${word}[-_])${hole}(?=\\]\\([^()\\s]{0,200}[/=]${word}[-_]${hole})`,
              'giu',
            ),
          ),
        ];
  const set = [...document.matchAll(SET_NUMBER), ...document.matchAll(LABEL_NUMBER)];
  return [...named, ...set].flatMap(({ index, 0: own }) =>
    index < front || RELATION_WORDS.test(restOfLineBefore(document, index))
      ? []
      : { start: index, end: index + own.length, parts: orElse('number', code, own) },
  );
}

/** A label of MyST above the title: `(NEPXX)=`. */
const LABEL_NUMBER = /(?<=^\([A-Za-z]{2,8}[-_]?)(?:X{1,4}|N{2,4}|0{2,4})(?=\)=[ \t]*\r?$)/gm;

/** `{% set rfcid = "RFC-0000" %}` */
const SET_NUMBER = new RegExp(
  `(?<=\\b(?:${OWN_NAMES})[-_]?(?:id|number|no)[ \\t]{0,8}=[ \\t]{0,8}["'](?:[A-Za-z]{2,8}[-_])?)(?:0{3,}|N{3,})(?=["'])`,
  'gi',
);

function relationSections(prose: string): { from: number; to: number }[] {
  const headings = [...prose.matchAll(/^#{2,6}[ \t][^\n]*$/gm)];
  return headings.flatMap(({ index, 0: heading }, at) =>
    RELATION_WORDS.test(heading) ? { from: index, to: headings[at + 1]?.index ?? Infinity } : [],
  );
}

/** What proposals are called before their number in a title, in lower case. */
function familyIn(title: string): string | undefined {
  const hole = NUMBER.exec(title);
  return hole ? wordBefore(title.slice(0, hole.index)) : undefined;
}

/**
 * Whether a number is the proposal's own: its line says so in a label or names what proposals are called before it, or
 * has nothing else. `CVE-2024-XXXX` is another's.
 */
function isOwnNumberAt(
  prose: string,
  { start, end }: { start: number; end: number },
  { family, name }: { family: string | undefined; name: string },
): boolean {
  const before = restOfLineBefore(prose, start);
  if (RELATION_WORDS.test(before)) return false;
  const [behind = ''] = /^[^\n]*/.exec(prose.slice(end, start + LONGEST_METADATA_LINE)) ?? [];
  const word = wordBefore(before) ?? '';
  const isNamed = word === family || OWN_WORDS.test(word) || (!family && SHORT_FAMILY.test(word));
  const found = labelled(before + prose.slice(start, end) + behind);
  if (found && before.length >= found.start) {
    const isTicket = TICKET_LABEL.test(found.label) && /\p{L}-$/u.test(before) && !isNamed;
    return OWN_LABELS.some((pattern) => pattern.test(found.label)) && !isTicket;
  }
  if (isNoValue(before, found !== undefined)) return false;
  const isFile = name !== '' || (before.endsWith('/') && /^\.[a-z]/.test(behind));
  return isNamed || (isFile ? isInOwnFolder(before, family) : isAllOfCell(before, behind));
}

/** Whether a number stands before a label, or in a quote, whose words explain what is to be done. */
function isNoValue(before: string, isLabelled: boolean): boolean {
  return (isLabelled && !/^[ \t]*\|/.test(before)) || /^[ \t]*>/.test(before);
}

function isAfterRelation(prose: string, at: number): boolean {
  return RELATION_WORDS.test(restOfLineBefore(prose, at));
}

function restOfLineBefore(prose: string, at: number): string {
  const near = prose.slice(Math.max(0, at - LONGEST_METADATA_LINE), at);
  return near.slice(near.lastIndexOf('\n') + 1);
}

/** Whether a file lies in no folder of another kind of proposals. */
function isInOwnFolder(before: string, family: string | undefined): boolean {
  const folder = /(?<!\w)(\w+)\/$/.exec(before)?.[1]?.toLowerCase().replace(/s$/, '');
  return (
    folder === undefined || folder === family || family === undefined || !SHORT_FAMILY.test(folder)
  );
}

function isAllOfCell(before: string, behind: string): boolean {
  const [cell = ''] = before.split('|').slice(-1);
  return !/[\p{L}\p{N}]|[-/]$/u.test(cell) && /^[*_\])}\s]*(?:[|:.]|$)/.test(behind);
}

function wordBefore(text: string): string | undefined {
  return /(?<!\p{L})(\p{L}+)(?<![- _#[({<])[- _#[({<]*$/u.exec(text)?.[1]?.toLowerCase();
}

const OWN_WORDS = new RegExp(`^(?:${LONG_NAMES}|number|no|nr)s?$`);
const SHORT_FAMILY = new RegExp(`^(?:${SHORT_FORMS})$`);
const TICKET_LABEL = /issue|tracking|ticket|link|url/i;
