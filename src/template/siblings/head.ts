import { commonest } from '../../convention/numbering.ts';
import { isStatus } from '../../document/head/labels.ts';
import { DECIDED_STATUSES, REVIEW_STATUSES } from '../../words/status-words.ts';
import { KINDS } from '../adopt/metadata/labels.ts';

/** A line such as `- Status: accepted`: what stands before the value, the label, and the value. */
export interface LabelledLine {
  before: string;
  label: string;
  value: string;
  after: string;
}

export interface Shared {
  /** The form of some dates; empty where they have none in common. */
  dateForm(values: readonly string[]): string;
  /** The share of documents, 0 to 1, that have what is kept. */
  share: number;
  /** The status of a new proposal; empty where it is not known. */
  status: string;
}

const LABELLED =
  /^([ \t]*(?:[-*+][ \t]+|\|[ \t]*)?(?:\*\*|__|\*)?)([\p{L}][\p{L}\p{N} ()/_.-]{0,40}?)((?:\*\*|__|\*)?[ \t]*[:：|](?!\/\/)(?:\*\*|__|\*)?[ \t]*)(.*?)([ \t]*\|?[ \t\\]*)$/u;

const OPEN_STATUS = /^(?:proposed|draft|open|new|pending|provisional|idea)$/i;

const LATER_STATUS = new RegExp(
  `^(?:${REVIEW_STATUSES}|implementable|${DECIDED_STATUSES})\\b`,
  'i',
);

/** What is proposed, in the languages in which something is accepted. */
const PROPOSED: readonly (readonly [accepted: RegExp, proposed: string])[] = [
  [/^(?:angenommen|akzeptiert)$/i, 'Vorgeschlagen'],
  [/^accepté$/i, 'Proposé'],
  [/^(?:aceptad[oa]|aprobad[oa])$/i, 'Propuesto'],
  [/^(?:aceit[oa]|aprovad[oa])$/i, 'Proposto'],
  [/^(?:accettat[oa]|approvat[oa])$/i, 'Proposto'],
  [/^(?:принят[оа]?|утвержден[оа]?)$/i, 'Предложено'],
  [/^(?:已接受|已采纳|已採納)$/, '提议'],
  [/^(?:承認|承認済み|採用)$/, '提案'],
  [/^(?:승인|승인됨|수락됨)$/, '제안'],
];

