import { RELATION_WORDS } from '../../proposal-words.ts';
import { type Edit, orElse } from './handlebars.ts';
import { KINDS } from './labels.ts';
import { labelled, OWN_REQUEST } from './metadata.ts';
import { NUMBER } from './placeholders.ts';

const OWN_LABELS = [
  KINDS.number,
  KINDS.title,
  OWN_REQUEST,
  /issue|pull|tracking|link|url|branch|file/i,
];

/**
 * Numbers yet to come in the text, but for those of related proposals. In the address of an issue they are the
 * proposal's only if it is numbered by it.
 */
export function numberEdits(prose: string, front: number, isAssigned: boolean): Edit[] {
  const headings = [...prose.matchAll(/^#{2,6}[ \t][^\n]*$/gm)];
  let above = -1;
  return [...prose.matchAll(new RegExp(NUMBER.source, 'g'))].flatMap(({ index, 0: hole }) => {
    while ((headings[above + 1]?.index ?? Number.POSITIVE_INFINITY) < index) above++;
    const before = prose.slice(Math.max(0, index - 8), index);
    const isRequest = /(?:issues|pull|#)\/?$/.test(before);
    const isRelated = RELATION_WORDS.test(headings[above]?.[0] ?? '') || isOfAnother(prose, index);
    if (index < front || (isRequest && !isAssigned) || isRelated) return [];
    return { start: index, end: index + hole.length, parts: orElse('number', '{{number}}', hole) };
  });
}

/** Whether the line says before a number that it is another's, or has a label that does not mean the own one. */
function isOfAnother(prose: string, index: number): boolean {
  const lineStart = prose.lastIndexOf('\n', index - 1) + 1;
  if (RELATION_WORDS.test(prose.slice(lineStart, index))) return true;
  const end = prose.indexOf('\n', index);
  const found = labelled(prose.slice(lineStart, end < 0 ? prose.length : end));
  const isValue = found !== undefined && index - lineStart >= found.start;
  return isValue && !OWN_LABELS.some((pattern) => pattern.test(found.label));
}
