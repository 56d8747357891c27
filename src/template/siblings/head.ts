import { commonest } from '../../convention/numbering.ts';
import { isStatus } from '../../document/head/labels.ts';
import { tableCells } from '../../document/head/tables/table-row.ts';
import { DECIDED_STATUSES, NEW_STATUSES, REVIEW_STATUSES } from '../../words/status-words.ts';

/** A line such as `- Status: accepted`: what stands before the value, the label, and the value. */
export interface LabelledLine {
  before: string;
  label: string;
  value: string;
  after: string;
}

const LABELLED =
  /^([ \t]*(?:>[ \t]?)*(?:[-*+][ \t]+|\|[ \t]*)?(?:\*\*|__|\*|_)?)([\p{L}][\p{L}\p{N} ()/_.-]{0,40}?)((?:\*\*|__|\*|_)?[ \t]*[:：|](?!\/\/)(?:\*\*|__|\*|_)?[ \t]*)(.*?)([ \t]*\|?[ \t\\]*)$/u;

/** As above, for a row, in which a colon may end the label. */
const ROW =
  /^([ \t]*\|[ \t]*(?:\*\*|__|\*|_)?)([\p{L}][\p{L}\p{N} ()/_.-]{0,40}?)((?:\*\*|__|\*|_)?[ \t]*[:：]?(?:\*\*|__|\*|_)?[ \t]*\|(?!\/\/)[ \t]*(?:\*\*|__|\*|_)?)(.*?)([ \t]*\|?[ \t]*)$/u;

const OPEN_STATUS = new RegExp(`^(?:${NEW_STATUSES})$`, 'i');

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
  const inSection = /^#{1,6}[ \t]+status[ \t]*(?:#*\n\s*|[:：][ \t]*)([^\n]+)/im.exec(
    text.slice(front),
  )?.[1];
  const lines = text.split('\n').slice(0, 40);
  const labelled = lines.flatMap((line, index) => {
    const found = labelledLine(line);
    const column = /^[ \t]*\|[ \t:|-]+$/.test(lines[index + 1] ?? '')
      ? cellTexts(line).findIndex((label) => isStatus({ label: plainValue(label) }))
      : -1;
    if (column >= 0) return cellTexts(lines[index + 2] ?? '')[column] ?? [];
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
    line.length > 300 ? [] : ((/^[ \t]*\|/.test(line) ? ROW : LABELLED).exec(line) ?? []);
  if (whole === undefined) return undefined;
  // Emphasis of the whole line ends behind the value.
  const mark = /(?:\*\*|__|\*|_)$/.exec(before)?.[0] ?? '';
  const isWhole = mark !== '' && !/[*_]/.test(separator) && value.endsWith(mark);
  const bare = isWhole ? value.slice(0, -mark.length) : value;
  return {
    before: before + label + separator,
    label,
    value: bare,
    after: isWhole ? mark + after : after,
  };
}

/** Whether a line is no row of a table with more than two cells. */
export function isNarrow(line: string): boolean {
  return (line.match(/\|/g)?.length ?? 0) < 4;
}

/** A value without marks of emphasis, code and quotes. */
export function plainValue(value: string): string {
  return value.replace(/[*_`"']/g, '').trim();
}

/** The words in the cells of a row of a table. */
export function cellTexts(row: string): string[] {
  return tableCells(row).map(({ text }) => text.trim());
}
