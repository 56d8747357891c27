import { distance } from 'fastest-levenshtein';
import { isSwapped } from '../../words/did-you-mean.ts';
import { type Alignment, isSure } from '../alignment/align.ts';
import { isInOwnPart } from '../alignment/own-part.ts';
import { replaceComments } from '../markdown/comments.ts';
import { type Heading, parentOf } from '../markdown/heading.ts';
import { markerOf } from '../markdown/marker.ts';
import { hasSameWords } from '../titles/likeness.ts';
import { titleForms } from '../titles/title-forms.ts';
import type { Lineage } from '../upgrade/versions/lineage.ts';
import type { Finding } from './finding.ts';

/**
 * What is to be said of the headings of a document: twice there, with a marker, misspelled, or at another level.
 * @param near what {@link misspelledShort} says of them
 */
export function headingFindings(
  headings: readonly Heading[],
  { lineage, alignment }: { lineage: Lineage; alignment: Alignment },
  near: readonly Finding[],
): Finding[] {
  return [
    ...twice(headings),
    ...near.filter((each) => each.code === 'heading-misspelled' && !isPluralOf(each)),
    ...lineage.sections.flatMap((section, index): Finding[] => {
      const match = alignment.anywhere[index];
      const heading = headings[match?.heading ?? -1];
      if (!match || !heading || !section.now) return [];
      if (match.likeness === 'typo') return misspelled(heading, section.title);
      const isOwn = isInOwnPart(heading, section.level, { headings, alignment });
      // Where all stand deeper or higher, none is where it should not be.
      const isDirect = isRightBelowParent(index, {
        sections: lineage.sections,
        headings,
        alignment,
      });
      const expected = alignment.shift === 0 && !isOwn && !isDirect ? section.level : heading.level;
      return isSure(match.likeness) ? leftOver(heading, expected) : [];
    }),
  ];
}

/**
 * Headings that are one letter away from a section that is not there: too short to be taken for it, and long enough to
 * be meant as it.
 */
export function misspelledShort(
  headings: readonly Heading[],
  { lineage, alignment }: { lineage: Lineage; alignment: Alignment },
): Finding[] {
  const taken = new Set(alignment.anywhere.map((match) => match?.heading));
  return lineage.sections.flatMap((section, index): Finding[] => {
    const { normal, digits } = titleForms(section.title);
    if (alignment.anywhere[index] || !section.now || normal.length < SHORTEST_SWAPPED) return [];
    const at = headings.findIndex(({ title, level }, each) => {
      const other = titleForms(title);
      const isNear =
        isSwapped(other.normal, normal) ||
        (normal.length >= SHORTEST_MEANT && distance(other.normal, normal) === 1);
      const beginsAlike = other.normal.charAt(0) === normal.charAt(0);
      const isMeant =
        isNear && beginsAlike && other.digits === digits && !other.normal.endsWith('s');
      return isMeant && !taken.has(each) && level === section.level;
    });
    const heading = headings[at];
    const place = { line: (heading?.line ?? 0) + 1, column: 1 };
    return heading
      ? [{ code: 'heading-misspelled', heading: heading.title, expected: section.title, ...place }]
      : [];
  });
}

/** Whether two names are the same but for plurals, which are no mistake. */
export function isPluralOf({ heading, expected }: { heading: string; expected: string }): boolean {
  const [words = [], others = []] = [heading, expected].map((each) =>
    titleForms(each).normal.split(' '),
  );
  const isSameWord = (word: string, at: number) => {
    const [short = '', long] = [word, others[at] ?? ''].toSorted((a, b) => a.length - b.length);
    const plurals = [`${short}s`, `${short}es`, short.replace(/y$/, 'ies')];
    // Succes is no singular.
    return long === short || (plurals.includes(long ?? '') && !/ss$/.test(long ?? ''));
  };
  return words.length === others.length && words.every(isSameWord);
}

function isRightBelowParent(
  index: number,
  of: { sections: Lineage['sections']; headings: readonly Heading[]; alignment: Alignment },
): boolean {
  const { sections, headings, alignment } = of;
  const parent = parentOf(sections, index) ?? -1;
  const [own, around] = [index, parent].map(
    (at) => headings[alignment.anywhere[at]?.heading ?? -1],
  );
  const isApart = (sections[index]?.level ?? 0) - (sections[parent]?.level ?? 0) > 1;
  return parent >= 0 && isApart && own !== undefined && own.level - (around?.level ?? 0) === 1;
}

function misspelled({ title: heading, line }: Heading, expected: string): Finding[] {
  const code = 'heading-misspelled' as const;
  return isPluralOf({ heading, expected }) || isTurnedRound(heading, expected)
    ? []
    : [{ code, heading, expected, line: line + 1, column: 1 }];
}

/** A marker of the template in a heading, and a level that is not the template's. */
function leftOver({ title, level, line }: Heading, expected: number): Finding[] {
  const place = { heading: title, line: line + 1, column: 1 };
  // What stands in a comment is shown to nobody.
  const shown = replaceComments(title, () => '');
  return [
    ...(markerOf(shown) === 'always' ? [] : [{ code: 'marker-left' as const, ...place }]),
    ...(level === expected ? [] : [{ code: 'heading-level' as const, level, expected, ...place }]),
  ];
}

const SHORTEST_MEANT = 6;

/** Two letters that have changed places are no other word. */
const SHORTEST_SWAPPED = 4;

function twice(headings: readonly Heading[]): Finding[] {
  const open: { level: number; seen: Map<string, number> }[] = [{ level: 0, seen: new Map() }];
  return headings.flatMap(({ level, title, line }): Finding[] => {
    while ((open.at(-1)?.level ?? 0) >= level && open.length > 1) open.pop();
    const name = `${level} ${titleForms(title).normal}`;
    const around = open.at(-1);
    const first = around?.seen.get(name);
    if (first === undefined) around?.seen.set(name, line + 1);
    open.push({ level, seen: new Map() });
    return first === undefined
      ? []
      : [{ code: 'section-duplicate', heading: title, first, line: line + 1, column: 1 }];
  });
}

function isTurnedRound(one: string, other: string): boolean {
  const [first, second] = [titleForms(one).normal, titleForms(other).normal];
  return first.includes(' and ') && hasSameWords(first, second);
}
