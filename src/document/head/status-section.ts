import type { Heading, Outline } from '../markdown/heading.ts';
import { bareSpan, type Field, partsOf } from './field.ts';
import type { FileLines } from './front-fields.ts';
import { labelFields } from './label-fields.ts';
import { isStage, isStatus } from './labels.ts';
import { valueWords } from './value-words.ts';

/** The section that says the status, or the heading that does itself. */
export function statusSection({ headings }: Outline): Heading | undefined {
  return headings.find(
    ({ title, level }) => level <= 2 && isStatus({ label: labelOfHeading(title) }),
  );
}

/** The first line below a heading, counted from 0; -1 where there is none. */
export function sectionStart({ bodyStart }: Heading, { starts }: Pick<Outline, 'starts'>): number {
  return starts.findIndex((start) => start >= bodyStart);
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

/** A line that says how a decision has been changed, and nothing of its status. */
const AMENDED = /^[ \t]*(?:[-*+][ \t]+)?(?:amended|clarified|extended|amends|extends)\b/i;

/** The first paragraph below the heading. */
export function sectionField(
  heading: Heading,
  outline: Outline,
  file: FileLines,
): Field | undefined {
  const from = sectionStart(heading, outline);
  const own = sectionLines(heading, outline, file);
  const isText = (line: string) => line.trim() !== '' && !/^\s*<!--.*-->\s*$/.test(line);
  const isOwn = (line: string) => isText(line) && !AMENDED.test(line);
  // A quotation above a value is the template's advice.
  const unquoted = own.findIndex((line) => isOwn(line) && !/^[ \t]*>/.test(line));
  const first = unquoted < 0 ? own.findIndex(isOwn) : unquoted;
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
  const line = from + at;
  const labelled = labelFields(file, line, line + 1).find(
    (each) => isStatus(each) || isStage(each),
  );
  if (labelled && labelled.value !== '') return labelled;
  const bullet = /^[ \t]*(?:>[ \t]?)*(?:[-*+][ \t]+)?(?:\[x\][ \t]+)?/i.exec(text)?.[0].length ?? 0;
  const span = bareSpan({
    text: text.slice(bullet),
    start: (file.starts[from + at] ?? 0) + bullet,
  });
  // Words that lead to what comes below are no status.
  if (/[:：]$/.test(span.text)) return undefined;
  return {
    label: labelOfHeading(heading.title),
    value: valueWords(span.text),
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
    label: labelOfHeading(heading.title),
    value: '',
    start,
    end: start,
    line: at + 2,
    lead: (starts[at + 1] ?? 0) - start === 2 ? '\r\n' : '\n',
    form: 'text',
    items: [],
  };
}

/** A heading without its number, its signs and its id; with a value behind it, without that. */
function labelOfHeading(title: string): string {
  if (/^[A-Za-z ]*$/.test(title)) return title;
  const bare = title
    .replace(/\{#[^{}]*\}[ \t]*$|:[\w+-]+:[ \t]*$/, '')
    .replace(/^(?:\d+(?:\.\d+)*[.)]?[ \t]+)/, '')
    .replace(/^[^\p{L}]+/u, '');
  return bare.replace(/(?<![ \t])[ \t]*[:：].*$/, '').replace(/[^\p{L}\p{M})]+$/u, '');
}
