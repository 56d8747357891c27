import { distance } from 'fastest-levenshtein';
import { isSwapped } from '../../words/did-you-mean.ts';
import { sectionCalled } from './section-names.ts';
import { ownMeaning, plainWords, type TitleForms, titleForms } from './title-forms.ts';

/** How a heading came to be taken for a section, from the surest to the least sure. */
export type Likeness = 'exact' | 'normal' | 'alias' | 'half' | 'head' | 'typo' | 'combined';

const LETTERS_PER_TYPO = 7;
const SHORTEST_MISSPELLED = 8;
const MOST_TYPOS = 3;

/** How alike a section's title and a heading's are; undefined when they are not. Either may be the composite one. */
export function likeness(section: TitleForms, heading: TitleForms): Likeness | undefined {
  if (section.normal === '' || heading.normal === '') return undefined;
  if (section.exact === heading.exact) return 'exact';
  if (section.normal === heading.normal) return 'normal';
  if (section.isOwn && heading.isOwn && section.meaning === heading.meaning) return 'alias';
  if (sharesHalf(section, heading)) return 'half';
  if (isHeadOf(section, heading) || isHeadOf(heading, section)) return 'head';
  if (isTypo(section, heading)) return 'typo';
  if (joins(heading, section) || joins(section, heading)) return 'combined';
  return isReordered(section, heading) ? 'typo' : undefined;
}

/**
 * Whether a heading may be a section under another name: one that is used for it, one of several that it joins, or one
 * with the same main word (`Rejected alternatives`).
 */
export function mayBe(section: TitleForms, title: string): boolean {
  if (section.meaning === 'alternatives' && ONE_OF_SEVERAL.test(title)) return true;
  const own = mainWord(section);
  const words = plainWords(title);
  const isOther = words !== undefined && !sectionCalled(words);
  if (isOther && !words.includes(own ?? words) && !mayBeTypo(section, titleForms(title)))
    return false;
  const heading = titleForms(title);
  if (areRelated(section.meaning, heading.meaning)) return true;
  if (mayBeTypo(section, heading)) return true;
  if (section.isOwn && heading.parts.some((part) => ownMeaning(part) === section.meaning))
    return true;
  return own !== undefined && own === mainWord(heading);
}

const ONE_OF_SEVERAL = /^(?:option|approach|variant) (?:[A-Z]|\d+)(?:[ :.)]|$)/i;

/** Whether a heading is called as a section with a word that makes it no other one: `Rejected alternatives`. */
export function meansTheSame(section: TitleForms, heading: TitleForms): boolean {
  if (!section.isOwn || section.meaning === undefined) return false;
  const own = mainWord(section);
  return own !== undefined && own === mainWord(heading) && ADDS_NOTHING.test(heading.normal);
}

/** Words beside the name of a section that make it no other one. */
const ADDS_NOTHING =
  /^(?:rejected|other|considered|possible|known|potential) \S+$|^\S+ (?:considered|considerations?|aspects|rejected|discussed)$/;

/** Whether two names have a word in common that says something; one that says what it is of is another section. */
export function sharesWord(section: TitleForms, heading: TitleForms): boolean {
  const subject = heading.normal.replace(/^(?:effects?|impacts?|implications?) (?:on|of|for) /, '');
  if (PREPOSITION.test(subject)) return false;
  const words = contentWords(section);
  return contentWords(heading).some((word) => words.includes(word));
}

/** Whether two normalised names have the same words, in whatever order. */
export function hasSameWords(one: string, other: string): boolean {
  const sorted = (text: string) => text.split(' ').toSorted().join(' ');
  return sorted(one) === sorted(other);
}

/**
 * Spelled apart (`Draw Backs`), or wrong in one long word that begins alike: a letter of every seven, or two that have
 * changed places. `CLI Changes` is not `API Changes`, `Unresolved` not `Resolved`, and a number is never a typo.
 */
