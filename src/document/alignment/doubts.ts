import { parentOf } from '../markdown/heading.ts';
import type { Doubt } from '../sections/add-section-result.ts';
import { isTableOfContents, type TemplateSection } from '../sections/template-sections.ts';
import { mayBe } from '../titles/likeness.ts';
import { numberOfTitle, titleForms } from '../titles/title-forms.ts';
import { isSure } from './align.ts';
import { fittingNumber } from './section-number.ts';
import {
  following,
  headingOf,
  nearest,
  nextSibling,
  preceding,
  previousSibling,
  type Search,
  siblings,
} from './template-neighbours.ts';

interface FoundPlacing {
  before: number;
  level: number;
  /** Whether the neighbours say another place, which something else forbids. */
  isMoved: boolean;
  /** Whether sections that are to come later stand before the one that the neighbours say. */
  isDisordered: boolean;
}

/** What speaks against a place that was found. */
export function doubtsAbout(
  search: Search,
  { before, level, isMoved, isDisordered }: FoundPlacing,
): Doubt[] {
  const { headings, parent } = search;
  const doubts: Doubt[] = [];
  const parentHeading = headingOf(search, parent);
  if (parent !== undefined && parentHeading === undefined && !isBetweenSiblings(search))
    doubts.push('parent-missing');
  if (isUneven(search, level)) doubts.push('levels-differ');
  if (isDisordered || touchesDisorder(search, before)) doubts.push('out-of-order');
  if (isAmongUnknown(search, before, level) || passesLater(search, before, level))
    doubts.push('among-unknown');
  if (parentHeading !== undefined && parentOf(headings, before, level) !== parentHeading)
    doubts.push('outside-parent');
  else if (isMoved) doubts.push('outside-parent');
  if (isFew(search)) doubts.push('few-recognised');
  const number = numberOfTitle(search.section.title);
  if (number !== undefined && fittingNumber(number, headings, { before, level }) !== number)
    doubts.push('number-used');
  return doubts;
}

/** Two sections may be there by chance, but not where they are half of the template, or all that the document has. */
function isFew({ alignment, sections, headings }: Search): boolean {
  const count = alignment.inOrder.filter(Boolean).length;
  const own = headings.length - count - (headings[0]?.level === 1 ? 1 : 0);
  return count < 3 && count * 2 < sections.length && (own > 0 || count === 0);
}

/**
 * Whether the siblings around the place stand at another level than it; where one of them is missing, whether the
 * neighbours do or anything else that the template has at its level. Before the first one there is none to miss.
 */
function isUneven(search: Search, level: number): boolean {
  const { sections, section, headings } = search;
  const around = [previousSibling(search), nextSibling(search)].flatMap((other) => other ?? []);
  const neighbours = [nearest(search, preceding(search)), nearest(search, following(search))];
  const isFirst = siblings(search).every((other) => other > search.index);
  const counts = (other: TemplateSection, index: number) => {
    if (around.length > (isFirst ? 0 : 1)) return around.includes(index);
    return other.level === section.level || (around.length === 0 && neighbours.includes(index));
  };
  return sections.some((other, index) => {
    const found = headings[headingOf(search, index) ?? -1]?.level;
    if (!counts(other, index) || found === undefined) return false;
    return found - other.level !== level - section.level;
  });
}

/** Whether sections of the document's own lie where nothing but one neighbour, or only the parent, says the place. */
function isAmongUnknown(search: Search, before: number, level: number): boolean {
  const { headings, parent } = search;
  if (previousSibling(search) !== undefined)
    return isBeforeOwnSections(search, before, level) || isBehindOwnSections(search, before, level);
  if (nextSibling(search) === undefined) {
    const heading = headingOf(search, parent);
    const own = headings[heading ?? -1]?.level;
    return heading !== undefined && (headings[heading + 1]?.level ?? 0) > (own ?? 0);
  }
  if (nearest(search, preceding(search)) !== undefined) return false;
  return headings
    .slice(0, before)
    .some((each) => each.level === level && !isTableOfContents(each.title));
}

/** Whether several sections of the document's own follow, and none that the template has behind the place. */
function isBeforeOwnSections(
  { headings, alignment }: Search,
  before: number,
  level: number,
): boolean {
  const taken = new Set(alignment.anywhere.map((match) => match?.heading));
  let own = 0;
  for (let at = before; at < headings.length; at++) {
    const each = headings[at]?.level ?? 0;
    if (each < level) break;
    if (taken.has(at)) return false;
    if (each === level && !CLOSES.test(headings[at]?.title ?? '')) own++;
  }
  return own >= FEWEST_OWN;
}

/** One alone stands before the section as often as behind it. */
const FEWEST_OWN = 2;

/**
 * Whether several sections of the document's own stand right before the place where as many of the template are
 * missing: they may be those, renamed.
 */
function isBehindOwnSections(search: Search, before: number, level: number): boolean {
  const { headings, alignment, sections } = search;
  const [from = -1, to = sections.length] = [previousSibling(search), nextSibling(search)];
  const missing = siblings(search).filter(
    (each) => each > from && each < to && !alignment.anywhere[each] && !sections[each]?.isGone,
  );
  // The section itself is no sibling of its own.
  if (missing.length + 1 < FEWEST_OWN) return false;
  const taken = new Set(alignment.anywhere.map((match) => match?.heading));
  let own = 0;
  for (let at = before - 1; at > 0; at--) {
    const each = headings[at]?.level ?? 0;
    if (each < level || (each === level && taken.has(at))) break;
    if (each === level) own++;
  }
  return own >= FEWEST_OWN;
}

/** Whether a section of the document's own right before the place may be one that the template has behind it. */
function passesLater(search: Search, before: number, level: number): boolean {
  const { headings, alignment, sections, index } = search;
  const next = nextSibling(search) ?? sections.length;
  const later = siblings(search).filter(
    (each) => each > index && each < next && !alignment.anywhere[each] && !sections[each]?.isGone,
  );
  if (later.length === 0) return false;
  const taken = new Set(alignment.anywhere.map((match) => match?.heading));
  for (let at = before - 1; at > 0; at--) {
    const { level: own = 0, title = '' } = headings[at] ?? {};
    if (own < level || (own === level && taken.has(at))) return false;
    const isOther = own === level && !taken.has(at);
    const isIts = (section: number) => mayBe(titleForms(sections[section]?.title ?? ''), title);
    if (isOther && !isIts(index) && later.some(isIts)) return true;
  }
  return false;
}

const CLOSES =
  /\b(?:append(?:ix|ices)|references?|links|resources|bibliography|further reading|see also|history|changelog|revisions?|acknowledge?ments?|credits|glossary|definitions|terminology|copyright|licen[cs]e|footnotes?|notes|future|follow-?ups?|next steps|to-?do|questions|faq|approvals?|sign-?off|contributors|more information|timeline|status|infrastructure needed)\b|^(?:anhang|quellen|verweise|annexes?|références|anexos?|referencias|referências)\b/i;

function isBetweenSiblings(search: Search): boolean {
  return previousSibling(search) !== undefined && nextSibling(search) !== undefined;
}

/** Whether a section that is there stands on the other side of the place than in the template. */
function touchesDisorder({ sections, alignment, index }: Search, before: number): boolean {
  return alignment.anywhere.some((match, other) => {
    if (!match || other === index || sections[other]?.isGone) return false;
    return isSure(match.likeness) && other < index !== match.heading < before;
  });
}
