import { withoutExtension } from '../../file-names.ts';
import { type Convention, defaultConvention } from '../convention.ts';
import { commonest, widthOf } from '../numbering.ts';
import { type EntryName, isUsualPrefix } from '../parse-entry-name.ts';
import { type NumberingHints, numberingOf } from '../signs/numbering-signs.ts';
import { slugEnding, slugPattern } from '../slug-form.ts';
import { openRank } from './groups.ts';
import type { PathEntry } from './list-entries.ts';

type Naming = Pick<Convention, 'name' | 'numbering' | 'width'>;

type Layout = Pick<Convention, 'layout' | 'document'>;

type NumberForm = Extract<EntryName, { kind: 'number' }>;

const UNNUMBERED = { numbering: 'none', width: null } as const;

/** From so many names on, a word that all begin with is part of the pattern. */
const SHARING = 4;

/**
 * What most entries do: their layout, main document, name and numbering. Drafts say nothing of numbers but that
 * there are some.
 */
export function conventionOf(
  entries: readonly PathEntry[],
  hints: NumberingHints = {},
): Omit<Convention, 'directory'> {
  const layout = layoutOf(entries);
  const forms = entries.map(({ form }) => form);
  const settled = forms.filter(({ kind }) => kind !== 'draft');
  const naming = settled.length > 0 ? namingOf(settled, hints) : namingOfDrafts(forms);
  const name = layout.layout === 'file' ? `${naming.name}${extensionOf(entries)}` : naming.name;
  return { ...layout, ...naming, name };
}

/** Whether most entries are directories, and what their main document is called. */
export function layoutOf(entries: readonly PathEntry[]): Layout {
  const directories = entries.filter(({ document }) => document !== undefined);
  if (directories.length * 2 <= entries.length) return { layout: 'file', document: null };
  const plain = directories.filter(({ documents }) => documents === undefined);
  const forms = (plain.length > 0 ? plain : directories).flatMap(documentForms);
  const isNamedBySubject =
    forms.length > 1 && new Set(forms).size === forms.length && plain.every(isBareNumber);
  const own = isNamedBySubject ? `{slug}${extensionOfDocument(forms[0])}` : commonest(forms);
  return { layout: 'directory', document: own ?? 'README.md' };
}

/** The main documents that most directories have and that nothing chooses among; empty where it is plain. */
export function doubtfulDocuments(entries: readonly PathEntry[]): string[] {
  const directories = entries.filter(({ document }) => document !== undefined);
  const doubtful = directories.flatMap(({ documents }) => (documents ? [documents] : []));
  if (doubtful.length * 2 <= directories.length) return [];
  const everywhere = (name: string) =>
    doubtful.filter((documents) => documents.includes(name)).length * 1.25 >= doubtful.length;
  const shared = [...new Set(doubtful.flat())].filter(everywhere);
  return shared.length === 1 ? [] : shared;
}

/**
 * The forms that hold a number under the prefix that most have, in any case, or under a usual one; a prefix of its
 * own (`day2-`, `olmv1-`) makes none.
 */
export function numbersIn(forms: readonly EntryName[]): NumberForm[] {
  const numbers = forms.filter((form) => form.kind === 'number');
  const prefix = commonest(numbers.map((form) => form.prefix.toLowerCase()));
  return numbers.filter((form) => form.prefix.toLowerCase() === prefix || isUsualPrefix(form));
}

function isBareNumber({ form }: PathEntry): boolean {
  return form.kind === 'number' && form.slug === '';
}

function extensionOfDocument(document = ''): string {
  return document.slice(withoutExtension(document).length);
}

function documentForms(entry: PathEntry): string[] {
  return (entry.documents ?? [entry.document ?? '']).map((document) =>
    documentForm({ ...entry, document }),
  );
}

function documentForm({ name, form, document = '' }: PathEntry): string {
  const stem = withoutExtension(document);
  const extension = document.slice(stem.length);
  if (form.kind !== 'slug' && stem === form.slug) return `{slug}${extension}`;
  if (stem === name) return `{name}${extension}`;
  return stem === name.toLowerCase() ? `{name:lower}${extension}` : document;
}

function extensionOf(entries: readonly PathEntry[]): string {
  const files = entries.filter(({ document }) => document === undefined);
  return commonest(files.map(({ name, stem }) => name.slice(stem.length))) ?? '.md';
}

function namingOfDrafts(forms: readonly EntryName[]): Naming {
  const drafts = forms.filter((form) => form.kind === 'draft');
  const prefix = commonest(drafts.map((form) => form.prefix)) ?? '';
  const { numbering, width } = defaultConvention('.');
  return { name: `${prefix}{number}${separatorOf(drafts)}{slug}`, numbering, width };
}

