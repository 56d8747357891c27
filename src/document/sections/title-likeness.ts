import { distance } from 'fastest-levenshtein';

export interface TitleForms {
  /** Without marker, with white space folded. */
  exact: string;
  /** Lower-case words: inline markup, numbering, markers, punctuation and `&` folded away. */
  normal: string;
  /** The normal form without spaces, and its digits. */
  packed: string;
  digits: string;
  /** Which group of titles of the same meaning it belongs to. */
  group: number;
  /** The normalised parts of a title that joins several (`Drawbacks / Alternatives`), else empty. */
  parts: readonly string[];
  /** The normalised words before a delimiter (`Design Details: overview`), if there is one. */
  head: string | undefined;
}

/** How a heading came to be taken for a section, from the surest to the least sure. */
export type Likeness = 'exact' | 'normal' | 'alias' | 'head' | 'typo' | 'combined';

const ALIASES: readonly (readonly string[])[] = [
  [
    'notes constraints caveats',
    'implementation details notes constraints',
    'notes caveats',
    'notes and caveats',
    'constraints',
    'caveats',
    'notes',
  ],
  [
    'risks and mitigations',
    'security risks and mitigations',
    'risks and mitigation',
    'limitations risks and mitigations',
    'risks',
  ],
  ['design details', 'design', 'detailed design', 'implementation details', 'implementation'],
  ['test plan', 'testing plan', 'test plans', 'testing', 'tests'],
  ['upgrade downgrade strategy', 'upgrade strategy', 'upgrade and migration strategy', 'upgrade'],
  ['non goals', 'non goals future work', 'out of scope'],
  ['user stories', 'use cases', 'user story'],
  ['alternatives', 'alternatives considered', 'alternatives not implemented'],
];

const WORDS_OF_NO_SECTION =
  /[[(]\s*(?:optional|if applicable|if required|omitted|required|mandatory|recommended)\s*[\])]/giu;

const LETTERS_PER_TYPO = 7;

const names = new Map<string, TitleForms>();
const MOST_NAMES = 10_000;

/** The forms of a title; remembered, since a document's titles are compared with many others. */
export function titleForms(title: string): TitleForms {
  const known = names.get(title);
  if (known) return known;
  if (names.size > MOST_NAMES) names.clear();
  const name = analyse(title);
  names.set(title, name);
  return name;
}

/** How alike a section's title and a heading's are; undefined when they are not. */
export function likeness(section: TitleForms, heading: TitleForms): Likeness | undefined {
  if (section.normal === '' || heading.normal === '') return undefined;
  if (section.exact === heading.exact) return 'exact';
  if (section.normal === heading.normal) return 'normal';
  if (section.group >= 0 && section.group === heading.group) return 'alias';
  if (heading.head !== undefined && meansSame(section.normal, heading.head)) return 'head';
  if (isTypo(section, heading)) return 'typo';
  return isPartOfTitle(section.normal, heading) ? 'combined' : undefined;
}

/** Whether two titles are the same but for case, punctuation and markup. */
export function isSameTitle(one: string, other: string): boolean {
  return one === other || titleForms(one).normal === titleForms(other).normal;
}

function analyse(title: string): TitleForms {
  const exact = title.replace(WORDS_OF_NO_SECTION, '').replace(/\s+/g, ' ').trim();
  const text = plainText(exact);
  const normal = normaliseTitle(text);
  const parts = text
    .split(/(?<!\s)\s*[/,+]\s*|(?<!\s)\s+(?:&|and)\s+/i)
    .map(normaliseTitle)
    .filter(Boolean);
  const head = /^(.+?)(?::| [-–—] |\()/.exec(text)?.[1];
  const headName = head === undefined ? undefined : normaliseTitle(head);
  return {
    exact,
    normal,
    packed: normal.replaceAll(' ', ''),
    digits: normal.replace(/\D/g, ''),
    group: groupOf(normal),
    parts: parts.length > 1 ? parts : [],
    head: headName === '' || headName === normal ? undefined : headName,
  };
}

function plainText(title: string): string {
  return title
    .replace(/<[^<>]*>/g, '')
    .replace(/!?\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])/g, '$1')
    .replace(/^\s*\d+(?:\.\d+)*[.)]?\s+/, '')
    .trim();
}

function normaliseTitle(text: string): string {
  const lower = text.toLowerCase().replace(/&(?:amp;)?/g, ' and ');
  const words = /^[ -~]*$/.test(lower) ? lower.match(/[a-z0-9]+/g) : lower.match(/[\p{L}\p{N}]+/gu);
  return words?.join(' ') ?? '';
}

function groupOf(normal: string): number {
  return ALIASES.findIndex((group) => group.includes(normal));
}

function meansSame(one: string, other: string): boolean {
  return one === other || (groupOf(one) >= 0 && groupOf(one) === groupOf(other));
}

/**
 * Spelled apart (`Draw Backs`), or wrong in one letter of every seven: `CLI Changes` is not `API Changes`, and
 * a number is never a typo.
 */
function isTypo(
  { packed: one, digits }: TitleForms,
  { packed: other, ...heading }: TitleForms,
): boolean {
  if (one === other) return true;
  const allowed = Math.floor(Math.min(one.length, other.length) / LETTERS_PER_TYPO);
  if (Math.abs(one.length - other.length) > allowed || digits !== heading.digits) return false;
  return allowed > 0 && distance(one, other) <= allowed;
}

/**
 * Whether a heading that joins several titles holds the section's: as a part, or, for a title of several words,
 * with all of its words (`Upgrade / Downgrade / Version Skew Strategy`).
 */
function isPartOfTitle(section: string, { normal, parts }: TitleForms): boolean {
  if (parts.length === 0) return false;
  if (parts.some((part) => meansSame(section, part))) return true;
  const words = section.split(' ');
  const others = normal.split(' ');
  const isFramed = words[0] === others[0] || words.at(-1) === others.at(-1);
  return words.length > 1 && isFramed && words.every((word) => others.includes(word));
}