/** The statuses that a document names, by a label or as the first line of its section. */
export function statusesIn(text: string, front: number): string[] {
  const inSection = /^#{1,6}[ \t]+status[ \t]*#*\n\s*([^\n]+)/im.exec(text.slice(front))?.[1];
  const labelled = text
    .split('\n')
    .slice(0, 40)
    .flatMap((line) => {
      const found = labelledLine(line);
      return found && isStatus(found) ? [found.value] : [];
    });
  const inToml = /^(?:status|state)[ \t]*=[ \t]*["']([^"'\n]+)/im.exec(text.slice(0, front))?.[1];
  return [inSection, inToml, ...labelled].flatMap((each) => (each ? plainValue(each) : []));
}

/**
 * The status of a new proposal among the words that others use; empty where they use words that are not known.
 * @param proposals that may name the choices beside the status: the first is the new one's
 */
export function statusFor(
  statuses: readonly string[],
  proposals: readonly { text: string }[],
): string {
  const open = commonest(statuses.filter((each) => OPEN_STATUS.test(each)));
  if (open !== undefined) return open;
  const first = commonest(proposals.flatMap(({ text }) => FIRST_CHOICE.exec(text)?.[1] ?? []));
  if (first !== undefined) return first;
  const later = statuses.filter((each) => LATER_STATUS.test(each));
  if (later.length === 0) {
    return PROPOSED.find(([accepted]) => statuses.some((each) => accepted.test(each)))?.[1] ?? '';
  }
  return later.every((each) => each === each.toLowerCase()) ? 'proposed' : 'Proposed';
}

/** `status: accepted # draft | accepted | rejected` */
const FIRST_CHOICE =
  /^[ \t]{0,8}(?:[-*+][ \t]+)?(?:\*\*)?status(?:\*\*)?[ \t]{0,8}[:=][^#\n<]{0,60}(?:#|<!--)[ \t]{0,8}(\p{L}[\p{L} -]{0,30}?)[ \t]{0,8}\|/imu;

/** The metadata lines that documents share, with places for their values, in the order of one of them. */
export function headLines(
  heads: readonly string[],
  { base, ...shared }: Shared & { base: number },
): string[] {
  const known = valuesByLabel(heads);
  const least = heads.length * shared.share;
  const all = (heads[base] ?? '').split('\n');
  const lines = all.flatMap((line, index) => {
    const found = labelledLine(line);
    const isHead = /^[ \t]*\|[ \t:|-]+$/.test(all[index + 1] ?? '') && line.includes('|');
    if (isForm(line, heads, { least, isHead })) return [line];
    if (!found || (isHead && !isNarrow(line))) return [];
    const values = known.get(found.label.toLowerCase()) ?? [];
    return values.length >= least ? [lineWith(found, valueFor(found.label, values, shared))] : [];
  });
  // A rule right below a paragraph would make a heading of it: blank lines stay.
  // Two spaces at its end break a line.
  const text = lines.map((line) =>
    /\S {2,}$/.test(line) ? `${line.trimEnd()}  ` : line.trimEnd(),
  );

  const trimmed = text
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|(?<!\n)\n+$/g, '');
  return trimmed === '' ? [] : trimmed.split('\n');
}

/** Whether a text is nothing but metadata: lines with labels, and what frames them. */
export function isMetadata(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const labelled = lines.filter((line) => isNarrow(line) && labelledLine(line) !== undefined);
  return (
    labelled.length > 1 &&
    lines.every((line) => labelled.includes(line) || !/[\p{L}\p{N}]/u.test(line))
  );
}

/** The label and value of a line such as `- **Date:** 2024-01-02`; undefined where it has none. */
export function labelledLine(line: string): LabelledLine | undefined {
  const [whole, before = '', label = '', separator = '', value = '', after = ''] =
    line.length > 300 ? [] : (LABELLED.exec(line) ?? []);
  if (whole === undefined) return undefined;
  return { before: before + label + separator, label, value, after };
}

function valuesByLabel(heads: readonly string[]): Map<string, string[]> {
  const known = new Map<string, string[]>();
  for (const head of heads) {
    const seen = new Set<string>();
    for (const line of head.split('\n')) {
      const found = labelledLine(line);
      const key = found?.label.toLowerCase() ?? '';
      if (!found || seen.has(key)) continue;
      seen.add(key);
      known.set(key, [...(known.get(key) ?? []), found.value]);
    }
  }
  return known;
}

function isNarrow(line: string): boolean {
  return (line.match(/\|/g)?.length ?? 0) < 4;
}

/** Lines without words, such as the rule of a table, and the head of one are part of the form. */
function isForm(
  line: string,
  heads: readonly string[],
  { least, isHead }: { least: number; isHead: boolean },
): boolean {
  if (line.trim() === '') return true;
  const isOne = isHead || !/[\p{L}\p{N}]/u.test(line);
  return isOne && heads.filter((head) => head.split('\n').includes(line)).length >= least;
}

function lineWith({ before, after }: LabelledLine, value: string): string {
  return `${before.trimEnd()}${value === '' ? '' : ` ${value}`}${after}`;
}

function valueFor(label: string, values: readonly string[], { status, dateForm }: Shared): string {
  const plain = values.map(plainValue);
  if (isStatus({ label })) return status;
  if (KINDS.title.test(label)) return '<title>';
  if (KINDS.author.test(label)) return '<author>';
  const [numbered] = plain.map((each) => /^([A-Za-z]{0,6}[- #]?)\d+$/.exec(each)?.[1]);
  if (KINDS.number.test(label) && numbered !== undefined) return `${numbered}NNNN`;
  return KINDS.date.test(label) ? dateForm(plain) : '';
}

function plainValue(value: string): string {
  return value.replace(/[*_`"']/g, '').trim();
}
