import { startsOf } from '../markdown/blocks.ts';
import { frontMatterEnd, frontMatterLines } from '../markdown/front-matter.ts';
import { blockAround, type Heading, type Outline, titleStart } from '../markdown/heading.ts';
import { linesOf } from '../markdown/lines.ts';
import { outlineOf } from '../markdown/outline.ts';
import { type Field, partsOf } from './field.ts';
import type { FileLines } from './front/file-lines.ts';
import { jsonFields, jsonHeadLines } from './front/json-fields.ts';
import { tomlFields } from './front/toml-fields.ts';
import { yamlFields } from './front/yaml-fields.ts';
import { labelFields } from './label-fields.ts';
import { labelOfLine, labelRanges } from './label-line.ts';
import { isStage, isStatus, type Relation, relationsOf } from './labels.ts';
import { relationsOfDocument } from './relations/document-relations.ts';
import {
  beginsWithStatus,
  isOtherSentence,
  mayBeBackground,
  readsAsStatus,
} from './says-status.ts';
import { ABOUT_DOCUMENT, sectionField, statusSection } from './section/status-section.ts';
import { isHeadLabel } from './tables/table-fields.ts';
import { headTitle } from './title/head-title.ts';
import { titleStatus } from './title/title-status.ts';

/** What a proposal says of itself. */
export interface Head {
  /** Every label and value, the surest places first. */
  fields: readonly Field[];
  status: Field | undefined;
  relations: readonly Relation[];
  title: string | undefined;
}

/** What a document says of itself in front matter, below its title, and in a section of its status. */
export function readHead(text: string): Head {
  const outline = outlineOf(text);
  const file: FileLines = { lines: linesAsWritten(text, outline), starts: outline.starts };
  const json = jsonHeadLines(file.lines);
  const end = json || frontMatterLines(file.lines);
  const front = json > 0 ? jsonFields(file, json) : frontFields(file, end);
  const labelsEnd = headEnd(outline, file, end);
  const labels = labelFields(file, end, labelsEnd);
  const section = statusSection(outline, file);
  const inHeadings = headingFields(outline, file);
  const isSaid = inHeadings.some(({ line }) => line - 1 === section?.line);
  const inSection = section && !isSaid ? sectionField(section, outline, file) : undefined;
  const said = [...front, ...labels, ...inHeadings, ...(inSection ? [inSection] : [])];
  const [first] = outline.headings;
  const isElsewhere = first === undefined || said.some((field) => isStatus(field));
  const inTitle = isElsewhere ? undefined : titleStatus(first, outline);
  const atEnd = firstStatus(said) || inTitle ? [] : closingFields(outline, file);
  const fields = [...said, ...(inTitle ? [inTitle] : []), ...atEnd];
  const status = firstStatus(fields);
  return {
    fields,
    status,
    relations: relationsOfDocument(
      { text, outline, file },
      { labelled: [...front, ...labels], head: { from: end, to: labelsEnd }, status, section },
    ),
    title: headTitle({ front, fields }, outline, text),
  };
}

/** What a YAML file beside a document says of it. */
export function readYamlHead(text: string): Head {
  const lines = linesOf(text.replace(/^\uFEFF/, ''));
  const file: FileLines = { lines, starts: startsOf(text) };
  const fields = yamlFields(file, 0, lines.length);
  const title = fields.find(({ label }) => /^(?:title|name)$/i.test(label))?.value;
  return {
    fields,
    status: firstStatus(fields),
    relations: relationsOf(fields),
    title: title || undefined,
  };
}

/** As {@link readYamlHead} or {@link readHead}, for a file of either kind. */
export function readHeadOf(text: string, isYaml: boolean): Head {
  return isYaml ? readYamlHead(text) : readHead(text);
}

/** The lines of a document, front matter and comments of MDX with them, without a byte order mark. */
function linesAsWritten(text: string, { lines }: Outline): readonly string[] {
  if (frontMatterEnd(text) === 0 && !text.includes('{/*')) return lines;
  return linesOf(text.startsWith('\uFEFF') ? text.slice(1) : text);
}

/** What is said of the document at its end: in a section about it, or below a last rule. */
function closingFields(outline: Outline, file: FileLines): Field[] {
  const { headings } = outline;
  const { lines } = file;
  const about = headings.findLast(({ title }) => ABOUT_DOCUMENT.test(title));
  const next = about && headings[headings.indexOf(about) + 1];
  const rule = lines.findLastIndex(
    (line, at) => /^(?:-{3,}|\*{3,}|_{3,})[ \t]*$/.test(line) && !blockAround(outline, at),
  );
  const isLast = rule > (headings.at(-1)?.line ?? 0) && rule >= lines.length - LONGEST_CLOSING;
  const found = about
    ? labelFields(file, about.line + 1, next?.line ?? lines.length)
    : isLast
      ? labelFields(file, rule + 1, lines.length)
      : [];
  return found.some((field) => isStatus(field)) ? found : [];
}

