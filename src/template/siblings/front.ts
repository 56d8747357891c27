import { commonest } from '../../convention/numbering.ts';
import { isStatus } from '../../document/head/labels.ts';
import { KINDS } from '../adopt/metadata/labels.ts';
import type { Shared } from './head-lines.ts';
import { isTitleAlone, type OwnNames, ownForm, quotedForm, slugForm } from './own-values.ts';

interface FrontKey {
  name: string;
  sign: ':' | '=';
  value: string;
  /** Whether the value is a list, on the lines below or in brackets. */
  isList: boolean;
}

/** What a page is found by: another one has another, and an empty one is none. */
const PAGE_IDENTITY =
  /^(?:id|uid|slug|url|permalink|aliases|weight|order|nav_order|position|sidebar_\w+|\w+_id)$/i;

/** What says how a page is shown, and nothing of what is in it. */
const FORM_OF_PAGE =
  /^(?:layout|type|kind|categor(?:y|ies)|template|lang|language|parent|collection|section|format|schema|doc_?type|(?:has_)?toc|draft|published|tags|hide_\w+|has_children|\w+_exclude)$/i;

/**
 * The front matter that documents share, in YAML or TOML, with places for its values; empty where most have none. Keys
 * that identify a page are left out.
 */
export function frontMatterOf(
  fronts: readonly string[],
  shared: Shared & { names: readonly OwnNames[] },
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
    const form = (KINDS.title.test(name) ? slugForm(values) : undefined) ?? ownForm(values);
    if (form === undefined || isStatus({ label: name })) return [];
    if (isTitleAlone(form) && KINDS.title.test(name)) return [];
    const quote = commonest(all.flatMap((own) => quoteOf(own.find((each) => each.name === name))));
    const sign = key.sign === '=' ? ' =' : ':';
    return [[name, { line: `${name}${sign} ${quotedForm(form, quote ?? '')}` }] as const];
  });
  return new Map(forms);
}

function bareValue(value: string): string {
  return value.replace(/^(["'])(.*)\1$/, '$2');
}

function quoteOf(key: FrontKey | undefined): string[] {
  return key === undefined ? [] : [/^["']/.exec(key.value)?.[0] ?? ''];
}

function keysOf(front: string): FrontKey[] {
  const lines = front.split('\n');
  return lines.flatMap((line, index): FrontKey[] => {
    // In TOML, the keys below the name of a table are its own.
    if (TABLE_NAME.test(line)) return [{ name: line, sign: '=', value: '', isList: false }];
    const [, name = '', sign = '', value = ''] =
      /^([\w-]+(?: [\w-]+)*)[ \t]*([:=])(?:[ \t]+(.*))?$/.exec(line) ?? [];
    if (name === '') return [];
    const isList = value.startsWith('[') || /^[ \t]+-|^-[ \t]/.test(lines[index + 1] ?? '');
    return [{ name, sign: sign === '=' ? '=' : ':', value: value.trim(), isList }];
  });
}

const TABLE_NAME = /^\[[\w.-]+\]$/;

function keyLine(
  key: FrontKey,
  same: readonly FrontKey[],
  { status, dateForm }: Shared,
): string | undefined {
  const { name, sign, value } = key;
  if (TABLE_NAME.test(name)) return name;
  const before = sign === '=' ? `${name} =` : `${name}:`;
  const quote = /^["']/.exec(value)?.[0] ?? '';
  const quoted = (text: string) => (text === '' ? '' : `${quote}${text}${quote}`);
  const said = isStatus({ label: name })
    ? quoted(status)
    : (placeFor(key) ?? sharedValue(key, same, { quoted, dateForm }));
  // A key without a value is a mistake in TOML.
  if (said === undefined || (said === '' && sign === '=')) return undefined;
  return said.startsWith('\n') ? `${before}${said}` : `${before} ${said}`.trimEnd();
}

function placeFor({ name, sign, value, isList }: FrontKey): string | undefined {
  if (KINDS.title.test(name)) return sign === '=' ? '"Title"' : 'Title';
  if (!KINDS.author.test(name)) return undefined;
  if (!isList) return '"<author>"';
  return value.startsWith('[') ? '["<author>"]' : '\n  - "<author>"';
}

function sharedValue(
  { name, value }: FrontKey,
  same: readonly FrontKey[],
  { quoted, dateForm }: Pick<Shared, 'dateForm'> & { quoted: (text: string) => string },
): string | undefined {
  const values = same.map((each) => each.value.replace(/["']/g, ''));
  if (KINDS.number.test(name) && values.every((each) => /^\d+$/.test(each))) return quoted('NNNN');
  const isAlike = values.every((each) => each === values[0] && each !== '');
  const isConstant = isAlike && same.length >= 3 && FORM_OF_PAGE.test(name);
  if (isConstant) return value;
  return PAGE_IDENTITY.test(name)
    ? undefined
    : quoted(KINDS.date.test(name) ? dateForm(values) : '');
}
