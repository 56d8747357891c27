import { copied } from '../copied.ts';
import { foldedSpace } from '../folded-space.ts';
import { sectionCalled } from './section-names.ts';

/** A title as it is compared with others: in lower-case words, without markup, numbering and what is put beside it. */
export interface TitleForms {
  /** Without marker, with white space folded. */
  exact: string;
  /** Lower-case words: inline markup, ids, footnotes, numbering, markers, punctuation and `&` folded away. */
  normal: string;
  /** The normal form without spaces, and its digits. */
  packed: string;
  digits: string;
  /** What the section is by its usual names, and whether it can be no other. */
  meaning: string | undefined;
  isOwn: boolean;
  /** The normalised halves of a title that is written in two scripts (`测试计划（Test Plan）`), else empty. */
  halves: readonly string[];
  /** The normalised parts of a title that joins several (`Drawbacks / Alternatives`), else empty. */
  parts: readonly string[];
  /** The normalised words before a delimiter (`Design Details: overview`), if there is one. */
  head: string | undefined;
}

const MOST_NAMES = 10_000;
const names = new Map<string, TitleForms>();

/** The forms of a title; remembered, since a document's titles are compared with many others. */
export function titleForms(title: string): TitleForms {
  const known = names.get(title);
  if (known) return known;
  if (names.size > MOST_NAMES) names.clear();
  const own = copied(title);
  const name = analyse(own);
  names.set(own, name);
  return name;
}

/** The words of a title that is nothing else, in lower case; undefined where there is more to it. */
export function plainWords(title: string): string | undefined {
  const isPlain =
    /^[a-z]+(?: [a-z0-9]+)*$/i.test(title) &&
    !/ (?:and|und|et|y|e|oraz|vs|of|to|for) |^(?:[ivxlc]+|section|part|chapter|step|appendix) /i.test(
      title,
    );
  return isPlain ? title.toLowerCase() : undefined;
}

export function digitsIn(words: string): string {
  return words.match(/\d+/g)?.join('') ?? '';
}

/** Whether two titles are the same but for case, punctuation and markup. */
export function isSameTitle(one: string, other: string): boolean {
  return one === other || titleForms(one).normal === titleForms(other).normal;
}

/** What the section is that has this normalised name; undefined where it may be several or is not known. */
export function ownMeaning(normal: string): string | undefined {
  const called = sectionCalled(normal);
  return called?.isOwn ? called.meaning : undefined;
}

/** The number that a title begins with, such as `3` or `2.1`; undefined where it has none. */
export function numberOfTitle(title: string): string | undefined {
  return /^\s*(\d{1,3}(?:\.\d+)*)[.):]?\s/.exec(title)?.[1];
}

/** Whether a title begins with what counts it among others: `2.`, `IV.`, `B.`, `第三章`. */
export function isNumberedTitle(title: string): boolean {
  return TITLE_NUMBER.test(title);
}

const WORDS_OF_NO_SECTION =
  /[[(]\s*(?:optional|if applicable|if required|omitted|required|mandatory|recommended)\s*[\])]|^(?:optional|todo|wip):\s+/giu;

const OF_THIS =
  /(?<!\s)\s+(?:of|to|for)\s+(?:this|the|our)\s+(?:proposal|kep|rfc|adr|enhancement|change|feature)$/i;

