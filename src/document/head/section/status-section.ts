import { type Heading, highestLevel, type Outline, parentOf } from '../../markdown/heading.ts';
import { programLines } from '../example-blocks.ts';
import type { Field } from '../field.ts';
import type { FileLines } from '../front/file-lines.ts';
import { labelFields } from '../label-fields.ts';
import { fieldOf } from '../labelled-value.ts';
import { isStage, isStatus, relationCalled } from '../labels.ts';
import {
  beginsWithStatus,
  isOtherSentence,
  mayBeBackground,
  readsAsStatus,
} from '../says-status.ts';
import { endOfTable, tableFields } from '../tables/table-fields.ts';
import { entryField } from './entry-field.ts';
import { isMenu, presentEntry, type SectionEntry, sectionEntries } from './section-entries.ts';

/** The section that says the status, or the heading that does itself. */
export function statusSection(outline: Outline, file: FileLines): Heading | undefined {
  const { headings } = outline;
  const isNearTop = nearTop(headings);
  return headings.find(
    (heading, at) =>
      isStatus({ label: labelOfHeading(heading.title) }) &&
      (isNearTop(at) || isAboutDocument(headings, at)) &&
      !isAboutOther(heading, outline, file),
  );
}

/** The lines of a section up to the next heading. */
export function sectionLines(
  heading: Heading,
  { headings, starts }: Outline,
  { lines }: FileLines,
): string[] {
  const next = headings[headings.indexOf(heading) + 1];
  const from = sectionStart(heading, { starts });
  return from < 0 ? [] : lines.slice(from, next?.line ?? lines.length);
}

/** What says the status below its heading. */
export function sectionField(
  heading: Heading,
  outline: Outline,
  file: FileLines,
): Field | undefined {
  const from = sectionStart(heading, outline);
  const own = sectionLines(heading, outline, file);
  const entries = from < 0 ? [] : sectionEntries(own, file.starts, from);
  const [first] = entries;
  if (!first) return emptySection(heading, file);
  const table = endOfTable(file.lines, first.line, from + own.length);
  if (table > first.line) {
    return tableFields(file, first.line, table).find((field) => isStatus(field));
  }
  const isProgram = programLines(own);
  const labelled = labelFields(file, from, from + own.length).filter(
    ({ line }) => !isProgram[line - 1 - from],
  );
  const said = labelled.find(
    (each) =>
      (isStatus(each) || isStage(each) || /^current$/i.test(each.label)) && each.value !== '',
  );
  if (said && said.line <= first.line + FEW_LINES) return said;
  // A label may lead to what stands below it.
  const inOwnLine = labelled.filter(({ label, line }) => file.lines[line - 1]?.includes(label));
  const others = new Set(inOwnLine.filter(isBesideStatus).map(({ line }) => line - 1));
  const entry = presentEntry(entries.filter(({ line }) => !others.has(line)));
  return entry
    ? entryField(labelOfHeading(heading.title), entry, file)
    : openField(heading, first, menuEnd(entries));
}

/** A heading without its number, its signs and its id; with a value behind it, without that. */
export function labelOfHeading(title: string): string {
  if (/^[A-Za-z]*$/.test(title)) return title;
  const bare = title
    .replace(/<[^<>]*>/g, '')
    .replace(/^\[([^[\]]*)\](?:\([^()]*\))?/, '$1')
    .replace(/\{#[^{}]*\}[ \t]*$|:[\w+-]+:[ \t]*$/, '')
    .replace(/^(?:\d+(?:\.\d+)*[.)]?[ \t]+|[A-Z][.)][ \t]+)/, '')
    .replace(/^[^\p{L}]+/u, '');
  return bare
    .replace(/(?<![ \t])[ \t]*[:：].*$/, '')
    .replace(
      / (?:of (?:this|the) (?:document|proposal|adr|rfc|decision)|(?:&|and) (?:history|date))$/i,
      '',
    )
    .replace(/^date (?:&|and) /i, '')
    .replace(/[^\p{L}\p{M})]+$/u, '');
}

