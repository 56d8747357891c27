import path from 'node:path';
import { yamlOf } from '../../answers/yaml.ts';
import type { Finding } from '../../document/findings/finding.ts';
import type { Field } from '../../document/head/field.ts';
import {
  alternativesIn,
  isLeftOpen,
  isNoProposal,
  isStatus,
  relationCalled,
} from '../../document/head/labels.ts';
import { readHead, readYamlHead } from '../../document/head/read-head.ts';
import { statusWord } from '../../document/head/status-choices.ts';
import { spaces } from '../../document/markdown/blank-code.ts';
import { frontMatterEnd } from '../../document/markdown/front-matter.ts';
import { lineCounter } from '../../document/markdown/lines.ts';
import type { ReadHeadFile, ReadProposal } from '../../proposals/state/read-proposal.ts';
import { isDateForm, isPlaceholder, standsForPeople } from '../../template/adopt/placeholders.ts';

/** The fields of a template and of the files beside it, whose values somebody is to replace. */
export interface TemplateFields {
  own: readonly Field[];
  beside: ReadonlyMap<string, readonly Field[]>;
}

export function templateFields(
  text: string,
  companions: ReadonlyMap<string, string>,
): TemplateFields {
  const beside = [...companions].map(([name, yaml]) => [name, readYamlHead(yaml).fields] as const);
  return { own: readHead(text).fields, beside: new Map(beside) };
}

/** What is to be said of the head of a proposal, and of the files beside it. */
export function headFindings(
  { own, beside }: ReadProposal,
  template: TemplateFields,
  shown: (file: string) => string,
): Finding[] {
  return [
    ...brokenYaml(own, false),
    ...beside.flatMap((each) => brokenYaml(each, true)),
    ...valuesLeft(own, template.own),
    ...beside.flatMap((each) =>
      valuesLeft(each, template.beside.get(path.basename(each.file)) ?? []).map((finding) => ({
        ...finding,
        beside: path.basename(each.file),
      })),
    ),
    ...contradictions([...beside, own], shown),
  ];
}

/** YAML that does not parse, told where it stands; what is plainly well formed is not parsed. */
function brokenYaml({ text, file }: ReadHeadFile, isYaml: boolean): Finding[] {
  const end = isYaml ? text.length : frontMatterEnd(text);
  if (end === 0) return [];
  const front = text.slice(0, end);
  if (!isYaml && !/^\uFEFF?\s*(?:<!--[\s\S]*?-->\s*)?---/.test(front)) return [];
  const bare = front.replace(/^\uFEFF?\s*<!--[\s\S]*?-->/, spaces).replace(/^---/gm, spaces);
  const keys = isYaml ? front : bare;
  if (keys.split(/\r?\n/).every((line) => PLAIN_LINE.test(line))) return [];
  const beside = isYaml ? { beside: path.basename(file) } : {};
  if (keys.length > LONGEST_PARSED)
    return [{ code: 'front-matter-broken', reason: TOO_LONG, line: 1, column: 1, ...beside }];
  const [error] = yamlOf(keys).errors;
  if (!error) return [];
  // An offset behind all text is one of the last line that has any.
  const lineAt = lineCounter(keys.trimEnd());
  const line = openQuote(keys, error.message) ?? lineAt(error.pos[0]);
  const [reason = ''] = error.message.split('\n');
  return [{ code: 'front-matter-broken', reason, line, column: 1, ...beside }];
}

/** Characters; with many errors, the parser takes a time that is their square. */
const LONGEST_PARSED = 50_000;
const TOO_LONG = `it has more than ${LONGEST_PARSED.toLocaleString('en')} characters`;

