import { yamlOf } from '../../answers/yaml.ts';
import { reasonInText } from '../../document/head/change/reason-in-text.ts';
import { withValue } from '../../document/head/change/set-value.ts';
import type { Field } from '../../document/head/field.ts';
import { jsonHeadLines } from '../../document/head/front/json-fields.ts';
import { isStatus } from '../../document/head/labels.ts';
import { type Head, readHeadOf } from '../../document/head/read-head.ts';
import { labelOfHeading } from '../../document/head/section/status-section.ts';
import { frontMatterEnd } from '../../document/markdown/front-matter.ts';
import { linesOf } from '../../document/markdown/lines.ts';
import { outlineOf } from '../../document/markdown/outline.ts';
import { isYamlFile } from '../../file-names.ts';

/** A status to be set, and the document that says the old one. */
export interface NewStatus {
  text: string;
  field: Field;
  value: string;
  /** Whether the document is all YAML, beside the one that has the sections. */
  isYaml: boolean;
}

/** A document with its new status; `reason` says why it must not be set: it would be read as something else, or more would change. */
export function withStatus(status: NewStatus): { after: string; reason: string | undefined } {
  const after = withValue(status.text, status.field, status.value);
  return { after, reason: formReason(status) ?? readingReason(status, after) };
}

/** A date of the last update in the same file, where there is one, is today's. */
export function withDates(text: string, file: string, today: string): string {
  const { fields } = readHeadOf(text, isYamlFile(file));
  const date = fields.find(
    ({ label, value }) => /^last[-_ ]?updated$/i.test(label) && /^\d{4}-\d\d-\d\d$/.test(value),
  );
  return date ? withValue(text, date, today) : text;
}

/** The line at which a status that was added is read; undefined where more has changed, or it is read as another one. */
export function readingOfAdded(
  before: string,
  after: string,
  { value, isYaml }: { value: string; isYaml: boolean },
): number | undefined {
  const [was, is] = [readHeadOf(before, isYaml), readHeadOf(after, isYaml)];
  const others = ({ fields }: Head) =>
    JSON.stringify(
      fields.filter((field) => !isStatus(field)).map(({ label, value: each }) => [label, each]),
    );
  const headings = outlineOf(before).headings.map(({ title }) => title);
  const now = outlineOf(after).headings.filter(
    ({ title }) => !isStatus({ label: labelOfHeading(title) }),
  );
  const isSame =
    isYaml || JSON.stringify(now.map(({ title }) => title)) === JSON.stringify(headings);
  if (is.status?.value !== value || others(was) !== others(is) || !isSame) return undefined;
  return is.status.line;
}

/** What is written in several lines, or with more than its value, cannot be replaced where it stands. */
export function formReason({ text, field }: Pick<NewStatus, 'text' | 'field'>): string | undefined {
  const { start, end, value, form, isStep = false, isLatest = false } = field;
  if (isLatest) return 'it is the latest entry of a history; add another entry instead';
  const isQuoted = /["']/.test(text.charAt(start - 1)) && text.charAt(start - 1) === text[end];
  const isYaml = form === 'yaml' || form === 'json';
  if (isYaml && (isStep || hasMoreBelow(text, field))) return 'it spans several lines';
  if (isYaml && !isQuoted && /^[&*!|>{[]/.test(value)) return 'it is not plain text';
  if (form === 'toml' && !isQuoted) return 'it is not a single-line string';
  return form === 'text' ? reasonInText(text, field) : undefined;
}

/** The YAML of a document: its front matter, or all of it. */
export function yamlPart(text: string, isYaml: boolean): string {
  if (isYaml) return text;
  const lines = linesOf(text);
  const json = lines.slice(0, jsonHeadLines(lines));
  if (json.length > 0) return json.filter((line) => !/^(?:---|;;;)/.test(line)).join('\n');
  const front = text.slice(0, frontMatterEnd(text)).replace(/^\uFEFF/, '');
  const [opening] = /^---[ \t]*\r?$/m.exec(front) ?? [];
  const keys = opening === undefined ? front : front.slice(front.indexOf(opening) + opening.length);
  return keys.replace(/^(?:---|\.\.\.)[ \t]*\s*$/m, '');
}

function hasMoreBelow(text: string, { start, end, value }: Field): boolean {
  const own = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1))?.[0] ?? '';
  const below = /^[^\n]*\r?\n([ \t]*)[^\s#]/.exec(text.slice(end))?.[1] ?? '';
  return below.length > own.length || (value !== '' && text.slice(start, end).includes('\n'));
}

function readingReason(status: NewStatus, after: string): string | undefined {
  const { text, field, value, isYaml } = status;
  const [was, is] = [readHeadOf(text, isYaml), readHeadOf(after, isYaml)];
  if (is.status?.line !== field.line || is.status.value !== value) {
    return `it would be read as ${is.status ? `"${is.status.value}"` : 'no status'}`;
  }
  if (othersIn(was, field) !== othersIn(is, field)) return 'it would also change another field';
  if (!isYaml && headingsOf(text, field) !== headingsOf(after, field))
    return 'it would also change the headings';
  return /^(?:yaml|json)$/.test(field.form) ? yamlReason(status, after) : undefined;
}

function othersIn({ fields }: Head, { line, label: own }: Field): string {
  const others = fields.filter((field) => field.line !== line || field.label !== own);
  return JSON.stringify(others.map(({ label, value }) => [label, value]));
}

/** The headings but for one that says the status itself. */
function headingsOf(text: string, { line: own, value }: Field): string {
  const { headings, lines } = outlineOf(text);
  const front = jsonHeadLines(lines);
  const others = headings.filter(({ line }) => line >= front);
  return JSON.stringify(
    others.map(({ title, level, line }) => (line + 1 === own && value !== '' ? level : title)),
  );
}

/** What a reader of YAML would see; one that cannot read the keys as they are today says nothing of the new value. */
function yamlReason({ text, field, value, isYaml }: NewStatus, after: string): string | undefined {
  const [was, is] = [yamlOf(yamlPart(text, isYaml)), yamlOf(yamlPart(after, isYaml))];
  if (was.errors.some(({ code }) => code === 'DUPLICATE_KEY')) return 'it has a duplicate key';
  if (was.errors.length > 0) return undefined;
  const [only, ...others] = differences(was.json, is.json);
  const isOnly =
    others.length === 0 && (only === undefined ? field.value === value : isSaid(only.now, value));
  return isOnly ? undefined : 'the YAML would be read differently';
}

function isSaid(read: unknown, value: string): boolean {
  return typeof read === 'string' && read.trim() === value;
}

function differences(was: unknown, now: unknown): { was: unknown; now: unknown }[] {
  if (JSON.stringify(was) === JSON.stringify(now)) return [];
  const [old, other] = [was, now].map((each) =>
    typeof each === 'object' && each !== null ? new Map(Object.entries(each)) : undefined,
  );
  if (!old || !other) return [{ was, now }];
  const keys = new Set([...old.keys(), ...other.keys()]);
  return [...keys].flatMap((key) => differences(old.get(key), other.get(key)));
}
