import type { Heading } from '../../document/markdown/heading.ts';
import { anchorOf } from '../../document/markdown/heading-anchor.ts';
import { DATE_FORM } from './date-forms.ts';
import { type Edit, orElse, type Part } from './handlebars.ts';
import { dateEdit, NUMBER } from './placeholders.ts';
import { explanations } from './title-explanations.ts';

const WAITS =
  /title|template|\byour\b|\bmy\b|[<{[][^<>{}[\]]+[>}\]]|n{3,}|x{4,}|0{3,}|\bname\b|\bneat\b/i;

/** What stands before the title in a heading: `KEP-NNNN: `, `RFC 0000 - `, `ADR: `. */
const TITLE_PREFIX =
  /^(?:\[?(?:\p{L}{1,40}[-# ]{0,2}|#)?(?:N{3,}|X{3,}|0{3,}|#{3,}|(?<=[A-Za-z]{2}[-# ]{1,2})[NX]|(?<=[A-Za-z]{2}[-# ]{0,2})\d{3,}(?=:)|N(?=[.)]\s)|NUMBER|[<[{](?:[^<>[\]{}]*(?:number|nummer|n[úu]mero|num[ée]ro|numer|номер|编号|序号|編號|番号|번호)|n|nr|no\.?)[>\]}])\]?(?:\s*[:.)|–—-]*\s+|\s*[：、．]\s*)|(?!TODO|TBD|FIXME|WIP)[A-Z]{2,5}:\s+|(?:proposal|enhancement|decision|record)s?:\s+)/iu;

const HEADING_ID = /(?<![ \t])[ \t]*\{#[^{}]*\}[ \t]*$/;

/** The heading that is the document's title, if it has one. */
export function titleHeading(headings: readonly Heading[]): Heading | undefined {
  const all = headings.filter(({ level }) => level === 1);
  const [first, ...others] = all;
  if (!first) return headings.find((heading, index) => index === 0 && isAloneOnTop(heading));
  // Of several, one that says so is the title, also behind pages on how to write a proposal.
  const named =
    others.length > 0 ? all.find(({ title }) => /^\W*(?:[a-z]+ )?title\b/i.test(title)) : undefined;
  return named ?? (others.length === 0 || WAITS.test(first.title) ? first : undefined);
}

/** Whether a heading says that something else is to be written there. */
export function waits({ title }: Heading): boolean {
  return WAITS.test(title);
}

/**
 * The title in its heading, what explains it below taken out, and the entry of a table of contents.
 * @param form how titles are written here, where the template does not say it
 */
export function titleEdits(
  document: string,
  heading: Heading,
  { width, form }: { width?: number | undefined; form?: string | undefined } = {},
): Edit[] {
  const text = heading.title.replace(HEADING_ID, '');
  const at = document.indexOf(text, heading.start);
  if (text === '') return emptyHeading(document, heading);
  if (at < 0 || at >= heading.bodyStart) return [];
  const own = titleParts(text, width);
  const isNumbered = own.some((part) => 'code' in part && /\bnumber\b/.test(part.code));
  const asOthers = form !== undefined && (!isNumbered || text.startsWith('['));
  const parts = asOthers ? titleParts(form, width) : own;
  return [
    { start: at, end: at + text.length, parts },
    ...explanations(document, heading),
    ...contentsEntry(document, heading, width),
  ];
}

/**
 * The title where nothing waits for it: in a first line that says that it is the title, or in a heading above all
 * that stands below the front matter.
 */
export function addedTitle(document: string, front: number, eol: string): Edit {
  const [line = ''] = /^(?:[ \t]*\r?\n)*[^\r\n]*/.exec(document.slice(front)) ?? [];
  const text = line.trim();
  if (/^(?:[A-Z]{2,6}[:\s-]+)?\W{0,3}title\W{0,3}$/i.test(text)) {
    const start = front + line.length - line.trimStart().length;
    return { start, end: start + text.length, parts: titleParts(text, undefined) };
  }
  const start = front + (/^(?:[ \t]*\r?\n)*/.exec(document.slice(front))?.[0].length ?? 0);
  const code = `{{#if title}}# {{title}}${eol}${eol}{{/if}}`;
  return { start, end: start, parts: [{ code }] };
}

/**
 * The title in a value between quotes that has the number before it, as in `'ADR000: [TITLE]'`.
 * @param value with its quotes
 * @returns undefined where it has none
 */
export function numberedTitleParts(value: string): Part[] | undefined {
  const [, quote = '', inside = ''] = /^(["'])(.*)\1$/.exec(value) ?? [];
  const prefix = TITLE_PREFIX.exec(inside)?.[0] ?? '';
  if (!HOLE.test(prefix) && !NUMBER.test(prefix)) return undefined;
  const code = quote === '"' ? '{{titleWithinQuotes}}' : '{{titleWithinApostrophes}}';
  const title = orElse('title', code, inside.slice(prefix.length));
  return [{ text: quote }, ...prefixParts(prefix, undefined), ...title, { text: quote }];
}

/** The title behind the mark of a heading that says nothing. */
function emptyHeading(document: string, { start }: Heading): Edit[] {
  const [, mark = '', blank = ''] = /^(#+)([ \t]*)/.exec(document.slice(start)) ?? [];
  const at = start + mark.length;
  return [{ start: at, end: at + blank.length, parts: orElse('title', ' {{title}}', blank) }];
}

/** A heading of another level, such as one underlined with hyphens, that says before all others that it is the title. */
function isAloneOnTop({ title }: Heading): boolean {
  return /^\W*(?:[a-z]+ ){0,3}title\W*$/i.test(title);
}

function titleParts(title: string, width: number | undefined): Part[] {
  const day = DAY_BEFORE_TITLE.exec(title)?.[0];
  if (day !== undefined) return [...dayParts(day), ...titleParts(title.slice(day.length), width)];
  const signs = /^(?:\p{So}|\uFE0F|\u200D){1,8}\s+/u.exec(title)?.[0] ?? '';
  const numbered = TITLE_PREFIX.exec(title.slice(signs.length))?.[0] ?? '';
  const prefix = numbered === '' ? '' : signs + numbered;
  const rest = title.slice(prefix.length);
  // Words before a bracket that is all that waits belong to the heading: `Feature Specification: [FEATURE NAME]`.
  const kept = LEADS_TO_BRACKET.exec(rest)?.[0] ?? '';
  const sign = /^(?:\p{So}|\uFE0F|\u200D){1,8}\s+(?=[<[{][^<>[\]{}]+[>\]}])/u.exec(rest)?.[0] ?? '';
  const lead = kept || sign;
  const behind = KIND_BEHIND.exec(rest)?.[0] ?? '';
  const waiting = rest.slice(lead.length, rest.length - behind.length);
  return [
    ...prefixParts(prefix, width),
    ...(lead === '' ? [] : [{ text: lead }]),
    ...orElse('title', '{{title}}', waiting),
    ...(behind === '' ? [] : [{ text: behind }]),
  ];
}

const DAY_BEFORE_TITLE = new RegExp(`^(?:${DATE_FORM})[\\s:–—-]+(?=\\S)`, 'i');

function dayParts(text: string): Part[] {
  const [sign = ''] = /(?<![\s:–—-])[\s:–—-]+$/.exec(text) ?? [];
  const edit = dateEdit(text.slice(0, text.length - sign.length), 0);
  return [...(edit?.parts ?? []), { text: sign }];
}

const LEADS_TO_BRACKET =
  /^(?:[^<>[\]{}]{2,60}[:：–—-]|\[[A-Za-z][\w ]{0,20}\]:?)\s*(?=[<[{][^<>[\]{}]+[>\]}]$)/u;

/** What a document is called behind its title: `<Project name> Design Doc`. */
const KIND_BEHIND =
  /(?<=^[<[{][^<>[\]{}]+[>\]}])(?: (?:technical|system|product|design|architecture|requirements|doc|docs|document|rfc|adr|prd|spec|specification|proposal|overview))+$/i;

/** A number in the prefix of a title that is not written out: in brackets, as zeros, or as the template's own. */
const HOLE = /[<[{][^<>[\]{}]+[>\]}]|0{3,}(?!\d)|N{3,}|X{3,}|#{3,}|\b[NX]\b|\d{3,}/i;

function prefixParts(prefix: string, width: number | undefined): Part[] {
  const hole = NUMBER.exec(prefix) ?? HOLE.exec(prefix);
  if (!hole) return [{ text: prefix }];
  return [
    { text: prefix.slice(0, hole.index) },
    ...orElse('number', width === undefined ? '{{number}}' : `{{pad number ${width}}}`, hole[0]),
    { text: prefix.slice(hole.index + hole[0].length) },
  ];
}

function contentsEntry(document: string, { title }: Heading, width: number | undefined): Edit[] {
  const entry = `[${title}](#${anchorOf(title)})`;
  const start = document.indexOf(entry);
  if (start < 0) return [];
  const prefix = TITLE_PREFIX.exec(title)?.[0] ?? '';
  const address = anchorOf(prefix).replace(/n{3,}|x{4,}|0{3,}|number/, '{{number}}');
  const label = titleParts(title, width);
  return [
    { start: start + 1, end: start + 1 + title.length, parts: label },
    {
      start: start + title.length + 4,
      end: start + entry.length - 1,
      parts: orElse('title', `${address}{{titleAnchor}}`, anchorOf(title)),
    },
  ];
}
