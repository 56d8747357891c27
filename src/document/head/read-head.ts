import { frontMatterEnd, frontMatterLines } from '../markdown/front-matter.ts';
import type { Heading, Outline } from '../markdown/heading.ts';
import { lineStarts, linesOf } from '../markdown/lines.ts';
import { outlineOf } from '../markdown/outline.ts';
import { meaningOf } from '../titles/section-names.ts';
import { bareSpan, type Field, partsOf } from './field.ts';
import { type FileLines, tomlFields, yamlFields } from './front-fields.ts';
import { labelFields } from './label-fields.ts';
import { isLeftOpen, isStatus, type Relation, relationsInSection, relationsOf } from './labels.ts';
import { withoutNumber } from './title-number.ts';

/** What a proposal says of itself. */
export interface Head {
  /** Every label and value, the surest places first. */
  fields: readonly Field[];
  /** Where the status stands; its value may be empty. */
  status: Field | undefined;
  relations: readonly Relation[];
  /** Without its number. */
  title: string | undefined;
}

/** What a document says of itself in front matter, below its title, and in a section of its status. */
export function readHead(text: string): Head {
  const outline = outlineOf(text);
  const file: FileLines = { lines: linesAsWritten(text, outline), starts: outline.starts };
  const end = frontMatterLines(file.lines);
  const front = frontFields(file, end);
  const labels = labelFields(file, end, headEnd(outline, file, end));
  const section = statusSection(outline, file);
  const inSection = section ? sectionField(section, outline, file) : undefined;
  const fields = [
    ...front,
    ...labels,
    ...headingFields(outline),
    ...(inSection ? [inSection] : []),
  ];
  const status = firstStatus(fields);
  const said = status?.form === 'text' ? [text.slice(status.start, status.end)] : [];
  const own = section ? sectionLines(section, outline, file) : said;
  const first = section ? sectionStart(section, outline) + 1 : (status?.line ?? 1);
  return {
    fields,
    status,
    relations: [...relationsOf([...front, ...labels]), ...relationsInSection(own, first)],
    title: headTitle({ front, fields }, outline),
  };
}

/** What a YAML file beside a document says of it. */
export function readYamlHead(text: string): Head {
  const lines = linesOf(text.replace(/^\uFEFF/, ''));
  const file: FileLines = { lines, starts: lineStarts(text) };
  const fields = yamlFields(file, 0, lines.length);
  const title = fields.find(({ label }) => /^(?:title|name)$/i.test(label))?.value;
  return {
    fields,
    status: firstStatus(fields),
    relations: relationsOf(fields),
    title: title || undefined,
  };
}

/** The lines of a document, front matter and comments of MDX with them, without a byte order mark. */
function linesAsWritten(text: string, { lines }: Outline): readonly string[] {
  if (frontMatterEnd(text) === 0 && !text.includes('{/*')) return lines;
  return linesOf(text.startsWith('\uFEFF') ? text.slice(1) : text);
}

/** A status that a heading says itself, such as `## Status: accepted`. */
function headingFields({ headings }: Outline): Field[] {
  return headings.slice(0, 4).flatMap(({ title, start, line, level }) => {
    const [, label = '', gap = '', value = ''] =
      /^([^:：]{1,40}?)([ \t]*[:：][ \t]*)(\S.*)$/.exec(title) ?? [];
    if (label === '' || level === 1 || !isStatus({ label })) return [];
    const at = start + level + 1 + label.length + gap.length;
    const own = { label, value, start: at, end: at + value.length, line: line + 1 };
    return [{ ...own, lead: '', form: 'text' as const, items: partsOf(value) }];
  });
}

function firstStatus(fields: readonly Field[]): Field | undefined {
  const all = fields.filter((field) => isStatus(field));
  return all.find(({ value }) => value !== '') ?? all[0];
}

function frontFields(file: FileLines, end: number): Field[] {
  if (end === 0) return [];
  const from = file.lines.findIndex((line) => /^(?:---|\+\+\+)[ \t]*$/.test(line)) + 1;
  const isToml = file.lines[from - 1]?.startsWith('+++') === true;
  return isToml ? tomlFields(file, from, end - 1) : yamlFields(file, from, end - 1);
}

/** Where the lines about the document end: at its first section. */
function headEnd({ headings }: Outline, { lines }: FileLines, from: number): number {
  const [first, second] = headings;
  if (!first) return lines.length;
  const isBefore = lines
    .slice(from, first.line)
    .some((line) => /^[ \t]*\||[:：]/.test(line) && !/^\s*<!--/.test(line));
  return isBefore ? first.line : (second?.line ?? lines.length);
}

