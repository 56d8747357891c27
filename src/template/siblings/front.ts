import { commonest } from '../../convention/numbering.ts';
import { isStatus } from '../../document/head/labels.ts';
import { KINDS } from '../adopt/metadata/labels.ts';
import { dateFormOf } from './date-forms-of.ts';
import { type FrontKey, isTableName, keysOf } from './front-keys.ts';
import type { Shared } from './head-lines.ts';
import {
  isTitleAlone,
  nextInOrder,
  type OwnNames,
  ownForm,
  quotedForm,
  slugForm,
} from './own-values.ts';

/** What a page is found by: another one has another, and an empty one is none. */
const PAGE_IDENTITY = /^(?:id|uid|slug|url|permalink|aliases|sidebar_\w+|\w+_id)$/i;

const ORDER_OF_PAGE = /^(?:weight|order|nav_order|position|sidebar_(?:position|order|weight))$/i;

/** What says how a page is shown, and nothing of what is in it. */
const FORM_OF_PAGE =
  /^(?:layout|type|kind|categor(?:y|ies)|template|lang|language|parent|collection|section|format|schema|doc_?type|(?:has_)?toc|draft|published|tags|hide_\w+|has_children|\w+_exclude)$/i;

/**
 * The front matter that documents share, in YAML or TOML, with places for its values; empty where most have none. Keys
 * that identify a page are left out.
 */
export function frontMatterOf(
  fronts: readonly string[],
  shared: Omit<Shared, 'isPadded'> & { names: readonly OwnNames[] },
): string {
  const there = fronts.filter((each) => each !== '');
  if (there.length < fronts.length * shared.share || there.length === 0) return '';
  const names = shared.names.filter((_, index) => fronts[index] !== '');
  const all = there.map(keysOf);
  const ownForms = formsByKey(all, names);
  const named = (key: FrontKey) =>
    all.flatMap((keys) => keys.find(({ name }) => name === key.name) ?? []);
  const sharedIn = (keys: readonly FrontKey[]) =>
    keys.filter((key) => named(key).length >= there.length * shared.share);
  // The latest of those that have the most: one may lack a key that all others have.
  const most = Math.max(...all.map((keys) => sharedIn(keys).length));
  const base = all.findLastIndex((keys) => sharedIn(keys).length === most);
  const [fence = '---'] = (there[base] ?? '').trim().split('\n');
  const lines = sharedIn(all[base] ?? []).flatMap(
    (key) => ownForms.get(key.name)?.line ?? keyLine(key, named(key), shared) ?? [],
  );
  return lines.length === 0 ? '' : `${[fence, ...lines, fence].join('\n')}\n\n`;
}

/** The lines of keys whose values are made of what each proposal is called by, as the front matter of all has them. */
export function ownKeyLines(
  fronts: readonly string[],
  names: readonly OwnNames[],
): Map<string, string> {
  const forms = formsByKey(fronts.map(keysOf), names);
  return new Map([...forms].map(([name, { line }]) => [name, line]));
}

function formsByKey(
  all: readonly (readonly FrontKey[])[],
  names: readonly OwnNames[],
): Map<string, { line: string }> {
  const keys = new Map(all.flatMap((own) => own.map((key) => [key.name, key] as const)));
  const forms = [...keys].flatMap(([name, key]) => {
    const values = all.flatMap((own, index) => {
      const value = own.find((each) => each.name === name && !each.isList)?.value;
      const of = names[index];
      return value === undefined || of === undefined ? [] : { value: bareValue(value), names: of };
    });
    const { label, indent } = key;
    const form =
      (KINDS.title.test(label) ? slugForm(values) : undefined) ??
      ownForm(values) ??
      (ORDER_OF_PAGE.test(label) ? nextInOrder(values.map((each) => each.value)) : undefined);
    if (form === undefined || isStatus({ label })) return [];
    if (isTitleAlone(form) && KINDS.title.test(label)) return [];
    const quote = commonest(all.flatMap((own) => quoteOf(own.find((each) => each.name === name))));
    const sign = key.sign === '=' ? ' =' : ':';
    return [[name, { line: `${indent}${label}${sign} ${quotedForm(form, quote ?? '')}` }] as const];
  });
  return new Map(forms);
}

function bareValue(value: string): string {
  return value.replace(/^(["'])(.*)\1$/, '$2');
}

function quoteOf(key: FrontKey | undefined): string[] {
  return key === undefined ? [] : [/^["']/.exec(key.value)?.[0] ?? ''];
}

function keyLine(
  key: FrontKey,
  same: readonly FrontKey[],
  { status }: Pick<Shared, 'status'>,
): string | undefined {
  const { name, label, indent, sign, value } = key;
  if (isTableName(name)) return name;
  const before = indent + (sign === '=' ? `${label} =` : `${label}:`);
  const quote = /^["']/.exec(value)?.[0] ?? '';
  const quoted = (text: string) => (text === '' ? '' : `${quote}${text}${quote}`);
  const said = isStatus({ label })
    ? quoted(status)
    : (placeFor(key) ?? sharedValue(key, same, quoted));
  // A key without a value is a mistake in TOML.
  if (said === undefined || (said === '' && sign === '=')) return undefined;
  return said.startsWith('\n') ? `${before}${said}` : `${before} ${said}`.trimEnd();
}

function placeFor(key: FrontKey): string | undefined {
  const { label, sign, value, isList, beforeName } = key;
  const [quote = ''] = sign === '=' ? ['"'] : quoteOf(key);
  if (KINDS.title.test(label)) return `${quote}Title${quote}`;
  if (!KINDS.author.test(label)) return undefined;
  if (!isList) return `${quote}<author>${quote}`;
  if (beforeName !== '') return `\n${beforeName}"<author>"`;
  return value.startsWith('[') ? '["<author>"]' : '\n  - "<author>"';
}

function sharedValue(
  { label, value }: FrontKey,
  same: readonly FrontKey[],
  quoted: (text: string) => string,
): string | undefined {
  const values = same.map((each) => each.value.replace(/["']/g, ''));
  if (KINDS.number.test(label) && values.every((each) => /^\d+$/.test(each))) return quoted('NNNN');
  const isAlike = values.every((each) => each === values[0] && each !== '');
  const isConstant = isAlike && same.length >= 3 && FORM_OF_PAGE.test(label);
  if (isConstant) return value;
  return PAGE_IDENTITY.test(label) || ORDER_OF_PAGE.test(label)
    ? undefined
    : quoted(KINDS.date.test(label) ? dateFormOf(values) : '');
}
