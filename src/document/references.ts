import { frontMatterEnd } from './front-matter.ts';

/** A proposal that gets another name, and how it was and will be written. */
export interface Renaming {
  /** Name of its directory or file. */
  from: string;
  to: string;
  /** Its number as it is written, such as `0007`; of a draft, `XXXX`. */
  fromNumber: string;
  toNumber: string;
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
  const edits = names.flatMap(({ from, to }) => nameEdits(text, from, to));
  const numbers = edits.flatMap(({ start }) => labelEdits(text, start, renaming));
  const all = unique([...edits, ...numbers]);
  return { edits: all, mentions: mentionsIn(text, renaming, all) };
}

/**
 * What a renamed proposal says of its own number: in front matter, in its first heading, and in YAML
 * beside it.
 *
 * @param isYaml whether the whole text is YAML
 */
export function ownNumberEdits(
  text: string,
  { fromNumber, toNumber }: Renaming,
  isYaml: boolean,
): TextEdit[] {
  const front = isYaml ? text.length : frontMatterEnd(text);
  const plain = String(Number(fromNumber));
  const number = new RegExp(
    `(?<![\\w.])(?:0*${plain === 'NaN' ? escaped(fromNumber) : plain})(?!\\w|\\.\\d)`,
  );
  const key =
    /^((?:(?:kep|rfc|adr|gep|eip|enhancement|proposal)[-_ ]?)?(?:number|no|id|kep|rfc|adr|gep|eip)[ \t]*:[ \t]*)([^\r\n]*)$/gim;
  const edits: TextEdit[] = [];
  for (const { index, 1: label = '', 2: value = '' } of text.slice(0, front).matchAll(key)) {
    const found = number.exec(value);
    if (!found) continue;
    const start = index + label.length + found.index;
    // A number in YAML is written without zeros where it was; quoted, it is a text.
    const isPadded = found[0].length > plain.length || /["']/.test(value);
    edits.push({
      start,
      end: start + found[0].length,
      text: isPadded ? toNumber : String(Number(toNumber)),
    });
  }
  const heading = isYaml
    ? undefined
    : /^(#[ \t]+|[^\n]*\S[^\n]*(?=\n=+[ \t]*$))([^\n]*)$/m.exec(text.slice(front));
  const line = heading?.[0] ?? '';
  const inHeading = number.exec(line);
  if (heading && inHeading) {
    const start = front + heading.index + inHeading.index;
    edits.push({ start, end: start + inHeading[0].length, text: toNumber });
  }
  return edits;
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

/** Every place of a name that is no part of a longer one, and of no address that names a commit. */
function nameEdits(text: string, from: string, to: string): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + from.length)) {
    const end = at + from.length;
    const isPart =
      /[\w%-]$/.test(text.slice(Math.max(0, at - 1), at)) ||
      /^(?:[\w%-]|\.\w)/.test(text.slice(end, end + 2));
    const isFile = /^\.(?:md|markdown|mdx|html)\b/.test(text.slice(end, end + 10));
    const before = text.slice(Math.max(0, at - 300), at);
    if ((!isPart || (isFile && !/[\w%-]$/.test(before))) && !PERMALINK.test(before)) {
      edits.push({ start: at, end, text: to });
    }
  }
  return edits;
}

/** The number in the label of the link, or in the row of the table, that holds the name at an offset. */
function labelEdits(text: string, at: number, { fromNumber, toNumber }: Renaming): TextEdit[] {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
  const line = text.slice(lineStart, lineEnd);
  const number = new RegExp(
    `(?<![\\w/.-])((?:[A-Za-z]+[- ])?)${escaped(fromNumber)}(?![\\w/-])`,
    'g',
  );
  const isRow = /^\s*\|/.test(line) || /^[^|\n]+\|[^|\n]+\|/.test(line);
  const label = /\[([^\][]*)\](?:\(|:[ \t]*|\[)[^\s()[\]]*$/.exec(text.slice(lineStart, at));
  const from = isRow ? lineStart : label ? lineStart + label.index : undefined;
  const to = isRow ? lineEnd : label ? lineStart + label.index + (label[1]?.length ?? 0) + 2 : 0;
  if (from === undefined) return [];
  return [...text.slice(from, to).matchAll(number)].map(({ index, 0: found, 1: prefix = '' }) => {
    const start = from + index + prefix.length;
    return { start, end: from + index + found.length, text: toNumber };
  });
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

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
