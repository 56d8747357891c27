import { foldedSpace } from '../../folded-space.ts';
import type { TemplateSection } from '../../sections/template-sections.ts';
import { likeness } from '../../titles/likeness.ts';
import { titleForms } from '../../titles/title-forms.ts';
import { alikeness, distinctWords, SAME_GUIDANCE } from '../guidance-blocks.ts';
import { gapAround, type Pair, shiftAt } from './section-pairs.ts';

/** Pairs between the same neighbours, at the same level, that are alike by name or by what they ask for. */
export function renamedPairs(
  old: readonly TemplateSection[],
  now: readonly TemplateSection[],
  known: readonly Pair[],
): Pair[] {
  const pairs: Pair[] = [];
  const isTaken = (pair: Pair) =>
    [...known, ...pairs].some(({ base, now: index }) => base === pair.base || index === pair.now);
  for (const wanted of ['sure', 'doubtful'] as const) {
    now.forEach((section, index) => {
      const [from, to] = gapAround(known, index, old.length);
      const shift = shiftAt(old, now, known, index);
      for (let base = from; base < to; base++) {
        const other = old[base];
        const pair = { base, now: index };
        if (other?.level !== section.level + shift || isTaken(pair)) continue;
        if (kinship(other, section, [old, now]) !== wanted) continue;
        pairs.push({ ...pair, ...(wanted === 'doubtful' && { isDoubtful: true }) });
      }
    });
  }
  return pairs.filter(({ base, now: index }) => !isSplitOrJoined(old, now, { base, index, known }));
}

/** Whether a section seems to have become several, or several one: then none of them is the other renamed. */
function isSplitOrJoined(
  old: readonly TemplateSection[],
  now: readonly TemplateSection[],
  { base, index, known }: { base: number; index: number; known: readonly Pair[] },
): boolean {
  const isLike = (one: TemplateSection | undefined, other: TemplateSection | undefined) =>
    one !== undefined &&
    other !== undefined &&
    likeness(titleForms(one.title), titleForms(other.title)) !== undefined;
  const isOther = (at: number) => !known.some((pair) => pair.now === at);
  const parts = now.filter(
    (section, at) => at !== index && isOther(at) && isLike(old[base], section),
  );
  const sources = old.filter((section, at) => at !== base && isLike(section, now[index]));
  return parts.length > 0 || sources.length > 0;
}

/** Whether two sections are one under another name; undefined where they are not. */
function kinship(
  one: TemplateSection,
  other: TemplateSection,
  among: readonly (readonly TemplateSection[])[],
): 'sure' | 'doubtful' | undefined {
  if (likeness(titleForms(one.title), titleForms(other.title))) return 'sure';
  const alike = alikeness(one.guidance, other.guidance);
  if (alike < SAME_GUIDANCE) return undefined;
  if (![one, other].every(({ guidance }) => isOfOne(guidance, [one, other], among)))
    return 'doubtful';
  if (alike === 1) return 'sure';
  return alike >= SURELY_SAME && !differInName(one, other) ? 'sure' : 'doubtful';
}

const SURELY_SAME = 0.8;

/** Whether guidance asks for more than any section could, and no section but these says the same. */
function isOfOne(
  guidance: string,
  own: readonly TemplateSection[],
  among: readonly (readonly TemplateSection[])[],
): boolean {
  const said = distinctWords(guidance);
  const isNamed = own.some(({ title }) =>
    [...distinctWords(title)].every((word) => said.has(word)),
  );
  const isShort = said.size < FEWEST_WORDS && !IN_IDEOGRAPHS.test(guidance);
  if (!isNamed && (isShort || OF_ANY.test(guidance))) return false;
  const words = foldedSpace(guidance);
  return among.every((sections) =>
    sections.every((each) => own.includes(each) || foldedSpace(each.guidance) !== words),
  );
}

const FEWEST_WORDS = 5;

/** Where no spaces part the words, so many signs say as much. */
const IN_IDEOGRAPHS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]{8}/u;

/** "Describe them in a table" says nothing of what is described. */
const OF_ANY =
  /^\W*(?:describe|explain|list|add|write|give|provide|fill) (?:it|them|this|these|those|in)\b[^.?!]{0,30}[.?!]?\W*$/i;

/** Whether what two names differ in is what their guidance differs in: `Upgrade` and `Downgrade` ask for opposites. */
function differInName(one: TemplateSection, other: TemplateSection): boolean {
  const [said, says] = [distinctWords(one.guidance), distinctWords(other.guidance)];
  const gone = [...distinctWords(one.title)].some((word) => said.has(word) && !says.has(word));
  const come = [...distinctWords(other.title)].some((word) => says.has(word) && !said.has(word));
  return gone || come;
}
