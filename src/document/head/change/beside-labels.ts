import { lettersLike } from '../../../words/letters-like.ts';
import { spliced } from '../../markdown/edits.ts';
import { endOfLine, lineEnding } from '../../markdown/lines.ts';
import { outlineOf } from '../../markdown/outline.ts';
import { labelOfLine } from '../label-line.ts';
import { readHead } from '../read-head.ts';
import { isSectionName } from '../title/head-title.ts';
import { endOfItem } from './set-value.ts';

/**
 * A document with one more label, below the last of the list with which it begins, or which stands below its title.
 * @returns undefined where it has no such list
 */
export function besideLabels(document: string, label: string, value: string): string | undefined {
  const { headings, lines, starts } = outlineOf(document);
  const [first, second] = headings;
  const labels = readHead(document).fields.filter(({ form }) => form === 'text');
  const lastIn = (from: number, to = lines.length) =>
    labels.findLast(({ line }) => line - 1 > from && line - 1 < to);
  const isTitled = first?.level === 1 && !isSectionName(first, headings);
  const last = lastIn(-1, first?.line) ?? (isTitled ? lastIn(first.line, second?.line) : undefined);
  const text = last && lines[last.line - 1];
  const model = text === undefined ? undefined : labelOfLine(text);
  if (!last || !model || !/^[ \t]*(?:>[ \t]?)*[-*+][ \t]/.test(model.before)) return undefined;
  const line = `${model.before}${lettersLike(label, model.label)}${model.sign} ${value}`;
  const end = endOfItem(lines, last.line - 1);
  const at = endOfLine(document, starts[end - 1] ?? document.length);
  return spliced(document, [{ start: at, end: at, text: lineEnding(document) + line }]);
}
