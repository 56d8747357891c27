import { type Heading, parentOf } from '../markdown/heading.ts';
import { outlineOfPart } from '../markdown/outline.ts';
import type { Doubt } from '../sections/add-section-result.ts';
import { numberOfTitle } from '../titles/title-forms.ts';

/**
 * The number for a heading at a place: its own where that is free and goes with the heading around it, else the one
 * behind the last heading there.
 * @param number as the template has it, such as `3.2`
 * @returns undefined where the headings behind the place would need other numbers, or none is certain
 */
export function fittingNumber(
  number: string,
  headings: readonly Heading[],
  { before, level }: { before: number; level: number },
): string | undefined {
  const numbers = headings.map(({ title }) => numberOfTitle(title));
  const isFree = (wanted: string) => !numbers.includes(wanted);
  const around = parentOf(headings, before, level) ?? -1;
  const outer = number.includes('.') ? numbers[around] : undefined;
  const isOfOuter = (wanted: string) => outer === undefined || outerPart(wanted) === outer;
  if (isFree(number) && isOfOuter(number)) return number;
  if (headings[before]?.level === level && numbers[before] !== undefined) return undefined;
  const last = headings.findLastIndex(
    (each, at) => each.level === level && at > around && at < before,
  );
  const next = last < 0 ? outer && `${outer}.1` : numbers[last] && numberAfter(numbers[last]);
  const isLike = next?.split('.').length === number.split('.').length;
  return next !== undefined && isLike && isOfOuter(next) && isFree(next) ? next : undefined;
}

/**
 * A title with the number that goes with those around it: with none where no heading below the first has one. A number
 * that does not go with them is a doubt about the place.
 */
export function titleAmong(
  headings: readonly Heading[],
  title: string,
  { place, body }: { place: { before: number; level: number; doubts: Doubt[] }; body: string },
): string {
  const number = numberOfTitle(title);
  if (number === undefined) return title;
  const isNumbered = headings.slice(1).some((each) => numberOfTitle(each.title) !== undefined);
  if (!isNumbered)
    return title.slice(title.indexOf(number) + number.length).replace(/^[.):]?\s+/, '');
  const fitting = fittingNumber(number, headings, place);
  // The headings in its text have numbers that go with its own.
  const isBound = outlineOfPart(body).headings.some((each) => numberOfTitle(each.title));
  const isFitting = fitting !== undefined && (fitting === number || !isBound);
  const others = place.doubts.filter((doubt) => doubt !== 'number-used');
  place.doubts = isFitting ? others : [...others, 'number-used'];
  return isFitting ? title.replace(number, fitting) : title;
}

function outerPart(number: string): string {
  return number.slice(0, Math.max(0, number.lastIndexOf('.')));
}

function numberAfter(number: string): string {
  const parts = number.split('.');
  return [...parts.slice(0, -1), String(Number(parts.at(-1)) + 1)].join('.');
}
