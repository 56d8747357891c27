import { align } from '../alignment/align.ts';
import { foldedSpace } from '../folded-space.ts';
import { replaceComments } from '../markdown/comments.ts';
import { outline } from '../markdown/outline.ts';
import { asksForSomething, THEMATIC_BREAK } from '../upgrade/guidance-blocks.ts';
import { isRequired } from './required.ts';
import type { TemplateSection } from './template-sections.ts';

/** How much of its template a document has, and how much of that somebody has written. */
export interface Completeness {
  written: number;
  present: number;
  /** Ids of the sections that the template requires and the document does not have. */
  missing: string[];
}

/** What stands for a text that is still to come; `N/A` and `None` are answers. */
const TO_COME =
  /^(?:[-*+>] )?(?:\[ \] )?[*_`([<]{0,3}(?:(?:t\.?b\.?[acd]|to[- ]?do|fixme|wip|xxx)(?: ?\([^()]{1,30}\))?|to be (?:done|written|defined|determined|decided|added|completed|filled in)(?: later)?|to follow|coming soon|work in progress|fill (?:me |this )?in(?: later)?|lorem ipsum\b.*|\?{1,5}|待定|未定|待办|待辦|미정|pendiente|à (?:faire|compléter)|da (?:definire|fare)|a definir|folgt|offen|в работе|-{1,2}|[–—]|\.{2,}|…|_{1,2})[*_`)\]>]{0,3}[.!]?$/i;

/** The same with what is to come: `TODO: describe the rollout`, `TBD(ann): numbers`. */
const TO_DO =
  /^(?:[-*+>] )?(?:\[ \] )?[*_`([<]{0,3}(?:t\.?b\.?[acd]|to[- ]?do|fixme|xxx)(?: ?\([^()]{1,30}\))?[*_`]{0,2}(?::| [-–—]) ?\S.{0,120}$/i;

/** Whether a paragraph, in one line, says only that something is still to come. */
export function isToCome(words: string): boolean {
  if (TO_COME.test(words) || TO_DO.test(words)) return true;
  if (words.length > LONGEST_TO_COME || !/[a-z]{2}|\p{Script=Han}/iu.test(words)) return false;
  const bare = words.replace(/<[^<>]*>|[*_`]+|\p{So}|\uFE0F|\u200D/gu, '').trim();
  // The items of a list and the cells of a table, one by one.
  const parts = bare.split(/(?:^|\s)(?:[-*+]|\d+[.)])\s|\|/).map((each) => each.trim());
  const said = parts.filter((each) => /[^-:\s]/.test(each));
  return said.length > 0 && said.every((each) => TO_COME.test(each) || TO_DO.test(each));
}

/** Characters; what says no more than that in several places is short. */
const LONGEST_TO_COME = 200;

/** Counts the sections of a template that a document has, and those with words of somebody's own. */
export function completenessOf(
  document: string,
  sections: readonly TemplateSection[],
): Completeness {
  const headings = outline(document);
  const { anywhere } = align(sections, headings);
  const guidance = new Map<number, string>();
  const missing: string[] = [];
  sections.forEach((section, index) => {
    const at = anywhere[index]?.heading;
    if (at !== undefined) guidance.set(at, section.guidance);
    else if (isRequired(section)) missing.push(section.id);
  });
  const isOwn = (at: number) =>
    isWritten(
      document.slice(headings[at]?.bodyStart, headings[at + 1]?.start),
      guidance.get(at) ?? '',
    );
  const level = (at: number) => headings[at]?.level ?? 0;
  // A section of parts is written where one of them is.
  const isSomewhere = (at: number) => {
    let end = at + 1;
    while (level(end) > level(at)) end++;
    return Array.from({ length: end - at }, (_, part) => at + part).some(isOwn);
  };
  const there = [...guidance.keys()];
  const written = there.filter((at) => isSomewhere(at)).length;
  const present = there.length;
  return { written, present, missing };
}

/** Whether a text under a heading is somebody's, and not still to come or the template's. */
export function isWritten(text: string, guidance: string): boolean {
  const shown = replaceComments(text, () => '');
  const bare = shown.includes('\n---') || /\n[*_]{3}/.test(shown) ? withoutRules(shown) : shown;
  const words = bare.slice(0, FEW_CHARACTERS).trim();
  if (words === '' && bare.trim() === '') return false;
  const isOne = !/\n[ \t]*\n/.test(words);
  if (bare.length <= FEW_CHARACTERS && isOne && isToCome(foldedSpace(words))) return false;
  const said = replaceComments(guidance, () => '');
  // What a template says may be an answer: Proposed.
  return (
    !beginsAlike(bare, said) || foldedSpace(bare) !== foldedSpace(said) || !asks(foldedSpace(said))
  );
}

function withoutRules(text: string): string {
  return text
    .split('\n')
    .filter((line) => !THEMATIC_BREAK.test(line.trimEnd()))
    .join('\n');
}

/** What says that a text is still to come is shorter, blank lines around it included. */
export const FEW_CHARACTERS = 200;

function beginsAlike(one: string, other: string): boolean {
  const word = (text: string) => /\S+/.exec(text)?.[0];
  return word(one) === word(other);
}

function asks(words: string): boolean {
  return asksForSomething({ words, kind: 'text' });
}
