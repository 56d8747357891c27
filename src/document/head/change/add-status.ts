import { spliced } from '../../markdown/edits.ts';
import { frontMatterEnd } from '../../markdown/front-matter.ts';
import type { Heading, Outline } from '../../markdown/heading.ts';
import { lineEnding, lineStarts, linesOf } from '../../markdown/lines.ts';
import { outlineOf } from '../../markdown/outline.ts';
import { titleForms } from '../../titles/title-forms.ts';
import type { Field } from '../field.ts';
import { isStatus } from '../labels.ts';
import { readHeadOf } from '../read-head.ts';
import { labelOfHeading } from '../section/status-section.ts';
import { besideLabels } from './beside-labels.ts';
import { endOfItem, withValue } from './set-value.ts';

/** A document that says its status, and where. */
export interface StatusModel {
  text: string;
  field: Field;
}

/** How a document says its status: what siblings have in common. */
export type StatusForm = 'yaml' | 'toml' | 'json' | 'section' | 'table' | 'line';

export function statusForm({ text, field }: StatusModel): StatusForm {
  if (field.form !== 'text') return field.form;
  if (sectionOfStatus(outlineOf(text), field)) return 'section';
  return /^[ \t]*\|/.test(lineOfField(text, field)) ? 'table' : 'line';
}

/**
 * A document with a status where it has none, in the form and at the place that a sibling has it.
 * @returns undefined where it has no such place
 */
export function withAddedStatus(
  document: string,
  model: StatusModel,
  value: string,
): string | undefined {
  switch (statusForm(model)) {
    case 'yaml':
    case 'toml':
      return inFrontMatter(document, model, value);
    case 'json':
      return undefined;
    case 'section':
      return asSection(document, model, value);
    case 'table':
    case 'line':
      return asLine(document, model, value);
  }
}

/** As {@link withAddedStatus}, for a document that is all YAML. */
export function withStatusInYaml(document: string, model: StatusModel, value: string): string {
  const eol = lineEnding(document);
  const start = behindSameLabel(document, model, true) ?? document.length;
  const lead = start === 0 || /[\r\n]$/.test(document.slice(0, start)) ? '' : eol;
  const text = `${lead}${modelLine(model, value)}${eol}`;
  return spliced(document, [{ start, end: start, text }]);
}

/** Whether the line of a status has a blank one on each side, and so would run into another one. */
export function isParagraph({ text, field: { line } }: StatusModel): boolean {
  const lines = linesOf(text);
  return [lines[line - 2], lines[line]].every((each) => (each ?? '').trim() === '');
}

/** A line with a blank one on each side, below the title. */
export function belowTitle(document: string, { bodyStart }: Heading, block: string): string {
  const eol = lineEnding(document);
  const before = /[\r\n]$/.test(document.slice(0, bodyStart)) ? eol : eol + eol;
  const hasBlank = /^[ \t]*(?:\r\n|\n|\r|$)/.test(document.slice(bodyStart));
  const after = document.slice(bodyStart) === '' ? eol : hasBlank ? eol : eol + eol;
  return spliced(document, [{ start: bodyStart, end: bodyStart, text: before + block + after }]);
}

