import { followsRenaming } from './addresses.ts';
import { bareNumbers, labelEdits } from './number-labels.ts';
import { ownNumberEdits } from './own-number.ts';
import { relationEdits } from './relations.ts';
import {
  overlaps,
  type References,
  type Renaming,
  type TextEdit,
  type TextRange,
} from './renaming.ts';

/** What a file is to the proposal that is renamed: its own, another proposal's, or any other. */
export type Role = 'own' | 'proposal' | 'other';

/**
 * Finds what points at a proposal that is renamed: its exact name in every spelling, the number in the label
 * of a link to it or in the same row of a table, the number as another proposal relates to it, and what it
 * says of itself. Bare numbers are only pointed out, and so is what another branch has.
 *
 * @param isYaml whether the whole text is YAML
 */
export function referencesIn(
  text: string,
  renaming: Renaming,
  { role, isYaml }: { role: Role; isYaml: boolean },
): References {
  const names = spellings(renaming).map((name) => namesIn(text, name, renaming));
  const edits = names.flatMap((found) => found.edits);
  const labels = edits.flatMap(({ start }) => labelEdits(text, start, renaming));
  const own = role === 'own' ? ownNumberEdits(text, renaming, isYaml) : [];
  const relations = role === 'proposal' ? relationEdits(text, renaming) : [];
  const all = distinct([...edits, ...labels, ...own, ...(renaming.isShared ? [] : relations)]);
  const mentions = [
    ...names.flatMap((found) => found.mentions),
    ...bareNumbers(text, renaming),
    ...(renaming.isShared ? relations : []),
  ];
  return {
    edits: all,
    mentions: distinct(mentions).filter((each) => !all.some((edit) => overlaps(edit, each))),
  };
}

/** A text with edits made. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let from = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    result += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from);
}

/** The name as it is, and as it stands in addresses; of a file also without its extension. */
function spellings({ from, to }: Renaming): { from: string; to: string }[] {
  const stem = (name: string) => name.replace(/\.(?:md|markdown|mdx)$/i, '');
  const pairs = [
    { from, to },
    { from: encodeURI(from), to: encodeURI(to) },
    { from: stem(from), to: stem(to) },
    { from: encodeURI(stem(from)), to: encodeURI(stem(to)) },
  ];
  return pairs.filter(
    (pair, index) => pairs.findIndex((other) => other.from === pair.from) === index,
  );
}

/** What a name is made of; where one of these goes on, it is another. */
const IN_NAME = /[\p{L}\p{N}\p{M}_%-]/u;

/** Every place of a name that is no part of a longer one, and of no address that shows what was. */
function namesIn(
  text: string,
  { from, to }: { from: string; to: string },
  renaming: Renaming,
): References {
  const found: References = { edits: [], mentions: [] };
  for (let at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + from.length)) {
    const end = at + from.length;
    const before = text.slice(Math.max(0, at - 300), at);
    const isBegun = IN_NAME.test(before.slice(-1)) && !/%2f$/i.test(before);
    const isEnded = endsAt(text.slice(end, end + 12), from, renaming);
    if (isBegun || !isEnded || !isMeant(before, renaming)) continue;
    const follows = followsRenaming(before, renaming.branches);
    if (follows === 'follows') found.edits.push({ start: at, end, text: to });
    if (follows === 'unknown') found.mentions.push({ start: at, end });
  }
  return found;
}

/** Whether a name ends where it does; a file's may go on with an extension that it is published under. */
function endsAt(rest: string, name: string, { from, isFile, hasAttachments }: Renaming): boolean {
  const isStem = isFile && name !== from && name !== encodeURI(from);
  if (isStem && /^\.(?:md|markdown|mdx|html)(?![\p{L}\p{N}_-]|\.\w)/u.test(rest)) return true;
  if (isStem && hasAttachments && rest.startsWith('/')) return false;
  return !IN_NAME.test(rest.slice(0, 1)) && !/^\.[\p{L}\p{N}]/u.test(rest);
}

function isMeant(before: string, { isMeant: meant }: Renaming): boolean {
  return meant(/[^\s()[\]<>"'`|]*$/.exec(before)?.[0] ?? '');
}

/** Those that do not overlap, in order; longer ones first: a file's own name holds the one without extension. */
function distinct<T extends TextRange>(ranges: readonly T[]): T[] {
  const kept: T[] = [];
  for (const range of ranges.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    if (!kept.some((other) => overlaps(range, other))) kept.push(range);
  }
  return kept.sort((a, b) => a.start - b.start);
}