function statusSection({ headings }: Outline, { lines }: FileLines): Heading | undefined {
  return headings.find(
    ({ title, level, line }) =>
      level <= 2 && isStatus({ label: title.replace(/^\d+\.?\s+/, '') }) && line < lines.length,
  );
}

/** The first line below a heading, counted from 0; -1 where there is none. */
function sectionStart({ bodyStart }: Heading, { starts }: Pick<Outline, 'starts'>): number {
  return starts.findIndex((start) => start >= bodyStart);
}

function sectionLines(
  heading: Heading,
  { headings, starts }: Outline,
  { lines }: FileLines,
): string[] {
  const next = headings[headings.indexOf(heading) + 1];
  const from = sectionStart(heading, { starts });
  return from < 0 ? [] : lines.slice(from, next?.line ?? lines.length);
}

/** A line that says how a decision has been changed, and nothing of its status. */
const AMENDED = /^[ \t]*(?:[-*+][ \t]+)?(?:amended|clarified|extended|amends|extends)\b/i;

/** The first paragraph below the heading. */
function sectionField(heading: Heading, outline: Outline, file: FileLines): Field | undefined {
  const from = sectionStart(heading, outline);
  const own = sectionLines(heading, outline, file);
  const isText = (line: string) => line.trim() !== '' && !/^\s*<!--.*-->\s*$/.test(line);
  const first = own.findIndex((line) => isText(line) && !AMENDED.test(line));
  // Of several boxes, the one that is ticked says it.
  const ticked = /^\s*[-*+]\s+\[/.test(own[first] ?? '')
    ? own.findIndex((line) => /^\s*[-*+]\s+\[x\]/i.test(line))
    : -1;
  const at = ticked >= 0 ? ticked : first < 0 ? own.findIndex(isText) : first;
  const text = own[at];
  if (text === undefined || from < 0) return emptySection(heading, file);
  if (/^[ \t]*\|/.test(text)) {
    return labelFields(file, from + at, from + own.length).find((field) => isStatus(field));
  }
  const bullet = /^[ \t]*(?:[-*+][ \t]+)?/.exec(text)?.[0].length ?? 0;
  const span = bareSpan({
    text: text.slice(bullet),
    start: (file.starts[from + at] ?? 0) + bullet,
  });
  return {
    label: heading.title,
    value: span.text,
    start: span.start,
    end: span.start + span.text.length,
    line: from + at + 1,
    lead: '',
    form: 'text',
    items: partsOf(text),
  };
}

/** The place for a status in a section that says none yet, below the blank line behind its heading. */
function emptySection(heading: Heading, { lines, starts }: FileLines): Field | undefined {
  const at = heading.line + 1;
  const start = starts[at];
  if (start === undefined || lines[at]?.trim() !== '') return undefined;
  return {
    label: heading.title,
    value: '',
    start,
    end: start,
    line: at + 2,
    lead: (starts[at + 1] ?? 0) - start === 2 ? '\r\n' : '\n',
    form: 'text',
    items: [],
  };
}

function headTitle(
  { front, fields }: { front: readonly Field[]; fields: readonly Field[] },
  outline: Outline,
): string | undefined {
  const said =
    front.find(({ label }) => /^(?:title|name)$/i.test(label))?.value ||
    titleInHeadings(outline) ||
    fields.find(({ label }) => /^feature(?: name)?$/i.test(label))?.value;
  const title = said === undefined ? '' : bareSpan({ text: said, start: 0 }).text;
  return title === '' || isLeftOpen(title) ? undefined : withoutNumber(title);
}

/** The heading that is the title; where it has the number alone, the one right below it. */
function titleInHeadings({ headings, lines }: Outline): string | undefined {
  const heading = headings.find(({ level }) => level === 1) ?? headings[0];
  if (!heading || isSectionName(heading, headings)) return undefined;
  const next = headings[headings.indexOf(heading) + 1];
  const isNumber = /^(?:[A-Za-z]{2,6}[- ]?)?#?\d+$/.test(heading.title);
  const between = lines.slice(heading.line + 1, next?.line);
  const isRightBelow = between.every((line) => line.trim() === '' || /^=+\s*$/.test(line));
  return next && isNumber && isRightBelow && !isSectionName(next, headings)
    ? next.title
    : heading.title;
}

/** Whether a first heading is that of a section, as where all sections stand at level 1. */
function isSectionName({ level, title }: Heading, headings: readonly Heading[]): boolean {
  const isTop = level === 1 && headings.filter((each) => each.level === 1).length < 3;
  return !isTop && (isStatus({ label: title }) || meaningOf(title) !== undefined);
}