const LONGEST_CLOSING = 12;

/** A status that a heading says itself, such as `## Status: accepted`. */
function headingFields(outline: Outline, file: FileLines): Field[] {
  return outline.headings.slice(0, 4).flatMap((heading) => {
    const { title, line, level } = heading;
    const [, label = '', gap = '', all = ''] =
      /^([^:：]{1,40}?)([ \t]*[:：][ \t]*)(\S.*)$/.exec(title) ?? [];
    const isEmoji = /^[\w+-]+:$/.test(all);
    if (label === '' || level === 1 || isEmoji || !isStatus({ label })) return [];
    if (isUnderlinedHead(heading, file)) return [];
    const at = titleStart(heading, outline) + label.length + gap.length;
    // Another label may follow.
    const to = (labelRanges(title)[0]?.to ?? title.length) - label.length - gap.length;
    const value = all.slice(0, to);
    const own = { label, value, start: at, end: at + value.length, line: line + 1 };
    return [{ ...own, lead: '', form: 'text' as const, items: partsOf(value) }];
  });
}

function firstStatus(fields: readonly Field[]): Field | undefined {
  const all = fields.filter(
    (field) =>
      isStatus(field) &&
      !(field.form === 'text' && isOtherSentence(field.value)) &&
      (field.value === '' || !mayBeBackground(field.label) || readsAsStatus(field.value)),
  );
  // Where nothing else says it, the stage does that has been reached.
  const stage = fields.find(
    (field) =>
      isStage(field) &&
      STAGE_REACHED.test(field.value) &&
      !OF_A_FEATURE.test(field.value) &&
      !(field.form !== 'text' && isOfTeam(field, fields)),
  );
  const given = all.filter(({ value }) => value !== '');
  // The entries of a history give way to what says how things are.
  const present = given.filter(({ isLatest = false }) => !isLatest);
  const said = present.length > 0 ? present : given;
  // A label of the status says it before one of a state, which may be that of something else.
  const own = said.find(({ label }) => /status/i.test(label) && !mayBeBackground(label));
  const [first] = said;
  // A sentence about something else says less than a stage.
  const isSentence = first?.form === 'text' && / \S+ \S+ \S/.test(first.value);
  if (stage && first && isSentence && !readsAsStatus(first.value)) return stage;
  return (first && /^state$/i.test(first.label) ? own : undefined) ?? first ?? stage ?? all[0];
}

/** Whether the stage is one of a company's teams, or where a page is shown, and no status. */
function isOfTeam({ value }: Field, fields: readonly Field[]): boolean {
  const isBeside = fields.some(({ label }) => /^(?:group|draft|info)$/i.test(label));
  return isBeside && !beginsWithStatus(value);
}

const STAGE_REACHED = /^(?:\p{L}|\d(?:\.\d+)?(?:[ \t]*[(–—:-].*)?$)/u;

/** Stages of what is built, which say nothing of its proposal. */
const OF_A_FEATURE = /^(?:pre-?alpha|alpha|beta|rc|ga|stable|v\d.*)$/i;

function frontFields(file: FileLines, end: number): Field[] {
  if (end === 0) return [];
  const from = file.lines.findIndex((line) => /^(?:---|\+\+\+)[ \t]*$/.test(line)) + 1;
  const isToml = file.lines[from - 1]?.startsWith('+++') === true;
  return isToml ? tomlFields(file, from, end - 1) : yamlFields(file, from, end - 1);
}

/** The line behind those that may say something of the document: above its title, where all of it stands there. */
function headEnd(outline: Outline, file: FileLines, from: number): number {
  const headings = outline.headings.filter(({ line }) => line >= from);
  const [top, below] = headings;
  const first = top && below && CONTENTS.test(top.title) ? below : top;
  if (!first) return file.lines.length;
  const above = labelFields(file, from, first.line).filter(isHeadLabel);
  if (above.some((field) => isStatus(field)) || above.length > 1) return first.line;
  const next = headings
    .slice(headings.indexOf(first) + 1)
    .find((each) => !ABOUT_DOCUMENT.test(each.title) && !isUnderlinedHead(each, file));
  return next?.line ?? file.lines.length;
}

/** Whether labels with a rule right below them, which makes a heading of them, are what a document says of itself. */
function isUnderlinedHead({ line, bodyStart }: Heading, { lines, starts }: FileLines): boolean {
  const end = starts.findIndex((start) => start >= bodyStart);
  const own = lines.slice(line, (end < 0 ? lines.length : end) - 1);
  return own.length > 0 && own.every((each) => labelOfLine(each) !== undefined);
}

/** Pages may have a table of contents above their title. */
const CONTENTS = /^(?:table of )?contents$|^toc$/i;
