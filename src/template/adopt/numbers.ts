import { RELATION_WORDS } from '../../words/proposal-words.ts';
import { type Edit, orElse } from './handlebars.ts';
import { KINDS, LONGEST_METADATA_LINE } from './labels.ts';
import { labelled, OWN_REQUEST } from './metadata.ts';
import { NUMBER } from './placeholders.ts';

const OWN_LABELS = [
  KINDS.number,
  KINDS.title,
  OWN_REQUEST,
  /issue|pull|tracking|link|url|branch|file|^(?:proposal|enhancement|decision|record)$/i,
];

/** What stands for the rest of the own name, behind its number. */
const NAME_BEHIND =
  /^-(?:file-?name|title|slug|name|short-?(?:name|title)|my-[a-z-]+)(?=[.)/`\s]|$)/i;

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
    const [name = ''] =
      NAME_BEHIND.exec(prose.slice(index + hole.length, index + hole.length + 60)) ?? [];
    const code = name === '' ? '{{number}}' : '{{number}}-{{slug}}';
    const end = index + hole.length + name.length;
    return { start: index, end, parts: orElse('number', code, hole + name) };
  });
}

/** Whether the line says before a number that it is another's, or has a label that does not mean the own one. */
function isOfAnother(prose: string, index: number): boolean {
  const near = prose.slice(Math.max(0, index - LONGEST_METADATA_LINE), index);
  const before = near.slice(near.lastIndexOf('\n') + 1);
  if (RELATION_WORDS.test(before)) return true;
  const [behind = ''] = /^[^\n]*/.exec(prose.slice(index, index + LONGEST_METADATA_LINE)) ?? [];
  const found = labelled(before + behind);
  const isValue = found !== undefined && before.length >= found.start;
  if (found) return isValue && !OWN_LABELS.some((pattern) => pattern.test(found.label));
  // Words in a quote explain what is to be done.
  return /^[ \t]*>/.test(before);
}
