import type { Heading } from '../markdown/heading.ts';
import { type Marker, markerOf, sectionId, withoutMarker } from '../markdown/marker.ts';
import { DEEPEST_HEADING, outline, sectionEnd } from '../markdown/outline.ts';
import { boundaryBefore } from './boundary.ts';

/** A section that a template offers. Offsets are UTF-16 units in the template's text. */
export interface TemplateSection {
  id: string;
  /** The heading's text without the marker. */
  title: string;
  /** What else it was called in earlier templates, the latest first. */
  formerly?: readonly string[];
  /** The section that an earlier template had in its place, where that may have been this one. */
  instead?: string;
  /** Whether the template of today no longer has it. */
  isGone?: boolean;
  level: number;
  marker: Marker;
  /** The template's text under the heading, up to the next heading of any level, trimmed. */
  guidance: string;
  start: number;
  bodyStart: number;
  /** Where the section's own text ends: at the next heading of any level. */
  ownEnd: number;
  /** Where the section ends, its sub-sections included. */
  end: number;
}

const TABLE_OF_CONTENTS = new Set(['table-of-contents', 'contents', 'toc']);
const MAY_BE_CONTENTS = /contents|toc/i;
const CONTENTS_ABROAD =
  /^(?:inhalt(?:sverzeichnis)?|table des matières|sommaire|tabla de contenidos?|contenidos?|[íi]ndice|conteúdo|sumário|目次|目录|目錄|목차|содержание|оглавление|spis treści|inhoud(?:sopgave)?)$/iu;

/**
 * The sections of a template: its headings of level 2 and 3, but for a table of contents; where the sections
 * are headings of level 1, of level 1 and 2.
 */
export function templateSections(text: string): readonly TemplateSection[] {
  const known = prepared.get(text);
  if (known) return known;
  // One template is asked about again and again.
  if (last?.text !== text) last = { text, sections: readSections(text) };
  return last.sections;
}

/** Sections that have been found in a template before the program was run. */
export function prepareSections(
  text: string,
  sections: readonly Omit<TemplateSection, 'guidance'>[],
): void {
  prepared.set(
    text,
    sections.map((each) => ({ ...each, guidance: guidanceIn(text, each) })),
  );
}

/** The sections of a template at every level below its title. */
export function allSections(text: string): readonly TemplateSection[] {
  return readSections(text, DEEPEST_HEADING);
}

/** Whether a heading is that of a table of contents, which is no section. */
export function isTableOfContents(title: string): boolean {
  if (CONTENTS_ABROAD.test(title)) return true;
  return MAY_BE_CONTENTS.test(title) && TABLE_OF_CONTENTS.has(sectionId(title));
}

/** The level of the sections: 1 where several headings have it, and there is more than a title at it. */
export function topLevel(headings: readonly Heading[]): number {
  return headings.filter(({ level }) => level === 1).length > 2 ? 1 : 2;
}

/** Where a section begins with the comment before it that says that it can be left out. */
export function startWithComment(text: string, start: number): number {
  if (!text.includes('<!--')) return start;
  const before = text.slice(Math.max(0, start - COMMENT), start);
  const at = before.lastIndexOf('<!--');
  const isClosed = at >= 0 && /-->\s*$/.test(before.slice(at));
  return isClosed && SAYS_OPTIONAL.test(before.slice(at)) ? start - before.length + at : start;
}

/** The first sentence of a section's guidance, on one line. */
export function firstSentence(guidance: string): string {
  return unmarked(sentencesOf(guidance)[0] ?? '');
}

/**
 * One line that says what a good answer is: the shortest sentence of the guidance, which in practice is the one
 * that asks for something.
 */
export function hintOf(guidance: string): string {
  const [first = '', ...others] = sentencesOf(guidance);
  const hint = others.reduce((short, next) => (next.length < short.length ? next : short), first);
  return unmarked(hint);
}

const prepared = new Map<string, readonly TemplateSection[]>();

let last: { text: string; sections: TemplateSection[] } | undefined;

function readSections(text: string, levels = 1): TemplateSection[] {
  const headings = outline(text);
  const seen = new Map<string, number>();
  const top = topLevel(headings);
  const title = headings.find(({ level }) => level === 1);
  const isTitle = top === 2 || /title|n{3,}|x{4,}|0{3,}|[<{]/i.test(title?.title ?? '');
  return headings.flatMap((heading, index) => {
    const word = sectionId(heading.title);
    const isOther = isTitle && heading === title;
    const isSection = heading.level >= top && heading.level <= top + levels && !isOther;
    if (!isSection || isTableOfContents(heading.title)) return [];
    const times = (seen.get(word) ?? 0) + 1;
    seen.set(word, times);
    // A title that is there again gets a number, so that an id names one section.
    const id = times === 1 ? word : `${word}-${times}`;
    const next = headings[index + 1];
    const ownEnd = Math.max(heading.bodyStart, boundaryBefore(text, next));
    const guidance = guidanceIn(text, { bodyStart: heading.bodyStart, ownEnd });
    const marker = markerOf(heading.title);
    return {
      id,
      title: withoutMarker(heading.title),
      level: heading.level,
      marker:
        marker === 'always' && isSaidOptional(text, heading.start, guidance)
          ? 'applicable'
          : marker,
      guidance,
      start: heading.start,
      bodyStart: heading.bodyStart,
      ownEnd,
      end: endOfSection(text, headings, index),
    };
  });
}

/** Comments and anchors right above the next section belong to that one. */
function endOfSection(text: string, headings: readonly Heading[], index: number): number {
  const end = sectionEnd(headings, index, text.length);
  const next = headings.find(({ start }) => start === end);
  return next ? Math.max(headings[index]?.bodyStart ?? 0, boundaryBefore(text, next)) : end;
}

function guidanceIn(
  text: string,
  { bodyStart, ownEnd }: Pick<TemplateSection, 'bodyStart' | 'ownEnd'>,
): string {
  return text.slice(bodyStart, ownEnd).trim();
}

const SAYS_OPTIONAL =
  /^<!--\s{0,8}(?:(?:this (?:sub-?)?(?:section|element) is |this is an )?optional\b|die(?:s|se|ser|ses) (?:element|abschnitt) ist optional|(?:este|esta) (?:elemento|sección|secção|seção) es? opcional|(?:cet|cette) (?:élément|section) est (?:optionnel|facultati)|このセクションは(?:任意|省略)|(?:本|此|该|該)(?:部分|节|節|章节|章節)?(?:是|为|為)?(?:可选|可選)|(?:этот|данный) (?:раздел|элемент) необязат)/i;

const COMMENT = 200;

function isSaidOptional(text: string, start: number, guidance: string): boolean {
  if (!text.includes('<!--')) return false;
  return SAYS_OPTIONAL.test(guidance.slice(0, COMMENT)) || startWithComment(text, start) < start;
}

function sentencesOf(guidance: string): string[] {
  const prose =
    guidance
      .replace(/<!--|-->/g, ' ')
      .trim()
      .split(/\n#|\n[-*] /)[0] ?? '';
  return (prose.replace(/\s+/g, ' ').match(/(?<![^.?!])[^.?!]+[.?!]+/g) ?? []).map((text) =>
    text.trim(),
  );
}

/** A sentence of Markdown as people are shown it: without marks of emphasis, code and links. */
function unmarked(text: string): string {
  return text
    .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/(\*{1,3}|`+)(?=\S)([^*`]*\S)\1/g, '$2')
    .replace(/(?<![\p{L}\d_])(_{1,3})(?=\S)([^_]*\S)\1(?![\p{L}\d_])/gu, '$2');
}