export function isTypo(section: TitleForms, heading: TitleForms): boolean {
  if (section.packed === heading.packed) return true;
  if (Math.abs(section.packed.length - heading.packed.length) > MOST_TYPOS) return false;
  if (section.digits !== heading.digits) return false;
  const [words, others] = [section.normal.split(' '), heading.normal.split(' ')];
  if (words.length !== others.length) return false;
  const [at, ...more] = words.flatMap((word, index) => (word === others[index] ? [] : index));
  const [one, other] = [words[at ?? -1] ?? '', others[at ?? -1] ?? ''];
  return more.length === 0 && isMisspelled(one, other);
}

/** Whether two names have the same words in another order (`What is it`), where none says what goes to what. */
function isReordered({ normal, packed }: TitleForms, heading: TitleForms): boolean {
  if (packed.length !== heading.packed.length || PREPOSITION.test(normal)) return false;
  return hasSameWords(normal, heading.normal);
}

function isMisspelled(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  if (shorter < SHORTEST_MISSPELLED || one.charAt(0) !== other.charAt(0)) return false;
  return isSwapped(one, other) || distance(one, other) <= Math.floor(shorter / LETTERS_PER_TYPO);
}

function mayBeTypo(section: TitleForms, heading: TitleForms): boolean {
  const [one, other] = [section.packed, heading.packed];
  const allowed = Math.floor(Math.min(one.length, other.length) / LETTERS_PER_TYPO);
  if (section.digits !== heading.digits || Math.abs(one.length - other.length) > allowed)
    return false;
  return allowed > 0 && (isSwapped(one, other) || distance(one, other) <= allowed);
}

function areRelated(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return one === other || (RELATED.includes(one) && RELATED.includes(other));
}

const RELATED = ['motivation', 'context'];

function sharesHalf(one: TitleForms, other: TitleForms): boolean {
  if (one.halves.length === 0 && other.halves.length === 0) return false;
  const names = ({ normal, halves }: TitleForms) => (halves.length > 0 ? halves : [normal]);
  return names(one).some((name) => names(other).some((each) => isSameName(name, each)));
}

function isHeadOf({ normal }: TitleForms, { head }: TitleForms): boolean {
  return head !== undefined && isSameName(normal, head);
}

function isSameName(one: string, other: string): boolean {
  return one === other || (ownMeaning(one) !== undefined && ownMeaning(one) === ownMeaning(other));
}

/**
 * Whether a title that joins several holds another: as a part, or, for a title of several words, with all of its
 * words (`Upgrade / Downgrade / Version Skew Strategy`).
 */
function joins({ normal, parts }: TitleForms, { normal: name }: TitleForms): boolean {
  if (parts.length === 0) return false;
  if (parts.includes(name)) return true;
  const [first, last] = [name.slice(0, name.indexOf(' ')), name.slice(name.lastIndexOf(' ') + 1)];
  const isFramed = normal.startsWith(`${first} `) || normal.endsWith(` ${last}`);
  if (!isFramed || !name.includes(' ')) return false;
  const others = normal.split(' ');
  return name.split(' ').every((word) => others.includes(word));
}

/** What stands after these says more of what the section is about, and makes it another (83 of 83 in real proposals). */
const PREPOSITION = / (?:of|for|to|in|on|with|within|from|by|about|between|against|as|at) /;

/** Words that every section could have in its name. */
const WORDS_OF_MANY =
  /\b(?:the|our|and|or|details?|plans?|planning|strategy|strategies|approach|approaches|ideas?|solutions?|considered|considerations?|sections?|needed|required|overview|notes?|changes?|information|process|work|list|other|new|analysis|assessments?|criteria|requirements?|implications?|impacts?|concerns?|policy)\b/g;

function contentWords({ normal, head }: TitleForms): string[] {
  const words = (head ?? normal).replace(WORDS_OF_MANY, ' ').split(/\s+/);
  return words.filter((word) => word.length >= 3).map(withoutEnding);
}

function withoutEnding(word: string): string {
  return word.replace(/ies$/, 'y').replace(/(?:s|es|e)$/, '');
}

/** The word that says what a section is about, without its ending; undefined where there is none. */
function mainWord({ normal, head }: TitleForms): string | undefined {
  const name = head ?? normal;
  if (PREPOSITION.test(name)) return undefined;
  const words = name.replace(WORDS_OF_MANY, ' ').trim().split(/\s+/);
  const word = words.at(-1) ?? '';
  return word.length < 4 ? undefined : withoutEnding(word);
}
