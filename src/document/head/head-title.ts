import type { Heading, Outline } from '../markdown/heading.ts';
import { meaningOf } from '../titles/section-names.ts';
import { bareSpan, type Field } from './field.ts';
import { isLeftOpen, isNoProposal, isStatus } from './labels.ts';
import { withoutNumber } from './title-number.ts';

/** The title of a document, without its number: from its head, its first heading, or a label. */
export function headTitle(
  { front, fields }: { front: readonly Field[]; fields: readonly Field[] },
  outline: Outline,
): string | undefined {
  const labelled = fields.find(
    ({ label, value }) =>
      !isNoProposal(value) &&
      // A feature has a name and no sentence.
      (/^title$/i.test(label) || (/^feature(?: name)?$/i.test(label) && !value.includes(','))),
  );
  const inHeading = titleInHeadings(outline);
  const isSection =
    labelled !== undefined && inHeading !== undefined && meaningOf(inHeading) !== undefined;
  const said =
    front.find(({ label }) => /^(?:title|name)$/i.test(label))?.value ||
    (isSection ? labelled?.value : undefined) ||
    inHeading ||
    labelled?.value;
  const title = said === undefined ? '' : bareSpan({ text: said, start: 0 }).text;
  return title === '' || isLeftOpen(title) ? undefined : withoutNumber(title);
}

/** Whether a first heading is that of a section, as where all sections stand at level 1. */
export function isSectionName({ level, title }: Heading, headings: readonly Heading[]): boolean {
  const isTop = level === 1 && headings.filter((each) => each.level === 1).length < 3;
  return !isTop && (isStatus({ label: title }) || meaningOf(title) !== undefined);
}

/** The heading that is the title; where it has the number alone, the one right below it. */
function titleInHeadings({ headings, lines }: Outline): string | undefined {
  const heading = headings.find(({ level }) => level === 1) ?? headings[0];
  if (!heading || isSectionName(heading, headings)) return undefined;
  const next = headings[headings.indexOf(heading) + 1];
  const isNumber = /^(?:[A-Za-z]{2,6}[- ]?)?#?\d+$/.test(heading.title);
  const between = lines.slice(heading.line + 1, next?.line);
  const isRightBelow = between.every((line) => line.trim() === '' || /^=+\s*$/.test(line));
  return next && isNumber && isRightBelow && !isSectionName(next, headings)
    ? next.title
    : heading.title;
}
