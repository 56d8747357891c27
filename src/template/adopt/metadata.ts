import { type Edit, orElse } from './parts.ts';
import { dateEdit, isPlaceholder, numberEdit } from './placeholders.ts';

/** What a document says about itself, by the label that it has there. */
const KINDS = {
  title: /^(?:title|(?:feature|proposal|rfc|kep|enhancement|adr)[-_ ]?(?:name|title)|name)$/i,
  number:
    /^(?:(?:kep|rfc|adr|gep|eip|enhancement|proposal)[-_ ]?)?(?:number|no\.?|id)$|^(?:kep|rfc|adr|[a-z]ep|[a-z]ip)$/i,
  date: /date|created|updated/i,
  author: /^(?:authors?(?:\(s\))?|proposers?|proposed by)$/i,
  area: /^(?:owning-sig|area|sig)$/i,
} as const;

/** The pull request or issue of the proposal itself, where proposals are numbered by those. */
const OWN_REQUEST = /^(?:rfc|kep|proposal|adr|enhancement)[-_ ](?:pr|pull request|issue)$/i;

/** A label with its value, and where the value stands. */
interface Labelled {
  label: string;
  value: string;
  start: number;
}

/**
 * The places for title, number, dates, author and area in YAML: a companion such as `kep.yaml`, or front
 * matter. Comments behind a value stay.
 *
 * @param start where the text stands in its document
 */
export function yamlEdits(text: string, start = 0): Edit[] {
  const lines = [...text.matchAll(/^([\w-]+):[ \t]+(\S[^\r\n]*?)(?:[ \t]+#[^\r\n]*)?[ \t]*$/gm)];
  const edits = lines.flatMap(({ index, 0: line, 1: label = '', 2: value = '' }) => {
    const at = start + index + line.indexOf(value, label.length + 1);
    return yamlEdit({ label, value, start: at }) ?? [];
  });
  return [...edits, ...authorLists(text, start)];
}

function yamlEdit({ label, value, start }: Labelled): Edit | undefined {
  const whole = (name: string, code: string): Edit => ({
    start,
    end: start + value.length,
    parts: orElse(name, code, value),
  });
  if (KINDS.title.test(label))
    return label === 'name' ? undefined : whole('title', '{{titleInYaml}}');
  if (KINDS.number.test(label)) {
    const isAngled = /^<[^<>]*>$/.test(value);
    // YAML reads leading zeros as octal.
    const code = /^["']/.test(value) ? '{{number}}' : '{{pad number 1}}';
    return isAngled ? whole('number', code) : numberEdit(value, start, { takesZeros: true, code });
  }
  if (KINDS.date.test(label)) return dateEdit(value, start);
  if (KINDS.author.test(label)) return whole('author', '{{authorInYaml}}');
  return KINDS.area.test(label) && /xxx|xyz|<|tbd/i.test(value)
    ? whole('area', '{{area}}')
    : undefined;
}

/** Lists of authors: one item takes the place of the template's examples. */
function authorLists(text: string, start: number): Edit[] {
  const lists = text.matchAll(/^authors?:[ \t]*(\r?\n)((?:[ \t]*-[ \t]+[^\r\n]*(?:\r?\n|$))+)/gm);
  return [...lists].map(({ index, 0: whole, 1: eol = '', 2: items = '' }) => {
    const at = start + index + whole.length - items.length;
    const [bullet = ''] = /^[ \t]*-[ \t]+/.exec(items) ?? [];
    const end = items.endsWith('\n') ? eol : '';
    return {
      start: at,
      end: at + items.length,
      parts: orElse('author', `${bullet}{{authorInYaml}}${end}`, items),
    };
  });
}

/**
 * The places in lines of a document's text such as `- Start Date: (today)`, `**Author:** @jane` or a row
 * of a table.
 *
 * @param prose the document, code and comments blanked out
 */
export function labelledEdits(document: string, prose: string): Edit[] {
  const line =
    /^[ \t]*(?:[-*+][ \t]+|\|[ \t]*)?(?:\*\*|__)?([A-Za-z][\w ()/.-]{0,30}?)(?:\*\*|__)?(?:[ \t]*:(?:\*\*|__)?[ \t]*|[ \t]*\|[ \t]*)([^\r\n|]*?)[ \t]*\|?[ \t]*$/gm;
  return [...prose.matchAll(line)].flatMap(({ index, 0: text, 1: label = '', 2: blanked = '' }) => {
    const start = index + text.lastIndexOf(blanked);
    // The value as it is written, code spans included.
    const value = document.slice(start, start + blanked.length).trimEnd();
    return labelledEdit({ label: label.trim(), value, start }) ?? [];
  });
}

function labelledEdit({ label, value, start }: Labelled): Edit | undefined {
  const whole = (name: string, code: string): Edit => ({
    start,
    end: start + value.length,
    parts: orElse(name, code, value),
  });
  if (KINDS.date.test(label)) return dateEdit(value, start);
  if (KINDS.number.test(label)) return numberEdit(value, start, { takesZeros: true });
  if (OWN_REQUEST.test(label)) return undefined;
  if (value === '' || !isPlaceholder(value)) return undefined;
  if (KINDS.title.test(label)) {
    return /ident|`[a-z]+_[a-z_]+`/.test(value)
      ? whole('title', '`{{slugWithUnderscores}}`')
      : whole('title', '{{title}}');
  }
  return KINDS.author.test(label) ? whole('author', '{{author}}') : undefined;
}

/** All zeros in a line about the proposal's own pull request, where that is its number. */
export function ownRequestEdits(prose: string): Edit[] {
  const line =
    /^[ \t]*(?:[-*+][ \t]+)?(?:\*\*|__)?([A-Za-z][\w -]{0,30}?)(?:\*\*|__)?[ \t]*:[^\r\n]*$/gm;
  return [...prose.matchAll(line)].flatMap(({ index, 0: text, 1: label = '' }) => {
    if (!OWN_REQUEST.test(label)) return [];
    const zeros = text.matchAll(/(?<!\d)(?:0{3,}|N{3,})(?!\w)/g);
    return [...zeros].map(({ index: at, 0: hole }) => ({
      start: index + at,
      end: index + at + hole.length,
      parts: orElse('number', '{{number}}', hole),
    }));
  });
}