function namingOf(forms: readonly EntryName[], hints: NumberingHints): Naming {
  const dates = forms.filter((form) => form.kind === 'date');
  if (dates.length * 2 > forms.length) return namingOfDates(dates);
  const numbers = numbersIn(forms);
  if (numbers.length * 2 <= forms.length) return namingOfSlugs(forms);
  const latest = latestNumbers(numbers);
  const prefix = usualOf(numbers, latest, (form) => form.prefix) ?? '';
  const digits = numbers.map((form) => form.digits);
  const slugs = slugPattern(numbers.map(({ slug }) => slug));
  const zeros = digits.filter((each) => /^0+$/.test(each));
  if (zeros.length >= SHARING && zeros.length === digits.length) {
    // A placeholder that nobody ever replaces is part of every name.
    return { name: `${prefix}${zeros[0]}${separatorOf(numbers)}${slugs}`, ...UNNUMBERED };
  }
  const isBare = numbers.filter(({ slug }) => slug === '').length * 2 > numbers.length;
  const width = widthOf(paddedAlike(latest) ?? digits);
  return {
    name: `${prefix}{number}${isBare ? '' : `${separatorOf(areAlike(latest) ? latest : numbers)}${slugs}`}`,
    numbering: numberingOf(digits.map(Number), width !== null, hints).numbering,
    width,
  };
}

/** The three with the highest numbers, which say how numbers are written since a form was changed. */
function latestNumbers(numbers: readonly NumberForm[]): NumberForm[] {
  return numbers.toSorted((a, b) => Number(a.digits) - Number(b.digits)).slice(-LATEST);
}

/** What the latest have, where they agree; else what most have. */
function usualOf(
  numbers: readonly NumberForm[],
  latest: readonly NumberForm[],
  of: (form: NumberForm) => string,
): string | undefined {
  const [first, ...others] = latest.map(of);
  const isOne = others.length === LATEST - 1 && others.every((each) => each === first);
  return isOne ? first : commonest(numbers.map(of));
}

/** The digits of the latest where all have zeros before them and are as long: an earlier form may be another. */
function paddedAlike(latest: readonly NumberForm[]): string[] | undefined {
  const digits = latest.map((form) => form.digits);
  const isOne = new Set(digits.map(({ length }) => length)).size === 1;
  return latest.length === LATEST && isOne && digits.every((each) => each.startsWith('0'))
    ? digits
    : undefined;
}

function areAlike(latest: readonly NumberForm[]): boolean {
  return latest.length === LATEST && new Set(latest.map(({ separator }) => separator)).size === 1;
}

const LATEST = 3;

/** A word before dates is part of the pattern where most have the same, unless it is a state that passes. */
function namingOfDates(dates: readonly Extract<EntryName, { kind: 'date' }>[]): Naming {
  const format = commonest(dates.map((form) => form.format)) ?? 'YYYYMMDD';
  const word = commonest(dates.map((form) => form.prefix)) ?? '';
  const slugs = slugPattern(dates.map(({ slug }) => slug));
  const isState = openRank(word.slice(0, -1)) >= 0;
  const name = `${isState ? '' : word}{date:${format}}${separatorOf(dates)}${slugs}`;
  return { name, numbering: 'date', width: null };
}

function namingOfSlugs(forms: readonly EntryName[]): Naming {
  const word = commonWord(forms);
  const slugs = forms.flatMap((form) => (form.kind === 'slug' ? [form.slug] : []));
  const bare = slugs.map((slug) => (slug.startsWith(word) ? slug.slice(word.length) : slug));
  const ending = slugEnding(bare);
  const own = bare.map((slug) => slug.slice(0, slug.length - ending.length));
  return { name: `${word}${slugPattern(own)}${ending}`, ...UNNUMBERED };
}

/** The word that nearly every name begins with: `dr_`, `adr-`. Behind a hyphen, only a word for proposals is one. */
function commonWord(forms: readonly EntryName[]): string {
  const slugs = forms.flatMap((form) => (form.kind === 'slug' ? [form.slug] : []));
  const words = slugs.flatMap((slug) => /^[a-z]{2,12}[_-](?=[a-z0-9])/i.exec(slug)?.[0] ?? []);
  const word = commonest(words) ?? '';
  const share = words.filter((each) => each === word).length;
  const isPart = word.endsWith('_') || isUsualPrefix({ prefix: word, digits: '' });
  return isPart && share >= SHARING && share >= slugs.length * 0.8 ? word : '';
}

function separatorOf(forms: readonly { separator: string }[]): string {
  return commonest(forms.flatMap(({ separator }) => separator || [])) ?? '-';
}