/** What the section is called that says something of the document. */
export const ABOUT_DOCUMENT =
  /^(?:meta|meta[- ]?data|preamble|header|front matter|info|information|details|about(?: this (?:document|proposal|adr|rfc))?|(?:document|proposal|rfc|adr|kep) (?:information|info|control|details|metadata))$/i;

/** The first line below a heading, counted from 0; -1 where there is none. */
export function sectionStart({ bodyStart }: Heading, { starts }: Pick<Outline, 'starts'>): number {
  return starts.findIndex((start) => start >= bodyStart);
}

/** Tells of a heading whether it is at the first level, or below the title: of several at the first, each is a part. */
function nearTop(headings: readonly Heading[]): (at: number) => boolean {
  // What a form of GitHub has asked for stands at level 3.
  const top = highestLevel(headings.filter(({ level }) => level > 1));
  const firsts = headings.flatMap(({ level }, at) => (level === 1 ? [at] : []));
  return (at) => {
    const level = headings[at]?.level ?? 0;
    if (level !== top) return level < 2;
    const [title, second = Number.POSITIVE_INFINITY] = firsts;
    const isLast = (firsts.at(-1) ?? -1) < at;
    return second > at && ((title === 0 && at > 0) || isLast);
  };
}

/** Whether a heading stands right below the title, or below one that says that it is about the document. */
function isAboutDocument(headings: readonly Heading[], at: number): boolean {
  const parent = headings[parentOf(headings, at) ?? -1];
  return (
    parent !== undefined && (parent === headings[0] ? at === 1 : ABOUT_DOCUMENT.test(parent.title))
  );
}

/** Whether a section called as that of the status is tells how something else is: the product today, or a part of it. */
function isAboutOther(heading: Heading, outline: Outline, file: FileLines): boolean {
  const { headings } = outline;
  const isBackground = mayBeBackground(labelOfHeading(heading.title));
  const before = headings.slice(0, headings.indexOf(heading));
  const isLate = before.filter(({ level }) => level === heading.level).length >= EARLY_SECTIONS;
  if (/[:：][ \t]*\S/.test(heading.title)) return false;
  const value = sectionField(heading, outline, file)?.value ?? '';
  // What waits for a status, or lists those that there are, is called by one word.
  if (value === '') return isBackground && /\P{L}/u.test(heading.title);
  const hasProgram = programLines(sectionLines(heading, outline, file)).includes(true);
  return isBackground || isLate || hasProgram ? !readsAsStatus(value) : isOtherSentence(value);
}

/** A section of the status is among the first; one that comes later may be that of something else. */
const EARLY_SECTIONS = 3;

/** The label of a status stands among the first lines, beside a date and who decided. */
const FEW_LINES = 6;

function isBesideStatus({ label }: Field): boolean {
  return !isStatus({ label }) && relationCalled(label) === undefined && !beginsWithStatus(label);
}

/** The place of a status that is still to be chosen; of several in a list, all of it is to be replaced. */
function openField(
  heading: Heading,
  { text, start, line }: SectionEntry,
  end: number | undefined,
): Field {
  const label = labelOfHeading(heading.title);
  const field = fieldOf(label, { text, start }, line);
  return { ...field, label, value: '', ...(end !== undefined && { end }) };
}

function menuEnd(entries: readonly SectionEntry[]): number | undefined {
  const last = isMenu(entries) ? entries.at(-1) : undefined;
  return last && last.start + last.text.trimEnd().length;
}

/** The place for a status in a section that says none yet, between blank lines below its heading. */
function emptySection(heading: Heading, { lines, starts }: FileLines): Field | undefined {
  const at = heading.line + 1;
  const next = starts[at];
  if (next === undefined || lines[at]?.trim() !== '') return undefined;
  const start = (starts[heading.line] ?? 0) + (lines[heading.line]?.length ?? 0);
  const eol = next - start === 2 ? '\r\n' : '\n';
  return {
    label: labelOfHeading(heading.title),
    value: '',
    start,
    end: start,
    line: at + 2,
    lead: eol + eol,
    form: 'text',
    items: [],
  };
}
