import { isStatus } from '../../../document/head/labels.ts';
import type { Heading } from '../../../document/markdown/heading.ts';
import { type Edit, orElse } from '../handlebars.ts';
import {
  dateEdit,
  isDateForm,
  isPlaceholder,
  isYourName,
  standsForPeople,
} from '../placeholders.ts';
import { KINDS, linesWithStarts } from './labels.ts';
import { statusChoiceEdit } from './status-choice.ts';

/** A list of people under a label such as `**Authors:**`, all of whom are stand-ins: the author takes their place. */
export function authorListEdits(document: string): Edit[] {
  const lists = document.matchAll(
    /^(?:\*\*|__)?(?:authors?(?:\(s\))?|proposers?):?(?:\*\*|__)?:?[ \t]*\r?\n(?:[ \t]*\r?\n)?((?:[ \t]*[-*+][ \t]+[^\r\n]+(?:\r?\n|$))+)/gim,
  );
  return [...lists].flatMap(({ index, 0: whole, 1: items = '' }) => {
    const people = items.trimEnd().split(/\r?\n/);
    const [bullet = ''] = /^[ \t]*[-*+][ \t]+/.exec(items) ?? [];
    // Items of YAML that are mappings are more than a name.
    if (/^[ \t]*-[ \t]+[\w-]+:[ \t]/.test(items)) return [];
    if (!people.every((each) => isPlaceholder(each.replace(/^[ \t]*[-*+][ \t]+/, '')))) return [];
    const start = index + whole.length - items.length;
    const original = items.trimEnd();
    return {
      start,
      end: start + original.length,
      parts: orElse('author', `${bullet}{{author}}`, original),
    };
  });
}

/**
 * The form of a date alone on a line, as the text of a section such as `## Date`, unless that means another day; and
 * the statuses to choose from, right below `## Status`; and a stand-in for whoever writes, below `## Author`.
 */
export function loneValueEdits(prose: string, headings: readonly Heading[]): Edit[] {
  let above = -1;
  let isFirst = false;
  return linesWithStarts(prose).flatMap(({ line, at }) => {
    while ((headings[above + 1]?.start ?? Number.POSITIVE_INFINITY) < at) {
      above++;
      isFirst = true;
    }
    const text = line.trim();
    if (text === '') return [];
    const title = headings[above]?.title ?? '';
    const edit = loneValueEdit(text, at + line.indexOf(text), { title, isFirst });
    isFirst = false;
    return edit ?? [];
  });
}

function loneValueEdit(
  text: string,
  start: number,
  { title, isFirst }: { title: string; isFirst: boolean },
): Edit | undefined {
  const status = isFirst && isStatus({ label: title }) ? statusChoiceEdit(text, start) : undefined;
  if (status) return status;
  if (KINDS.author.test(title)) return authorEdit(text, start);
  return isDateForm(text, title) ? dateEdit(text, start) : undefined;
}

function authorEdit(text: string, start: number): Edit | undefined {
  const [bullet = ''] = /^[-*+][ \t]+/.exec(text) ?? [];
  const person = text.slice(bullet.length);
  if (!isYourName(person) && !standsForPeople(person)) return undefined;
  const from = start + bullet.length;
  return { start: from, end: start + text.length, parts: orElse('author', '{{author}}', person) };
}
