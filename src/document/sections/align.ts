import { type Heading, outline } from '../markdown/outline.ts';
import type { TemplateSection } from './template-sections.ts';
import { type Likeness, likeness, titleForms } from './title-likeness.ts';

interface Match {
  /** Index among the document's headings. */
  heading: number;
  likeness: Likeness;
}

/** Which headings are which sections. Indexes are those of the template's sections. */
export interface Alignment {
  /** The best order-preserving assignment: what places are found by. */
  inOrder: readonly (Match | undefined)[];
  /** The best match of each section wherever it stands: what is present. */
  anywhere: readonly (Match | undefined)[];
}

const WEIGHTS: Record<Likeness, number> = {
  exact: 4,
  normal: 3.8,
  alias: 2.4,
  head: 2.2,
  typo: 2,
  combined: 1.6,
};

/** What a level of difference costs; a section is never recognised further than that away. */
const LEVEL_COST = 0.6;
const FARTHEST_LEVEL = 1;

/** Aligns a template's sections with a document's headings. */
export function align(
  sections: readonly TemplateSection[],
  headings: readonly Heading[],
): Alignment {
  const scores = sections.map((section) =>
    headings.map((heading) => scoreOfMatch(section, heading)),
  );
  giveToBest(scores);
  const around = headingsAround(headings);
  return {
    inOrder: bestChain(scores),
    anywhere: sections.map((section, index) => {
      const own = (heading: number) =>
        isInPlace({ sections, section, index, around: around[heading] });
      return bestMatch(section, headings, { row: scores[index] ?? [], isInPlace: own });
    }),
  };
}

/** The sections of a template that a document does not have, under whatever name. */
export function missingSections(
  document: string,
  sections: readonly TemplateSection[],
): TemplateSection[] {
  const { anywhere } = align(sections, outline(document));
  return sections.filter((_, index) => anywhere[index] === undefined);
}

interface Score {
  value: number;
  likeness: Likeness;
}

function scoreOfMatch(section: TemplateSection, heading: Heading): Score | undefined {
  const levels = Math.abs(section.level - heading.level);
  if (levels > FARTHEST_LEVEL) return undefined;
  const found = likeness(titleForms(section.title), titleForms(heading.title));
  return found && { value: WEIGHTS[found] - levels * LEVEL_COST, likeness: found };
}

/**
 * A heading that has a section's very name is no other section's by a looser likeness; only a heading that
 * joins several titles stands for several sections.
 */
function giveToBest(scores: (Score | undefined)[][]): void {
  const count = scores[0]?.length ?? 0;
  for (let heading = 0; heading < count; heading++) {
    const isNamed = scores.some((row) => isSure(row[heading]));
    if (!isNamed) continue;
    for (const row of scores) if (!isSure(row[heading])) row[heading] = undefined;
  }
}

function isSure(score: Score | undefined): boolean {
  return score?.likeness === 'exact' || score?.likeness === 'normal';
}

function bestMatch(
  section: TemplateSection,
  headings: readonly Heading[],
  {
    row,
    isInPlace,
  }: { row: readonly (Score | undefined)[]; isInPlace: (heading: number) => boolean },
): Match | undefined {
  let best: (Match & { value: number }) | undefined;
  row.forEach((score, heading) => {
    const level = headings[heading]?.level ?? 0;
    if (!score) return;
    if (!isSure(score) && level !== section.level && !isInPlace(heading)) return;
    if (!best || score.value > best.value) best = { heading, ...score };
  });
  return best;
}

/**
 * Whether a heading stands in the section that the template has around it: another name at another level,
 * somewhere else, is another section.
 */
function isInPlace(of: {
  sections: readonly TemplateSection[];
  section: TemplateSection;
  index: number;
  around: Heading | undefined;
}): boolean {
  const { sections, section, index, around } = of;
  const parent = sections.slice(0, index).findLast(({ level }) => level < section.level);
  if (!around) return true;
  const isLike = (other: TemplateSection) =>
    likeness(titleForms(other.title), titleForms(around.title)) !== undefined;
  return parent ? isLike(parent) : !sections.some(isLike);
}

/** For each heading the one whose section it stands in. */
function headingsAround(headings: readonly Heading[]): (Heading | undefined)[] {
  const open: Heading[] = [];
  return headings.map((heading) => {
    while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
    const around = open.at(-1);
    open.push(heading);
    return around;
  });
}

function bestChain(scores: readonly (Score | undefined)[][]): (Match | undefined)[] {
  const columns = scores[0]?.length ?? 0;
  const best = heaviest(scores, columns);
  const at = (row: number, column: number) => best[row]?.[column] ?? 0;
  const chain: (Match | undefined)[] = Array(scores.length).fill(undefined);
  for (let row = 0, column = 0; row < scores.length && column < columns; ) {
    const score = scores[row]?.[column];
    if (score && at(row, column) === score.value + at(row + 1, column + 1)) {
      chain[row] = { heading: column, likeness: score.likeness };
      row++;
      column++;
    } else if (at(row, column) === at(row, column + 1)) column++;
    else row++;
  }
  return chain;
}

function heaviest(scores: readonly (Score | undefined)[][], columns: number): Float64Array[] {
  const best = Array.from({ length: scores.length + 1 }, () => new Float64Array(columns + 1));
  const at = (row: number, column: number) => best[row]?.[column] ?? 0;
  for (let row = scores.length - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const score = scores[row]?.[column];
      const taken = score ? score.value + at(row + 1, column + 1) : 0;
      const line = best[row];
      if (line) line[column] = Math.max(at(row + 1, column), at(row, column + 1), taken);
    }
  }
  return best;
}