/** The line, counted from 1, of a value whose quote is never closed: a parser tells only where it gave up. */
function openQuote(keys: string, message: string): number | undefined {
  const quote = /^Missing closing (["'])quote/.exec(message)?.[1];
  if (quote === undefined) return undefined;
  const begins = new RegExp(`(?:^|[:[,{-])[ \\t]*${quote}`);
  const isOpen = (line: string) => begins.test(line) && line.split(quote).length % 2 === 0;
  const at = keys.split('\n').findIndex(isOpen);
  return at < 0 ? undefined : at + 1;
}

/** A key with a value that needs no quotes, an item of a list, a comment, or nothing. */
const PLAIN_LINE =
  /^(?:[\w-]+:(?: +(?:[\p{L}\p{N}/.][\p{L}\p{N} /.,_()+@-]*|"[^"\\]*"|'[^']*'))?| *- (?:[\p{L}\p{N}/.][\p{L}\p{N} /.,_()+@-]*|"[^"\\]*"|'[^']*')|#.*)? *$/u;

function valuesLeft({ head }: ReadHeadFile, template: readonly Field[]): Finding[] {
  return head.fields.flatMap((field) => {
    const { label, line } = field;
    const model = template.find((each) => each.label.toLowerCase() === label.toLowerCase());
    const value = valueLeft(field, model);
    return value === undefined
      ? []
      : [{ code: 'value-placeholder', label, value, line, column: 1 }];
  });
}

/** The value of a field that is still the template's. */
function valueLeft({ label, value, items }: Field, model: Field | undefined): string | undefined {
  // A menu of statuses is still to be chosen from, whatever the template says.
  if (isStatus({ label }) && isStatusMenu(value)) return value;
  if (!model || (isStatus({ label }) && !isLeftOpen(value))) return undefined;
  if (value === model.value && saysWhatItIs(label, value)) return value;
  const said = items.length > 0 ? items.map(({ text }) => text) : [value];
  const known = [model.value, ...model.items.map(({ text }) => text)];
  const isOther = relationCalled(label) === undefined ? isToBeReplaced : isOfTemplateAlone;
  return said.find((each) => known.includes(each) && isOther(each));
}

/** Whether a value is one that no two documents share: a status that is still open is told apart before. */
function saysWhatItIs(label: string, value: string): boolean {
  return isStatus({ label }) || (/^(?:title|name)$/i.test(label) && value !== '');
}

/** Whether a relation is the template's own: to its example, or words in brackets that say what to write. */
function isOfTemplateAlone(value: string): boolean {
  const isHint = /^\((?:put|leave|list|link|if|only|optional)\b.*\)$/i.test(value.trim());
  return isHint || !isNoProposal(value);
}

function isStatusMenu(value: string): boolean {
  return isLeftOpen(value) && alternativesIn(value).length > 2;
}

function isToBeReplaced(value: string): boolean {
  if (/^(?:|n\/a|tbd|todo|none|null|\[\s*\]|\{\s*\})$/i.test(value.trim())) return false;
  return (
    (isPlaceholder(value) && !/leave|blank|assign/i.test(value)) ||
    /xyz|nickname|foobar|yyyy|\bn{3,}\b|\bx{3,}\b/i.test(value) ||
    isDateForm(value, '') ||
    standsForPeople(value) ||
    /^@(?:reviewer|approver|author|owner|name|handle)s?\d?$/i.test(value.trim())
  );
}

/** A second place of the same proposal that says another status. */
function contradictions(
  heads: readonly ReadHeadFile[],
  shown: (file: string) => string,
): Finding[] {
  const all = heads.flatMap(({ head, file }) =>
    head.fields
      .filter((field) => isStatus(field) && statusWord(field.value) !== '')
      .map((field) => ({ field, file })),
  );
  const [first, ...others] = all;
  const other = others.find(
    ({ field }) => statusWord(field.value) !== statusWord(first?.field.value ?? ''),
  );
  if (!first || !other) return [];
  // It is told where the document says it.
  const place = other.file === heads.at(-1)?.file ? other : first;
  const against = place === other ? first : other;
  return [
    {
      code: 'status-contradicts',
      status: place.field.value,
      other: against.field.value,
      file: shown(against.file),
      otherLine: against.field.line,
      line: place.field.line,
      column: 1,
    },
  ];
}
