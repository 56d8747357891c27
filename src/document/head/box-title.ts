import type { Field, Span } from './field.ts';
import type { FileLines } from './front/file-lines.ts';
import { labelOfLine } from './label-line.ts';
import { fieldOf } from './labelled-value.ts';
import { isStatus, LONGEST_STATUS } from './labels.ts';

/** The title of a box in the line that opens it, as MkDocs (`!!!`, `???`), Docusaurus and VitePress (`:::`) have it. */
const BOX_TITLE =
  /^[ \t]*(?:(?:!!!|\?\?\?\+?)[ \t]+[\w-]+[ \t]+"|:{3,}[ \t]*[\w-]+(?:\[|[ \t]+))(?<title>[^\s{"[\]][^"[\]]*)/;

/**
 * What a box says in its title: a label with its value, or that of a status whose value is the first line of the box.
 * @returns nothing where the line opens no box that has a title with a label
 */
export function boxFields({ lines, starts }: FileLines, line: number, to: number): Field[] {
  const text = lines[line] ?? '';
  const title = BOX_TITLE.exec(text)?.groups?.title?.trimEnd();
  if (title === undefined) return [];
  const start = (starts[line] ?? 0) + text.indexOf(title);
  const labelled = labelOfLine(title);
  if (labelled) {
    const { label, value } = labelled;
    return [fieldOf(label, { text: value.text, start: start + value.start }, line)];
  }
  const next = lines.findIndex((each, at) => at > line && each.trim() !== '');
  const below = next > 0 && next < to ? (lines[next] ?? '') : '';
  const isValue = /^[ \t]*[\p{L}\p{So}*_`[]/u.test(below) && below.length <= LONGEST_STATUS;
  if (!isStatus({ label: title }) || !isValue || labelOfLine(below)) return [];
  const value: Span = { text: below, start: starts[next] ?? 0 };
  return [fieldOf(title, value, next)];
}
