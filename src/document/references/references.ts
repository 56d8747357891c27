import { overlaps, type TextRange } from '../markdown/edits.ts';
import { frontMatterEnd } from '../markdown/front-matter.ts';
import { bareNumbers } from './bare-numbers.ts';
import { draftNumberEdits } from './draft-number.ts';
import { endsBefore, isWithinName, namePattern } from './name-spellings.ts';
import { labelEdits } from './number-labels.ts';
import { ownNumberEdits } from './own-number.ts';
import { followsRenaming } from './pinned-addresses.ts';
import { relationsIn } from './relations.ts';
import type { References, Renaming } from './renaming.ts';

export interface FileRole {
  role: 'own' | 'proposal' | 'other';
  format: 'markdown' | 'yaml' | 'other';
}

/**
 * Finds what points at a proposal that is renamed: its exact name in every spelling, the number in the label of
 * a link to it or in the same row of a table, the number as another proposal relates to it, and what it says of
 * itself. Bare numbers are only pointed out, and so is what may show another repository or branch.
 */
export function referencesIn(
  text: string,
  renaming: Renaming,
  { role, format }: FileRole,
): References {
  const names = namesOf(text, renaming);
  const isProse = format !== 'other';
  const about = { renaming, defined: new Set<string>() };
  const labels = isProse ? names.edits.flatMap((name) => labelEdits(text, name, about)) : [];
  const own =
    role === 'own'
      ? [...ownNumberEdits(text, renaming, format === 'yaml'), ...draftNumberEdits(text, renaming)]
      : [];
  const relations =
    role === 'proposal' && isProse && /\d/.test(renaming.fromNumber)
      ? relationsIn(text, renaming, format === 'yaml' ? text.length : frontMatterEnd(text))
      : { edits: [], mentions: [] };
  const sure = renaming.isShared ? [] : relations.edits;
  const edits = distinct([...names.edits, ...labels, ...own, ...sure]);
  const mentions = [
    ...names.mentions,
    ...bareNumbers(text, renaming, edits),
    ...relations.mentions,
    ...(renaming.isShared ? relations.edits : []),
  ];
  return {
    edits,
    mentions: apartFrom(distinct(mentions), edits),
  };
}

const BEFORE = 300;

function namesOf(text: string, renaming: Renaming): References {
  const found: References = { edits: [], mentions: [] };
  for (const match of text.matchAll(new RegExp(namePattern(renaming), 'gu'))) {
    const end = endOf(match, text, renaming);
    const start = match.index;
    const before = text.slice(Math.max(0, start - BEFORE), start);
    if (end === undefined || isWithinName(before)) continue;
    const written = /[^\s()[\]<>"'`|={},]*$/.exec(before)?.[0] ?? '';
    const meant = renaming.meant(written);
    const [after = ''] = /^[^\s()[\]<>"'`]*/.exec(text.slice(end, end + BEFORE)) ?? [];
    const follows = followsRenaming({ before, after }, renaming);
    if (meant === 'another' || follows === 'stays') continue;
    const [, lead = '', number = ''] = match;
    const rest = text.slice(start + lead.length + number.length, end);
    if (meant === 'this' && follows === 'follows')
      found.edits.push({ start, end, text: lead + renaming.toNumber + rest });
    else found.mentions.push({ start, end });
  }
  return found;
}

function endOf(match: RegExpExecArray, text: string, renaming: Renaming): number | undefined {
  const [whole, , , , extension = ''] = match;
  const end = match.index + whole.length;
  const restAfter = (at: number) => text.slice(at, at + 12);
  const isStem = renaming.isFile && extension === '';
  if (endsBefore(restAfter(end), isStem, renaming)) return end;
  const stemEnd = end - extension.length;
  const isStemThere = extension !== '' && endsBefore(restAfter(stemEnd), true, renaming);
  return isStemThere ? stemEnd : undefined;
}

function distinct<T extends TextRange>(ranges: readonly T[]): T[] {
  const kept: T[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || !overlaps(last, range)) kept.push(range);
    else if (range.end - range.start > last.end - last.start) kept[kept.length - 1] = range;
  }
  return kept;
}

function apartFrom<T extends TextRange>(ranges: readonly T[], others: readonly TextRange[]): T[] {
  let at = 0;
  return ranges.filter((range) => {
    while ((others[at]?.end ?? Number.POSITIVE_INFINITY) <= range.start) at++;
    const other = others[at];
    return !other || !overlaps(other, range);
  });
}
