import { distance } from 'fastest-levenshtein';
import { sectionCalled } from './section-names.ts';
import { ownMeaning, plainWords, type TitleForms, titleForms } from './title-forms.ts';

/** How a heading came to be taken for a section, from the surest to the least sure. */
export type Likeness = 'exact' | 'normal' | 'alias' | 'half' | 'head' | 'typo' | 'combined';

const LETTERS_PER_TYPO = 7;

/** How alike a section's title and a heading's are; undefined when they are not. Either may be the composite one. */
export function likeness(section: TitleForms, heading: TitleForms): Likeness | undefined {
  if (section.normal === '' || heading.normal === '') return undefined;
  if (section.exact === heading.exact) return 'exact';
  if (section.normal === heading.normal) return 'normal';
  if (section.isOwn && heading.isOwn && section.meaning === heading.meaning) return 'alias';
  if (sharesHalf(section, heading)) return 'half';
  if (isHeadOf(section, heading) || isHeadOf(heading, section)) return 'head';
  if (isTypo(section, heading)) return 'typo';
  return joins(heading, section) || joins(section, heading) ? 'combined' : undefined;
}

/**
 * Whether a heading may be a section under another name: one that is used for it, one of several that it joins, or one
 * with the same main word (`Rejected alternatives`).
 */
export function mayBe(section: TitleForms, title: string): boolean {
  const own = mainWord(section);
  const words = plainWords(title);
  const isOther = words !== undefined && !sectionCalled(words);
  if (isOther && (own === undefined || !words.includes(own))) return false;
  const heading = titleForms(title);
  if (section.meaning !== undefined && section.meaning === heading.meaning) return true;
  if (section.isOwn && heading.parts.some((part) => ownMeaning(part) === section.meaning))
    return true;
  return own !== undefined && own === mainWord(heading);
}

/**
 * Spelled apart (`Draw Backs`), or wrong in one letter of every seven: `CLI Changes` is not `API Changes`, and
 * a number is never a typo.
 */
export function isTypo(section: TitleForms, heading: TitleForms): boolean {
  const [one, other] = [section.packed, heading.packed];
  if (one === other) return true;
  const allowed = Math.floor(Math.min(one.length, other.length) / LETTERS_PER_TYPO);
  if (Math.abs(one.length - other.length) > allowed) return false;
  return section.digits === heading.digits && allowed > 0 && distance(one, other) <= allowed;
}

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
  /\b(?:the|our|and|or|details?|plans?|planning|strategy|strategies|approach|approaches|ideas?|solutions?|considered|considerations?|sections?|needed|required|overview|notes?|changes?|information|process|work|list|other|new)\b/g;

/** The word that says what a section is about, without its ending; undefined where there is none. */
function mainWord({ normal, head }: TitleForms): string | undefined {
  const name = head ?? normal;
  if (PREPOSITION.test(name)) return undefined;
  const words = name.replace(WORDS_OF_MANY, ' ').trim().split(/\s+/);
  const word = words.at(-1) ?? '';
  return word.length < 4 ? undefined : word.replace(/ies$/, 'y').replace(/(?:s|es|e)$/, '');
}