/** The line of the sibling, with another value and without a comment behind it. */
function modelLine({ text, field }: StatusModel, value: string): string {
  const written = withValue(text, field, value);
  const line = lineOfField(written, field);
  const bare = line.replace(/(?<![ \t])[ \t]+(?:#|<!--).*$/, '');
  // Two spaces, or a backslash, break the line before the next one.
  return / {2}$|\\$/.test(line) ? bare : bare.trimEnd();
}

function lineOfField(text: string, { line }: Field): string {
  return linesOf(text)[line - 1] ?? '';
}

function inFrontMatter(document: string, model: StatusModel, value: string): string | undefined {
  const eol = lineEnding(document);
  const line = modelLine(model, value);
  const end = frontMatterEnd(document);
  if (end === 0) {
    const fence = model.field.form === 'toml' ? '+++' : '---';
    const at = document.startsWith('\uFEFF') ? 1 : 0;
    const text = [fence, line, fence, '', ''].join(eol);
    return spliced(document, [{ start: at, end: at, text }]);
  }
  const behind = behindSameLabel(document, model);
  const closing = closingFence(document, end);
  const start = behind ?? closing;
  return start === undefined
    ? undefined
    : spliced(document, [{ start, end: start, text: line + eol }]);
}

function closingFence(document: string, end: number): number | undefined {
  const starts = lineStarts(document);
  return starts.findLast(
    (start) => start < end && /^(?:---|\+\+\+|\.\.\.)/.test(document.slice(start, start + 3)),
  );
}

function asLine(document: string, model: StatusModel, value: string): string | undefined {
  const eol = lineEnding(document);
  const line = modelLine(model, value);
  const behind = behindSameLabel(document, model);
  if (behind !== undefined) {
    const before = document.slice(0, behind);
    const lead = /[\r\n]$/.test(before) || before === '' ? '' : eol;
    const isAlone = isParagraph(model);
    const hasBlank = /^[ \t]*(?:\r\n|\n|\r|$)/.test(document.slice(behind));
    const isSetOff = /(?:^|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(before);
    const alone = lead + (isSetOff ? '' : eol) + line + eol + (hasBlank ? '' : eol);
    const text = isAlone ? alone : lead + line + eol;
    return spliced(document, [{ start: behind, end: behind, text }]);
  }
  // A row needs its table.
  if (/^[ \t]*\|/.test(line)) return undefined;
  const title = outlineOf(document).headings[0];
  const below = title?.level === 1 ? belowTitle(document, title, line) : undefined;
  return besideLabels(document, model.field.label, value) ?? below;
}

/** Behind the line of the label that stands before the status in the sibling; before that of the next one. */
function behindSameLabel(
  document: string,
  { text, field }: StatusModel,
  isYaml = false,
): number | undefined {
  const theirs = readHeadOf(text, isYaml).fields.filter((each) => each.form === field.form);
  const at = theirs.findIndex((each) => each.line === field.line && isStatus(each));
  const own = readHeadOf(document, isYaml).fields.filter((each) => each.form === field.form);
  const starts = lineStarts(document);
  const find = (label: string | undefined) =>
    own.find((each) => label !== undefined && each.label.toLowerCase() === label.toLowerCase());
  for (const each of theirs.slice(0, Math.max(0, at)).toReversed()) {
    const found = find(each.label);
    if (found) return starts[endOfField(document, found)] ?? document.length;
  }
  for (const each of theirs.slice(at + 1)) {
    const found = find(each.label);
    if (found) return starts[found.line - 1];
  }
  return undefined;
}

function endOfField(document: string, { line, form }: Field): number {
  const lines = linesOf(document);
  if (form === 'text') return afterRow(lines, endOfItem(lines, line - 1));
  let end = line;
  const isBelow = (text: string) => /^[ \t]+\S|^- /.test(text);
  while (form === 'yaml' && isBelow(lines[end] ?? '')) end++;
  return end;
}

function afterRow(lines: readonly string[], end: number): number {
  return /^[ \t]*\|?[ \t]*:?-+:?[ \t]*\|/.test(lines[end] ?? '') ? end + 1 : end;
}

function asSection(document: string, model: StatusModel, value: string): string | undefined {
  const theirs = outlineOf(model.text);
  const section = sectionOfStatus(theirs, model.field);
  const own = outlineOf(document).headings;
  if (!section) return undefined;
  const eol = lineEnding(document);
  const heading = model.text.slice(section.start, section.bodyStart).trimEnd();
  const block = [heading, '', modelLine(model, value)].join(eol);
  const at = theirs.headings.indexOf(section);
  const next = theirs.headings
    .slice(at + 1)
    .flatMap((each) => own.find((other) => isSameHeadingName(each, other)) ?? [])[0];
  if (next) {
    return spliced(document, [{ start: next.start, end: next.start, text: block + eol + eol }]);
  }
  const [title] = own;
  return title?.level === 1 ? belowTitle(document, title, block) : undefined;
}

function isSameHeadingName(one: Heading, other: Heading): boolean {
  return (
    one.level === other.level && titleForms(one.title).normal === titleForms(other.title).normal
  );
}

function sectionOfStatus({ headings }: Outline, { line, form }: Field): Heading | undefined {
  const above = headings.findLast((heading) => heading.line < line - 1);
  const isOwn = above && isStatus({ label: labelOfHeading(above.title) });
  return form === 'text' && isOwn ? above : undefined;
}
