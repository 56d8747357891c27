import type { Heading, Outline } from '../../markdown/heading.ts';
import { meaningOf } from '../../titles/section-names.ts';
import { bareSpan, type Field } from '../field.ts';
import { isHole, isNoProposal, isStatus } from '../labels.ts';
import { ABOUT_DOCUMENT } from '../section/status-section.ts';
import { beginsWithNumber, withoutNumber } from './title-number.ts';
import { withoutStatus } from './title-status.ts';

/** The title of a document, without its number: from its head, its first heading, or a label. */
export function headTitle(
  { front, fields }: { front: readonly Field[]; fields: readonly Field[] },
  outline: Outline,
  text: string,
): string | undefined {
  const labelled = fields.find(
    ({ label, value }) =>
      !isNoProposal(value) &&
      // A feature has a name and no sentence.
      (/^title$/i.test(label) || (/^feature(?: name)?$/i.test(label) && !value.includes(','))),
  );
  const inHeading = titleInHtml(text, outline) ?? titleInHeadings(outline);
  const [first] = outline.headings;
  const named = labelled ?? fields.find(({ label }) => /^name$/i.test(label));
  const isOfMeta = first !== undefined && ABOUT_DOCUMENT.test(first.title);
  const isAbove = labelled !== undefined && labelled.line <= (first?.line ?? 0);
  const isSection =
    named !== undefined &&
    inHeading !== undefined &&
    (isAbove || isOfMeta || (named === labelled && meaningOf(inHeading) !== undefined));
  const said =
    front.find(({ label }) => /^(?:title|name)$/i.test(label))?.value ||
    (isSection ? named?.value : undefined) ||
    inHeading ||
    labelled?.value;
  const title = said === undefined ? '' : titleInWords(said);
  return title === '' || isHole(title) ? undefined : withoutNumber(withoutStatus(title));
}

/** The title of a document that has it in HTML, above all other headings. */
export function titleInHtml(text: string, { headings }: Outline): string | undefined {
  if (headings[0]?.level === 1) return undefined;
  const head = text.slice(
    0,
    Math.min(headings[0]?.start ?? LONGEST_BEFORE_TITLE, LONGEST_BEFORE_TITLE),
  );
  if (!/<h1\b/i.test(head)) return undefined;
  const inside = /<h1\b[^<>]*>((?:[^<]|<(?!\/h1))*)<\/h1>/i.exec(head)?.[1] ?? '';
  return (
    inside
      .replace(/<[^<>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim() || undefined
  );
}

/** Whether a first heading is that of a section, as where all sections stand at level 1. */
export function isSectionName({ level, title }: Heading, headings: readonly Heading[]): boolean {
  const isTop = level === 1 && headings.filter((each) => each.level === 1).length < 3;
  return !isTop && (isStatus({ label: title }) || meaningOf(title) !== undefined);
}

/** A title in words: without ids, anchors, images, notes, what struck it out, and escapes. */
function titleInWords(written: string): string {
  const { text } = bareSpan({ text: written, start: 0 });
  if (!/[<{~[\\&\n]/.test(text)) return text;
  const bare = text
    .replace(
      /(?<![ \t])[ \t]*\{[#:][^{}]*\}[ \t]*$|\[\^[^\]]*\]|!\[[^[\]]*\]\([^()]*\)|<a\b[^<>]*>|<\/a>/g,
      '',
    )
    .replace(/~~(?=\S)([^~]*)~~/g, '$1')
    .replace(/^\[([^[\]]*)\]\([^()]*\)/, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&(amp|lt|gt|quot|#39);/g, (entity, name: string) => ENTITIES[name] ?? entity);
  return bare.replace(/\s+/g, ' ').trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
};

const LONGEST_BEFORE_TITLE = 4000;

const FIRST_HEADINGS = 3;

/** The heading that is the title; where it has the number alone, the one right below it. */
function titleInHeadings({ headings, lines }: Outline): string | undefined {
  const heading = headings.find(({ level }) => level === 1) ?? headings[0];
  const numbered = headings.slice(0, FIRST_HEADINGS).find(({ title }) => beginsWithNumber(title));
  const isSection = heading !== undefined && isSectionName(heading, headings);
  const isKnown = heading !== undefined && meaningOf(heading.title) !== undefined;
  if (isSection || (isKnown && numbered)) return numbered?.title;
  if (!heading) return undefined;
  const next = headings[headings.indexOf(heading) + 1];
  const isNumber = /^(?:[A-Za-z]{2,6}[- ]?)?#?\d+$/.test(heading.title);
  const between = lines.slice(heading.line + 1, next?.line);
  const isRightBelow = between.every((line) => line.trim() === '' || /^=+\s*$/.test(line));
  return next && isNumber && isRightBelow && !isSectionName(next, headings)
    ? next.title
    : heading.title;
}
