/** A proposal that gets another name, and how it was and will be written. */
export interface Renaming {
  /** Name of its directory or file. */
  from: string;
  to: string;
  /** Its number as it is written, such as `0007`; of a draft, `XXXX`. */
  fromNumber: string;
  toNumber: string;
  /** Whether it is a file, and its name has an extension. */
  isFile: boolean;
  /** Whether a directory that is called as the file lies beside it, and stays. */
  hasAttachments: boolean;
  /** Whether a path that ends in the name, given without it, is the one of this proposal. */
  isMeant(before: string): boolean;
}

/** A range of a text that is to be replaced. Offsets are UTF-16 units. */
export interface TextEdit {
  start: number;
  end: number;
  text: string;
}

/** What points at a proposal in a text. */
export interface References {
  edits: TextEdit[];
  /** Offsets of what may mean the proposal and may mean another, for a person to look at. */
  mentions: { start: number; end: number }[];
}

/** An address that names a commit shows what was, under the name that it had. */
const PERMALINK =
  /(?:\/(?:blob|tree|raw|blame|commits?|-\/(?:blob|tree|raw))\/|raw\.githubusercontent\.com\/[^/\s]+\/[^/\s]+\/)[0-9a-f]{7,40}(?:\/[^\s()[\]<>"']*)?$/;

/**
 * Finds what points at a proposal that is renamed: its exact name in every spelling, and the number in the
 * label of a link to it or in the same row of a table. Bare numbers are only pointed out.
 */
export function referencesIn(text: string, renaming: Renaming): References {
  const names = spellings(renaming);
  const edits = names.flatMap((name) => nameEdits(text, name, renaming));
  const numbers = edits.flatMap(({ start }) => labelEdits(text, start, renaming));
  const all = unique([...edits, ...numbers]);
  return { edits: all, mentions: mentionsIn(text, renaming, all) };
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

/** Every place of a name that is no part of a longer one, and of no address that names a commit. */
function nameEdits(
  text: string,
  { from, to }: { from: string; to: string },
  renaming: Renaming,
): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + from.length)) {
    const end = at + from.length;
    const before = text.slice(Math.max(0, at - 300), at);
    const isBegun = IN_NAME.test(before.slice(-1)) && !/%2f$/i.test(before);
    const isEnded = endsAt(text.slice(end, end + 12), from, renaming);
    if (!isBegun && isEnded && !PERMALINK.test(before) && isMeant(before, renaming)) {
      edits.push({ start: at, end, text: to });
    }
  }
  return edits;
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

/** The number in the label of the link, or in the row of the table, that holds the name at an offset. */
function labelEdits(text: string, at: number, renaming: Renaming): TextEdit[] {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
  const line = text.slice(lineStart, lineEnd);
  const label = /\[([^\][]*)\](?:\(<?|:[ \t]*<?|\[)[^\s()[\]]*$/.exec(text.slice(lineStart, at));
  const inLabel = label
    ? numberIn(label[1] ?? '', lineStart + label.index + 1, renaming)
    : undefined;
  const isRow = /^\s*\|/.test(line) || /^[^|]+\|[^|]+\|/.test(line);
  const inRow = isRow ? numberInRow(line, lineStart, renaming) : undefined;
  return [inLabel, inRow].flatMap((edit) => edit ?? []);
}

/** The first cell that holds nothing but the number. */
function numberInRow(line: string, start: number, renaming: Renaming): TextEdit | undefined {
  let at = start;
  for (const cell of line.split('|')) {
    const gap = cell.length - cell.trimStart().length;
    const found = numberIn(cell.trim(), at + gap, renaming);
    const isAll = found && found.end === at + gap + cell.trim().length;
    if (isAll) return found;
    at += cell.length + 1;
  }
  return undefined;
}

/** The number that a text begins with, alone or behind a label, and before a delimiter or the end. */
function numberIn(
  text: string,
  start: number,
  { fromNumber, toNumber }: Renaming,
): TextEdit | undefined {
  // A number without zeros before a word may count something.
  const isPadded = /^[0X]/.test(fromNumber);
  const after = isPadded ? '(?=[\\s:.)\\]–-]|$)' : '(?=[:.)\\]]|\\s[–-]|$)';
  const found = new RegExp(`^((?:[A-Za-z]+[-# ]{1,2}|#)?)${escaped(fromNumber)}${after}`).exec(
    text,
  );
  if (!found) return undefined;
  const at = start + (found[1]?.length ?? 0);
  return { start: at, end: at + fromNumber.length, text: toNumber };
}

/** `EP-0007`, `RFC 7` and `#7` may mean the proposal, or an issue. */
function mentionsIn(
  text: string,
  { fromNumber }: Renaming,
  edits: readonly TextEdit[],
): References['mentions'] {
  const plain = Number(fromNumber);
  if (!Number.isSafeInteger(plain)) return [];
  const mention = new RegExp(
    `(?<![\\w/#-])(?:(?:[A-Za-z]{0,4}EP|RFC|ADR|[A-Z]IP|proposal|enhancement)[- #]{1,2}0*${plain}|#0*${plain})(?![\\w-]|\\.\\d)`,
    'gi',
  );
  return [...text.matchAll(mention)].flatMap(({ index, 0: found }) => {
    const end = index + found.length;
    return edits.some((edit) => edit.start < end && index < edit.end) ? [] : { start: index, end };
  });
}

function unique(edits: readonly TextEdit[]): TextEdit[] {
  const kept: TextEdit[] = [];
  // Longer names first: a file's own name holds the one without extension.
  for (const edit of edits.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    if (!kept.some(({ start, end }) => edit.start < end && start < edit.end)) kept.push(edit);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** A text as a regular expression that matches it alone. */
export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