/** `2.2 Goals`, `(2) Goals`, `A.2 Goals`, `VII. Goals`, `a) Goals`, `§ 3 Goals`, `Section 3: Goals`, `第三章 …`, `一、…`; no year */
const TITLE_NUMBER =
  /^\s*(?:(?:section|part|chapter|step|appendix|no\.|§|#)\s*)?(?:\(?(?:[a-z]\.)?\d{1,3}(?:\.\d+)*\uFE0F?\u20E3?(?:\\?[.):])*\s+|[ivxlc]+(?:[.):]|\s+[–—-])\s+|[IVX]{2,}\s+|[a-z][.):]\s+|第?[一二三四五六七八九十\d]+[、．.章节節]\s*)/i;

const DELIMITER = /^(.+?)(?::| [-–—] |[([（：【])/;
const JOINT =
  /(?<!\s)\s*[/,+、／，·]\s*|(?<!\s)\s+(?:&|vs\.?|\(?and(?: their| its)?|und|et|y|e|и|oraz)\s+/i;
const HALF = /[()（）[\]【】/／|｜·:：]|\s[-–—]\s/u;

function analyse(title: string): TitleForms {
  const exact = foldedSpace(
    /[[(]|^(?:optional|todo|wip):/i.test(title) ? title.replace(WORDS_OF_NO_SECTION, '') : title,
  );
  const words = plainWords(exact);
  if (words !== undefined) return formsOf(exact, words, ONE_NAME);
  const text = plainText(exact);
  const normal = normaliseTitle(text);
  const parts = text.split(JOINT).map(normaliseTitle).filter(Boolean);
  const head = normaliseTitle((DELIMITER.exec(text)?.[1] ?? text).replace(OF_THIS, ''));
  const id = normaliseTitle(/\{\s*:?\s*#([\w-]+)[^{}]*\}\s*$/.exec(title)?.[1] ?? '');
  return formsOf(exact, normal, {
    halves: id === '' || id === normal ? halvesOf(text) : [normal, id],
    parts: parts.length > 1 ? parts : [],
    head: head === '' || head === normal ? undefined : head,
  });
}

type Composition = Pick<TitleForms, 'halves' | 'parts' | 'head'>;

const ONE_NAME: Composition = { halves: [], parts: [], head: undefined };

function formsOf(exact: string, normal: string, { halves, parts, head }: Composition): TitleForms {
  const called = sectionCalled(normal);
  return {
    exact,
    normal,
    packed: normal.replaceAll(' ', ''),
    digits: digitsIn(normal),
    meaning: called?.meaning,
    isOwn: called?.isOwn ?? false,
    halves,
    parts,
    head,
  };
}

/** Either half is the name where they are written in two scripts; in one, what is beside the name explains it. */
function halvesOf(text: string): string[] {
  if (!/[^\0-\x7f]/.test(text)) return [];
  const halves = text.split(HALF).map(normaliseTitle).filter(Boolean);
  if (halves.length === 1) {
    // Without a mark between them, only where both mean the same.
    const [, one = '', other = ''] =
      /^(\P{Script=Latin}+?) ([\p{Script=Latin} ]+)$/u.exec(halves[0] ?? '') ??
      /^([\p{Script=Latin} ]+?) (\P{Script=Latin}+)$/u.exec(halves[0] ?? '') ??
      [];
    const meaning = ownMeaning(one);
    return meaning !== undefined && meaning === ownMeaning(other) ? [one, other] : [];
  }
  const isLatin = (half: string) => /^[\p{Script=Latin}\d ]+$/u.test(half);
  return halves.length === 2 && halves.filter(isLatin).length === 1 ? halves : [];
}

function plainText(title: string): string {
  const spelled = /&|[^\0-\x7f]/.test(title) ? withoutEntities(title).normalize('NFKC') : title;
  const text = /[{[<:]/.test(spelled) ? withoutMarkup(spelled) : spelled;
  return text
    .replace(/^[\s*_]+/, '')
    .replace(TITLE_NUMBER, '')
    .trim();
}

function withoutEntities(title: string): string {
  return title.replace(/&(?:nbsp|#160|emsp|ensp);/g, ' ').replace(/&amp;/g, '&');
}

function withoutMarkup(title: string): string {
  return title
    .replace(/(?<!\s)\s*\{[:#.][^{}]*\}\s*$/, '')
    .replace(/\[\^[^[\]]*\]|<sup>[^<>]*<\/sup>/gi, '')
    .replace(/<[^<>]*>/g, '')
    .replace(/!\[[^[\]]*\]\([^()]*\)|:[a-z][\w+-]*:/g, '')
    .replace(/!?\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])/g, '$1');
}

function normaliseTitle(text: string): string {
  const lower = text.toLowerCase();
  const spelled = lower.includes('&') ? lower.replace(/&(?:amp;)?/g, ' and ') : lower;
  const words = /^[ -~]*$/.test(spelled)
    ? spelled.match(/[a-z0-9]+/g)
    : spelled
        .replace(/[\u0307\uFE0F]/g, '')
        .normalize('NFKC')
        .match(/[\p{L}\p{M}\p{N}]+/gu);
  return words?.join(' ') ?? '';
}
