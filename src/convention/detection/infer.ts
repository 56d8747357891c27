import { withoutExtension } from '../../markdown-names.ts';
import { type Convention, defaultConvention } from '../convention.ts';
import type { EntryName } from '../entry-name.ts';
import { commonest, numberingOf, widthOf } from '../numbering.ts';
import { templateForm } from '../template-name.ts';
import type { PathEntry } from './list-entries.ts';

type Naming = Pick<Convention, 'name' | 'numbering' | 'width'>;

type Layout = Pick<Convention, 'layout' | 'document'>;

type NumberForm = Extract<EntryName, { kind: 'number' }>;

/**
 * What most entries do: their layout, main document, name and numbering. Drafts say nothing of numbers but that
 * there are some.
 */
export function conventionOf(entries: readonly PathEntry[]): Omit<Convention, 'directory'> {
  const layout = layoutOf(entries);
  const forms = entries.map(({ form }) => form);
  const settled = forms.filter(({ kind }) => kind !== 'draft');
  const naming = settled.length > 0 ? namingOf(settled) : namingOfDrafts(forms);
  const name = layout.layout === 'file' ? `${naming.name}${extensionOf(entries)}` : naming.name;
  return { ...layout, ...naming, name };
}

/**
 * What the template of a place says that has no entries yet: one with a place for a number or a date in its
 * name decides the name, and the template's own layout is that of the entries.
 */
export function conventionFromTemplate(path: string): Omit<Convention, 'directory'> | undefined {
  const parts = path.split('/');
  const file = parts.at(-1) ?? '';
  const folder = parts.at(-2) ?? '';
  const form = templateForm(file) ?? templateForm(folder);
  if (!form) return undefined;
  const isFile = templateForm(file) !== undefined;
  const naming: Naming =
    form.kind === 'date'
      ? { name: `{date:${form.format}}-{slug}`, numbering: 'date', width: null }
      : { name: `${form.prefix}{number}-{slug}`, numbering: 'sequential', width: form.width };
  if (!isFile) return { layout: 'directory', document: file, ...naming };
  return { layout: 'file', document: null, ...naming, name: `${naming.name}.md` };
}

/**
 * The forms that hold a number under the prefix that most have, in any case; a prefix of its own (`day2-`,
 * `olmv1-`) makes none.
 */
export function numbersIn(forms: readonly EntryName[]): NumberForm[] {
  const numbers = forms.filter((form) => form.kind === 'number');
  const prefix = commonest(numbers.map((form) => form.prefix.toLowerCase()));
  return numbers.filter((form) => form.prefix.toLowerCase() === prefix);
}

function layoutOf(entries: readonly PathEntry[]): Layout {
  const directories = entries.filter(({ document }) => document !== undefined);
  if (directories.length * 2 <= entries.length) return { layout: 'file', document: null };
  return { layout: 'directory', document: commonest(directories.map(documentForm)) ?? 'README.md' };
}

function documentForm({ name, form, document = '' }: PathEntry): string {
  const stem = withoutExtension(document);
  if (form.kind !== 'slug' && stem === form.slug) return '{slug}.md';
  return stem === name ? '{name}.md' : document;
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

function namingOf(forms: readonly EntryName[]): Naming {
  const dates = forms.filter((form) => form.kind === 'date');
  if (dates.length * 2 > forms.length) {
    const format = commonest(dates.map((form) => form.format)) ?? 'YYYYMMDD';
    return { name: `{date:${format}}${separatorOf(dates)}{slug}`, numbering: 'date', width: null };
  }
  const numbers = numbersIn(forms);
  if (numbers.length * 2 <= forms.length) return { name: '{slug}', numbering: 'none', width: null };
  const prefix = commonest(numbers.map((form) => form.prefix)) ?? '';
  const isBare = numbers.filter(({ slug }) => slug === '').length * 2 > numbers.length;
  const digits = numbers.map((form) => form.digits);
  const width = widthOf(digits);
  return {
    name: `${prefix}{number}${isBare ? '' : `${separatorOf(numbers)}{slug}`}`,
    numbering: numberingOf(digits.map(Number), width !== null),
    width,
  };
}

function separatorOf(forms: readonly { separator: string }[]): string {
  return commonest(forms.flatMap(({ separator }) => separator || [])) ?? '-';
}
