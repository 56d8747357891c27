import type { Heading } from '../markdown/heading.ts';
import { outline } from '../markdown/outline.ts';
import type { TemplateSection } from '../sections/template-sections.ts';
import type { Likeness } from '../titles/likeness.ts';
import { TitleIndex } from '../titles/title-index.ts';
import { bestChain } from './best-chain.ts';
import { headingsAround, isInPlace, isOfTemplate, isParent, isTitle } from './surroundings.ts';

export interface Match {
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
  /** How many levels deeper than in the template most sections stand; below 0 where they stand higher. */
  shift: number;
}

const WEIGHTS: Record<Likeness, number> = {
  exact: 4,
  normal: 3.8,
  alias: 2.4,
  half: 2.4,
  head: 2.2,
  typo: 2,
  combined: 1.6,
};

/** What a level of difference costs; a section is never recognised further than that away. */
const LEVEL_COST = 0.6;
export const FARTHEST_LEVEL = 1;

/** How far a document may stand from its template throughout. */
const FARTHEST_SHIFT = 3;

interface Score {
  value: number;
  likeness: Likeness;
}

/** The headings that a section may be, by their indexes. */
type Scores = Map<number, Score>;

/** Aligns a template's sections with a document's headings. */
export function align(
  sections: readonly TemplateSection[],
  headings: readonly Heading[],
): Alignment {
  const likenesses = likenessesOf(sections, headings);
  const shift = shiftOf(sections, headings, likenesses);
  const scores = likenesses.map((row, index) => scoresOf(row, sections[index], headings, shift));
  giveToBest(scores, sections);
  const around = headingsAround(headings);
  return new ScoredAlignment(
    shift,
    sections.map((section, index) =>
      bestMatch(scores[index] ?? new Map(), (heading, isNamed) => {
        const own = headings[heading];
        const deeper = (own?.level ?? 0) - section.level - shift;
        // Sections are raised, or put into others of the template, but those inside people's own sections are theirs.
        if (deeper === 0 || (isNamed && (deeper < 0 || isOfTemplate(sections, around[heading]))))
          return true;
        return isInPlace(sections, index, around[heading]) || isParent(sections, index, own);
      }),
    ),
    scores,
  );
}

/** The sections of a template that a document does not have, under whatever name. */
export function missingSections(
  document: string,
  sections: readonly TemplateSection[],
): TemplateSection[] {
  const { anywhere } = align(sections, outline(document));
  return sections.filter((_, index) => anywhere[index] === undefined);
}

/** Whether a heading has a section's very name. */
export function isSure(found: Likeness): boolean {
  return found === 'exact' || found === 'normal';
}

/** An alignment whose order is found when somebody asks for it: to know what is there takes none. */
class ScoredAlignment implements Alignment {
  #inOrder: Alignment['inOrder'] | undefined;

  constructor(
    readonly shift: number,
    readonly anywhere: Alignment['anywhere'],
    private readonly scores: readonly Scores[],
  ) {}

  get inOrder(): Alignment['inOrder'] {
    this.#inOrder ??= orderedMatches(this.scores);
    return this.#inOrder;
  }
}

function orderedMatches(scores: readonly Scores[]): (Match | undefined)[] {
  return bestChain(scores).map((heading, index) => {
    const score = heading === undefined ? undefined : scores[index]?.get(heading);
    return heading === undefined || !score ? undefined : { heading, likeness: score.likeness };
  });
}

function likenessesOf(
  sections: readonly TemplateSection[],
  headings: readonly Heading[],
): Map<number, Likeness>[] {
  const rows = sections.map(() => new Map<number, Likeness>());
  const index = indexOf(sections);
  headings.forEach(({ title }, heading) => {
    if (isTitle(headings, heading, sections)) return;
    for (const { section, found } of index.sectionsLike(title)) rows[section]?.set(heading, found);
  });
  return rows;
}

/** Made once for a template: many documents are aligned with it. */
function indexOf(sections: readonly TemplateSection[]): TitleIndex {
  const known = indexes.get(sections);
  if (known) return known;
  const index = new TitleIndex(sections.map(({ title, formerly = [] }) => [title, ...formerly]));
  indexes.set(sections, index);
  return index;
}

const indexes = new WeakMap<readonly TemplateSection[], TitleIndex>();

/** The difference of levels that most sections have whose very name is there. */
function shiftOf(
  sections: readonly TemplateSection[],
  headings: readonly Heading[],
  likenesses: readonly ReadonlyMap<number, Likeness>[],
): number {
  const counts = new Map<number, number>([[0, 0]]);
  likenesses.forEach((row, index) => {
    const own = [...row].filter(([, each]) => isSure(each));
    const shifts = new Set(
      own.map(([at]) => (headings[at]?.level ?? 0) - (sections[index]?.level ?? 0)),
    );
    for (const each of shifts) counts.set(each, (counts.get(each) ?? 0) + 1);
  });
  const near = [...counts].filter(([shift]) => Math.abs(shift) <= FARTHEST_SHIFT);
  const [best] = near.toSorted(([a, m], [b, n]) => n - m || Math.abs(a) - Math.abs(b));
  return best?.[0] ?? 0;
}

function scoresOf(
  row: ReadonlyMap<number, Likeness>,
  section: TemplateSection | undefined,
  headings: readonly Heading[],
  shift: number,
): Scores {
  const scores: Scores = new Map();
  for (const [heading, found] of row) {
    const deeper = (headings[heading]?.level ?? 0) - (section?.level ?? 0);
    const levels = Math.min(Math.abs(deeper - shift), Math.abs(deeper));
    if (levels > FARTHEST_LEVEL) continue;
    scores.set(heading, { value: WEIGHTS[found] - levels * LEVEL_COST, likeness: found });
  }
  return scores;
}

/**
 * A heading that has a section's very name is no other section's by a looser likeness; only a heading that
 * joins several titles stands for several sections.
 */
function giveToBest(scores: readonly Scores[], sections: readonly TemplateSection[]): void {
  const named = new Set<number>();
  scores.forEach((row, index) => {
    if (sections[index]?.isGone) return;
    for (const [heading, score] of row) if (isSure(score.likeness)) named.add(heading);
  });
  for (const row of scores) {
    for (const [heading, score] of row) {
      if (named.has(heading) && !isSure(score.likeness)) row.delete(heading);
    }
  }
}

function bestMatch(
  row: Scores,
  isItsPlace: (heading: number, isNamed: boolean) => boolean,
): Match | undefined {
  let best: (Match & { value: number }) | undefined;
  for (const [heading, score] of row) {
    if (!isItsPlace(heading, isSure(score.likeness))) continue;
    if (!best || score.value > best.value) best = { heading, ...score };
  }
  return best;
}
